// The text format of the tests, of the lesson that `ec2mimic walkthrough` replays and of the README's console blocks.
//
// A spec is what somebody would see on a terminal, plus which lines went to stderr and the exit code.
//
//   # Prose: what the next command shows, or an outline of the file.
//   $ for vpc in vpc-1 vpc-2; do
//   >   ec2mimic create-route-table --vpc-id $vpc; done
//   any other line is a line of stdout, compared in full
//   ! a line of stderr
//   ? 254
//
// A marker is one of # $ > ! ? at the start of a line, followed by a space or the end of the line; `$HOME/x` and
// `#include` are output. The order in each step is command, stdout, stderr, exit code (omitted if it is 0).
//
// Empty lines are layout: they may precede prose or a command or end the file, and say nothing about output. Any output
// can be written:
//   \                an empty line of stdout (for stderr: `!` alone)
//   \$ x             a line of stdout that begins with a marker or with `\` gets an extra `\`
//   \ no newline     after stdout without a final line break, as in diff (for stderr: `!\ no newline`)
// All other bytes are written unchanged. Control characters are easier to review through a command such as `cat -v`.
//
// Only the canonical form is accepted (no `\` that escapes nothing, no stderr before stdout, no `? 0`). Therefore
// render_spec(parse_spec(text)) == text, and a regenerated file only differs where the program's output does.
//
// Rejected: cram's two-space indentation, which makes console blocks in a README look unlike a terminal; merging stdout
// and stderr, which hides what a pipe would lose; patterns in expectations, which lead to tests that cannot fail.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace ec2mimic::cli {

/// A command and its expected result.
struct SpecStep {
  std::vector<std::string> before{};  ///< The lines above the command, unchanged: prose with its `#`, and empty lines.
  std::string command{};              ///< Without markers; several lines are separated by '\n', with none at the end.
  std::string out{};                  ///< Stdout, byte for byte.
  std::string err{};                  ///< Stderr, byte for byte.
  int exit_code = 0;                  ///< 0 to 255.
  int line = 0;                       ///< The line number of the command; ignored by render_spec.
};

struct Spec {
  std::vector<SpecStep> steps{};
  std::vector<std::string> after{};  ///< The lines after the last step: prose and empty lines.
};

/// The text is not a spec. `what()` is a sentence without the line number or a full stop.
class SpecError : public std::runtime_error {
 public:
  SpecError(int line, const std::string& message) : std::runtime_error(message), line_(line) {}

  [[nodiscard]] int line() const { return line_; }

 private:
  int line_;
};

/// Parses a spec. `first_line` is the line number of its first line, for a block inside another file. Throws SpecError
/// at the first error.
[[nodiscard]] Spec parse_spec(std::string_view text, int first_line = 1);

/// Formats a spec; the inverse of parse_spec. Commands must not be empty.
[[nodiscard]] std::string render_spec(const Spec& spec);

/// The part of render_spec after a step's command: its stdout, stderr and exit code.
[[nodiscard]] std::string render_expectation(const SpecStep& step);

/// The text of a line of SpecStep::before or Spec::after: prose without its marker, or empty for an empty line.
[[nodiscard]] std::string_view prose_text(std::string_view line);

}  // namespace ec2mimic::cli
