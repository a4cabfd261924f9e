#include "state/migrations.h"

#include <algorithm>

namespace ec2mimic::state {

bool migrate(Document& document, unsigned from, unsigned to, std::span<const Migration> steps) {
  for (unsigned version = from; version < to; ++version) {
    // One version at a time, so that a new version needs only the step from the one before it.
    const auto step =
        std::find_if(steps.begin(), steps.end(), [&](const Migration& each) { return each.from == version; });
    if (step == steps.end()) return false;
    step->apply(document);
  }
  return true;
}

}  // namespace ec2mimic::state
