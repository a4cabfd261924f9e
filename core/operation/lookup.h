// Resources of nouns that an operation knows only by their type, such as the target of a route. A type for which there
// is no folder under core/ops has no resources.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/records/context.h"

namespace ec2mimic {

enum class Whereabouts : std::uint8_t {
  missing,    ///< The caller's region sees no resource of that id.
  elsewhere,  ///< It is in another VPC, or attached to none, or ended.
  expected,   ///< It will be in the VPC: a peering connection that is not accepted yet.
  here,       ///< It is in the VPC, or can be used in all.
};

/// Where a resource of that type (`natgateway`) is, as seen from a VPC. Throws RecordError.
[[nodiscard]] Whereabouts whereabouts(Context& context, std::string_view type, std::string_view id,
                                      std::string_view vpc_id);

/// True if a resource of type `type` refers to one of type `to` that is in the VPC: an Elastic IP address to a network
/// interface. Throws RecordError.
[[nodiscard]] bool any_refers_into(Context& context, std::string_view type, std::string_view to,
                                   std::string_view vpc_id);

/// The text that the record of a resource of that type has in a member, such as `Region`; nothing if there is no such
/// resource or it has no such text. Throws RecordError.
[[nodiscard]] std::optional<std::string> recorded_text(const Records& records, std::string_view type,
                                                       std::string_view id, std::string_view member);

}  // namespace ec2mimic
