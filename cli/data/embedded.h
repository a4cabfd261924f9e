// Texts compiled into the program: seeds, lessons, activation scripts, examples, completion scripts and manual sources
// (see embed.cmake).
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace ec2mimic::cli {

struct EmbeddedText {
  std::string_view name;  ///< `seeds/blog.json`
  std::string_view content;
};

/// All of them, grouped by folder.
[[nodiscard]] std::span<const EmbeddedText> embedded_texts();

/// The text of that name; empty if there is none.
[[nodiscard]] std::string_view embedded(std::string_view name);

/// The texts whose names begin with `folder`, such as `seeds/`, and end with `ending`, in their order and without both.
[[nodiscard]] std::vector<EmbeddedText> embedded_in(std::string_view folder, std::string_view ending);

}  // namespace ec2mimic::cli
