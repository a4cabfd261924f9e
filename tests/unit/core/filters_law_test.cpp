// Filtering by any value that a resource has for a filter finds that resource. A filter with one value may narrow the
// scan to lines that contain it, one with two values never does: both must find the same.
#include <set>

#include "tests/unit/core/engine_fixture.h"

namespace ec2mimic::test {
namespace {

void collect_values(const Json& document, std::set<std::string>& values) {
  if (document.is_string()) values.insert(document.get<std::string>());
  if (document.is_boolean() || document.is_number()) values.insert(document.dump());
  if (!document.is_structured()) return;
  for (const Json& member : document) collect_values(member, values);
}

class FilterLaw : public EngineTest {
 protected:
  void SetUp() override {
    const std::string vpc =
        ok("create-vpc", {{"CidrBlock", "10.0.0.0/16"}, {"AmazonProvidedIpv6CidrBlock", true}})["Vpc"]["VpcId"];
    const std::string table = ok("create-route-table", {{"VpcId", vpc}})["RouteTable"]["RouteTableId"];
    const std::string acl = ok("create-network-acl", {{"VpcId", vpc}})["NetworkAcl"]["NetworkAclId"];
    const std::string gateway = store.tables.at("internet-gateways").begin()->first;
    std::vector<std::string> ids = one_of_each_kind();
    ids.insert(ids.end(), {vpc, table, acl});
    ok("create-tags",
       {{"Resources", ids}, {"Tags", {{{"Key", "Name"}, {"Value", "mine"}}, {{"Key", "Owner"}, {"Value", "me"}}}}});
    // Things that no operation can create yet.
    Json record = Json::parse(store.tables.at("network-acls").at(acl));
    record["Entries"][0]["IcmpTypeCode"] = {{"Code", 3}, {"Type", 4}};
    record["Entries"][0]["PortRange"] = {{"From", 80}, {"To", 81}};
    store.tables.at("network-acls").at(acl) = record.dump();
    for (auto& [id, line] : store.tables.at("security-group-rules")) {
      Json rule = Json::parse(line);
      rule.update({{"FromPort", 22}, {"ToPort", 23}, {"PrefixListId", "pl-1"}, {"Description", "any"}});
      line = rule.dump();
      break;
    }
    for (auto& [id, line] : store.tables.at("route-tables")) {  // a blackhole
      const auto place = line.find(gateway);
      if (place != std::string::npos) line.replace(place, gateway.size(), "igw-0badbadbadbadbad0");
    }
  }

  // The ids of resources of all kinds; an almost empty record is added for each kind that has none yet.
  std::vector<std::string> one_of_each_kind() {
    std::vector<std::string> ids;
    for (const Noun* noun : nouns()) {
      auto& lines = store.tables[std::string(noun->table)];
      if (lines.empty()) {
        const Json bare = {{"Region", "us-east-1"}, {"Serial", ++store.header.serial}};
        lines.emplace(std::string(noun->prefix) + "0123456789abcdef0", bare.dump());
      }
      ids.push_back(lines.begin()->first);
    }
    return ids;
  }

  // The answer to a call with one filter, or the error: AWS refuses some values of some filters.
  Json answer(const Operation& operation, const std::string& name, const std::vector<std::string>& values) {
    const Json request = {{"Filters", {{{"Name", name}, {"Values", values}}}}};
    const Outcome outcome = Engine(store, clock, identifiers, options).call(operation, request, "us-east-1");
    const auto* error = std::get_if<ApiError>(&outcome);
    return error == nullptr ? std::get<Json>(outcome) : Json(error->code + ": " + error->message);
  }
};

TEST_F(FilterLaw, NarrowingTheScanFindsTheSameResources) {
  for (const Operation* operation : operations()) {
    if (operation->filters == nullptr) continue;
    const std::string first((*operation->filters)[0].name);
    const Json nothing = answer(*operation, first, {});
    std::set<std::string> values;
    collect_values(ok(kebab_case(operation->name)), values);
    int found = 0;
    for (const FilterRule& rule : *operation->filters) {
      const std::string name = std::string(rule.name) + (rule.name.ends_with(':') ? "Owner" : "");
      for (const std::string& value : values) {
        const Json both = answer(*operation, name, {value, value});
        EXPECT_EQ(answer(*operation, name, {value}), both) << operation->name << ' ' << name << '=' << value;
        if (both.is_object() && both != nothing) ++found;
      }
    }
    EXPECT_GT(found, 4) << operation->name;
  }
}

}  // namespace
}  // namespace ec2mimic::test
