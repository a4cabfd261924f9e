// A new record never replaces an old one, wherever its id comes from and whatever was done to the state by hand.
#include "core/account/ids.h"

#include <algorithm>
#include <set>

#include "core/account/default_region.h"
#include "core/account/record_check.h"
#include "core/account/seed.h"
#include "core/net/region_table.h"
#include "core/operation/idempotency.h"
#include "core/ops/route_table/route_table.h"
#include "tests/unit/core/engine_fixture.h"

namespace ec2mimic::test {
namespace {

constexpr const char* kVpc = "vpc-00c84bd9dcad1d728";

// Returns the chosen ids, then counts.
class ChosenIdentifiers final : public Identifiers {
 public:
  std::string hex17() override {
    if (chosen.empty()) return rest_.hex17();
    std::string next = chosen.front();
    chosen.erase(chosen.begin());
    return next;
  }
  std::string uuid() override { return rest_.uuid(); }

  std::vector<std::string> chosen;

 private:
  CountingIdentifiers rest_;
};

class Ids : public EngineTest {
 protected:
  std::vector<std::string> seed(const Json& document) {
    const auto outcome = Engine(store, clock, identifiers, options).seed(document, Engine::Existing::replaced);
    const auto* bad = std::get_if<Engine::SeedFaults>(&outcome);
    return bad ? bad->lines : std::vector<std::string>();
  }
  std::vector<std::string> verify() { return Engine(store, clock, identifiers, options).verify().problems; }

  void seed_one_vpc(const Json& next_ids = Json::array()) {
    ASSERT_EQ(seed({{"Vpcs", {{{"VpcId", kVpc}, {"CidrBlock", "10.0.0.0/16"}}}}, {"NextIds", next_ids}}),
              std::vector<std::string>());
  }
  std::string new_table(const Json& more = Json::object()) {
    Json request = {{"VpcId", kVpc}};
    request.update(more);
    return ok("create-route-table", request)["RouteTable"]["RouteTableId"];
  }

  // Checks that every record of `before` is unchanged.
  void expect_kept(const Tables& before) {
    for (const auto& [table, lines] : before) {
      if (table == NextIds::kTable) continue;
      for (const auto& [key, line] : lines) {
        ASSERT_TRUE(store.tables[table].contains(key)) << key;
        EXPECT_EQ(store.tables[table].at(key), line) << key;
      }
    }
  }

  std::string default_vpc(const std::string& region) {
    return ok("describe-vpcs", {{"Filters", {{{"Name", "is-default"}, {"Values", {"true"}}}}}},
              region)["Vpcs"][0]["VpcId"];
  }
  std::string main_table(const std::string& vpc, const std::string& region) {
    return ok("describe-route-tables", {{"Filters", {{{"Name", "vpc-id"}, {"Values", {vpc}}}}}},
              region)["RouteTables"][0]["RouteTableId"];
  }
};

TEST_F(Ids, SkipAReservedIdThatAPartOrATokenHas) {
  seed_one_vpc();
  const std::string association =
      ok("describe-route-tables")["RouteTables"][0]["Associations"][0]["RouteTableAssociationId"];
  const std::string table = new_table({{"ClientToken", "t"}});
  static_cast<void>(ok("delete-route-table", {{"RouteTableId", table}}));
  store.tables["next-ids"]["rtbassoc-"] = R"({"Ids":[")" + association + "\"]}";
  store.tables["next-ids"]["rtb-"] = R"({"Ids":[")" + table + "\"]}";
  EXPECT_EQ(verify().size(), 2U);
  EXPECT_NE(new_table(), table);
  static_cast<void>(ok("create-vpc", {{"CidrBlock", "10.1.0.0/16"}}));
  EXPECT_EQ(verify(), std::vector<std::string>());
  EXPECT_TRUE(store.tables["next-ids"].empty());
}

TEST_F(Ids, CanBeReservedOnlyIfWellFormed) {
  for (const char* id :
       {"vpc-", "vpc-1", "vpc-0AAAAAAAAAAAAAAAA", "rtb-0aaaaaaaaaaaaaaaa", "vpc-0aaaaaaaaaaaaaaaaaaaa"}) {
    EXPECT_TRUE(check_record("next-ids", "vpc-", R"({"Ids":[")" + std::string(id) + "\"]}")) << id;
  }
  EXPECT_FALSE(check_record("next-ids", "vpc-", R"({"Ids":["vpc-0aaaaaaaaaaaaaaaa","vpc-0aaaaaaa"]})"));
}

