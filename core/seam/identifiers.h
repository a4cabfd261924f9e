// The one door to randomness.
#pragma once

#include <string>

namespace ec2mimic {

class Identifiers {
 public:
  Identifiers() = default;
  Identifiers(const Identifiers&) = delete;
  Identifiers& operator=(const Identifiers&) = delete;
  virtual ~Identifiers() = default;

  /// Seventeen lower-case hex digits, as follow the prefix of an id: a zero, as in AWS's own, and sixteen from the
  /// system's randomness.
  [[nodiscard]] virtual std::string hex17() = 0;

  /// A random UUID (version 4), lower case: what the client fills an absent client token with.
  [[nodiscard]] virtual std::string uuid() = 0;
};

}  // namespace ec2mimic
