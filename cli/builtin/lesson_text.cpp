#include "cli/builtin/lesson_text.h"

#include <algorithm>
#include <cstddef>

#include "core/text/replaced.h"
#include "core/text/split.h"

namespace ec2mimic::cli {
namespace {

// Answers of fewer lines are shown whole.
constexpr std::size_t kShort = 8;
// So are runs of lines in common that are no longer than the line in their place would be worth.
constexpr std::size_t kWorthHiding = 3;
// And answers so long that to compare them would take more time and memory than it is worth: pairs of lines.
constexpr std::size_t kMostPairs = 4'000'000;

using Lines = std::vector<std::string_view>;

// For each line, whether it is part of the longest sequence of lines that both texts have.
std::vector<bool> in_common(const Lines& lines, const Lines& other) {
  const std::size_t width = other.size() + 1;
  std::vector<std::size_t> longest((lines.size() + 1) * width);
  for (std::size_t i = lines.size(); i-- > 0;) {
    for (std::size_t j = other.size(); j-- > 0;) {
      longest[i * width + j] = lines[i] == other[j]
                                   ? longest[(i + 1) * width + j + 1] + 1
                                   : std::max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
    }
  }
  std::vector<bool> common(lines.size());
  for (std::size_t i = 0, j = 0; i < lines.size() && j < other.size();) {
    if (lines[i] == other[j]) {
      common[i++] = true;
      ++j;
    } else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
  return common;
}

bool holds_any(std::string_view line, const std::vector<std::string>& ids) {
  return std::any_of(ids.begin(), ids.end(), [&](const std::string& id) { return line.find(id) != line.npos; });
}

std::string cell(std::string text, std::size_t width) { return text.insert(0, width - text.size(), ' '); }

}  // namespace

std::optional<std::string> shortened(std::string_view answer, const std::vector<std::string>& earlier,
                                     const std::vector<std::string>& ids) {
  const Lines lines = lines_of(answer);
  if (lines.size() < kShort) return std::nullopt;
  std::vector<bool> known;
  std::ptrdiff_t most = static_cast<std::ptrdiff_t>(lines.size() / 2);
  for (const std::string& one : earlier) {
    const Lines other = lines_of(one);
    if (lines.size() > kMostPairs / std::max<std::size_t>(1, other.size())) continue;
    std::vector<bool> common = in_common(lines, other);
    const auto count = std::count(common.begin(), common.end(), true);
    if (count <= most) continue;
    most = count;
    known = std::move(common);
  }
  if (known.empty()) return std::nullopt;
  std::string text;
  for (std::size_t i = 0; i < lines.size();) {
    std::size_t end = i;
    while (end < lines.size() && known[end] && !holds_any(lines[end], ids)) ++end;
    if (end - i >= kWorthHiding) {
      text += "    [" + std::to_string(end - i) + " lines as before]\n";
      i = end;
    } else {
      text.append(lines[i++]).append(1, '\n');
    }
  }
  return text;
}

std::string with_bold(std::string text, const std::vector<std::string>& ids) {
  for (const std::string& id : ids) text = replaced(std::move(text), id, "\x1b[1;33m" + id + "\x1b[0m");
  return text;
}

std::vector<std::string> ids_in(const std::vector<LoggedCall>& calls) {
  std::vector<std::string> ids;
  for (const LoggedCall& call : calls) {
    for (const std::string& id : call.ids) {
      if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    }
  }
  return ids;
}

std::string table_of(const std::vector<OperationCount>& counts) {
  constexpr std::string_view kOperation = "operation";
  std::size_t width = kOperation.size();
  for (const OperationCount& one : counts) width = std::max(width, one.operation.size());
  const auto row = [&](std::string_view name, const std::string& calls, const std::string& attempts,
                       const std::string& created) {
    const std::string gap(width - name.size(), ' ');
    return std::string(name) + gap + cell(calls, 7) + cell(attempts, 10) + cell(created, 9) + '\n';
  };
  std::string text = row(kOperation, "calls", "attempts", "created");
  for (const OperationCount& one : counts) {
    text += row(one.operation, std::to_string(one.calls), std::to_string(one.attempts), std::to_string(one.created));
  }
  return text;
}

}  // namespace ec2mimic::cli
