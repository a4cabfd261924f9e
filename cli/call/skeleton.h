// Requests and answers with nothing in them, to be filled in or to be looked at: --generate-cli-skeleton.
//
// All three kinds are walked from the descriptions: `input` is a request as JSON for --cli-input-json, `yaml-input` the
// same for --cli-input-yaml with what the members are for, and `output` is shown as an answer would be.
#pragma once

#include <string>

#include "cli/args/command_line.h"
#include "cli/system/system.h"
#include "core/seam/json.h"

namespace ec2mimic::cli {

enum class Skeleton { none, input, output, yaml_input };

/// What a line asks for; without a value, `input`.
[[nodiscard]] Skeleton skeleton_of(const CommandLine& line);

/// Prints the skeleton of a request, if that is what is wanted, and says whether it did.
bool print_input_skeleton(System& system, const Operation& operation, Skeleton skeleton);

/// The skeleton of an answer. Throws Failure if the request would not be sent.
[[nodiscard]] Json output_skeleton(const Operation& operation, const Json& request);

/// A value of the shape with all its members: texts are empty, numbers 0, booleans true, and of an enumeration the
/// first.
[[nodiscard]] Json input_skeleton(const model::Shape& shape);

/// The same as YAML, with a comment on each member.
[[nodiscard]] std::string yaml_skeleton(const model::Shape& shape);

}  // namespace ec2mimic::cli
