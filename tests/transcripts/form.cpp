#include "tests/transcripts/form.h"

#include <cctype>

namespace ec2mimic::test {
namespace {

class Form {
 public:
  explicit Form(const Json& shapes) : shapes_(shapes) {}

  void add(const Json& shape, const std::string& prefix, const Json& value) {
    const std::string type = shape["type"];
    if (type == "structure") {
      for (const auto& [name, member] : value.items()) {
        const Json& described = shape["members"][name];
        add(shapes_[described["shape"].get<std::string>()],
            prefix + (prefix.empty() ? "" : ".") + wire_name(name, described), member);
      }
    } else if (type == "list") {
      const Json& element = shapes_[shape["member"]["shape"].get<std::string>()];
      for (std::size_t i = 0; i < value.size(); ++i) add(element, prefix + '.' + std::to_string(i + 1), value[i]);
    } else {
      fields_.push_back({prefix, text_of(type, value)});
    }
  }

  void action(const std::string& operation) { fields_.push_back({"Action", operation}); }
  Json take() { return std::move(fields_); }

 private:
  static std::string text_of(const std::string& type, const Json& value) {
    if (value.is_string()) return value;
    if (value.is_boolean() && type != "boolean") return value ? "True" : "False";  // as Python's str() has it
    return value.dump();
  }

  static std::string wire_name(const std::string& name, const Json& described) {
    if (described.contains("queryName")) return described["queryName"];
    if (!described.contains("locationName")) return name;
    std::string capitalised = described["locationName"];
    capitalised.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(capitalised.front())));
    return capitalised;
  }

  const Json& shapes_;
  Json fields_ = Json::array();
};

}  // namespace

Json form_fields(const Json& model, const std::string& operation, const Json& request) {
  Form form(model["shapes"]);
  form.action(operation);
  form.add(model["shapes"][operation + "Request"], "", request);
  return form.take();
}

}  // namespace ec2mimic::test
