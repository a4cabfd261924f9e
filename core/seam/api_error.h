// An error of the service: a code for programs and a message for people, both AWS's own.
#pragma once

#include <string>
#include <utility>

namespace ec2mimic {

/// Thrown inside core, returned as a value by Engine::call. Each error's text is written by one function, in errors.h
/// or beside its noun.
struct ApiError {
  std::string code;     ///< `InvalidVpcID.NotFound`
  std::string message;  ///< `The vpc ID 'vpc-1' does not exist`
};

}  // namespace ec2mimic
