#include "tests/harness/spec/document.h"

#include <algorithm>
#include <utility>

namespace ec2mimic::harness {
namespace {

/// The run of backticks or tildes that `line` begins with, if it is long enough to be a fence.
std::string_view fence_of(std::string_view line) {
  if (line.empty() || (line[0] != '`' && line[0] != '~')) return {};
  const auto length = std::min(line.find_first_not_of(line[0]), line.size());
  return length < 3 ? std::string_view() : line.substr(0, length);
}

bool closes(std::string_view line, std::string_view fence) {
  return line.find_first_not_of(fence[0]) == std::string_view::npos && line.size() >= fence.size();
}

std::string_view info_of(std::string_view line, std::string_view fence) {
  auto info = line.substr(fence.size());
  while (info.starts_with(' ')) info.remove_prefix(1);
  return info.substr(0, info.find_first_of(" \t\r"));
}

bool has_closing_line(std::string_view text, std::string_view fence) {
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    if (end > 0 && closes(text.substr(0, end), fence)) return true;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return false;
}

}  // namespace

Document::Document(std::string_view text, bool markdown) {
  if (markdown) {
    read_markdown(text);
    return;
  }
  Part part;
  part.spec = cli::parse_spec(text);
  parts_.push_back(std::move(part));
}

void Document::read_markdown(std::string_view text) {
  std::string prose;
  std::string block;
  std::string fence;  // of the current block
  bool console = false;
  int number = 0;
  int opened = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    const auto whole = text.substr(0, std::min(end + 1, text.size()));
    text.remove_prefix(whole.size());
    ++number;
    if (fence.empty()) {
      prose += whole;
      fence = fence_of(line);
      console = !fence.empty() && info_of(line, fence) == "console";
      opened = number;
    } else if (!line.empty() && closes(line, fence)) {
      if (console) {
        parts_.push_back({std::exchange(prose, {}), cli::parse_spec(block, opened + 1), fence});
        block.clear();
      }
      prose += whole;
      fence.clear();
    } else {
      (console ? block : prose) += whole;
    }
  }
  if (!fence.empty()) throw cli::SpecError(opened, "the fenced block that begins here has no end");
  rest_ = std::move(prose);
}

std::vector<cli::SpecStep*> Document::steps() {
  std::vector<cli::SpecStep*> steps;
  for (auto& part : parts_) {
    for (auto& step : part.spec.steps) steps.push_back(&step);
  }
  return steps;
}

std::string Document::text() const {
  std::string text;
  for (const auto& part : parts_) {
    const auto block = cli::render_spec(part.spec);
    if (!part.fence.empty() && has_closing_line(block, part.fence)) {
      throw cli::SpecError(part.spec.steps[0].line, "an output in this block would end it; use a longer fence");
    }
    text.append(part.prose).append(block);
  }
  return text + rest_;
}

}  // namespace ec2mimic::harness
