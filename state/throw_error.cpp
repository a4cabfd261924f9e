#include "state/throw_error.h"

#include <cstring>

namespace ec2mimic::state {

void fail(StateErrorKind kind, const std::string& path, const std::string& doing, int error, std::string_view advice) {
  std::string message = "cannot " + doing + ": " + std::strerror(error);
  if (!advice.empty()) message += "; ";
  message += advice;
  throw StateError(kind, path, message, error);
}

}  // namespace ec2mimic::state
