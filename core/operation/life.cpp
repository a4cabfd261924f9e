#include "core/operation/life.h"

#include <vector>

#include "core/operation/shown_time.h"

namespace ec2mimic {
namespace {

// How the members that only a record with an end has begin in a line. In a text of a record their quotes would be
// escaped.
std::vector<std::string> marks_of_end(const Noun& noun) {
  std::vector<std::string> marks;
  for (const model::Member& member : noun.record->members) {
    if (member.traits.ends) marks.push_back('"' + std::string(member.name) + "\":");
  }
  return marks;
}

bool is_listed(const Context& context, const Life& life) {
  if (!life.ended) return true;
  // At the default pace no deletion takes any time, even if it began at AWS's.
  if (life.being_deleted && context.pace() == Pace::instant) return false;
  return !has_passed(context, life.ended, life.listed);
}

}  // namespace

void forget_ended(Context& context, const Noun& noun) {
  if (noun.life == nullptr) return;
  const RowSource& source = noun;
  // First all are found: the rows are valid only until a record changes.
  std::vector<std::string> unlisted;
  for (const Row& row : find_rows(context, {&source, 1}, Narrowing().in_line(marks_of_end(noun)))) {
    if (!is_listed(context, noun.life(row.id, row.line))) unlisted.emplace_back(row.id);
  }
  for (const std::string& id : unlisted) context.records().erase(noun.table, id);
}

bool has_passed(const Context& context, const std::optional<std::string>& time, std::chrono::seconds since) {
  const auto start = time ? parse_any_time(*time) : std::nullopt;
  return start && context.now() >= *start + since;
}

}  // namespace ec2mimic
