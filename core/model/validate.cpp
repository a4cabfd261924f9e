#include "core/model/validate.h"

#include <algorithm>
#include <cstdio>

namespace ec2mimic::model {
namespace {

// Values are shown as Python shows them, because that is what the AWS CLI prints: str() of the outermost, repr()
// inside.
std::string python_repr(const Json& value);

std::string python_float(double number) {
  // The shortest text that reads back as the same number, which is what nlohmann writes too, but for the exponent's
  // form.
  std::string text = Json(number).dump();
  const auto exponent = text.find('e');
  if (exponent == std::string::npos) return text;
  std::string mantissa = text.substr(0, exponent);
  if (mantissa.ends_with(".0")) mantissa.resize(mantissa.size() - 2);
  return mantissa + text.substr(exponent);
}

std::string escaped(unsigned char byte) {
  char escape[5];
  std::snprintf(escape, sizeof escape, "\\x%02x", byte);
  return escape;
}

std::string python_bytes(const Json::binary_t& bytes) {
  const bool has_quote = std::find(bytes.begin(), bytes.end(), '\'') != bytes.end();
  const char quote = has_quote && std::find(bytes.begin(), bytes.end(), '"') == bytes.end() ? '"' : '\'';
  std::string text = {'b', quote};
  for (const unsigned char byte : bytes) {
    const char c = static_cast<char>(byte);
    if (c == '\n') {
      text += "\\n";
    } else if (c == '\r') {
      text += "\\r";
    } else if (c == '\t') {
      text += "\\t";
    } else if (byte < 0x20 || byte > 0x7E) {
      text += escaped(byte);
    } else {
      if (c == quote || c == '\\') text += '\\';
      text += c;
    }
  }
  return text + quote;
}

std::string python_str(const Json& value) {
  switch (value.type()) {
    case Json::value_t::null:
      return "None";
    case Json::value_t::boolean:
      return value.get<bool>() ? "True" : "False";
    case Json::value_t::string:
      return value.get<std::string>();
    case Json::value_t::number_float:
      return python_float(value.get<double>());
    case Json::value_t::array: {
      std::string text = "[";
      for (const Json& element : value) text += (text.size() > 1 ? ", " : "") + python_repr(element);
      return text + ']';
    }
    case Json::value_t::object: {
      std::string text = "{";
      for (const auto& [name, member] : value.items()) {
        text += (text.size() > 1 ? ", " : "") + python_repr(name) + ": " + python_repr(member);
      }
      return text + '}';
    }
    case Json::value_t::binary:
      return exotic_kind(value) == Exotic::bytes ? python_bytes(value.get_binary()) : exotic_text(value);
    default:
      return value.dump();
  }
}

std::string python_repr(const Json& value) {
  if (!value.is_string()) return python_str(value);
  const auto& text = value.get_ref<const std::string&>();
  const char quote = text.find('\'') != std::string::npos && text.find('"') == std::string::npos ? '"' : '\'';
  std::string repr(1, quote);
  for (const char c : text) {
    if (c == quote || c == '\\') {
      repr += {'\\', c};
    } else if (c == '\n') {
      repr += "\\n";
    } else if (c == '\r') {
      repr += "\\r";
    } else if (c == '\t') {
      repr += "\\t";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
      repr += escaped(static_cast<unsigned char>(c));
    } else {
      repr += c;
    }
  }
  return repr + quote;
}

std::string_view exotic_type(Exotic kind) {
  constexpr std::string_view kTypes[] = {"<class 'bytes'>", "<class 'datetime.date'>", "<class 'datetime.datetime'>"};
  return kTypes[static_cast<std::size_t>(kind)];
}

std::string_view python_type(const Json& value) {
  switch (value.type()) {
    case Json::value_t::null:
      return "<class 'NoneType'>";
    case Json::value_t::boolean:
      return "<class 'bool'>";
    case Json::value_t::string:
      return "<class 'str'>";
    case Json::value_t::array:
      return "<class 'list'>";
    case Json::value_t::object:
      return "<class 'dict'>";
    case Json::value_t::number_float:
      return "<class 'float'>";
    case Json::value_t::binary:
      return exotic_type(exotic_kind(value));
    default:
      return "<class 'int'>";
  }
}

class Validation {
 public:
  explicit Validation(std::vector<std::string>& faults) : faults_(faults) {}

  void check(const Shape& shape, const Traits& traits, const Json& value, const std::string& path) {
    switch (shape.kind) {
      case Kind::boolean:
        if (!value.is_boolean()) wrong_type(value, path, "<class 'bool'>");
        return;
      case Kind::string:
        if (!value.is_string()) wrong_type(value, path, "<class 'str'>");
        return;
      case Kind::integer:
        if (!value.is_number_integer()) {
          wrong_type(value, path, "<class 'int'>");
        } else if (value.get<std::int64_t>() < traits.minimum && !beyond_int64(value)) {
          faults_.push_back("Invalid value for parameter " + path + ", value: " + value.dump() +
                            ", valid min value: " + std::to_string(traits.minimum));
        }
        return;
      case Kind::list: {
        if (!value.is_array()) return wrong_type(value, path, "<class 'list'>, <class 'tuple'>");
        std::size_t index = 0;
        for (const Json& element : value) {
          check(*shape.element, {}, element, path + '[' + std::to_string(index++) + ']');
        }
        return;
      }
      case Kind::structure:
        if (!value.is_object()) return wrong_type(value, path, "<class 'dict'>");
        check_members(shape, value, path);
        return;
    }
  }

 private:
  static bool beyond_int64(const Json& value) {
    return value.is_number_unsigned() && value.get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX);
  }

  void wrong_type(const Json& value, const std::string& path, std::string_view valid) {
    faults_.push_back("Invalid type for parameter " + (path.empty() ? "input" : path) +
                      ", value: " + python_str(value) + ", type: " + std::string(python_type(value)) +
                      ", valid types: " + std::string(valid));
  }

  void check_members(const Shape& shape, const Json& value, const std::string& path) {
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
      faults_.push_back("Unknown parameter in " + where + ": \"" + item.key() + "\", must be one of: " + known);
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

std::vector<std::string> validate(const Shape& shape, const Json& request) {
  std::vector<std::string> faults;
  Validation(faults).check(shape, {}, request, {});
  return faults;
}

}  // namespace ec2mimic::model
