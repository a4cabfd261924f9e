// What an operation may see of the world: the records, who calls from where, and new ids, numbers and times.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/records/new_ids.h"
#include "core/records/records.h"
#include "core/seam/clock.h"

namespace ec2mimic {

class Context {
 public:
  /// Keeps references to all but the region.
  Context(Records& records, NewIds& ids, std::string_view region) : records_(records), ids_(ids), region_(region) {}

  [[nodiscard]] Records& records() const { return records_; }
  [[nodiscard]] const std::string& account() const { return records_.account(); }
  [[nodiscard]] const std::string& region() const { return region_; }

  /// A fresh id of that prefix: `rtb-` gives `rtb-0899b6226d3a3ef9a`.
  [[nodiscard]] std::string new_id(std::string_view prefix) { return ids_.next(prefix); }

  /// The place of a new record in the order of creation.
  [[nodiscard]] std::int64_t next_serial() { return static_cast<std::int64_t>(records_.next_serial()); }

 private:
  Records& records_;
  NewIds& ids_;
  std::string region_;
};

}  // namespace ec2mimic
