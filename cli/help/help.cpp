#include "cli/help/help.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "cli/args/global_options.h"
#include "cli/config/settings.h"
#include "cli/errors/failure.h"
#include "cli/help/command_pages.h"
#include "cli/output/stdout.h"
#include "cli/python/text.h"
#include "core/text/split.h"

namespace ec2mimic::cli {
namespace {

constexpr std::size_t kIndent = 4;

// Formats blocks one after another.
class Text {
 public:
  explicit Text(std::size_t width) : width_(width) {}

  void title(std::string_view title) {
    gap();
    text_ += title;
    text_ += '\n';
  }

  void blocks(const std::vector<Block>& blocks, std::size_t indent) {
    bool first = true;
    bool short_before = false;
    for (const Block& block : blocks) {
      // No empty line between entries that have nothing nested in them.
      const bool is_short = block.kind == Block::Kind::entry && block.inside.empty();
      if (!first && !(is_short && short_before)) gap();
      first = false;
      short_before = is_short;
      one(block, indent);
    }
  }

  void paragraph(std::string_view text, std::size_t indent) {
    std::size_t column = 0;
    for (const std::string_view word : lines_of(text, ' ')) {
      const std::size_t length = python::length(word);
      // A word that is longer than a line is not broken, because it could not be copied any more.
      if (column != 0 && column + 1 + length > width_) {
        text_ += '\n';
        column = 0;
      }
      text_.append(column == 0 ? indent : 1, ' ') += word;
      column += (column == 0 ? indent : 1) + length;
    }
    text_ += '\n';
  }

  // A line of the synopsis. What does not fit continues indented; an option stays beside its value if both fit.
  void synopsis(std::string_view text, std::size_t indent) {
    std::size_t column = 0;
    for (const std::string& part : parts(text, indent + kIndent)) {
      const bool is_first = column == 0;
      if (!is_first && column + 1 + python::length(part) > width_) {
        text_ += '\n';
        column = indent + kIndent;
        text_.append(column, ' ');
      } else {
        column += is_first ? indent : 1;
        text_.append(is_first ? indent : 1, ' ');
      }
      text_ += part;
      column += python::length(part);
    }
    text_ += '\n';
  }

  // One line that is not wrapped, such as the term of an entry.
  void line(std::string_view text, std::size_t indent) { (text_.append(indent, ' ') += text) += '\n'; }

  std::string take() { return std::move(text_); }

 private:
  // The words of a line, with those in brackets as one unless they are too long for a line.
  [[nodiscard]] std::vector<std::string> parts(std::string_view text, std::size_t indent) const {
    std::vector<std::string> found;
    while (!text.empty()) {
      std::size_t end = text.find(' ');
      if (const std::size_t close = text.find(']'); text.starts_with('[') && close != std::string_view::npos) {
        if (indent + python::length(text.substr(0, close + 1)) <= width_) end = text.find(' ', close);
      }
      found.emplace_back(text.substr(0, end));
      text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return found;
  }

  void gap() {
    if (!text_.empty()) text_ += '\n';
  }

  void one(const Block& block, std::size_t indent) {
    if (block.kind == Block::Kind::paragraph) return paragraph(block.text, indent);
    if (block.kind == Block::Kind::literal) return literal(block.text, indent);
    line(block.note.empty() ? block.term : block.term + " (" + block.note + ')', indent);
    if (!block.text.empty()) paragraph(block.text, indent + kIndent);
    if (block.inside.empty()) return;
    gap();
    blocks(block.inside, indent + kIndent);
  }

  void literal(std::string_view text, std::size_t indent) {
    for (const std::string_view one : lines_of(text)) line(one, one.empty() ? 0 : indent);
  }

  std::size_t width_;
  std::string text_{};
};

void show(Text& text, const Section& section) {
  text.title(section.title);
  text.blocks(section.blocks, kIndent);
}

void show_synopsis(Text& text, const Page& page) {
  text.title("SYNOPSIS");
  text.synopsis(page.command, kIndent);
  for (const std::string& option : page.options) text.synopsis(option, 2 * kIndent);
  if (!page.takes_globals) return;
  for (const GlobalOption& option : global_options()) {
    text.synopsis('[' + std::string(option.name) + (option.value.empty() ? "]" : " <value>]"), 2 * kIndent);
  }
}

// Longer lines are hard to read, and in shorter ones hardly a word would fit beside the indentation.
std::size_t columns(int width) { return static_cast<std::size_t>(std::clamp(width, 40, 100)); }

}  // namespace

std::string blocks_text(const std::vector<Block>& blocks, int width) {
  Text text(columns(width));
  text.blocks(blocks, 0);
  return text.take();
}

std::string page_text(const Page& page, int width) {
  Text text(columns(width));
  text.title("NAME");
  text.paragraph(page.name + " - " + page.summary, kIndent);
  std::span<const Section> sections(page.sections);
  // As in the help of the AWS CLI, the description precedes the synopsis; in a manual page it follows.
  if (!sections.empty() && sections.front().title == "DESCRIPTION") {
    show(text, sections.front());
    sections = sections.subspan(1);
  }
  show_synopsis(text, page);
  for (const Section& section : sections) {
    show(text, section);
    if (page.takes_globals && section.title == "OPTIONS") show(text, globals_section());
  }
  if (!page.see_also.empty()) {
    std::string names;
    for (const std::string& name : page.see_also) {
      const Reference other = reference_to(name);
      names.append(names.empty() ? "" : ", ").append(other.name).append({'(', other.section, ')'});
    }
    text.title("SEE ALSO");
    text.paragraph(names, kIndent);
  }
  return text.take();
}

int print_help(System& system, const Page& page) {
  PagedOutput(system, [&system] {
    return help_pager(system.environment);
  }).write(page_text(page, system.streams.width()));
  return kSuccess;
}

}  // namespace ec2mimic::cli
