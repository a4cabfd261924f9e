// Transitions: over at the first later look by default, at AWS's pace by the clock.
#include "core/records/transition.h"

#include "core/account/record_check.h"
#include "tests/unit/core/engine_fixture.h"

namespace ec2mimic::test {
namespace {

using std::chrono::seconds;

class Transition : public EngineTest {
 protected:
  std::string new_vpc_with_ipv6() {
    const Json made = ok("create-vpc", {{"CidrBlock", "10.0.0.0/16"}, {"AmazonProvidedIpv6CidrBlock", true}})["Vpc"];
    EXPECT_EQ(states(made), "pending associating");
    return made["VpcId"];
  }

  std::string shown(const std::string& id) { return states(ok("describe-vpcs", {{"VpcIds", {id}}})["Vpcs"][0]); }

  Json record(const std::string& id) const { return Json::parse(store.tables.at("vpcs").find(id)->second); }

 private:
  static std::string states(const Json& vpc) {
    const Json& block = vpc["Ipv6CidrBlockAssociationSet"][0];
    return vpc["State"].get<std::string>() + ' ' + block["Ipv6CidrBlockState"]["State"].get<std::string>();
  }
};

TEST_F(Transition, EndsAtTheNextCallByDefaultAndStoresNothing) {
  const std::string id = new_vpc_with_ipv6();
  EXPECT_EQ(shown(id), "available associated");
  EXPECT_FALSE(record(id).contains("TransitionStart"));
}

TEST_F(Transition, TakesTimeAtAwsPace) {
  options.pace = Pace::real;
  const std::string id = new_vpc_with_ipv6();
  EXPECT_EQ(record(id)["TransitionStart"], "2026-01-31T00:00:00Z");
  EXPECT_EQ(shown(id), "pending associating");
  clock.time += seconds(1);
  EXPECT_EQ(shown(id), "pending associating");
  const auto with_state = [&](const char* state) {
    const Json filters = {{{"Name", "state"}, {"Values", {state}}}};
    return ok("describe-vpcs", {{"VpcIds", {id}}, {"Filters", filters}})["Vpcs"].size();
  };
  EXPECT_EQ(with_state("pending"), 1U);
  EXPECT_EQ(with_state("available"), 0U);
  clock.time += seconds(1);
  EXPECT_EQ(shown(id), "available associated");
  EXPECT_EQ(with_state("available"), 1U);
}

TEST_F(Transition, IsOverForCallsAtTheDefaultPace) {
  options.pace = Pace::real;
  const std::string id = new_vpc_with_ipv6();
  options.pace = Pace::instant;
  EXPECT_EQ(shown(id), "available associated");
}

TEST_F(Transition, IsOverForARecordWithoutAStart) {
  const std::string id = new_vpc_with_ipv6();
  options.pace = Pace::real;
  EXPECT_EQ(shown(id), "available associated");
}

TEST_F(Transition, DoesNotBeginForDefaultResources) {
  options.pace = Pace::real;
  EXPECT_EQ(ok("describe-vpcs")["Vpcs"][0]["State"], "available");
}

TEST_F(Transition, SurvivesOtherChangesToTheRecord) {
  options.pace = Pace::real;
  const std::string id = new_vpc_with_ipv6();
  ok("create-tags", {{"Resources", {id}}, {"Tags", {{{"Key", "a"}, {"Value", "b"}}}}});
  EXPECT_EQ(shown(id), "pending associating");
}

TEST_F(Transition, NeedsAValidStart) {
  options.pace = Pace::real;
  const std::string id = new_vpc_with_ipv6();
  Json edited = record(id);
  EXPECT_EQ(check_record("vpcs", id, edited.dump()), std::nullopt);
  edited["TransitionStart"] = "today";
  EXPECT_EQ(check_record("vpcs", id, edited.dump())->what,
            "TransitionStart: 'today' is not a time such as 2026-01-31T12:00:00Z");
}

TEST_F(EngineTest, ClockCanBeShiftedOrFixed) {
  options.token_lifetime = seconds(60);
  const Json request = {{"VpcId", new_vpc()}, {"ClientToken", "t"}};
  const auto create = [&] { return ok("create-route-table", request)["RouteTable"]["RouteTableId"]; };
  const Json first = create();
  options.clock.offset = seconds(59);
  EXPECT_EQ(create(), first);
  options.clock.offset = seconds(60);
  const Json second = create();
  EXPECT_NE(second, first);
  options.clock = {clock.time + seconds(119), {}};
  clock.time += seconds(1000);
  EXPECT_EQ(create(), second);
}

}  // namespace
}  // namespace ec2mimic::test
