// Ids derived from a text for new resources, and which ids are in use.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "core/records/new_ids.h"
#include "core/records/records.h"

namespace ec2mimic {

/// True if a resource in any region has this id.
[[nodiscard]] bool is_used(const Records& records, std::string_view id);

/// Ids derived from `base`: the same base gives the same ids in the same order, except that ids in use are skipped.
class DerivedIds : public NewIds {
 public:
  /// Keeps a reference to the records.
  DerivedIds(const Records& records, std::string base) : records_(records), base_(std::move(base)) {}
  [[nodiscard]] std::string next(std::string_view prefix) override;

 private:
  const Records& records_;
  std::string base_;
  unsigned count_ = 0;
};

}  // namespace ec2mimic
