// The terminal on which a lesson is shown: nothing scrolls away before it has been read.
#pragma once

#include <string>
#include <string_view>

#include "cli/system/system.h"

namespace ec2mimic::cli {

class LessonScreen {
 public:
  /// Without `pauses` all is written at once. With `colours` prompts are dim.
  LessonScreen(System& system, bool pauses, bool colours) : system_(system), pauses_(pauses), colours_(colours) {}

  /// Writes whole lines. Pauses before unread output would scroll off the screen. Writes nothing once the reader has
  /// quit.
  void write(std::string_view text);
  /// Waits for the Enter key. The keys `q` and `Q`, and the end of the input, quit; other keys are ignored. With
  /// colours, which only a terminal that can erase shows, the prompt is erased after the key.
  void pause(std::string_view what);
  /// The reader has quit or gone away.
  [[nodiscard]] bool has_quit() const { return has_quit_; }

 private:
  [[nodiscard]] int rows_of(std::string_view line) const;
  void print_text(std::string_view text);

  System& system_;
  bool pauses_;
  bool colours_;
  bool has_quit_ = false;
  int unread_ = 0;  // rows that were written since the last pause
};

}  // namespace ec2mimic::cli