TEST_F(Ids, AreDrawnAgainIfInUse) {
  seed_one_vpc();
  ChosenIdentifiers chosen;
  chosen.chosen = {"0aaaaaaaaaaaaaaaa", "0aaaaaaaaaaaaaaaa", "0bbbbbbbbbbbbbbbb"};
  Engine engine(store, clock, chosen, options);
  const Operation& create = *find_operation("create-route-table");
  (void)engine.call(create, {{"VpcId", kVpc}}, "us-east-1");
  const Tables before = store.tables;
  const Outcome second = engine.call(create, {{"VpcId", kVpc}}, "us-east-1");
  EXPECT_EQ(std::get<Json>(second)["RouteTable"]["RouteTableId"], "rtb-0bbbbbbbbbbbbbbbb");
  expect_kept(before);
}

TEST_F(Ids, DoNotRepeatAfterTheRevisionIsLowered) {
  options.seed = "x";
  seed_one_vpc();
  const std::uint64_t revision = store.header.revision;
  std::set<std::string> given;
  for (int i = 0; i < 5; ++i) {
    store.header.revision = revision;
    const Tables before = store.tables;
    EXPECT_TRUE(given.insert(new_table()).second);
    store.header.revision = revision;
    EXPECT_TRUE(given.insert(new_vpc()).second);
    expect_kept(before);
  }
  EXPECT_EQ(verify(), std::vector<std::string>()) << "associations have ids of their own, too";
}

TEST_F(Ids, OfAssociationsDoNotRepeatAfterTheRevisionIsLowered) {
  options.seed = "x";
  seed_one_vpc();
  const std::uint64_t revision = store.header.revision;
  for (const bool ipv6 : {false, true, false, true, true, false, false}) {
    store.header.revision = revision;
    ok("create-vpc", {{"CidrBlock", "10.0.0.0/16"}, {"AmazonProvidedIpv6CidrBlock", ipv6}});
  }
  EXPECT_EQ(verify(), std::vector<std::string>());
}

TEST_F(Ids, OfDeletedResourcesAreNotReusedAfterTheRevisionIsLowered) {
  options.seed = "x";
  seed_one_vpc();
  const std::uint64_t revision = store.header.revision;
  const std::string deleted = new_table({{"ClientToken", "t"}});
  ok("delete-route-table", {{"RouteTableId", deleted}});
  store.header.revision = revision;
  EXPECT_NE(new_table({{"ClientToken", "u"}}), deleted);
  EXPECT_TRUE(refused("create-route-table", {{"VpcId", kVpc}, {"ClientToken", "t"}}).starts_with("Idempotent"));
}

TEST_F(Ids, SkipAReservedIdInUse) {
  seed_one_vpc({"rtb-0aaaaaaaaaaaaaaaa"});
  const std::string taken = main_table(kVpc, "us-east-1");
  store.tables.at("next-ids").at("rtb-") = R"({"Ids":[")" + taken + R"(","rtb-0aaaaaaaaaaaaaaaa",")" + taken + R"("]})";
  const Tables before = store.tables;
  EXPECT_EQ(new_table(), "rtb-0aaaaaaaaaaaaaaaa");
  EXPECT_EQ(new_table(), "rtb-00000000000000001");
  EXPECT_TRUE(store.tables.at("next-ids").empty());
  expect_kept(before);
}

TEST_F(Ids, CannotBeCreatedTwice) {
  seed_one_vpc();
  const auto snapshot = store.read();
  Records records(*snapshot, kDefaultAccount);
  DerivedIds ids(records, "x");
  Context context(records, ids, "us-east-1");
  RouteTableRecord record;
  Table<RouteTableRecord>(context).create("rtb-0aaaaaaaaaaaaaaaa", record);
  EXPECT_THROW(Table<RouteTableRecord>(context).create("rtb-0aaaaaaaaaaaaaaaa", record), std::logic_error);
  EXPECT_THROW(Table<RouteTableRecord>(context).create(store.tables.at("route-tables").begin()->first, record),
               std::logic_error)
      << "of another region or not";
}

