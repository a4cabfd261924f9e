// Random calls, drawn from the shapes of all operations, and what must hold after each of them:
//
// - it answers, or refuses with a code that its card names or that is common to all;
// - a refusal leaves every record as it was;
// - an answer decodes as its result shape, and the same call with the same client token gives the same resource and
//   writes nothing;
// - a new record takes the place of no other, not even where ids follow from a seed and the revision is lowered by
// hand;
// - every record is sound by itself, and every reference resolves.
//
// Each seed is a story of its own, from an empty account; a failure names the seed and the call.
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "core/account/record_check.h"
#include "core/engine.h"
#include "core/model/codec.h"
#include "core/operation/idempotency.h"
#include "core/operation/registry.h"
#include "tests/harness/memory_store.h"

namespace ec2mimic::test {
namespace {

constexpr int kStories = 60;
constexpr std::size_t kCallsPerOperation = 13;

class Story {
 public:
  // Every other story has its ids from a seed.
  explicit Story(unsigned seed) : random_(seed) {
    if (seed % 2 == 0) options_.seed = "story";
    engine_.emplace(store_, clock_, identifiers_, options_);
  }

  void run() {
    const std::size_t calls = kCallsPerOperation * operations().size();
    for (std::size_t call = 0; call < calls && !::testing::Test::HasFailure(); ++call) step();
  }

  // How often each outcome came up, to see that the stories are about something.
  std::map<std::string, int> outcomes;

 private:
  void step() {
    const auto all = operations();
    const Operation& operation = *all[pick(all.size())];
    const Json request = draw(*operation.request, nullptr, operation);
    const std::string region = chance(10) ? "eu-west-1" : "us-east-1";
    SCOPED_TRACE(kebab_case(operation.name) + ' ' + request.dump());
    if (chance(10)) store_.header.revision = 0;
    const Tables before = store_.tables;
    const Outcome outcome = engine_->call(operation, request, region);
    if (const auto* error = std::get_if<ApiError>(&outcome)) {
      ++outcomes[error->code];
      EXPECT_TRUE(documented(operation, error->code)) << error->code << ": " << error->message;
      EXPECT_FALSE(error->message.empty());
    }
    if (!std::holds_alternative<Json>(outcome)) {
      EXPECT_EQ(store_.tables, before);
      return;
    }
    ++outcomes[std::string(operation.name)];
    const Json& response = std::get<Json>(outcome);
    if (operation.effect == Effect::reads) {
      EXPECT_EQ(store_.tables, before);
    }
    check_kept(before);
    if (operation.replay != nullptr) check_repeat(operation, request, region, response);
    check_state();
  }

  // A record has its place in the order of creation for as long as it lives.
  void check_kept(const Tables& before) {
    for (const Noun* noun : nouns()) {
      const auto old = before.find(noun->table);
      if (old == before.end()) continue;
      for (const auto& [id, line] : store_.tables[std::string(noun->table)]) {
        const auto was = old->second.find(id);
        if (was != old->second.end()) {
          EXPECT_EQ(noun->common(id, line).serial, noun->common(id, was->second).serial) << id;
        }
      }
    }
  }

  void check_repeat(const Operation& operation, const Json& request, const std::string& region, const Json& response) {
    if (!response.contains("ClientToken")) return;
    const Tables before = store_.tables;
    const Outcome again = engine_->call(operation, request, region);
    ASSERT_TRUE(std::holds_alternative<Json>(again));
    EXPECT_EQ(std::get<Json>(again), response);
    EXPECT_EQ(store_.tables, before);
  }

  void check_state() {
    for (const auto& [table, lines] : store_.tables) {
      for (const auto& [key, line] : lines) {
        EXPECT_EQ(check_record(table, key, line), std::nullopt) << table << ' ' << key << ' ' << line;
      }
    }
    EXPECT_EQ(engine_->verify(), std::vector<std::string>{});
  }

  static bool documented(const Operation& operation, const std::string& code) {
    static const std::set<std::string> kCommon = {"DryRunOperation", "InvalidCharacter"};
    if (kCommon.contains(code)) return true;
    const auto known = errors_of(operation);
    if (std::find(known.begin(), known.end(), code) != known.end()) return true;
    // An operation on resources of any kind answers with the NotFound of each.
    for (const model::Member& member : operation.request->members) {
      if (member.traits.refers != "*") continue;
      for (const Noun* noun : nouns()) {
        if (noun->not_found("").code == code) return true;
      }
    }
    return false;
  }

