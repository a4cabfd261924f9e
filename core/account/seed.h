// Seed documents: a short description of a whole state, for walkthroughs and tests whose output must be the same every
// time.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/describe.h"
#include "core/operation/tags.h"
#include "core/records/records.h"

namespace ec2mimic {

struct SeedVpc {
  std::string vpc_id{};
  std::string cidr_block{};
  std::optional<std::string> region{};
  std::vector<Tag> tags{};
};

struct Seed {
  std::optional<std::string> account{};
  std::vector<SeedVpc> vpcs{};
  std::vector<std::string> next_ids{};
};

/// The account of a state unless its seed names another.
inline constexpr std::string_view kDefaultAccount = "123456789012";

/// The region of a seeded VPC unless it names another.
inline constexpr std::string_view kDefaultRegion = "us-east-1";

/// What is wrong with a seed, one fault per line; empty if it can be applied.
[[nodiscard]] std::vector<std::string> faults(const Seed& seed);

/// Puts all records of a seed, which must be without faults, into records that are empty so far.
void apply_seed(const Seed& seed, Records& records);

template <>
struct model::Describe<SeedVpc> {
  static constexpr std::string_view name = "SeedVpc";
  static constexpr auto members =
      model::members(member<&SeedVpc::vpc_id>("VpcId", "The id of the VPC.", {.required = true}),
                     member<&SeedVpc::cidr_block>("CidrBlock", "Its IPv4 addresses.", {.required = true}),
                     member<&SeedVpc::region>("Region", "The region of the VPC; us-east-1 if not given."),
                     member<&SeedVpc::tags>("Tags", "Its tags."));
};

template <>
struct model::Describe<Seed> {
  static constexpr std::string_view name = "Seed";
  static constexpr auto members = model::members(
      member<&Seed::account>("Account", "The twelve digits of the account; 123456789012 if not given."),
      member<&Seed::vpcs>("Vpcs", "VPCs that are there from the start, each with what every VPC has."),
      member<&Seed::next_ids>("NextIds",
                              "The ids for the next create calls; those of each type are assigned in this order."));
};

}  // namespace ec2mimic
