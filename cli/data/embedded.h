// Texts that the program carries inside it: seeds, lessons, examples and completion scripts (see embed.cmake).
#pragma once

#include <span>
#include <string_view>

namespace ec2mimic::cli {

struct EmbeddedText {
  std::string_view name;  ///< `seeds/blog.json`
  std::string_view content;
};

/// All of them, by group and name.
[[nodiscard]] std::span<const EmbeddedText> embedded_texts();

/// The text of that name, or an empty one where there is none.
[[nodiscard]] std::string_view embedded(std::string_view name);

}  // namespace ec2mimic::cli
