// What the state holds that can be the value of an option, for completion: ids, tag keys, client tokens.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/args/global_options.h"
#include "cli/complete/candidate.h"
#include "cli/system/system.h"

namespace ec2mimic::cli {

/// The ids of a type of resource (`vpc`), of parts with a prefix (`rtbassoc-`), or of all resources (`*`), which the
/// describe operations return for the region in `globals` or the environment. Each is described by its Name tag, VPC or
/// address block. Only reads. Empty if the state cannot be read.
[[nodiscard]] std::vector<Candidate> ids_of_type(System& system, const GlobalOptions& globals, std::string_view type);

/// The keys of the tags in the region, each once, sorted. Otherwise like ids_of_type.
[[nodiscard]] std::vector<std::string> tag_keys(System& system, const GlobalOptions& globals);

/// The client tokens that were used with an operation (`CreateRouteTable`; with any, if empty) in the region, each
/// described by the resource that it created. Otherwise like ids_of_type.
[[nodiscard]] std::vector<Candidate> used_tokens(System& system, const GlobalOptions& globals,
                                                 std::string_view operation);

/// The names of the services that a VPC endpoint in the region can lead to. Otherwise like ids_of_type.
[[nodiscard]] std::vector<std::string> endpoint_services(System& system, const GlobalOptions& globals);

/// The numbers of the earlier revisions that are kept of the state.
[[nodiscard]] std::vector<std::uint64_t> revisions_kept(System& system, const GlobalOptions& globals);

/// The names of the region's Availability Zones. Otherwise like ids_of_type.
[[nodiscard]] std::vector<std::string> zone_names(System& system, const GlobalOptions& globals);

}  // namespace ec2mimic::cli
