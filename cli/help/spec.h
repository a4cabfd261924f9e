// The text format of the tests, of the lesson that `ec2mimic walkthrough` tells and of the README's console blocks.
//
// A spec is what a person would see on a terminal, with a little more: which lines went to stderr and the exit code.
//
//   # Prose: what the next command shows, or an outline of the file.
//   $ for vpc in vpc-1 vpc-2; do
//   >   ec2mimic create-route-table --vpc-id $vpc; done
//   everything else is a line of stdout, compared whole
//   ! a line of stderr
//   ? 254
//
// A marker is one of # $ > ! ? at the start of a line, followed by a space or standing alone; so `$HOME/x` and
// `#include` are output. In each step the order is: command, stdout, stderr, exit code (left out when it is 0).
//
// An empty line is layout: it may stand before prose, before a command and at the end, and says nothing about output.
// Every output can be written:
//   \                an empty line of stdout (of stderr: `!` alone)
//   \$ x             a line of stdout that begins with a marker or with `\` gets one `\` more
//   \ no newline     after stdout whose last line has no line break, in the manner of diff (of stderr: `!\ no newline`)
// All other bytes stand as they are. Control characters are easier to review through a command such as `cat -v`.
//
// What is not in its one canonical form is refused (a `\` that shields nothing, stderr before stdout, `? 0`), so that
// text and steps are the same thing twice: render_spec(parse_spec(text)) == text, and a refreshed file differs only
// where the program does.
//
// Considered and dropped: cram's two-space indentation, which makes console blocks in a README look unlike a terminal;
// one stream of stdout and stderr, which hides what a pipe would swallow; patterns in expectations, which make tests
// that cannot fail.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace ec2mimic::cli {

/// One command and what it shall do.
struct SpecStep {
  std::vector<std::string>
      before{};           ///< The lines above the command as they stand: prose with its `#`, and empty lines.
  std::string command{};  ///< Without markers; the lines of a longer one are separated by '\n', none at the end.
  std::string out{};      ///< Stdout, byte for byte.
  std::string err{};      ///< Stderr, byte for byte.
  int exit_code = 0;      ///< 0 to 255.
  int line = 0;           ///< Where the command stands; of no meaning to render_spec.
};

struct Spec {
  std::vector<SpecStep> steps{};
  std::vector<std::string> after{};  ///< The lines below the last step: prose and empty lines.
};

/// A text that is not a spec. `what()` is one sentence without the line number and without a full stop.
class SpecError : public std::runtime_error {
 public:
  SpecError(int line, const std::string& message) : std::runtime_error(message), line_(line) {}

  [[nodiscard]] int line() const { return line_; }

 private:
  int line_;
};

/// Reads a spec. `first_line` is the number of the text's first line, for a block inside another file.
/// Throws SpecError at the first line that is wrong.
[[nodiscard]] Spec parse_spec(std::string_view text, int first_line = 1);

/// The text of a spec; the inverse of parse_spec. Commands must not be empty.
[[nodiscard]] std::string render_spec(const Spec& spec);

/// The part of render_spec below a step's command: its stdout, stderr and exit code.
[[nodiscard]] std::string render_expectation(const SpecStep& step);

/// What a line of SpecStep::before or Spec::after says: prose without its marker; empty for an empty line.
[[nodiscard]] std::string_view prose_text(std::string_view line);

}  // namespace ec2mimic::cli
