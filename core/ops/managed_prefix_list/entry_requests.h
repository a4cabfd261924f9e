// Entries in requests.
#pragma once

#include "core/model/describe.h"

namespace ec2mimic {

struct AddPrefixListEntry {
  std::string cidr{};
  std::optional<std::string> description{};
};

struct RemovePrefixListEntry {
  std::string cidr{};
};

namespace model {

template <>
struct Describe<AddPrefixListEntry> {
  static constexpr std::string_view name = "AddPrefixListEntry";
  static constexpr auto members =
      model::members(member<&AddPrefixListEntry::cidr>("Cidr", "The block, without host bits.", {.required = true}),
                     member<&AddPrefixListEntry::description>("Description", "What it is for."));
};

template <>
struct Describe<RemovePrefixListEntry> {
  static constexpr std::string_view name = "RemovePrefixListEntry";
  static constexpr auto members =
      model::members(member<&RemovePrefixListEntry::cidr>("Cidr", "The block.", {.required = true}));
};

}  // namespace model
}  // namespace ec2mimic
