// Times in records: a description that forgets to check one lets a state be loaded in which a resource never ends.
#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "core/operation/registry.h"

namespace ec2mimic::test {
namespace {

using model::Kind;
using model::Member;
using model::Shape;

void visit(const Shape& shape, const std::function<void(const Member&)>& each) {
  if (shape.element != nullptr) return visit(*shape.element, each);
  for (const Member& member : shape.members) {
    each(member);
    visit(*member.shape, each);
  }
}

// What answers show as times, by name.
std::set<std::string_view> names_of_times() {
  std::set<std::string_view> names;
  for (const Operation* operation : operations()) {
    if (operation->result == nullptr) continue;
    visit(*operation->result, [&](const Member& member) {
      if (member.traits.time) names.insert(member.name);
    });
  }
  return names;
}

// Records have times that no answer shows, too; the names of all of them end so.
bool is_called_a_time(std::string_view name) {
  return name.ends_with("Time") || name.ends_with("Timestamp") || name.ends_with("Start") || name.ends_with("Since");
}

TEST(RecordedTimes, AreAllChecked) {
  const auto names = names_of_times();
  ASSERT_TRUE(names.contains("CreateTime"));
  std::set<std::string> unchecked;
  std::size_t checked = 0;
  for (const Noun* noun : nouns()) {
    visit(*noun->record, [&](const Member& member) {
      if (member.shape->kind != Kind::string) return;
      if (!names.contains(member.name) && !is_called_a_time(member.name)) return;
      const auto fault = member.traits.fault;
      const bool is_checked = fault != nullptr && !fault("yesterday").empty() && !fault("").empty() &&
                              (fault("2026-01-31T12:00:00Z").empty() || fault("2026-01-31T12:00:00+00:00").empty());
      if (is_checked) {
        ++checked;
      } else {
        unchecked.insert(std::string(noun->table) + ": " + std::string(member.name));
      }
    });
  }
  EXPECT_EQ(unchecked, std::set<std::string>());
  EXPECT_GE(checked, 15U);
}

// What ends a record is a member of it that only such a record has: without that, forget_ended() would not find it.
TEST(RecordedTimes, MarkTheEndOfEachRecordThatIsListedAfterwards) {
  for (const Noun* noun : nouns()) {
    std::size_t marks = 0;
    for (const Member& member : noun->record->members) marks += member.traits.ends ? 1 : 0;
    EXPECT_EQ(noun->life != nullptr, marks > 0) << noun->table;
  }
}

}  // namespace
}  // namespace ec2mimic::test
