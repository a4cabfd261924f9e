// What a shell offers for a word that is to be typed.
#pragma once

#include <cstdint>

namespace ec2mimic::cli {

/// Declared with the word itself: the placeholder in a synopsis is for people to read, not for completion to interpret.
enum class Completes : std::uint8_t {
  nothing,
  file,
  fault,        ///< The names of faults, for a SPEC.
  manual_page,  ///< What `man` takes for the name of a page.
  region,
  seed,   ///< A file, or the name of a built-in seed.
  token,  ///< A client token that was used.
};

}  // namespace ec2mimic::cli
