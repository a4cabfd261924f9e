// Who makes the calls.
#pragma once

#include <string_view>

namespace ec2mimic {

/// The id of the only user. In AWS's form: `AIDA`, the prefix of users, and seventeen letters.
inline constexpr std::string_view kCallerId = "AIDAEC2MIMICLOCALUSER";

}  // namespace ec2mimic
