// DryRun asks whether a call would be allowed. All operations of EC2 take it; the engine answers it, not they.
#pragma once

#include <string_view>

#include "core/model/describe.h"

namespace ec2mimic {

inline constexpr std::string_view kDryRun = "DryRun";

/// The member, for the description of a request.
template <auto Pointer>
inline constexpr auto dry_run =
    model::member<Pointer>(kDryRun, "Checks whether the call would be allowed, and does nothing else.");

}  // namespace ec2mimic
