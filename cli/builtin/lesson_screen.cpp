#include "cli/builtin/lesson_screen.h"

#include <algorithm>
#include <optional>

#include "cli/output/stdout.h"
#include "core/text/split.h"

namespace ec2mimic::cli {
namespace {

constexpr std::string_view kDim = "\x1b[2m";
constexpr std::string_view kPlain = "\x1b[0m";
constexpr std::string_view kEraseRow = "\r\x1b[K";
// Enter, as the terminal sends it with and without its usual translation, and to quit.
constexpr std::string_view kKeys = "\n\rqQ";

// Characters, without those of the sequences that colour them.
int columns_of(std::string_view line) {
  int columns = 0;
  bool in_sequence = false;
  for (const char one : line) {
    if (one == '\x1b') {
      in_sequence = true;
    } else if (in_sequence) {
      in_sequence = one != 'm';
    } else if ((static_cast<unsigned char>(one) & 0xC0) != 0x80) {
      ++columns;
    }
  }
  return columns;
}

}  // namespace

int LessonScreen::rows_of(std::string_view line) const {
  const int width = std::max(1, system_.streams.width());
  return std::max(1, (columns_of(line) + width - 1) / width);
}

void LessonScreen::print_text(std::string_view text) {
  if (!print(system_, text)) has_quit_ = true;
}

void LessonScreen::write(std::string_view text) {
  if (!pauses_) return has_quit_ ? void() : print_text(text);
  std::string lines;
  for (const std::string_view line : lines_of(text)) {
    const int rows = rows_of(line);
    // The prompt needs a row too.
    if (unread_ > 0 && unread_ + rows >= system_.streams.height()) {
      print_text(lines);
      lines.clear();
      pause("read on");
    }
    if (has_quit_) return;
    unread_ += rows;
    lines.append(line).append(1, '\n');
  }
  print_text(lines);
}

void LessonScreen::pause(std::string_view what) {
  if (!pauses_ || has_quit_) return;
  const std::string prompt = "[Press Enter to " + std::string(what) + ", q to quit] ";
  const auto ask = [&] { print_text(colours_ ? std::string(kDim) + prompt + std::string(kPlain) : prompt); };
  ask();
  std::optional<char> key;
  do {
    key = system_.streams.read_key();
    if (key == Streams::kContinued) ask();
  } while (key && kKeys.find(*key) == std::string_view::npos);
  // A prompt that fills more than one row cannot be erased from its last one.
  const bool can_erase = colours_ && key && columns_of(prompt) < system_.streams.width();
  print_text(can_erase ? kEraseRow : "\n");
  has_quit_ = has_quit_ || !key || *key == 'q' || *key == 'Q';
  unread_ = 0;
}

}  // namespace ec2mimic::cli
