// A create operation declares where its resource, id, tags and token are. Here each of these is in an unusual place, as
// in some operation of AWS's: the token comes first in the response or is missing, the id is not named after the
// resource, the tags are in TagSet and absent if there are none.
#include "core/operation/creating.h"
#include "core/ops/route_table/route_table.h"
#include "tests/unit/core/engine_fixture.h"

namespace ec2mimic {
namespace {

struct List {
  std::optional<std::vector<Tag>> tag_set{};
  std::string shown_after_tags{};
  std::string prefix_list_id{};
};

struct CreateList {
  std::optional<std::string> client_token{};
  std::vector<TagSpecification> tag_specifications{};
  std::string vpc_id{};
};

struct CreateListResult {
  std::optional<std::string> client_token{};
  List managed_list{};
};

}  // namespace

template <>
struct Resource<List> {
  using Record = RouteTableRecord;
  static constexpr auto id = &List::prefix_list_id;
  static constexpr auto tags = &List::tag_set;
  static List view(const std::string& id, const RouteTableRecord&, Context&) { return {{}, "after", id}; }
};

template <>
struct model::Describe<List> {
  static constexpr std::string_view name = "List";
  static constexpr auto members =
      model::members(member<&List::tag_set>("TagSet", ""), member<&List::shown_after_tags>("After", ""),
                     member<&List::prefix_list_id>("PrefixListId", ""));
};

template <>
struct model::Describe<CreateList> {
  static constexpr std::string_view name = "CreateListRequest";
  static constexpr auto members = model::members(
      member<&CreateList::client_token>("ClientToken", "", {.idempotency_token = true}),
      member<&CreateList::tag_specifications>("TagSpecifications", ""), member<&CreateList::vpc_id>("VpcId", ""));
};

template <>
struct model::Describe<CreateListResult> {
  static constexpr std::string_view name = "CreateListResult";
  static constexpr auto members = model::members(member<&CreateListResult::client_token>("ClientToken", ""),
                                                 member<&CreateListResult::managed_list>("ManagedList", ""));
};

namespace test {
namespace {

CreateListResult run(const CreateList& request, Context& context) {
  const std::string id = context.new_id(ops::route_table.prefix);
  RouteTableRecord record;
  record.vpc_id = request.vpc_id;
  Table<RouteTableRecord>(context).create(id, record);
  return {{}, *find_created<List>(context, id)};
}

constexpr Operation kEchoes = define_create<&run, &CreateList::tag_specifications, &CreateListResult::managed_list,
                                            &CreateListResult::client_token>({
    .name = "CreateList",
    .effect = Effect::writes,
    .summary = "",
});
constexpr Operation kSilent =
    define_create<&run, &CreateList::tag_specifications, &CreateListResult::managed_list, nullptr>({
        .name = "CreateSilentList",
        .effect = Effect::writes,
        .summary = "",
    });

class UnusualCreate : public EngineTest {
 protected:
  void SetUp() override { vpc = new_vpc(); }

  std::string answer(const Operation& operation, Json request) {
    if (!request.contains("VpcId")) request["VpcId"] = vpc;
    const Outcome outcome = Engine(store, clock, identifiers, options).call(operation, request, "us-east-1");
    if (const auto* error = std::get_if<ApiError>(&outcome)) return error->code;
    return std::get<Json>(outcome).dump();
  }

  static std::string id_in(const std::string& answer) { return Json::parse(answer)["ManagedList"]["PrefixListId"]; }

  std::string vpc;
};

TEST_F(UnusualCreate, FindsItsDeclaredMembers) {
  const Json request = Json::parse(R"({"ClientToken":" t ","TagSpecifications":[
      {"Tags":[{"Key":"b","Value":"1"}]},{"Tags":[{"Key":"a"}]}]})");
  const std::string first = answer(kEchoes, request);
  const std::string id = id_in(first);
  EXPECT_TRUE(store.tables.at("route-tables").contains(id));
  EXPECT_EQ(first, R"({"ClientToken":"t","ManagedList":{"TagSet":[{"Key":"b","Value":"1"},{"Key":"a","Value":""}],)"
                   R"("After":"after","PrefixListId":")" +
                       id + R"("}})");
  const Tables before = store.tables;
  EXPECT_EQ(answer(kEchoes, request), first);
  EXPECT_EQ(store.tables, before);
  EXPECT_EQ(answer(kEchoes, {{"ClientToken", "t"}}), "IdempotentParameterMismatch");
  store.tables.at("route-tables").erase(id);
  EXPECT_EQ(answer(kEchoes, request), "IdempotentParameterMismatch") << "the resource is gone";
}

TEST_F(UnusualCreate, NeedNotEchoItsToken) {
  const std::string first = answer(kSilent, {{"ClientToken", "t"}});
  EXPECT_EQ(first, R"({"ManagedList":{"After":"after","PrefixListId":")" + id_in(first) + R"("}})");
  EXPECT_EQ(answer(kSilent, {{"ClientToken", "t"}}), first);
  EXPECT_NE(answer(kSilent, {{"ClientToken", "u"}}), first);
}

TEST_F(UnusualCreate, CannotReferToAMissingResource) {
  const Tables before = store.tables;
  EXPECT_EQ(answer(kEchoes, {{"VpcId", "vpc-0badbadbadbadbad0"}, {"ClientToken", "t"}}), "InvalidVpcID.NotFound");
  EXPECT_EQ(store.tables, before);
}

TEST_F(UnusualCreate, DeclaresItsTokenMember) {
  ASSERT_NE(kEchoes.token, nullptr);
  EXPECT_EQ(kEchoes.token->name, "ClientToken");
  EXPECT_EQ(find_operation("create-vpc")->token, nullptr);
}

}  // namespace
}  // namespace test
}  // namespace ec2mimic
