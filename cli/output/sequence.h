// A sequence diagram: parties side by side, and the messages between them from top to bottom.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ec2mimic::cli {

/// The tone of a message or note: how good the news is.
enum class Tone : std::uint8_t { plain, good, repeated, lost, bad };

struct SequenceStep {
  enum class Kind : std::uint8_t {
    heading,  ///< Begins a section: text across all parties.
    message,  ///< An arrow from one party to another.
    broken,   ///< One that is lost at `to`, before it gets where it was going.
    note,     ///< Text at the party `from`.
  };
  Kind kind = Kind::message;
  std::size_t from = 0;  ///< The place of a party.
  std::size_t to = 0;
  std::string text{};
  Tone tone = Tone::plain;
};

struct Sequence {
  std::string title{};
  std::vector<std::string> parties{};
  std::vector<SequenceStep> steps{};
};

/// The formats that a sequence can be drawn in: `text`, `mermaid`, `svg`.
[[nodiscard]] bool is_sequence_format(std::string_view word);

/// Draws a sequence in one of these formats. `text` is lines of characters; `mermaid` is for Mermaid, as in Markdown;
/// `svg` is a picture that needs nothing else, in the colours of its reader's choice, light or dark.
[[nodiscard]] std::string drawn(const Sequence& sequence, std::string_view format);

}  // namespace ec2mimic::cli
