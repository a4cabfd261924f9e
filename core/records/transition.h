// States that pass, such as the `pending` of a new VPC. A record keeps the moment at which the transition began, and
// the state is computed when it is read.
//
// By default a transition is over the next time the state is read, so that nothing ever waits. Only the answer of the
// call that begins it shows it (as_created in core/operation/resource.h), and the record keeps nothing. At AWS's pace
// the record keeps the moment. One without a moment is at the end of all its transitions: it was written by default, or
// by a release that did not know of them.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "core/records/context.h"
#include "core/text/iso_time.h"

namespace ec2mimic {

/// What a record keeps of a transition that begins with this call: the moment, or nothing if nobody will ask for it.
[[nodiscard]] inline std::optional<std::string> begin_transition(const Context& context) {
  if (context.pace() == Pace::instant) return std::nullopt;
  return iso_time(context.now());
}

/// True while a transition that began at `start` and lasts `duration` is under way. At the default pace none is, even
/// if its start was kept.
[[nodiscard]] inline bool in_transition(const Context& context, const std::optional<std::string>& start,
                                        std::chrono::seconds duration) {
  if (context.pace() == Pace::instant || !start) return false;
  const auto began = parse_iso_time(*start);
  return began && context.now() < *began + duration;
}

}  // namespace ec2mimic
