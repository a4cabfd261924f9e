#include "core/registry.h"

#include <algorithm>

namespace ec2mimic {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

const Operation* find_operation(std::string_view command) {
  const auto all = operations();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [command](const Operation* one) { return kebab_case(one->name) == command; });
  return found == all.end() ? nullptr : *found;
}

const Noun* noun_of_id(std::string_view id) {
  for (const Noun* noun : nouns()) {
    // The ids of some parts begin like those of the whole: `vpc-cidr-assoc-...` is no VPC.
    if (id.starts_with(noun->prefix) && id.find('-', noun->prefix.size()) == std::string_view::npos) return noun;
  }
  return nullptr;
}

std::string kebab_case(std::string_view name) {
  std::string kebab;
  for (std::size_t i = 0; i < name.size(); ++i) {
    // A word begins at a capital after a small letter or digit, and at the last capital of a run: `AWSName` is
    // aws-name.
    const bool after_word = i > 0 && !is_upper(name[i - 1]);
    const bool before_word = i > 0 && i + 1 < name.size() && is_lower(name[i + 1]);
    if (is_upper(name[i]) && (after_word || before_word)) kebab += '-';
    kebab += is_upper(name[i]) ? static_cast<char>(name[i] - 'A' + 'a') : name[i];
  }
  return kebab;
}

}  // namespace ec2mimic
