// The descriptions have the names, types and order of AWS's own model of EC2, an extract of which is in
// tests/data/ec2-model.json, and the filters that AWS documents, which are in tests/data/ec2-filters.json.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cli/call/pagination.h"
#include "cli/data/waiters.h"
#include "core/operation/registry.h"

namespace ec2mimic {
namespace {

using model::Kind;
using model::Member;
using model::Shape;
using nlohmann::ordered_json;

// Throws if the file is missing.
ordered_json read_data(const std::string& name) {
  std::ifstream file(EC2MIMIC_SOURCE_DIR "/tests/data/" + name);
  return ordered_json::parse(file);
}

const ordered_json& aws_model() {
  static const ordered_json kModel = read_data("ec2-model.json");
  return kModel;
}

class Comparison {
 public:
  explicit Comparison(const ordered_json& shapes) : shapes_(shapes) {}

  void shape(const std::string& path, const Shape& ours, const std::string& name, bool request) {
    const ordered_json& theirs = shapes_.at(name);
    const std::string type = theirs.at("type");
    EXPECT_EQ(kind_of(type), ours.kind) << path << " is a " << type;
    if (type == "structure" && ours.kind == Kind::structure) structure(path, ours, name, theirs, request);
    if (type == "list" && ours.kind == Kind::list) {
      shape(path, *ours.element, theirs.at("member").at("shape"), request);
    }
  }

 private:
  static Kind kind_of(const std::string& type) {
    if (type == "structure") return Kind::structure;
    if (type == "list") return Kind::list;
    if (type == "boolean") return Kind::boolean;
    return type == "integer" || type == "long" ? Kind::integer : Kind::string;
  }

  void structure(const std::string& path, const Shape& ours, const std::string& name, const ordered_json& theirs,
                 bool request) {
    EXPECT_EQ(ours.name, name) << path;
    std::vector<std::string> expected, actual;
    for (const auto& [member, unused] : theirs.at("members").items()) expected.push_back(member);
    for (const Member& member : ours.members) actual.emplace_back(member.name);
    EXPECT_EQ(actual, expected) << path;
    std::set<std::string> required;
    for (const auto& member : theirs.value("required", ordered_json::array())) required.insert(member);
    for (const Member& member : ours.members) {
      const auto found = theirs.at("members").find(std::string(member.name));
      if (found == theirs.at("members").end()) continue;
      const std::string here = path + '.' + std::string(member.name);
      if (request) {
        EXPECT_EQ(member.traits.required, required.contains(std::string(member.name))) << here;
      }
      traits(here, member, *found, request);
      shape(here, *member.shape, found->at("shape"), request);
    }
  }

  void traits(const std::string& path, const Member& ours, const ordered_json& theirs, bool request) {
    const ordered_json& target = shapes_.at(theirs.at("shape").get<std::string>());
    if (request) {
      EXPECT_EQ(ours.traits.idempotency_token, theirs.value("idempotencyToken", false)) << path;
    }
    if (!request) {
      EXPECT_EQ(ours.traits.time, target.at("type") == "timestamp") << path;
    }
    std::vector<std::string> choices;
    for (const std::string_view choice : ours.traits.choices) choices.emplace_back(choice);
    // The choices of a list are those of its elements.
    const auto expected = leaf(target).value("enum", std::vector<std::string>());
    // Members that are only shown need no list of choices.
    if (request || !choices.empty()) {
      EXPECT_EQ(choices, expected) << path;
    }
    const bool has_minimum = target.at("type") == "integer" && target.contains("min");
    if (request) {
      EXPECT_EQ(ours.traits.minimum, has_minimum ? target.at("min").get<std::int64_t>() : INT64_MIN) << path;
      if (target.at("type") == "integer" && target.contains("max")) {
        EXPECT_EQ(ours.traits.maximum, target.at("max").get<std::int64_t>()) << path;
      }
    }
  }

  const ordered_json& leaf(const ordered_json& shape) const {
    return shape.at("type") == "list" ? leaf(shapes_.at(shape.at("member").at("shape").get<std::string>())) : shape;
  }

