#include "cli/call/fault_file.h"

#include <cerrno>

#include "cli/errors/failure.h"
#include "core/text/split.h"
#include "core/text/whole_number.h"

namespace ec2mimic::cli {
namespace {

constexpr std::string_view kFormat = "ec2mimic-faults 1";
constexpr std::string_view kAnyFormat = "ec2mimic-faults ";

Failure unusable(const std::string& path, const std::string& why) {
  return failures::refused("The file of faults " + path + " cannot be used: " + why);
}

void check_ours(std::string_view text, const std::string& path) {
  if (!text.empty() && !text.starts_with(kAnyFormat)) throw unusable(path, "it is another file. Nothing was changed.");
}

// What is neither a file nor a folder holds no faults, and is not waited for.
bool is_missing(int error) { return error == ENOENT || error == ENOTDIR || error == ESPIPE; }

FaultRule parse_line(std::string_view line, const std::string& path) {
  const auto parts = split(line, ' ');
  const auto seen = parts.size() == 3 ? whole_number(parts[1]) : std::nullopt;
  const auto acted = parts.size() == 3 ? whole_number(parts[2]) : std::nullopt;
  std::vector<FaultRule> rules;
  // Its rules were checked when they were set; a later version may know others.
  if (parts.size() == 3) rules = parse_faults(parts[0]);
  if (!seen || !acted || rules.size() != 1) {
    throw unusable(path, "the line '" + std::string(line) +
                             "' is damaged. `ec2mimic fault set` replaces it and `ec2mimic fault clear` removes it.");
  }
  rules.front().seen = *seen;
  rules.front().acted = *acted;
  return std::move(rules.front());
}

}  // namespace

std::string fault_file_text(const std::vector<FaultRule>& rules) {
  std::string text = std::string(kFormat) + '\n';
  for (const FaultRule& rule : rules) {
    text += rule.text + ' ' + std::to_string(rule.seen) + ' ' + std::to_string(rule.acted) + '\n';
  }
  return text;
}

std::vector<FaultRule> parse_fault_file(std::string_view text, const std::string& path) {
  check_ours(text, path);
  std::vector<FaultRule> rules;
  const auto lines = lines_of(text);
  if (lines.empty()) return rules;
  if (lines.front() != kFormat) throw unusable(path, "it was written by a newer ec2mimic.");
  for (const std::string_view line : std::span(lines).subspan(1)) rules.push_back(parse_line(line, path));
  return rules;
}

std::vector<FaultRule> read_fault_file(Files& files, const std::string& path) {
  const Files::Content content = files.read_on(path, 0);
  if (is_missing(content.error)) return {};
  if (content.error != 0) throw unusable(path, why_unread(content.error) + '.');
  return parse_fault_file(content.text, path);
}

void check_changed(const Files::Changed& changed, const std::string& path) {
  if (changed.error == 0 && changed.problem.empty()) return;
  throw unusable(path, changed.problem.empty() ? why_unread(changed.error) + '.' : changed.problem);
}

void write_fault_file(Files& files, const std::string& path, const std::vector<FaultRule>& rules) {
  const auto changed = files.change(path, [&](std::string_view text) -> std::optional<std::string> {
    check_ours(text, path);
    return fault_file_text(rules);
  });
  check_changed(changed, path);
}

void remove_fault_file(Files& files, const std::string& path) {
  const Files::Content content = files.read_on(path, 0);
  if (is_missing(content.error)) return;
  if (content.error != 0) throw unusable(path, why_unread(content.error) + '.');
  check_ours(content.text, path);
  check_changed(files.remove(path), path);
}

}  // namespace ec2mimic::cli
