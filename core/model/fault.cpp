#include "core/model/fault.h"

#include <algorithm>

#include "core/text/id_form.h"

namespace ec2mimic::model {
namespace {

std::string list_of(std::span<const std::string_view> choices) {
  std::string text;
  for (const std::string_view choice : choices) text += (text.empty() ? "" : ", ") + std::string(choice);
  return text;
}

// What is wrong with a text; empty if nothing is.
std::string fault_in_text(const Traits& traits, const std::string& text) {
  if (!traits.choices.empty() &&
      std::find(traits.choices.begin(), traits.choices.end(), text) == traits.choices.end()) {
    return '\'' + text + "' is not one of " + list_of(traits.choices);
  }
  if (!traits.part.empty() && !is_id_of(traits.part, text)) {
    return '\'' + text + "' is not an id; expected " + std::string(traits.part) +
           " and 17 lower-case hexadecimal digits";
  }
  // An empty text names nothing, and no search for what it names would ever report it.
  const bool needs_id = !traits.refers.empty() && traits.on_delete != OnDelete::dangles;
  if (needs_id && text.empty()) return "expected an id";
  return traits.fault != nullptr ? traits.fault(text) : "";
}

std::optional<std::string> fault_in_number(const Traits& traits, std::int64_t number, const std::string& path) {
  if (number < traits.minimum) return path + ": expected a number of at least " + std::to_string(traits.minimum);
  if (number > traits.maximum) return path + ": expected a number of at most " + std::to_string(traits.maximum);
  return std::nullopt;
}

std::optional<std::string> fault_at(const Shape& shape, const Traits& traits, const void* value,
                                    const std::string& path);

std::optional<std::string> fault_in_list(const Shape& list, const Traits& traits, const void* value,
                                         const std::string& path) {
  const std::size_t size = list.size(value);
  if (traits.minimum > static_cast<std::int64_t>(size)) {
    return path + ": expected at least " + std::to_string(traits.minimum) + " in the list";
  }
  for (std::size_t index = 0; index < size; ++index) {
    auto fault = fault_at(*list.element, traits, list.at(value, index), path + '[' + std::to_string(index) + ']');
    if (fault) return fault;
  }
  return std::nullopt;
}

std::optional<std::string> fault_in_members(const Shape& structure, const void* value, const std::string& path) {
  for (const Member& member : structure.members) {
    if (!member.present(value)) continue;
    const std::string name(member.name);
    auto fault = fault_at(*member.shape, member.traits, member.get(value), path.empty() ? name : path + '.' + name);
    if (fault) return fault;
  }
  return std::nullopt;
}

std::optional<std::string> fault_at(const Shape& shape, const Traits& traits, const void* value,
                                    const std::string& path) {
  switch (shape.kind) {
    case Kind::boolean:
      return std::nullopt;
    case Kind::integer:
      return fault_in_number(traits, *static_cast<const std::int64_t*>(value), path);
    case Kind::string: {
      const std::string fault = fault_in_text(traits, *static_cast<const std::string*>(value));
      return fault.empty() ? std::nullopt : std::optional(path + ": " + fault);
    }
    case Kind::list:
      return fault_in_list(shape, traits, value, path);
    case Kind::structure:
      return fault_in_members(shape, value, path);
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> fault_in(const Shape& structure, const void* value) {
  return fault_in_members(structure, value, {});
}

}  // namespace ec2mimic::model
