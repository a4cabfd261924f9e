// A file with specs in it: a `.spec` file is one; a Markdown file has one in each fenced block marked `console`, and
// they are run one after the other in one shell, as a reader would. The text around the blocks is kept as it is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/help/spec.h"

namespace ec2mimic::harness {

class Document {
 public:
  /// Throws cli::SpecError where a spec or a fence is wrong.
  Document(std::string_view text, bool markdown);

  /// Every step of the file in its order. The pointers are valid as long as the document.
  [[nodiscard]] std::vector<cli::SpecStep*> steps();

  /// The whole file with the steps as they are now. Throws cli::SpecError where an output would end its fenced block.
  [[nodiscard]] std::string text() const;

 private:
  struct Part {
    std::string prose{};  ///< Before the spec, up to and with the line that opens its fence.
    cli::Spec spec{};
    std::string fence{};  ///< The characters of the opening fence; empty in a `.spec` file.
  };

  void read_markdown(std::string_view text);

  std::vector<Part> parts_;
  std::string rest_;
};

}  // namespace ec2mimic::harness
