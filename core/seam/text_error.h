// An exception whose message may quote text from outside.
#pragma once

#include <exception>
#include <string>
#include <utility>

namespace ec2mimic {

/// message() is complete; what() ends at the first NUL, which such a text may contain.
class TextError : public std::exception {
 public:
  explicit TextError(std::string message) : message_(std::move(message)) {}

  [[nodiscard]] const std::string& message() const { return message_; }
  [[nodiscard]] const char* what() const noexcept override { return message_.c_str(); }

 private:
  std::string message_;
};

}  // namespace ec2mimic
