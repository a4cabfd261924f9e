// Recordings of AWS's client tokens, replayed with the engine: tests/data/client-tokens.json.
#include <fstream>
#include <map>
#include <set>

#include "tests/unit/core/engine_fixture.h"

namespace ec2mimic::test {
namespace {

struct RecordedCreate {
  std::string_view name, create, remove, describe;
  std::string_view resource;  // the member of the response
  std::string_view listed;    // the member of describe's response
  std::string_view id, type;
};

constexpr RecordedCreate kCreates[] = {
    {"CreateRouteTable", "create-route-table", "delete-route-table", "describe-route-tables", "RouteTable",
     "RouteTables", "RouteTableId", "route-table"},
    {"CreateNetworkAcl", "create-network-acl", "delete-network-acl", "describe-network-acls", "NetworkAcl",
     "NetworkAcls", "NetworkAclId", "network-acl"},
};

const RecordedCreate& create_named(std::string_view name) {
  for (const RecordedCreate& each : kCreates) {
    if (each.name == name) return each;
  }
  throw std::invalid_argument(std::string(name));
}

// Without the file there is one case, which fails.
Json recorded_cases() {
  std::ifstream file(EC2MIMIC_SOURCE_DIR "/tests/data/client-tokens.json");
  if (!file) return {{{"name", "no cases found"}, {"steps", Json::array()}}};
  return Json::parse(file).at("cases");
}

// In the cases, tags are written as Key=Value.
Json tags_of(const Json& texts) {
  Json tags = Json::array();
  for (const std::string text : texts) {
    const std::size_t equals = text.find('=');
    tags.push_back({{"Key", text.substr(0, equals)}, {"Value", text.substr(equals + 1)}});
  }
  return tags;
}

class RecordedToken : public EngineTest, public ::testing::WithParamInterface<Json> {
 protected:
  void play(const RecordedCreate& by_default) {
    create_ = &by_default;
    ASSERT_FALSE(GetParam().at("steps").empty());
    vpc_ = new_vpc();
    for (const Json& step : GetParam().at("steps")) {
      SCOPED_TRACE(step.dump());
      if (step.contains("create")) create(step);
      if (step.contains("tag")) {
        ok("create-tags", {{"Resources", {ids_.at(step["tag"])}}, {"Tags", tags_of(step["tags"])}});
      }
      if (step.contains("stored tags")) {
        EXPECT_EQ(stored_tags(ids_.at(step["stored tags"])), tags_of(step["are"]));
      }
      if (step.contains("delete")) ok(create_->remove, {{create_->id, ids_.at(step["delete"])}});
      if (step.contains("count")) {
        EXPECT_EQ(count(), step["count"]);
      }
    }
  }

 private:
  void create(const Json& step) {
    const Json& asked = step["create"];
    const RecordedCreate& by =
        asked.contains("operation") ? create_named(asked["operation"].get<std::string>()) : *create_;
    Json request = {{"VpcId", asked.contains("vpc") ? new_vpc("10.1.0.0/16") : vpc_}, {"ClientToken", asked["token"]}};
    if (asked.contains("tags")) {
      request["TagSpecifications"] = {{{"ResourceType", by.type}, {"Tags", tags_of(asked["tags"])}}};
    }
    if (step.contains("error")) {
      EXPECT_EQ(refused(by.create, request), step["error"]);
      return;
    }
    const Json answer = ok(by.create, request);
    const Json& resource = answer.at(std::string(by.resource));
    expect_resource(step["gives"], resource.at(std::string(by.id)));
    if (step.contains("shows")) {
      EXPECT_EQ(resource["Tags"], tags_of(step["shows"]));
    }
    if (step.contains("echo")) {
      EXPECT_EQ(answer.value("ClientToken", Json()), step["echo"]);
    }
  }

  // The cases name resources: the same name always means the same resource, another name another one.
  void expect_resource(const std::string& name, const std::string& id) {
    const auto [known, is_new] = ids_.emplace(name, id);
    EXPECT_EQ(known->second, id);
    if (is_new) {
      EXPECT_TRUE(seen_.insert(id).second) << id << " is another resource's";
    }
  }

  Json stored_tags(const std::string& id) {
    Json tags = ok("describe-tags", {{"Filters", {{{"Name", "resource-id"}, {"Values", {id}}}}}})["Tags"];
    for (Json& tag : tags) tag = {{"Key", tag["Key"]}, {"Value", tag["Value"]}};
    return tags;
  }

  // The number of resources in the VPC besides the default one.
  std::size_t count() {
    const Json filters = {{{"Name", "vpc-id"}, {"Values", {vpc_}}}};
    return ok(create_->describe, {{"Filters", filters}}).at(std::string(create_->listed)).size() - 1;
  }

  const RecordedCreate* create_ = nullptr;
  std::string vpc_;
  std::map<std::string, std::string> ids_;
  std::set<std::string> seen_;
};

TEST_P(RecordedToken, IsHonouredByCreateRouteTable) { play(kCreates[0]); }

// Recordings of route tables alone are assumed to hold for both: where both were recorded, they agree.
TEST_P(RecordedToken, IsHonouredByCreateNetworkAcl) { play(kCreates[1]); }

INSTANTIATE_TEST_SUITE_P(Recorded, RecordedToken, ::testing::ValuesIn(recorded_cases()), [](const auto& tested) {
  std::string name = tested.param.at("name");
  for (char& c : name) c = c == ' ' ? '_' : c;
  return name;
});

}  // namespace
}  // namespace ec2mimic::test
