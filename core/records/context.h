// What an operation has access to: the records, the caller's account and region, the time, and new ids and serial numbers.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/records/new_ids.h"
#include "core/records/records.h"
#include "core/seam/clock.h"

namespace ec2mimic {

/// When a call is made, and how fast states pass.
struct CallTime {
  std::chrono::sys_seconds now{};
  Pace pace = Pace::instant;
};

class Context {
 public:
  /// Keeps references to `records` and `ids`, which must outlive it, and a copy of the rest. The records that every
  /// account has from the start are made without a time: none of them is in transition.
  Context(Records& records, NewIds& ids, std::string_view region, CallTime time = {})
      : records_(records), ids_(ids), region_(region), time_(time) {}

  [[nodiscard]] Records& records() const { return records_; }
  [[nodiscard]] const std::string& account() const { return records_.account(); }
  [[nodiscard]] const std::string& region() const { return region_; }

  /// The present, which is the same throughout a call.
  [[nodiscard]] std::chrono::sys_seconds now() const { return time_.now; }
  [[nodiscard]] Pace pace() const { return time_.pace; }

  /// A new id with that prefix: `rtb-` gives `rtb-0899b6226d3a3ef9a`.
  [[nodiscard]] std::string new_id(std::string_view prefix) { return ids_.next(prefix); }

  /// The position of a new record in the order of creation.
  [[nodiscard]] std::int64_t next_serial() { return static_cast<std::int64_t>(records_.next_serial()); }

 private:
  Records& records_;
  NewIds& ids_;
  std::string region_;
  CallTime time_;
};

}  // namespace ec2mimic
