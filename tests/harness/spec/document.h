// A file that contains specs. A `.spec` file is one spec; a Markdown file has one in each fenced block marked
// `console`, and they run one after the other in one shell, as a reader would run them. The text around the blocks is
// preserved.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/help/spec.h"

namespace ec2mimic::harness {

class Document {
 public:
  /// Throws cli::SpecError if a spec or a fence is malformed.
  Document(std::string_view text, bool markdown);

  /// Every step of the file, in order. The pointers are valid as long as the document.
  [[nodiscard]] std::vector<cli::SpecStep*> steps();

  /// The text of the file with the current steps. Throws cli::SpecError if an output would end its fenced block.
  [[nodiscard]] std::string text() const;

 private:
  struct Part {
    std::string prose{};  ///< The text before the spec, up to and including the line that opens its fence.
    cli::Spec spec{};
    std::string fence{};  ///< The characters of the opening fence; empty in a `.spec` file.
  };

  void read_markdown(std::string_view text);

  std::vector<Part> parts_;
  std::string rest_;
};

}  // namespace ec2mimic::harness
