// Random calls, generated from the shapes of all operations, and what must hold after each of them:
//
// - it succeeds, or fails with a code that the operation lists or that is common to all;
// - a failed call leaves every record as it was;
// - a response decodes as its result shape, and the same call with the same client token returns the same resource and
//   writes nothing;
// - a new record never replaces another, even if ids follow from a seed and the revision is lowered by hand;
// - every record is sound by itself, and every reference resolves;
// - a record with an unknown member, written by a newer program, is never changed or deleted, nor is what it refers to.
//
// After calls that only add, a teardown in any order that AWS allows ends where it began.
//
// Each seed makes a sequence of its own, starting with an empty account; a failure names the seed and the call.
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "core/account/record_check.h"
#include "core/engine.h"
#include "core/model/codec.h"
#include "core/operation/idempotency.h"
#include "core/operation/registry.h"
#include "tests/harness/memory_store.h"
#include "tests/property/teardown.h"

namespace ec2mimic::test {
namespace {

// The sanitizers slow each call down about ten times; they look for other mistakes, which few sequences find as well.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define EC2MIMIC_FEW_SEQUENCES
#endif
#endif
#if defined(EC2MIMIC_FEW_SEQUENCES)
constexpr int kSequences = 4;
constexpr bool kCountsOutcomes = false;
#else
constexpr int kSequences = 90;
constexpr bool kCountsOutcomes = true;
#endif
constexpr std::size_t kCallsPerOperation = 15;

class CallSequence {
 public:
  // Every other sequence derives its ids from a seed.
  explicit CallSequence(unsigned seed) : random_(seed) {
    if (seed % 2 == 0) options_.seed = "sequence";
    engine_.emplace(store_, clock_, identifiers_, options_);
  }

  void run() {
    for (std::size_t call = 0; call < calls() && !::testing::Test::HasFailure(); ++call) step();
  }

  // From the middle on, one record has a member from a newer program, which refers to another resource.
  void run_beside_a_newer_program() {
    for (std::size_t call = 0; call < calls() && !::testing::Test::HasFailure(); ++call) {
      if (call == calls() / 2) mark_a_record();
      step_beside_a_newer_program();
    }
  }

  // Calls what adds something, takes all of it down again, and waits until AWS no longer lists what was deleted.
  void run_and_tear_down() {
    open_region();
    const Tables initial = store_.tables;
    const auto adding = undoable();
    for (std::size_t call = 0; call < 2 * kCallsPerOperation * adding.size(); ++call) {
      const Operation& operation = *adding[pick(adding.size())];
      const Json request = draw(*operation.request, nullptr, operation);
      const Outcome outcome = engine_->call(operation, request, "us-east-1");
      if (std::holds_alternative<Json>(outcome)) ++outcomes[std::string(operation.name)];
    }
    Teardown teardown(*engine_, store_, initial, random_);
    teardown.run();
    clock_.time += std::chrono::days(30);
    open_region();
    for (const auto& [operation, count] : teardown.done()) outcomes[operation] += count;
    EXPECT_EQ(Json(comparable(store_.tables)).dump(1), Json(comparable(initial)).dump(1));
  }

  // Operations with an inverse.
  static std::vector<const Operation*> undoable() {
    std::vector<const Operation*> found;
    for (const Operation* operation : operations()) {
      if (inverse_of(*operation) != nullptr) found.push_back(operation);
    }
    return found;
  }

  // How often each outcome occurred, to check that the sequences test something.
  std::map<std::string, int> outcomes;

 private:
  struct Place {
    std::string table;
    std::string key;
  };

  // Commits something, which makes the engine write what the region has from the start, and forget what is long over.
  void open_region() {
    const Outcome made = engine_->call(*find_operation("create-vpc"), {{"CidrBlock", "10.0.0.0/16"}}, "us-east-1");
    static_cast<void>(
        engine_->call(*find_operation("delete-vpc"), {{"VpcId", std::get<Json>(made)["Vpc"]["VpcId"]}}, "us-east-1"));
  }