  // A value of a shape; `member` is the member that it is for, if any.
  Json draw(const model::Shape& shape, const model::Member* member, const Operation& operation) {
    switch (shape.kind) {
      case model::Kind::boolean:
        return chance(5);
      case model::Kind::integer:
        return static_cast<int>(pick(30)) - 3;
      case model::Kind::string:
        return draw_text(member, operation);
      case model::Kind::list: {
        Json list = Json::array();
        for (std::size_t i = pick(4); i > 0; --i) list.push_back(draw(*shape.element, member, operation));
        return list;
      }
      case model::Kind::structure:
        break;
    }
    Json object = Json::object();
    for (const model::Member& one : shape.members) {
      if (one.traits.required ? !chance(3) : chance(odds(one.name))) {
        object[std::string(one.name)] = draw(*one.shape, &one, operation);
      }
    }
    return object;
  }

  // In per cent, how often an optional member is there.
  static unsigned odds(std::string_view name) {
    if (name == "Key" || name == "Value" || name == "Name" || name == "Values" || name == "ResourceType") return 95;
    if (name == "CidrBlock") return 95;
    if (name == "ClientToken") return 70;
    return name == "DryRun" ? 3 : 20;
  }

  std::string draw_text(const model::Member* member, const Operation& operation) {
    if (member == nullptr) return "";
    const std::string_view name = member->name;
    if (!member->traits.refers.empty()) return draw_id(member->traits.refers);
    if (member->traits.idempotency_token) return one_of({"a", "b", "c", " a ", "A", "", "  ", "\x01", "é", kLong});
    if (name == "CidrBlock") return one_of({"10.0.0.0/16", "10.1.2.3/20", "172.31.0.0/16", "10.0.0.0/29", "nonsense"});
    if (name == "ResourceType" && !chance(20)) return chance(50) ? "route-table" : chance(50) ? "network-acl" : "vpc";
    if (name == "Name" && operation.filters != nullptr && !chance(5)) {
      return std::string((*operation.filters)[pick(operation.filters->size())].name) + (chance(50) ? "" : "a");
    }
    if (name == "Values" && chance(50)) return draw_id("*");
    return one_of({"a", "b", "Name", "*", "a?", "true", "default", "aws:x", "", "é😀", "a\\*", kLong});
  }

  // An id of that kind (`*`: of any) that is there, or sometimes one that is not.
  std::string draw_id(std::string_view type) {
    std::vector<std::string> ids = {"vpc-0", "rtb-00000000000000000", "nonsense", ""};
    if (chance(10)) return ids[pick(ids.size())];
    for (const Noun* noun : nouns()) {
      if (type != "*" && noun->type != type) continue;
      for (const auto& [id, line] : store_.tables[std::string(noun->table)]) ids.push_back(id);
    }
    return ids[pick(ids.size())];
  }

  std::string one_of(std::initializer_list<std::string_view> texts) {
    return std::string(texts.begin()[pick(texts.size())]);
  }
  std::size_t pick(std::size_t count) { return random_() % count; }
  bool chance(unsigned percent) { return pick(100) < percent; }

  static constexpr std::string_view kLong = "0123456789012345678901234567890123456789012345678901234567890123456789";

  std::mt19937 random_;
  MemoryStore store_;
  FixedClock clock_;
  CountingIdentifiers identifiers_;
  Engine::Options options_;
  std::optional<Engine> engine_;
};

TEST(RandomCalls, HoldWhatTheEnginePromises) {
  std::map<std::string, int> outcomes;
  for (unsigned seed = 1; seed <= kStories && !HasFailure(); ++seed) {
    SCOPED_TRACE("story " + std::to_string(seed));
    Story story(seed);
    story.run();
    for (const auto& [outcome, count] : story.outcomes) outcomes[outcome] += count;
  }
  for (const Operation* operation : operations()) {
    EXPECT_GT(outcomes[std::string(operation->name)], 20) << operation->name << " hardly ever succeeds";
  }
  for (const char* code : {"IdempotentParameterMismatch", "InvalidParameterValue", "DependencyViolation",
                           "DryRunOperation", "InvalidCharacter", "InvalidVpcID.NotFound"}) {
    EXPECT_GT(outcomes[code], 5) << code << " hardly ever comes up";
  }
}

}  // namespace
}  // namespace ec2mimic::test
