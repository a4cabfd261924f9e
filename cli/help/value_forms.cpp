// The two forms of structures and lists that help shows with an option: shorthand and JSON.
#include "cli/help/page.h"

namespace ec2mimic::cli {
namespace {

using model::Kind;
using model::Member;
using model::Shape;

constexpr std::string_view kValue = "<value>";
constexpr std::size_t kShortLine = 60;

// The form inside a structure, where spaces do not separate values.
std::string inner_form(const Shape& shape) {
  if (shape.kind == Kind::structure) return '{' + shorthand_form(shape) + '}';
  if (shape.kind != Kind::list) return std::string(kValue);
  const std::string element = inner_form(*shape.element);
  // A list of scalars needs no brackets.
  if (shape.element->kind != Kind::structure) return element + ',' + element + ",...";
  return '[' + element + ",...]";
}

std::string scalar_json(Kind kind) {
  if (kind == Kind::boolean) return "true|false";
  return kind == Kind::integer ? "<number>" : "\"<value>\"";
}

std::string json_at(const Shape& shape, std::size_t indent);

std::string structure_json(const Shape& shape, std::size_t indent) {
  const std::string margin(indent + 2, ' ');
  std::string flat, tall;
  for (const Member& member : shape.members) {
    const std::string one = '"' + std::string(member.name) + "\": " + json_at(*member.shape, indent + 2);
    flat += (flat.empty() ? "" : ", ") + one;
    tall += (tall.empty() ? "" : ",\n") + margin + one;
  }
  if (flat.size() <= kShortLine && flat.find('\n') == std::string::npos) return '{' + flat + '}';
  return "{\n" + tall + '\n' + std::string(indent, ' ') + '}';
}

std::string json_at(const Shape& shape, std::size_t indent) {
  if (shape.kind == Kind::structure) return structure_json(shape, indent);
  if (shape.kind == Kind::list) return '[' + json_at(*shape.element, indent) + ", ...]";
  return scalar_json(shape.kind);
}

}  // namespace

std::string shorthand_form(const Shape& shape) {
  if (shape.kind == Kind::list) {
    const std::string element = shorthand_form(*shape.element);
    return shape.element->kind == Kind::structure ? element + " ..." : element + ' ' + element + " ...";
  }
  if (shape.kind != Kind::structure) return std::string(kValue);
  std::string text;
  for (const Member& member : shape.members) {
    text += (text.empty() ? "" : ",") + std::string(member.name) + '=' + inner_form(*member.shape);
  }
  return text;
}

std::string json_form(const Shape& shape) { return json_at(shape, 0); }

}  // namespace ec2mimic::cli
