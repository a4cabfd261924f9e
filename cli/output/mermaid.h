// Texts in diagrams for Mermaid.
#pragma once

#include <string>
#include <string_view>

namespace ec2mimic::cli {

/// The text with those of its characters that `special` lists written as Mermaid's entities. Which ones have a meaning
/// differs between kinds of diagrams; of `"`, `#`, `;`, `<` and `>` the entities are known.
[[nodiscard]] std::string mermaid_text(std::string_view text, std::string_view special);

}  // namespace ec2mimic::cli
