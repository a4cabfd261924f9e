#include "cli/args/client_validation.h"

#include <algorithm>

#include "cli/python/value.h"

namespace ec2mimic::cli {
namespace {

using model::Member;
using model::Shape;
using model::Traits;

// As botocore validates: types, required and unknown members, and the minimum of a number. Values of an enumeration,
// patterns and maxima are left to the service.
class Validation {
 public:
  explicit Validation(std::vector<std::string>& faults) : faults_(faults) {}

  void check(const Shape& shape, const Traits& traits, const Json& value, const std::string& path) {
    switch (shape.kind) {
      case model::Kind::boolean:
        if (!value.is_boolean()) wrong_type(value, path, "<class 'bool'>");
        return;
      case model::Kind::string:
        if (!value.is_string()) wrong_type(value, path, "<class 'str'>");
        return;
      case model::Kind::integer:
        // In Python a boolean is an integer, too.
        if (!value.is_number_integer() && !value.is_boolean()) {
          wrong_type(value, path, "<class 'int'>");
        } else if (number_in(value) < traits.minimum && !beyond_int64(value)) {
          faults_.push_back("Invalid value for parameter " + path + ", value: " + python::str(value) +
                            ", valid min value: " + std::to_string(traits.minimum));
        }
        return;
      case model::Kind::list: {
        if (!value.is_array()) return wrong_type(value, path, "<class 'list'>, <class 'tuple'>");
        std::size_t index = 0;
        for (const Json& element : value) {
          check(*shape.element, {}, element, path + '[' + std::to_string(index++) + ']');
        }
        return;
      }
      case model::Kind::structure:
        if (!value.is_object()) return wrong_type(value, path, "<class 'dict'>");
        check_members(shape, value, path);
        return;
    }
  }

 private:
  static std::int64_t number_in(const Json& value) {
    return value.is_boolean() ? std::int64_t{value.get<bool>()} : value.get<std::int64_t>();
  }

  // Such a number would wrap around to a negative one in an int64.
  static bool beyond_int64(const Json& value) {
    return value.is_number_unsigned() && value.get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX);
  }

  void wrong_type(const Json& value, const std::string& path, std::string_view valid) {
    faults_.push_back("Invalid type for parameter " + (path.empty() ? "input" : path) +
                      ", value: " + python::str(value) + ", type: " + python::class_name(value) +
                      ", valid types: " + std::string(valid));
  }

  void check_members(const Shape& shape, const Json& value, const std::string& path) {
    // The order of botocore's lines: what is missing, what is unknown, then the values.
    const std::string where = path.empty() ? "input" : path;
    for (const Member& member : shape.members) {
      if (member.traits.required && !value.contains(std::string(member.name))) {
        faults_.push_back("Missing required parameter in " + where + ": \"" + std::string(member.name) + '"');
      }
    }
    for (const auto& item : value.items()) {
      if (shape.member(item.key()) != nullptr) continue;
      std::string known;
      for (const Member& member : shape.members) known += (known.empty() ? "" : ", ") + std::string(member.name);
      faults_.push_back("Unknown parameter in " + where + ": \"" + std::string(python::shown_key(item.key())) +
                        "\", must be one of: " + known);
    }
    for (const auto& [name, member_value] : value.items()) {
      const Member* member = shape.member(name);
      if (member == nullptr) continue;
      check(*member->shape, member->traits, member_value, path.empty() ? name : path + '.' + name);
    }
  }

  std::vector<std::string>& faults_;
};

}  // namespace

std::vector<std::string> validate(const model::Shape& shape, const Json& request) {
  std::vector<std::string> faults;
  Validation(faults).check(shape, {}, request, {});
  return faults;
}

}  // namespace ec2mimic::cli
