// Where an operation gets the ids of new resources from.
#pragma once

#include <string>
#include <string_view>

namespace ec2mimic {

class NewIds {
 public:
  NewIds() = default;
  NewIds(const NewIds&) = delete;
  NewIds& operator=(const NewIds&) = delete;
  virtual ~NewIds() = default;

  /// The next id of a prefix, such as `rtb-`, that no resource has.
  [[nodiscard]] virtual std::string next(std::string_view prefix) = 0;
};

}  // namespace ec2mimic
