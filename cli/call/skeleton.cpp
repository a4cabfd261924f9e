#include "cli/call/skeleton.h"

#include "cli/args/client_validation.h"
#include "cli/errors/failure.h"
#include "cli/output/json.h"
#include "cli/output/stdout.h"

namespace ec2mimic::cli {
namespace {

using model::Kind;
using model::Member;
using model::Shape;

Json input_value(const Shape& shape, const model::Traits& traits) {
  switch (shape.kind) {
    case Kind::boolean:
      return true;
    case Kind::integer:
      return 0;
    case Kind::string:
      return traits.choices.empty() ? "" : std::string(traits.choices.front());
    case Kind::list:
      return Json::array({input_value(*shape.element, traits)});
    case Kind::structure:
      return input_skeleton(shape);
  }
  return {};
}

constexpr std::string_view kSomeTime = "1970-01-01T00:00:00";

// A string is the name of its member. Strings in lists have no member; `String` is the usual name of their shape in
// AWS.
Json output_value(const Shape& shape, std::string_view name) {
  switch (shape.kind) {
    case Kind::boolean:
      return true;
    case Kind::integer:
      return 0;
    case Kind::string:
      return std::string(name);
    case Kind::list:
      return Json::array({output_value(*shape.element, "String")});
    case Kind::structure:
      break;
  }
  Json object = Json::object();
  for (const Member& member : shape.members)
    object[std::string(member.name)] = output_value(*member.shape, member.traits.time ? kSomeTime : member.name);
  return object;
}

std::string comment_on(const Member& member) {
  std::string text = member.traits.required ? "# [REQUIRED] " : "# ";
  text += member.doc;
  if (!member.traits.choices.empty()) {
    std::string choices;
    for (const std::string_view choice : member.traits.choices) {
      choices += (choices.empty() ? "" : ", ") + std::string(choice);
    }
    text += " Valid values are: " + choices + '.';
  }
  return text;
}

std::string yaml_text(const std::string& text) { return text.empty() ? "''" : text; }

// The members of a structure, one per line. In the AWS CLI, the comment on the first has an extra space before it.
// `lead` precedes the first name: empty, or the dash of a list item.
void add_yaml(std::string& text, const Shape& shape, const std::string& indent, std::string_view lead) {
  bool first = true;
  for (const Member& member : shape.members) {
    text += first && !lead.empty() ? std::string(lead) : indent;
    text += member.name;
    text += ':';
    const Json value = input_value(*member.shape, member.traits);
    if (value.is_string()) text += ' ' + yaml_text(value.get<std::string>());
    if (value.is_boolean()) text += " true";
    if (value.is_number()) text += " 0";
    text += first ? "  " : " ";
    text += comment_on(member) + '\n';
    first = false;
    if (member.shape->kind == Kind::structure) add_yaml(text, *member.shape, indent + "  ", {});
    if (member.shape->kind != Kind::list) continue;
    const Shape& element = *member.shape->element;
    if (element.kind == Kind::structure) {
      add_yaml(text, element, indent + "  ", indent + "- ");
    } else {
      const Json one = input_value(element, member.traits);
      text += indent + "- " + (one.is_string() ? yaml_text(one.get<std::string>()) : one.dump()) + '\n';
    }
  }
}

}  // namespace

Skeleton skeleton_of(const CommandLine& line) {
  const OptionValue* given = find_option(line.given, "--generate-cli-skeleton");
  if (given == nullptr) return Skeleton::none;
  if (given->values.empty() || given->values.front() == "input") return Skeleton::input;
  return given->values.front() == "output" ? Skeleton::output : Skeleton::yaml_input;
}

bool print_input_skeleton(System& system, const Operation& operation, Skeleton skeleton) {
  if (skeleton == Skeleton::input) print(system, to_python_json(input_skeleton(*operation.request)));
  if (skeleton == Skeleton::yaml_input) print(system, yaml_skeleton(*operation.request));
  return skeleton == Skeleton::input || skeleton == Skeleton::yaml_input;
}

Json output_skeleton(const Operation& operation, const Json& request) {
  // The AWS CLI makes the call with a made-up answer, so the request must be valid.
  const auto faults = validate(*operation.request, request);
  if (!faults.empty()) throw failures::bad_parameters(faults);
  return operation.result == nullptr ? Json::object() : output_value(*operation.result, {});
}

Json input_skeleton(const Shape& shape) {
  Json object = Json::object();
  for (const Member& member : shape.members) {
    object[std::string(member.name)] = input_value(*member.shape, member.traits);
  }
  return object;
}

std::string yaml_skeleton(const Shape& shape) {
  std::string text;
  add_yaml(text, shape, {}, {});
  return text;
}

}  // namespace ec2mimic::cli
