// A text as modify operations take it and describe operations of attributes show it: wrapped in a structure.
#pragma once

#include <string>

#include "core/model/describe.h"

namespace ec2mimic {

struct AttributeValue {
  std::string value{};
};

template <>
struct model::Describe<AttributeValue> {
  static constexpr std::string_view name = "AttributeValue";
  static constexpr auto members = model::members(member<&AttributeValue::value>("Value", "The value."));
};

}  // namespace ec2mimic