  static std::size_t calls() { return kCallsPerOperation * operations().size(); }

  Place draw_record() {
    std::vector<Place> places;
    for (const Noun* noun : nouns()) {
      for (const auto& [id, line] : store_.tables[std::string(noun->table)]) {
        places.push_back({std::string(noun->table), id});
      }
    }
    return places[pick(places.size())];
  }

  void mark_a_record() {
    marked_ = draw_record();
    named_ = draw_record();
    std::string& line = store_.tables[marked_->table][marked_->key];
    Json record = Json::parse(line);
    record["Newer"] = {{"Id", named_.key}};
    line = record.dump();
  }

  void step_beside_a_newer_program() {
    const Operation& operation = *operations()[pick(operations().size())];
    const Json request = draw(*operation.request, nullptr, operation);
    SCOPED_TRACE(kebab_case(operation.name) + ' ' + request.dump());
    const Tables before = store_.tables;
    try {
      static_cast<void>(engine_->call(operation, request, "us-east-1"));
    } catch (const state::StateError& error) {
      EXPECT_TRUE(marked_);
      EXPECT_EQ(error.kind(), state::StateErrorKind::newer) << error.message();
      EXPECT_EQ(store_.tables, before);
      ++outcomes["newer"];
    }
    if (!marked_) return;
    EXPECT_EQ(store_.tables[marked_->table][marked_->key], before.at(marked_->table).at(marked_->key));
    EXPECT_TRUE(store_.tables[named_.table].contains(named_.key)) << named_.key << " was deleted";
  }

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
      // Of some texts nothing is left but the value that is refused.
      EXPECT_TRUE(!error->message.empty() || error->code == "InvalidParameterValue");
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