  const ordered_json& shapes_;
};

class Model : public testing::TestWithParam<const Operation*> {};

INSTANTIATE_TEST_SUITE_P(Sweep, Model, testing::ValuesIn(operations().begin(), operations().end()),
                         [](const auto& tested) { return std::string(tested.param->name); });

TEST_P(Model, MatchesTheDescription) {
  const Operation& operation = *GetParam();
  const std::string name(operation.name);
  ASSERT_TRUE(aws_model().at("operations").contains(name));
  const ordered_json& theirs = aws_model().at("operations").at(name);
  Comparison comparison(aws_model().at("shapes"));
  comparison.shape(name, *operation.request, theirs.at("input"), true);
  EXPECT_EQ(operation.result != nullptr, theirs.contains("output"));
  if (operation.result != nullptr) comparison.shape(name + " result", *operation.result, theirs.at("output"), false);
}

TEST_P(Model, AnswersInPagesOfTheSameLists) {
  const Operation& operation = *GetParam();
  std::vector<std::string> expected;
  if (const auto found = aws_model().at("paginators").find(operation.name);
      found != aws_model().at("paginators").end()) {
    const ordered_json& lists = found->at("result_key");
    expected = lists.is_array() ? lists.get<std::vector<std::string>>() : std::vector<std::string>{lists};
  }
  EXPECT_EQ(has_pages(operation), !expected.empty());
  std::vector<std::string> ours;
  if (has_pages(operation)) {
    cli::PageLists lists = cli::page_lists(operation);
    ours = std::move(lists.beside);
    ours.insert(ours.begin(), lists.counted);
  }
  EXPECT_EQ(ours, expected);
}

// AWS accepts some names that it does not document, and so do we.
TEST_P(Model, SupportsAllDocumentedFilters) {
  const Operation& operation = *GetParam();
  if (operation.filters == nullptr) return;
  const ordered_json documented = read_data("ec2-filters.json").at(std::string(operation.name));
  EXPECT_NE(operation.request->member(documented.at("member").get<std::string>()), nullptr);
  std::set<std::string> ours;
  for (const FilterRule& rule : *operation.filters) ours.emplace(rule.name);
  for (std::string name : documented.at("names")) {
    if (name.ends_with(' ')) name.pop_back();  // a slip in AWS's documentation
    EXPECT_TRUE(ours.contains(name)) << name;
  }
}

// A waiter in the form of AWS's model.
ordered_json as_model(const cli::Waiter& waiter) {
  constexpr const char* kStates[] = {"success", "failure", "retry"};
  constexpr const char* kMatchers[] = {"path", "pathAll", "pathAny", "status", "error"};
  ordered_json acceptors = ordered_json::array();
  for (const cli::Acceptor& acceptor : waiter.acceptors) {
    ordered_json one{{"state", kStates[static_cast<int>(acceptor.state)]},
                     {"matcher", kMatchers[static_cast<int>(acceptor.matcher)]},
                     {"expected", acceptor.expected}};
    if (acceptor.matcher == cli::Acceptor::Matcher::status) one["expected"] = 200;
    if (acceptor.expected.empty() && acceptor.matcher == cli::Acceptor::Matcher::path) one["expected"] = true;
    if (!acceptor.argument.empty()) one["argument"] = acceptor.argument;
    acceptors.push_back(one);
  }
  return {{"operation", waiter.operation},
          {"delay", waiter.delay},
          {"maxAttempts", waiter.max_attempts},
          {"acceptors", acceptors}};
}

TEST(WaiterTable, MatchesTheModel) {
  ordered_json ours = ordered_json::object();
  for (const cli::Waiter& waiter : cli::known_waiters()) ours[std::string(waiter.name)] = as_model(waiter);
  // The order of members has no meaning.
  EXPECT_EQ(nlohmann::json::parse(ours.dump()), nlohmann::json::parse(aws_model().at("waiters").dump()));
}

}  // namespace
}  // namespace ec2mimic
