// All operations and all nouns. The lists are generated from the file names under core/ops (see CMakeLists.txt): no
// file is edited to add one, and one that is misnamed fails at link time.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/operation/noun.h"
#include "core/operation/operation.h"

namespace ec2mimic {

/// Whose operations they are. Of STS there is what scripts ask before they turn to EC2.
enum class Service : std::uint8_t { ec2, sts };

/// In the order of their command names.
[[nodiscard]] std::span<const Operation* const> operations(Service service = Service::ec2);

/// The operation whose command is `create-route-table`, or null.
[[nodiscard]] const Operation* find_operation(std::string_view command, Service service = Service::ec2);

/// In the order of their folder names.
[[nodiscard]] std::span<const Noun* const> nouns();

/// What a folder under core/ops holds.
struct Folder {
  std::string_view name;  ///< As commands spell it: `route-table`
  const Noun* noun;       ///< Null for one of operations alone, such as those on tags.
  std::span<const Operation* const> operations;
};

/// In the order of their names.
[[nodiscard]] std::span<const Folder> folders();

/// The noun whose ids begin as this one does (`rtb-...`), or null.
[[nodiscard]] const Noun* noun_of_id(std::string_view id);

/// The noun of a resource type (`route-table`), or null.
[[nodiscard]] const Noun* noun_of_type(std::string_view type);

/// The codes that an operation may answer with, besides those common to all, sorted: its own, and those that follow
/// from what its request refers to and takes, and from what it does.
[[nodiscard]] std::vector<std::string_view> errors_of(const Operation& operation);

/// The commands worth a look beside an operation, sorted: its own, the others in its folder, and those that create what
/// its request refers to.
[[nodiscard]] std::vector<std::string> see_also_of(const Operation& operation);

/// AWS's names as the command line spells them: `CreateRouteTable` is `create-route-table`, `VpcIds` is `vpc-ids`,
/// `Ipv6CidrBlock` is `ipv6-cidr-block`, `EnableDns64` is `enable-dns64`.
[[nodiscard]] std::string kebab_case(std::string_view name);

}  // namespace ec2mimic
