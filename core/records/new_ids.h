// The source of ids for new resources.
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

  /// A new id with a prefix, such as `rtb-`, that no resource has.
  [[nodiscard]] virtual std::string next(std::string_view prefix) = 0;
};

}  // namespace ec2mimic
