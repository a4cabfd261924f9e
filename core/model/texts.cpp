#include "core/model/texts.h"

namespace ec2mimic::model {
namespace {

void visit_texts(const Shape& shape, const Traits& traits, const Json& document, const std::string& path,
                 const VisitText& visit) {
  if (document.is_string()) visit(traits, path, document.get_ref<const std::string&>());
  if (document.is_array()) {
    std::size_t index = 0;
    for (const Json& element : document) {
      visit_texts(*shape.element, traits, element, path + '[' + std::to_string(index++) + ']', visit);
    }
  }
  if (!document.is_object()) return;
  for (const auto& [name, value] : document.items()) {
    const Member* member = shape.member(name);
    if (member != nullptr) visit_texts(*member->shape, member->traits, value, path + '.' + name, visit);
  }
}

}  // namespace

void for_each_text(const Shape& shape, const Json& document, const std::string& path, const VisitText& visit) {
  visit_texts(shape, {}, document, path, visit);
}

}  // namespace ec2mimic::model