  // A record keeps its position in the order of creation for as long as it exists.
  void check_kept(const Tables& before) {
    for (const Noun* noun : nouns()) {
      const auto old = before.find(noun->table);
      if (old == before.end()) continue;
      for (const auto& [id, line] : store_.tables[std::string(noun->table)]) {
        const auto was = old->second.find(id);
        if (was != old->second.end()) {
          EXPECT_EQ(noun->head(id, line).serial, noun->head(id, was->second).serial) << id;
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
    EXPECT_EQ(engine_->verify().problems, std::vector<std::string>{});
  }

  static bool documented(const Operation& operation, const std::string& code) {
    if (std::find(kCommonErrors.begin(), kCommonErrors.end(), code) != kCommonErrors.end()) return true;
    const auto known = errors_of(operation);
    if (std::find(known.begin(), known.end(), code) != known.end()) return true;
    // An operation on resources of any kind may fail with the NotFound of each.
    for (const model::Member& member : operation.request->members) {
      if (member.traits.refers != "*") continue;
      for (const Noun* noun : nouns()) {
        if (noun->not_found("").code == code) return true;
      }
    }
    return false;
  }

  // A random value of a shape; `member` is the member it is for, if any.
  Json draw(const model::Shape& shape, const model::Member* member, const Operation& operation) {
    switch (shape.kind) {
      case model::Kind::boolean:
        return chance(5);
      case model::Kind::integer:
        // Few numbers, so that entries are found; every default network ACL has 100.
        if (member != nullptr && member->name == "RuleNumber") return chance(70) ? 100 : static_cast<int>(pick(3));
        return static_cast<int>(pick(30)) - 3;
      case model::Kind::string:
        return draw_text(member, operation);
      case model::Kind::list: {
        Json list = Json::array();
        // Every element of these must be right, so they mostly have one.
        const bool is_of_rules =
            member != nullptr && (member->name.starts_with("Ip") || member->name.ends_with("Rules"));
        for (std::size_t i = is_of_rules && chance(80) ? 1 : pick(4); i > 0; --i)
          list.push_back(draw(*shape.element, member, operation));
        return list;
      }
      case model::Kind::structure:
        break;
    }
    Json object = Json::object();
    // Most of the members of some requests exclude each other, so they are mostly drawn in ways that can succeed.
    const bool is_request = &shape == operation.request;
    const auto way = kWays.find(operation.name);
    const bool follows = is_request && way != kWays.end() && chance(70);
    for (const model::Member& one : shape.members) {
      const bool is_of_way = follows && way->second.contains(one.name);
      const unsigned usual = follows ? 2 : odds(one.name);
      if (one.traits.required || is_of_way ? !chance(3) : chance(usual)) {
        object[std::string(one.name)] = draw(*one.shape, &one, operation);
      }
    }
    return object;
  }

  // How often an optional member is present, in per cent.
  static unsigned odds(std::string_view name) {
    if (name == "Key" || name == "Value" || name == "Name" || name == "Values" || name == "ResourceType") return 95;
    if (name == "CidrBlock" || name == "IpProtocol" || name == "IpRanges" || name == "SecurityGroupRule") return 95;
    if (name == "CidrIp" || name == "CidrIpv4") return 95;
    if (name == "Ipv6Ranges" || name == "PrefixListIds" || name == "UserIdGroupPairs") return 5;
    if (name == "ClientToken") return 70;
    return name == "DryRun" ? 3 : 20;
  }

  std::string draw_text(const model::Member* member, const Operation& operation) {
    if (member == nullptr) return "";
    const std::string_view name = member->name;
    const auto& choices = member->traits.choices;
    if (!choices.empty() && name != "ResourceType" && !chance(20)) return std::string(choices[pick(choices.size())]);
    if (!member->traits.refers.empty()) return draw_id(member->traits.refers);
    if (member->traits.idempotency_token) return one_of({"a", "b", "c", " a ", "A", "", "  ", "\x01", "é", kLong});
    if (name == "Protocol" || name == "IpProtocol") return one_of({"-1", "-1", "-1", "50", "6", "1", "58", "tcp"});
    if (name == "CidrBlock" && operation.name == "CreateSubnet") {
      return "10.0." + std::to_string(pick(8)) + (chance(80) ? ".0/24" : ".0/29");
    }
    if (name == "CidrBlock") return one_of({"10.0.0.0/16", "10.1.2.3/20", "172.31.0.0/16", "10.0.0.0/29", "nonsense"});
    if (name == "CidrIp" || name == "CidrIpv4")
      return one_of({"0.0.0.0/0", "0.0.0.0/0", "198.51.100.1/24", "nonsense"});
    // Mostly the same, so that routes are found.
    if (name == "DestinationCidrBlock") return chance(80) ? "0.0.0.0/0" : one_of({"198.51.100.0/24", "nonsense"});
    if (name == "AvailabilityZone") return one_of({"us-east-1a", "us-east-1b", "us-east-1z"});
    if (name == "ServiceName") return one_of({"com.amazonaws.us-east-1.s3", "com.amazonaws.us-east-1.sqs", "nonsense"});
    if (name == "ConnectivityType" || name == "VpcEndpointType") return std::string(choices[pick(choices.size())]);
    if (name == "AddressFamily" && !chance(20)) return one_of({"IPv4", "IPv4", "IPv6"});
    if (name == "Cidr") return one_of({"10.0.0.0/8", "10.1.0.0/16", "192.0.2.0/24", "10.0.0.1/8"});
    if (name == "Key" && operation.name == "CreateDhcpOptions" && !chance(20)) return "domain-name";
    if (name == "ResourceType" && !chance(20)) return draw_type(operation);
    if (name == "Name" && operation.filters != nullptr && !chance(5)) {
      return std::string((*operation.filters)[pick(operation.filters->size())].name) + (chance(50) ? "" : "a");
    }
    if (name == "Values" && chance(50)) return draw_id("*");
    return one_of({"a", "b", "Name", "*", "a?", "true", "default", "aws:x", "", "é😀", "a\\*", kLong});
  }

  // A resource type: mostly that of the resource which the operation creates.
  std::string draw_type(const Operation& operation) {
    for (const Noun* noun : nouns()) {
      if (chance(70) && kebab_case(operation.name) == "create-" + std::string(noun->type))
        return std::string(noun->type);
    }
    return std::string(nouns()[pick(nouns().size())]->type);
  }

  // An id of the kind that a member refers to (`vpc`, `rtbassoc-`, `*`), mostly of an existing resource.
  std::string draw_id(std::string_view refers) {
    std::vector<std::string> ids = {"nonsense", ""};
    for (const Noun* noun : nouns()) {
      if (refers == "*" || noun->type == refers) ids.push_back(std::string(noun->prefix) + "00000000000000000");
    }
    // One of AWS's own, for which there is no record.
    if (refers == "prefix-list" && chance(30)) return "pl-63a5400a";
    if (chance(10)) return ids[pick(ids.size())];
    for (const Noun* noun : nouns()) {
      for (const auto& [id, line] : store_.tables[std::string(noun->table)]) {
        if (refers == "*" || noun->type == refers) ids.push_back(id);
        if (refers.ends_with('-')) add_parts(refers, line, ids);
      }
    }
    return ids[pick(ids.size())];
  }

  // The ids of the parts of a record that have this prefix.
  static void add_parts(std::string_view prefix, std::string_view line, std::vector<std::string>& ids) {
    const std::string begin = '"' + std::string(prefix);
    for (std::size_t at = line.find(begin); at != std::string_view::npos; at = line.find(begin, at + 1)) {
      ids.emplace_back(line.substr(at + 1, line.find('"', at + 1) - at - 1));
    }
  }

  std::string one_of(std::initializer_list<std::string_view> texts) {
    return std::string(texts.begin()[pick(texts.size())]);
  }
  std::size_t pick(std::size_t count) { return random_() % count; }
  bool chance(unsigned percent) { return pick(100) < percent; }

  inline static const std::map<std::string_view, std::set<std::string_view>> kWays = {
      {"AssociateAddress", {"AllocationId", "NetworkInterfaceId"}},
      {"AssociateRouteTable", {"SubnetId"}},
      {"AssociateVpcCidrBlock", {"CidrBlock"}},
      {"AuthorizeSecurityGroupEgress", {"IpPermissions"}},
      {"AuthorizeSecurityGroupIngress", {"GroupId", "IpPermissions"}},
      {"CreateDefaultSubnet", {"AvailabilityZone"}},
      {"CreateNatGateway", {"ConnectivityType", "SubnetId"}},
      {"CreateRoute", {"DestinationCidrBlock", "GatewayId"}},
      {"CreateSubnet", {"CidrBlock"}},
      {"CreateVpcEndpoint", {"ServiceName", "VpcEndpointType"}},
      {"CreateVpcPeeringConnection", {"PeerVpcId"}},
      {"AcceptVpcPeeringConnection", {"VpcPeeringConnectionId"}},
      {"DeleteRoute", {"DestinationCidrBlock"}},
      {"DescribeNetworkInterfaceAttribute", {"Attribute"}},
      {"DisassociateAddress", {"AssociationId"}},
      {"ReplaceRoute", {"DestinationCidrBlock", "GatewayId"}},
      {"RevokeSecurityGroupEgress", {"IpPermissions"}},
      {"RevokeSecurityGroupIngress", {"GroupId", "IpPermissions"}},
      {"UpdateSecurityGroupRuleDescriptionsEgress", {"GroupId", "IpPermissions"}},
      {"UpdateSecurityGroupRuleDescriptionsIngress", {"GroupId", "IpPermissions"}},
  };

  static constexpr std::string_view kLong = "0123456789012345678901234567890123456789012345678901234567890123456789";

  std::mt19937 random_;
  MemoryStore store_;
  FixedClock clock_;
  CountingIdentifiers identifiers_;
  Engine::Options options_;
  std::optional<Engine> engine_;
  std::optional<Place> marked_;  // the record with a member of a newer program
  Place named_;                  // the resource that the member refers to
};

TEST(RandomCalls, KeepTheEnginesGuarantees) {
  std::map<std::string, int> outcomes;
  for (unsigned seed = 1; seed <= kSequences && !HasFailure(); ++seed) {
    SCOPED_TRACE("sequence " + std::to_string(seed));
    CallSequence sequence(seed);
    sequence.run();
    for (const auto& [outcome, count] : sequence.outcomes) outcomes[outcome] += count;
  }
  if (!kCountsOutcomes || HasFailure()) return;
  // Their ids or states must fit each other, which is rare.
  const std::set<std::string_view> kRare{"AcceptVpcPeeringConnection",
                                         "AssociateVpcCidrBlock",
                                         "CreateRoute",
                                         "CreateTransitGatewayVpcAttachment",
                                         "DeleteTransitGatewayVpcAttachment",
                                         "DeleteVpcPeeringConnection",
                                         "DetachInternetGateway",
                                         "DetachVpnGateway",
                                         "DisassociateAddress",
                                         "DisassociateRouteTable",
                                         "DisassociateVpcCidrBlock",
                                         "EnableVgwRoutePropagation",
                                         "ModifySecurityGroupRules",
                                         "ModifyVpcEndpoint",
                                         "ModifyVpcPeeringConnectionOptions",
                                         "RejectVpcPeeringConnection",
                                         "ReplaceRoute",
                                         "UpdateSecurityGroupRuleDescriptionsIngress"};
  for (const Operation* operation : operations()) {
    // The default VPC would have to be emptied and deleted first.
    if (operation->name == "CreateDefaultVpc") continue;
    EXPECT_GT(outcomes[std::string(operation->name)], kRare.contains(operation->name) ? 0 : 20)
        << operation->name << " hardly ever succeeds";
  }
  for (const char* code : {"IdempotentParameterMismatch", "InvalidParameterValue", "DependencyViolation",
                           "DryRunOperation", "InvalidCharacter", "InvalidVpcID.NotFound"}) {
    EXPECT_GT(outcomes[code], 5) << code << " hardly ever comes up";
  }
}

TEST(RandomCalls, EndWhereTheyBeganOnceAllIsTornDown) {
  std::map<std::string, int> outcomes;
  for (unsigned seed = 1; seed <= kSequences / 3 && !HasFailure(); ++seed) {
    SCOPED_TRACE("sequence " + std::to_string(seed));
    CallSequence sequence(seed);
    sequence.run_and_tear_down();
    for (const auto& [outcome, count] : sequence.outcomes) outcomes[outcome] += count;
  }
  if (!kCountsOutcomes) return;
  for (const Operation* operation : CallSequence::undoable()) {
    EXPECT_GT(outcomes[std::string(operation->name)], 0) << operation->name << " never succeeds";
    EXPECT_GT(outcomes[std::string(inverse_of(*operation)->name)], 0)
        << inverse_of(*operation)->name << " never succeeds";
  }
}

TEST(RandomCalls, DoNotTouchRecordsOfANewerProgram) {
  int refused = 0;
  for (unsigned seed = 1; seed <= kSequences && !HasFailure(); ++seed) {
    SCOPED_TRACE("sequence " + std::to_string(seed));
    CallSequence sequence(seed);
    sequence.run_beside_a_newer_program();
    refused += sequence.outcomes["newer"];
  }
  EXPECT_GT(refused, kCountsOutcomes ? 100 : 0) << "hardly any call meets the record";
}

}  // namespace
}  // namespace ec2mimic::test
