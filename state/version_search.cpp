#include "state/version_search.h"

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "state/layout.h"

namespace ec2mimic::state {
namespace {

/// Decodes a JSON string with its quotation marks; empty if it is not one.
std::string meaning_of(std::string_view token) {
  const auto value = nlohmann::json::parse(token.begin(), token.end(), nullptr, false);
  return value.is_string() ? value.get<std::string>() : std::string();
}

/// Splits a text into strings, brackets and punctuation, and words of anything else.
class Tokens {
 public:
  explicit Tokens(std::string_view text) : rest_(text) {}

  /// The next token; empty at the end. An unterminated string ends with its line.
  std::string_view next() {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(kBlanks), rest_.size()));
    if (rest_.empty()) return {};
    std::size_t bytes = 1;
    if (rest_.front() == '"') {
      bytes = string_bytes();
    } else if (kMarks.find(rest_.front()) == std::string_view::npos) {
      bytes = std::min(rest_.find_first_of(kEndsOfWords), rest_.size());
    }
    const auto token = rest_.substr(0, bytes);
    rest_.remove_prefix(bytes);
    return token;
  }

 private:
  static constexpr std::string_view kBlanks = " \t\r\n";
  static constexpr std::string_view kMarks = "{}[]:,";
  static constexpr std::string_view kEndsOfWords = " \t\r\n{}[]:,\"";

  /// The length of the string that begins here. JSON strings hold no line breaks.
  [[nodiscard]] std::size_t string_bytes() const {
    for (std::size_t at = 1; at < rest_.size(); ++at) {
      if (rest_[at] == '"') return at + 1;
      if (rest_[at] == '\n') return at;
      if (rest_[at] == '\\') ++at;
    }
    return rest_.size();
  }

  std::string_view rest_;
};

/// True for a number above `newest`, of any size and spelling: a newer program may have its own.
bool is_above(std::string_view token, unsigned newest) {
  if (token.empty() || token.front() < '0' || token.front() > '9') return false;
  if (token.find_first_not_of("0123456789.eE+-") != std::string_view::npos) return false;
  const std::string spelling(token);
  char* end = nullptr;
  const double value = std::strtod(spelling.c_str(), &end);  // Infinity if it is too large.
  return end == spelling.c_str() + spelling.size() && value > newest;
}

}  // namespace

std::optional<std::string> newer_version(std::string_view text, unsigned newest) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  Tokens tokens(text);
  if (tokens.next() != "{") return std::nullopt;
  std::optional<std::string> version;
  bool is_ours = false;
  std::size_t depth = 1;
  std::string member;  // The key of the current member of the outermost object.
  std::string_view before;
  for (auto token = tokens.next(); !token.empty() && depth > 0; before = token, token = tokens.next()) {
    const bool is_value = before == ":" && depth == 1;
    if (token == "{" || token == "[") ++depth;
    if (token == "}" || token == "]") --depth;
    if (depth == 1 && token == ":") member = meaning_of(before);
    // In either order: whoever edits the file may have sorted its members.
    if (is_value && member == "format" && meaning_of(token) == kFormatWord) is_ours = true;
    if (is_value && member == "version" && is_above(token, newest)) version = token;
  }
  return is_ours ? version : std::nullopt;
}

}  // namespace ec2mimic::state
