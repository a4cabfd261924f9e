// What is wrong with a state, and where.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ec2mimic {

struct Problem {
  std::string_view table;
  std::string key{};
  std::string member{};  ///< Its path in the record; empty if it is about the record as a whole.
  std::string what{};    ///< The end of a message.

  /// `record "rtb-1" of table "route-tables": VpcId: there is no vpc-1`
  [[nodiscard]] std::string text() const {
    return "record \"" + key + "\" of table \"" + std::string(table) + "\": " + (member.empty() ? "" : member + ": ") +
           what;
  }
};

using Problems = std::vector<Problem>;

}  // namespace ec2mimic
