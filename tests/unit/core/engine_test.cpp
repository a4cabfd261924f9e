// The engine: the order of its checks, what it commits, and the resulting state.
#include "core/engine.h"

#include "core/account/record_check.h"
#include "tests/unit/core/engine_fixture.h"

namespace ec2mimic::test {
namespace {

TEST_F(EngineTest, DryRunPrecedesAllOtherChecksAndOpensNoState) {
  for (const Json& request :
       {Json{{"VpcId", "nonsense"}, {"DryRun", true}}, Json{{"VpcId", ""}, {"ClientToken", ""}, {"DryRun", true}}}) {
    EXPECT_EQ(refused("create-route-table", request),
              "DryRunOperation: Request would have succeeded, but DryRun flag is set.");
  }
  EXPECT_EQ(refused("describe-vpcs", {{"Filters", {{{"Name", "bogus"}}}}, {"DryRun", true}}),
            "DryRunOperation: Request would have succeeded, but DryRun flag is set.");
  EXPECT_EQ(store.reads, 0);
}

TEST_F(EngineTest, RejectsXmlInvalidCharactersAnywhere) {
  EXPECT_EQ(refused("create-tags", {{"Resources", {"vpc-1"}}, {"Tags", {{{"Key", "a"}, {"Value", "\x1f"}}}}}),
            "InvalidCharacter: Your request contains an invalid XML character and can not be processed.");
}

TEST_F(EngineTest, RejectsAnIntegerBeyond64Bits) {
  EXPECT_EQ(refused("describe-vpcs", {{"MaxResults", 18446744073709551615U}}),
            "InvalidParameterValue: MaxResults: expected a 64-bit integer");
}

TEST_F(EngineTest, NamesAMemberOfTheWrongType) {
  EXPECT_EQ(refused("describe-vpcs", {{"DryRun", "yes"}}), "InvalidParameterValue: DryRun: expected true or false");
  EXPECT_EQ(refused("create-vpc", {{"CidrBlock", "10.0.0.0/16"}, {"DryRun", nullptr}}),
            "InvalidParameterValue: DryRun: expected true or false");
  EXPECT_EQ(refused("create-route-table", {{"VpcId", "vpc-1"}, {"ClientToken", 5}}),
            "InvalidParameterValue: ClientToken: expected a string");
  EXPECT_EQ(refused("describe-vpcs", Json::array()), "InvalidParameterValue: the document: expected an object");
}

// Whatever a request is, no exception but a StateError leaves call().
TEST_F(EngineTest, AnswersEveryRequestOfTheWrongTypes) {
  const Json values[] = {
      nullptr,          true, 5, -1, 1.5, "x", "", Json::array(), {{"a", 1}}, Json::array({5}), Json::object(),
      Json::binary({1})};
  const auto refuses = [&](const Operation& operation, const Json& request) {
    const Outcome outcome = Engine(store, clock, identifiers, options).call(operation, request, "us-east-1");
    return std::holds_alternative<ApiError>(outcome);
  };
  for (const Operation* operation : operations()) {
    for (const Json& value : values) {
      if (!value.is_object()) {
        EXPECT_TRUE(refuses(*operation, value)) << operation->name << value.dump();
      }
      for (const model::Member& member : operation->request->members) {
        const std::string name(member.name);
        EXPECT_NO_THROW(static_cast<void>(refuses(*operation, {{name, value}}))) << operation->name << ' ' << name;
      }
    }
    for (const model::Member& member : operation->request->members) {
      const std::string name(member.name);
      EXPECT_TRUE(refuses(*operation, {{name, 1.5}})) << operation->name << ' ' << name;
    }
  }
}

TEST_F(EngineTest, ReadingWritesNothingAndShowsTheSameDefaultVpcToAll) {
  const Json first = ok("describe-vpcs");
  EXPECT_EQ(ok("describe-vpcs"), first);
  EXPECT_EQ(store.commits, 0);
  EXPECT_NE(ok("describe-vpcs", Json::object(), "eu-west-1"), first) << "the ids follow from the region too";
}

TEST_F(EngineTest, FirstCommitInARegionStoresTheDefaultVpc) {
  const Json seen = ok("describe-vpcs")["Vpcs"][0];
  new_vpc();
  const Json vpcs = ok("describe-vpcs")["Vpcs"];
  ASSERT_EQ(vpcs.size(), 2U);
  EXPECT_EQ(vpcs[0], seen);
  EXPECT_EQ(store.tables.at("vpcs").size(), 2U);
  EXPECT_EQ(store.tables.at("subnets").size(), 6U);
}

TEST_F(EngineTest, SummarisesACallEvenIfItsCommitFails) {
  const std::string vpc = new_vpc();
  CallSummary summary;
  options.summary = &summary;
  store.failure = state::StateErrorKind::unknown_outcome;
  EXPECT_THROW(ok("create-route-table", {{"VpcId", vpc}, {"ClientToken", " t "}}), state::StateError);
  EXPECT_EQ(summary.action, CallSummary::Action::created);
  ASSERT_EQ(summary.ids.size(), 1U);
  EXPECT_TRUE(store.tables["route-tables"].contains(summary.ids[0]));
  EXPECT_EQ(summary.token, "t");
}

TEST_F(EngineTest, SummarisesTheCreatedResourceFirstWhateverItsTagsSay) {
  options.seed = "x";  // so that the ids are known beforehand
  const auto ids_of = [this](const std::string& tag) {
    MemoryStore other;
    CallSummary summary;
    Engine::Options observed = options;
    observed.summary = &summary;
    const Json tags = {{{"Key", "k"}, {"Value", tag}}};
    const Json request = {{"CidrBlock", "10.0.0.0/16"},
                          {"TagSpecifications", {{{"ResourceType", "vpc"}, {"Tags", tags}}}}};
    static_cast<void>(
        Engine(other, clock, identifiers, observed).call(*find_operation("create-vpc"), request, "us-east-1"));
    return summary.ids;
  };
  const std::vector<std::string> ids = ids_of("");
  ASSERT_EQ(ids.size(), 6U) << "the VPC, its main table, default ACL and group, and two rules of that";
  EXPECT_TRUE(ids[0].starts_with("vpc-")) << ids[0];
  for (const std::string& id : ids) EXPECT_EQ(ids_of(id), ids) << id;
}

TEST_F(EngineTest, DoesNotCommitAWriteThatChangesNothing) {
  const std::string vpc = new_vpc();
  const int commits = store.commits;
  ok("delete-tags", {{"Resources", {vpc}}, {"Tags", {{{"Key", "absent"}}}}});
  EXPECT_EQ(store.commits, commits);
}

TEST_F(EngineTest, SeedMakesIdsRepeatableAndUnique) {
  options.seed = "x";
  const std::string first = new_vpc();
  const std::string second = new_vpc();
  EXPECT_NE(first, second);
  MemoryStore other;
  std::swap(store.tables, other.tables);
  std::swap(store.header, other.header);
  EXPECT_EQ(new_vpc(), first);
  EXPECT_EQ(new_vpc(), second);
  options.seed = "y";
  EXPECT_NE(new_vpc(), first);
}

class Seeded : public EngineTest {
 protected:
  std::optional<Engine::SeedFaults> seed(const Json& document) {
    const auto outcome = Engine(store, clock, identifiers, options).seed(document, Engine::Existing::replaced);
    const auto* bad = std::get_if<Engine::SeedFaults>(&outcome);
    return bad == nullptr ? std::nullopt : std::optional(*bad);
  }
  std::vector<std::string> verify() { return Engine(store, clock, identifiers, options).verify().problems; }
};

const Json kSeed = {{"Account", "141035231386"},
                    {"Vpcs",
                     {{{"VpcId", "vpc-00c84bd9dcad1d728"},
                       {"CidrBlock", "10.0.0.1/16"},
                       {"Tags", {{{"Key", "Name"}, {"Value", "seeded"}}}}}}},
                    {"NextIds", {"rtb-0899b6226d3a3ef9a", "rtb-0899b6226d3a3ef9b"}}};

TEST_F(Seeded, ReplacesTheWholeState) {
  const std::string old_vpc = new_vpc();
  EXPECT_FALSE(seed(kSeed));
  EXPECT_EQ(refused("describe-vpcs", {{"VpcIds", {old_vpc}}}),
            "InvalidVpcID.NotFound: The vpc ID '" + old_vpc + "' does not exist");
  const Json vpc = ok("describe-vpcs", {{"VpcIds", {"vpc-00c84bd9dcad1d728"}}})["Vpcs"][0];
  EXPECT_EQ(vpc["OwnerId"], "141035231386");
  EXPECT_EQ(vpc["CidrBlock"], "10.0.0.0/16");
  EXPECT_EQ(vpc["Tags"], Json::parse(R"([{"Key":"Name","Value":"seeded"}])"));
}

TEST_F(Seeded, NextIdsAreAssignedInOrder) {
  seed(kSeed);
  const Json request = {{"VpcId", "vpc-00c84bd9dcad1d728"}};
  EXPECT_EQ(ok("create-route-table", request)["RouteTable"]["RouteTableId"], "rtb-0899b6226d3a3ef9a");
  EXPECT_EQ(ok("create-route-table", request)["RouteTable"]["RouteTableId"], "rtb-0899b6226d3a3ef9b");
  EXPECT_EQ(store.tables.at("next-ids").size(), 0U);
  const std::string third = ok("create-route-table", request)["RouteTable"]["RouteTableId"];
  EXPECT_EQ(third.size(), 21U);
}

TEST_F(Seeded, GivesTheSameStateEachTime) {
  seed(kSeed);
  const Tables first = store.tables;
  seed(kSeed);
  EXPECT_EQ(store.tables, first);
}

TEST_F(Seeded, ReportsAllFaultsAndChangesNothing) {
  const Tables before = store.tables;
  const auto bad = seed({{"Account", "12"},
                         {"Vpcs",
                          {{{"VpcId", "rtb-00c84bd9dcad1d728"}, {"CidrBlock", "10.0.0.0/16"}, {"Region", "mars-1"}},
                           {{"VpcId", "vpc-00c84bd9dcad1d728"}, {"CidrBlock", "10.0.0.0/16"}},
                           {{"VpcId", "vpc-00c84bd9dcad1d728"}, {"CidrBlock", "10.0.0.0/8"}}}},
                         {"NextIds", {"nonsense"}}});
  ASSERT_TRUE(bad);
  std::string prefixes;
  for (const Noun* noun : nouns()) prefixes += std::string(noun->prefix) + ' ';
  EXPECT_EQ(
      bad->lines,
      (std::vector<std::string>{
          "Account: '12' is not twelve digits",
          "Vpcs[0].VpcId: 'rtb-00c84bd9dcad1d728' is not an id; expected vpc- followed by 17 lower-case hexadecimal "
          "digits, or 8 in old ids",
          "Vpcs[0].Region: there is no region 'mars-1'", "Vpcs[2].VpcId: 'vpc-00c84bd9dcad1d728' is named twice",
          "Vpcs[2].CidrBlock: '10.0.0.0/8' is not an IPv4 block from /16 to /28",
          "NextIds[0]: 'nonsense' is not an id; expected one of " + prefixes +
              "followed by 17 lower-case hexadecimal digits, or 8 in old ids"}));
  EXPECT_EQ(store.tables, before);
  EXPECT_TRUE(seed({{"Vpc", Json::array()}}));
}

TEST_F(Seeded, ResetLeavesAnUntouchedAccount) {
  seed(kSeed);
  EXPECT_FALSE(Engine(store, clock, identifiers, options).reset(Engine::Existing::kept));
  EXPECT_TRUE(Engine(store, clock, identifiers, options).reset(Engine::Existing::replaced));
  EXPECT_TRUE(store.tables.empty());
  EXPECT_EQ(ok("describe-vpcs")["Vpcs"][0]["OwnerId"], "123456789012");
}

TEST_F(Seeded, VerifyFindsBrokenReferencesAndDuplicateIds) {
  seed(kSeed);
  EXPECT_EQ(verify(), std::vector<std::string>{});
  const std::string table =
      ok("create-route-table", {{"VpcId", "vpc-00c84bd9dcad1d728"}})["RouteTable"]["RouteTableId"];
  std::string& line = store.tables.at("route-tables").at(table);
  const auto at = line.find("vpc-00c84bd9dcad1d728");
  line.replace(at, 21, "vpc-0badbadbadbadbad0");
  EXPECT_EQ(verify(),
            (std::vector<std::string>{"record \"" + table +
                                      "\" of table \"route-tables\": VpcId: there is no vpc-0badbadbadbadbad0"}));
}

TEST_F(Seeded, VerifyFindsADuplicateAssociation) {
  seed(kSeed);
  Tables& tables = store.tables;
  std::string association;
  for (auto& [id, line] : tables.at("route-tables")) {
    Json record = Json::parse(line);
    Json& its = record["Associations"][0]["RouteTableAssociationId"];
    if (association.empty()) association = its;
    its = association;
    line = record.dump();
  }
  const std::vector<std::string> problems = verify();
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_NE(problems[0].find(": Associations[0].RouteTableAssociationId: " + association + " is also at "),
            std::string::npos)
      << problems[0];
}

TEST_F(Seeded, VerifyFindsAReservedIdInUse) {
  seed(kSeed);
  const std::string taken = store.tables.at("route-tables").begin()->first;
  store.tables.at("next-ids").at("rtb-") = R"({"Ids":[")" + taken + "\"]}";
  EXPECT_EQ(verify(), (std::vector<std::string>{R"(record "rtb-" of table "next-ids": Ids[0]: )" + taken +
                                                " is already in use"}));
}

TEST_F(Seeded, EveryRecordTheEngineWritesPassesItsOwnCheck) {
  seed(kSeed);
  ok("create-route-table", {{"VpcId", "vpc-00c84bd9dcad1d728"}, {"ClientToken", "a/b\tc"}});
  ok("create-network-acl", {{"VpcId", "vpc-00c84bd9dcad1d728"}});
  ok("create-vpc", {{"CidrBlock", "10.2.0.0/24"}, {"AmazonProvidedIpv6CidrBlock", true}});
  ok("create-tags", {{"Resources", {"vpc-00c84bd9dcad1d728"}}, {"Tags", {{{"Key", "é"}, {"Value", ""}}}}});
  int records = 0;
  for (const auto& [table, lines] : store.tables) {
    for (const auto& [key, line] : lines) {
      EXPECT_EQ(check_record(table, key, line), std::nullopt) << table << ' ' << key << ' ' << line;
      ++records;
    }
  }
  EXPECT_GT(records, 20);
}

// What is wrong with a record, with `?` after a name that a newer program may know.
std::string fault_of(std::string_view table, std::string_view key, std::string_view line) {
  const auto fault = check_record(table, key, line);
  return fault ? fault->what + (fault->unknown_name ? "?" : "") : "none";
}

TEST(RecordCheck, ReportsWhatIsWrong) {
  EXPECT_EQ(fault_of("vpcs", "rtb-1", "{}"),
            "the key should be vpc- and 17 lower-case hexadecimal digits, or 8 in old ids");
  EXPECT_EQ(fault_of("vpcs", "vpc-00000001", R"({"Colour":"red"})"), "Colour: unknown member?");
  EXPECT_EQ(fault_of("vpcs", "vpc-00000001", R"({"Region":"mars-1"})"), "Region: there is no region 'mars-1'");
  EXPECT_EQ(fault_of("vpcs", "vpc-00000001", R"({"Region":"us-east-1"})"), "Serial: expected a number of at least 1");
  EXPECT_EQ(fault_of("vpcs", "vpc-00000001", R"({"Region":1})"), "Region: expected a string");
  EXPECT_EQ(fault_of("next-ids", "rtb-", R"({"Ids":["acl-1"]})"),
            "Ids: 'acl-1' is not an id; expected rtb- and 17 lower-case hexadecimal digits");
  EXPECT_EQ(fault_of("regions", "mars-1", R"({"DhcpOptionsId":"dopt-1"})"), "there is no region 'mars-1'");
  EXPECT_EQ(fault_of("client-tokens", "k",
                     R"({"Region":"r","Operation":"o","Token":"t","Request":{},"ResourceId":"i","Time":"now"})"),
            "the key should be r/o/t");
}

}  // namespace
}  // namespace ec2mimic::test
