#include "cli/data/embedded.h"

namespace ec2mimic::cli {

std::string_view embedded(std::string_view name) {
  for (const EmbeddedText& text : embedded_texts()) {
    if (text.name == name) return text.content;
  }
  return {};
}

std::vector<EmbeddedText> embedded_in(std::string_view folder, std::string_view ending) {
  std::vector<EmbeddedText> texts;
  for (EmbeddedText text : embedded_texts()) {
    if (!text.name.starts_with(folder) || !text.name.ends_with(ending)) continue;
    text.name.remove_prefix(folder.size());
    text.name.remove_suffix(ending.size());
    texts.push_back(text);
  }
  return texts;
}

}  // namespace ec2mimic::cli
