// The only source of randomness in core.
#pragma once

#include <string>

namespace ec2mimic {

class Identifiers {
 public:
  Identifiers() = default;
  Identifiers(const Identifiers&) = delete;
  Identifiers& operator=(const Identifiers&) = delete;
  virtual ~Identifiers() = default;

  /// Seventeen lower-case hex digits, the part of an id after its prefix: a zero, as in AWS's ids, and sixteen random
  /// ones.
  [[nodiscard]] virtual std::string hex17() = 0;

  /// A random UUID (version 4) in lower case, which the client uses for an omitted client token.
  [[nodiscard]] virtual std::string uuid() = 0;
};

}  // namespace ec2mimic
