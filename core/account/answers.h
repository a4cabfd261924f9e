// Makes a seed from the answers of describe operations, AWS's or ours.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/seam/json.h"

namespace ec2mimic {

struct SeedOfAnswers {
  Json seed{};                          ///< Not checked: apply_seed() does that.
  std::vector<std::string> left_out{};  ///< Lists in the answers that a seed cannot hold, each name once.
  std::vector<std::string> notes{};     ///< How else the seed differs from the answers, and why, such as one interface.
};

/// The seed of the resources in these answers, which were given in `region`, with the attributes of VPCs that
/// describe-vpc-attribute shows, and the tags that describe-tags lists. What is not recorded, such as states that
/// follow from others, is left out. So are the network interfaces of instances, because there are no instances, and the
/// associations of addresses with them.
[[nodiscard]] SeedOfAnswers seed_of_answers(const std::vector<Json>& answers, std::string_view region);

}  // namespace ec2mimic
