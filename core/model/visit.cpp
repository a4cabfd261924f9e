#include "core/model/visit.h"

namespace ec2mimic::model {
namespace {

void visit_value(const Member& member, const Shape& shape, const Json& value, const std::string& path,
                 const VisitValue& visit) {
  visit(member, path, value);
  if (shape.kind == Kind::list && value.is_array()) {
    std::size_t index = 0;
    for (const Json& element : value) {
      visit_value(member, *shape.element, element, path + '[' + std::to_string(index++) + ']', visit);
    }
  }
  if (shape.kind == Kind::structure && value.is_object()) visit_members(shape, value, path, visit);
}

}  // namespace

void visit_members(const Shape& structure, const Json& document, const std::string& path, const VisitValue& visit) {
  for (const auto& [name, value] : document.items()) {
    const Member* member = structure.member(name);
    if (member != nullptr) visit_value(*member, *member->shape, value, path.empty() ? name : path + '.' + name, visit);
  }
}

void visit_texts(const Shape& structure, const Json& document, const VisitText& visit) {
  visit_members(structure, document, {}, [&](const Member& member, const std::string&, const Json& value) {
    if (value.is_string()) visit(member.traits, value.get_ref<const std::string&>());
  });
}

}  // namespace ec2mimic::model
