// All operations and all nouns. The lists are generated from the file names under core/ops
// (core/operation/registry.cmake): adding one changes no other file, and a misnamed file fails at link time.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/operation/noun.h"
#include "core/operation/operation.h"

namespace ec2mimic {

/// The AWS service of an operation. STS is limited to what scripts call before EC2.
enum class Service : std::uint8_t { ec2, sts };

/// Sorted by command name.
[[nodiscard]] std::span<const Operation* const> operations(Service service = Service::ec2);

/// Their names as commands, such as `create-vpc`, in the same order.
[[nodiscard]] std::vector<std::string> commands_of(Service service = Service::ec2);

/// Finds an operation by its command, such as `create-route-table`; null if there is none.
[[nodiscard]] const Operation* find_operation(std::string_view command, Service service = Service::ec2);

/// Finds an operation of any service by its command or by AWS's name, `CreateRouteTable`; null if there is none.
[[nodiscard]] const Operation* find_operation_called(std::string_view name);

[[nodiscard]] Service service_of(const Operation& operation);

/// Sorted by folder name.
[[nodiscard]] std::span<const Noun* const> nouns();

/// What a folder under core/ops holds.
struct Folder {
  std::string_view name;  ///< Spelled as in commands: `route-table`
  const Noun* noun;       ///< Null for a folder of operations only, such as tag.
  std::span<const Operation* const> operations;
};

/// Sorted by name.
[[nodiscard]] std::span<const Folder> folders();

/// The noun that an id (`rtb-...`) belongs to, judged by its prefix; null if there is none.
[[nodiscard]] const Noun* noun_of_id(std::string_view id);

/// The noun of a resource type (`route-table`), or null.
[[nodiscard]] const Noun* noun_of_type(std::string_view type);

/// True if the operation answers in pages.
[[nodiscard]] bool has_pages(const Operation& operation);

/// The error codes of an operation besides those common to all, sorted: its own, and those that follow from the traits
/// of its request and from what it does.
[[nodiscard]] std::vector<std::string_view> errors_of(const Operation& operation);

/// The codes that are common to all operations. Only one that has DryRun answers the first.
inline constexpr std::array<std::string_view, 2> kCommonErrors{"DryRunOperation", "InvalidCharacter"};

/// Commands related to an operation, sorted: those it lists, the others in its folder, and those that create what its
/// request refers to.
[[nodiscard]] std::vector<std::string> see_also_of(const Operation& operation);

/// Converts AWS's names to the command line's: `CreateRouteTable` becomes `create-route-table`, `VpcIds` `vpc-ids`,
/// `Ipv6CidrBlock` `ipv6-cidr-block`, `EnableDns64` `enable-dns64`.
[[nodiscard]] std::string kebab_case(std::string_view name);

}  // namespace ec2mimic
