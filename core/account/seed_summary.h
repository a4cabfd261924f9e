// What a seed put into an account, to be shown to the user.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ec2mimic {

struct SeedSummary {
  struct Part {
    std::string region{};     ///< Empty for what is in no region.
    std::string_view type{};  ///< The type of resource, `route-table`; or `client-token`, `reserved-id`.
    std::size_t count = 0;
  };
  std::string account{};
  std::vector<Part> parts{};  ///< In the order of the seed; nothing that it only implies.
};

}  // namespace ec2mimic