TEST_F(Ids, AreNotCreatedAgainIfTheRegionRecordIsGone) {
  const std::string vpc = default_vpc("us-east-1");
  ok("create-tags", {{"Resources", {vpc}}, {"Tags", {{{"Key", "Name"}, {"Value", "mine"}}}}});
  const Tables opened = store.tables;
  store.tables.erase("regions");
  const Tables before = store.tables;
  EXPECT_EQ(verify().size(), 1U);
  EXPECT_EQ(ok("describe-vpcs")["Vpcs"].size(), 1U);
  const std::string made = new_vpc();
  expect_kept(before);
  EXPECT_EQ(store.tables.at("regions"), opened.at("regions"));
  EXPECT_EQ(store.tables.at("subnets"), opened.at("subnets"));
  EXPECT_EQ(verify(), std::vector<std::string>());
}

TEST_F(Ids, OfDeletedDefaultsStayDeletedIfTheRegionRecordIsGone) {
  const std::string vpc = default_vpc("us-east-1");
  new_vpc();
  // As a user could with operations that do not exist yet: deletes everything in the default VPC, and the VPC.
  for (const char* table :
       {"vpcs", "subnets", "internet-gateways", "route-tables", "network-acls", "security-groups"}) {
    std::erase_if(store.tables.at(table), [&](const auto& record) {
      return record.first == vpc || record.second.find(vpc) != std::string::npos;
    });
  }
  store.tables.erase("regions");
  const Tables before = store.tables;
  new_vpc();
  expect_kept(before);
  EXPECT_EQ(store.tables.at("vpcs").size(), 2U);
  EXPECT_FALSE(store.tables.at("vpcs").contains(vpc));
}

TEST_F(Ids, OfDefaultsAvoidIdsGivenToOtherResources) {
  const std::string vpc = default_vpc("eu-west-1");
  const std::string table = main_table(vpc, "eu-west-1");
  seed_one_vpc({"rtb-0aaaaaaaaaaaaaaaa"});
  // A state as earlier programs seeded it.
  store.tables.at("next-ids").at("rtb-") = "{\"Ids\":[\"" + table + "\"]}";
  EXPECT_EQ(new_table(), table);
  store.tables.at("vpcs")[vpc] = store.tables.at("vpcs").at(kVpc);
  const Tables before = store.tables;
  const Json seen = ok("describe-vpcs", Json::object(), "eu-west-1");
  ASSERT_EQ(seen["Vpcs"].size(), 1U);
  EXPECT_NE(seen["Vpcs"][0]["VpcId"], vpc);
  ok("create-vpc", {{"CidrBlock", "10.0.0.0/16"}}, "eu-west-1");
  EXPECT_EQ(ok("describe-vpcs", Json::object(), "eu-west-1")["Vpcs"][0], seen["Vpcs"][0]);
  expect_kept(before);
}

TEST_F(Ids, OfCompanionsCannotBeReservedByASeed) {
  const std::vector<std::string> expected = {"NextIds[0]: 'rtb-06f0b95539507e9bf' is created with Vpcs[0]"};
  EXPECT_EQ(seed(Json::parse(R"({"Account":"141035231386",
                                 "Vpcs":[{"VpcId":"vpc-00c84bd9dcad1d728","CidrBlock":"10.0.0.0/16"}],
                                 "NextIds":["rtb-06f0b95539507e9bf"]})")),
            expected);
  EXPECT_TRUE(store.tables.empty());
}

TEST_F(Ids, OfDefaultsCannotBeUsedByASeed) {
  for (const std::string_view name : region_names()) {
    const std::string region(name);
    const std::string vpc = default_vpc(region);
    const std::string table = main_table(vpc, region);
    EXPECT_EQ(seed({{"Vpcs", {{{"VpcId", vpc}, {"CidrBlock", "10.0.0.0/16"}}}}, {"NextIds", {table}}}),
              (std::vector<std::string>{"Vpcs[0].VpcId: '" + vpc + "' exists in " + region + " from the start",
                                        "NextIds[0]: '" + table + "' exists in " + region + " from the start"}));
  }
  // These ids are derived from the account.
  const Json other = {{"Account", "141035231386"}, {"NextIds", {main_table(default_vpc("eu-west-1"), "eu-west-1")}}};
  EXPECT_EQ(seed(other), std::vector<std::string>());
}

