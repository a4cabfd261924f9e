// What a shell offers for a word that is to be typed.
#pragma once

#include <cstdint>

namespace ec2mimic::cli {

/// Declared with the word itself: the placeholder in a synopsis is for people to read, not for completion to interpret.
enum class Completes : std::uint8_t {
  nothing,
  file,
  claim,             ///< What calls in the log are claimed to be: `CreateRouteTable created=`.
  counted,           ///< What can be counted in the log: an outcome, `calls`, `attempts`.
  endpoint_service,  ///< `com.amazonaws.us-east-1.s3`
  fault,             ///< The names of faults, for a SPEC, and of operations before them.
  lesson,            ///< A file, or the name of a built-in lesson.
  manual_page,       ///< What `man` takes for the name of a page.
  protocol,          ///< `tcp`, of a rule
  region,
  seed,   ///< A file, or the name of a built-in seed.
  state,  ///< A file, or the number of a revision that is kept.
  token,  ///< A client token that was used.
  zone,   ///< An Availability Zone of the region.
};

}  // namespace ec2mimic::cli
