// A boolean as modify operations take it and describe operations of attributes show it: wrapped in a structure.
#pragma once

#include <optional>

#include "core/model/describe.h"

namespace ec2mimic {

struct AttributeBooleanValue {
  std::optional<bool> value{};

  [[nodiscard]] bool is_true() const { return value.value_or(false); }
};

template <>
struct model::Describe<AttributeBooleanValue> {
  static constexpr std::string_view name = "AttributeBooleanValue";
  static constexpr auto members =
      model::members(member<&AttributeBooleanValue::value>("Value", "The value of the attribute."));
};

}  // namespace ec2mimic