TEST_F(Ids, VerifyFindsAReservedIdThatARegionWillHave) {
  const std::string table = main_table(default_vpc("eu-west-1"), "eu-west-1");
  seed_one_vpc({"rtb-0aaaaaaaaaaaaaaaa"});
  store.tables.at("next-ids").at("rtb-") =
      "{\"Ids\":[\"" + table + "\",\"rtb-0aaaaaaaaaaaaaaaa\",\"rtb-0aaaaaaaaaaaaaaaa\"]}";
  EXPECT_EQ(verify(),
            (std::vector<std::string>{
                R"(record "rtb-" of table "next-ids": Ids[0]: )" + table + " exists in eu-west-1 from the start",
                R"(record "rtb-" of table "next-ids": Ids[2]: rtb-0aaaaaaaaaaaaaaaa is named twice)"}));
}

TEST_F(Ids, VerifyFindsMissingCompanions) {
  seed_one_vpc();
  const std::string table = main_table(kVpc, "us-east-1");
  Json record = Json::parse(store.tables.at("route-tables").at(table));
  record["Associations"] = Json::array();
  store.tables.at("route-tables").at(table) = record.dump();
  const auto holds = [](std::string_view line) { return line.find(kVpc) != std::string_view::npos; };
  std::erase_if(store.tables.at("security-groups"), [&](const auto& one) {
    if (!holds(one.second)) return false;
    std::erase_if(store.tables.at("security-group-rules"),
                  [&](const auto& rule) { return rule.second.find(one.first) != std::string::npos; });
    return true;
  });
  auto& acls = store.tables.at("network-acls");
  const auto its = std::find_if(acls.begin(), acls.end(), [&](const auto& one) { return holds(one.second); });
  Json second = Json::parse(its->second);
  second["Serial"] = ++store.header.serial;
  acls.emplace("acl-0aaaaaaaaaaaaaaaa", second.dump());
  const std::string in_vpc = "record \"" + std::string(kVpc) + "\" of table \"vpcs\": ";
  EXPECT_EQ(
      verify(),
      (std::vector<std::string>{
          R"(record "acl-0aaaaaaaaaaaaaaaa" of table "network-acls": VpcId: )" + std::string(kVpc) +
              " has 2 default network ACLs instead of 1: another is " + its->first,
          in_vpc + "it has 0 main route tables instead of 1: no such record of table \"route-tables\" has its VpcId",
          in_vpc + "it has 0 default security groups instead of 1: no such record of table \"security-groups\" has "
                   "its VpcId",
      }));
}

TEST_F(Ids, VerifyFindsAMissingRegionRecord) {
  seed_one_vpc();
  store.tables.erase("regions");
  EXPECT_EQ(verify(), (std::vector<std::string>{"record \"us-east-1\" of table \"regions\": it is missing, but the "
                                                "region has records; the next change in that "
                                                "region adds it"}));
}

TEST_F(Ids, VerifyFindsDuplicateAndFutureSerials) {
  seed_one_vpc();
  const std::string last = std::to_string(store.header.serial);
  std::string latest;
  for (const auto& [id, line] : store.tables.at("security-group-rules")) {
    if (Json::parse(line)["Serial"] == store.header.serial) latest = id;
  }
  store.header.serial = 3;
  auto& groups = store.tables.at("security-groups");
  const auto its = std::find_if(groups.begin(), groups.end(),
                                [](const auto& one) { return one.second.find(kVpc) != std::string::npos; });
  const std::string group = its->first;
  const std::string serial = Json::parse(its->second)["Serial"].dump();
  groups.emplace("sg-0ffffffffffffffff", std::string(its->second));
  const std::string copy = R"(record "sg-0ffffffffffffffff" of table "security-groups": )";
  EXPECT_EQ(
      verify(),
      (std::vector<std::string>{
          copy + "VpcId: " + kVpc + " has 2 default security groups instead of 1: another is " + group,
          copy + "Serial: " + serial + " is also the Serial of record \"" + group + "\" of table \"security-groups\"",
          "serial: it is 3, but record \"" + latest + "\" of table \"security-group-rules\" has the Serial " + last,
      }));
}

}  // namespace
}  // namespace ec2mimic::test
