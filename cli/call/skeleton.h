// Sample requests and responses: --generate-cli-skeleton.
//
// All kinds are generated from the descriptions: `input` is a request as JSON for --cli-input-json, `yaml-input` one
// for --cli-input-yaml with comments on its members, and `output` a response, which is shown as a real one would be.
#pragma once

#include <string>

#include "cli/args/command_line.h"
#include "cli/system/system.h"
#include "core/seam/json.h"

namespace ec2mimic::cli {

enum class Skeleton { none, input, output, yaml_input };

/// The kind of skeleton that a line asks for; `input` if the option has no value.
[[nodiscard]] Skeleton skeleton_of(const CommandLine& line);

/// Prints the skeleton of a request if the line asks for one, and returns whether it did.
bool print_input_skeleton(System& system, const Operation& operation, Skeleton skeleton);

/// The skeleton of a response. Throws Failure if the client would reject the request.
[[nodiscard]] Json output_skeleton(const Operation& operation, const Json& request);

/// A sample of the shape with all its members: empty strings, 0, true, and the first value of enumerations.
[[nodiscard]] Json input_skeleton(const model::Shape& shape);

/// The same as YAML, with a comment on each member.
[[nodiscard]] std::string yaml_skeleton(const model::Shape& shape);

}  // namespace ec2mimic::cli
