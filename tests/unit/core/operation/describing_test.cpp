// Describe operations have exactly the parts that they list.
#include "core/operation/describing.h"

#include "core/ops/vpc/vpc.h"
#include "tests/unit/core/engine_fixture.h"

namespace ec2mimic::test {
namespace {

constexpr auto kRequest =
    model::described("DescribeThingsRequest", describing::ids("ThingIds", "", "vpc"), describing::dry_run);
constexpr auto kPagedRequest = model::described("DescribePagesRequest", describing::max_results(7),
                                                describing::next_token, describing::ids("PageIds", "", "vpc"));
constexpr auto kResult =
    model::described("DescribeThingsResult", describing::next_page<Vpc>, describing::items<Vpc>("Things", ""));
constexpr auto kFilteredRequest = model::described("DescribeFilteredRequest", describing::filters_as("Filter"),
                                                   describing::max_results(1000), describing::next_token);

constexpr Operation kPlain = define_describe<kRequest, kResult>({.name = "DescribeThings", .summary = ""});
constexpr Operation kPaged = define_describe<kPagedRequest, kResult>({.name = "DescribePages", .summary = ""});
constexpr Operation kFiltered = define_describe<kFilteredRequest, kResult>({.name = "DescribeFiltered", .summary = ""});

class Describing : public EngineTest {
 protected:
  Outcome outcome(const Operation& operation, const Json& request) {
    return Engine(store, clock, identifiers, options).call(operation, request, "us-east-1");
  }
  std::string refusal(const Operation& operation, const Json& request) {
    return std::get<ApiError>(outcome(operation, request)).message;
  }
};

TEST_F(Describing, WorksWithoutPagesAndFilters) {
  for (int i = 0; i < 8; ++i) new_vpc();
  EXPECT_EQ(std::get<Json>(outcome(kPlain, Json::object()))["Things"].size(), 9U);
  for (const char* member : {"MaxResults", "NextToken", "Filters"}) EXPECT_EQ(kPlain.request->member(member), nullptr);
  EXPECT_EQ(errors_of(kPlain), std::vector<std::string_view>{"InvalidVpcID.NotFound"});
}

TEST_F(Describing, WorksWithItsOwnPageSize) {
  for (int i = 0; i < 8; ++i) new_vpc();
  EXPECT_EQ(refusal(kPaged, {{"MaxResults", 8}}),
            "Value ( 8 ) for parameter MaxResults is invalid. Expecting a value smaller than or equal to 7.");
  EXPECT_EQ(refusal(kPaged, {{"MaxResults", 7}, {"PageIds", {"vpc-1"}}}),
            "The parameter PageIds cannot be used with the parameter MaxResults");
  const Json page = std::get<Json>(outcome(kPaged, {{"MaxResults", 7}}));
  EXPECT_EQ(page["Things"].size(), 7U);
  const Json next = std::get<Json>(outcome(kPaged, {{"NextToken", page["NextToken"]}}));
  EXPECT_EQ(next["Things"].size(), 2U);
  EXPECT_FALSE(next.contains("NextToken"));
  EXPECT_TRUE(std::holds_alternative<ApiError>(call("describe-vpcs", {{"NextToken", page["NextToken"]}}, "us-east-1")))
      << "a token is for one operation";
}

TEST_F(Describing, TakesItsFiltersUnderTheNameThatItGivesThem) {
  const std::string id = new_vpc();
  ASSERT_EQ(kFiltered.filters, &Resource<Vpc>::filters);
  const Json of_id = {{"Filter", {{{"Name", "vpc-id"}, {"Values", {id}}}}}};
  const Json found = std::get<Json>(outcome(kFiltered, of_id));
  ASSERT_EQ(found["Things"].size(), 1U);
  EXPECT_EQ(found["Things"][0]["VpcId"], id);
  EXPECT_EQ(refusal(kFiltered, {{"Filter", {{{"Name", "bogus"}}}}}), "The filter 'bogus' is invalid");
  EXPECT_TRUE(std::holds_alternative<ApiError>(outcome(kFiltered, {{"Filters", Json::array()}})));
}

}  // namespace
}  // namespace ec2mimic::test
