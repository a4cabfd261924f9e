#include "state/layout.h"

#include <algorithm>
#include <charconv>

#include "state/checksum.h"

namespace ec2mimic::state {
namespace {

constexpr std::string_view kChecksumHead = "\"checksum\": \"";
constexpr std::string_view kChecksumFoot = "\"}\n";
constexpr std::size_t kChecksumLineBytes = kChecksumHead.size() + kChecksumDigits + kChecksumFoot.size();
constexpr std::string_view kTablesFoot = "},\n";

/// Reads a text from front to back. After a mismatch every further read fails too, so it is enough to check at the end.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] bool at_end() const { return good_ && rest_.empty(); }
  [[nodiscard]] bool sees(std::string_view word) const { return good_ && rest_.starts_with(word); }

  std::string_view take(std::size_t bytes) {
    good_ = good_ && bytes <= rest_.size();
    if (!good_) return {};
    const auto taken = rest_.substr(0, bytes);
    rest_.remove_prefix(bytes);
    return taken;
  }

  void expect(std::string_view word) {
    if (take(word.size()) != word) good_ = false;
  }

  /// Reads a number as we write it: no sign and no leading zeros.
  std::uint64_t number() {
    std::uint64_t value = 0;
    const auto result = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
    const auto digits = take(static_cast<std::size_t>(result.ptr - rest_.data()));
    good_ = good_ && result.ec == std::errc() && value <= kMostCount && (digits.size() == 1 || digits.front() != '0');
    return good_ ? value : 0;
  }

  std::string_view until(char end) { return take(std::min(rest_.find(end), rest_.size())); }

 private:
  std::string_view rest_;
  bool good_ = true;
};

std::vector<IndexEntry> read_index(Cursor& cursor) {
  std::vector<IndexEntry> index;
  while (cursor.good() && !cursor.sees("}")) {
    cursor.expect(index.empty() ? "\"" : ", \"");
    const auto name = cursor.until('"');
    cursor.expect("\": ");
    index.push_back({name, cursor.number()});
  }
  return index;
}

}  // namespace

RecordLines Layout::lines_of(std::string_view table) const {
  for (const auto& entry : tables) {
    if (entry.name == table) return entry.lines;
  }
  return {};
}

std::optional<Layout> recognise(std::string_view text, unsigned version) {
  if (text.size() > kMostFileBytes || text.size() < kChecksumLineBytes) return std::nullopt;
  Layout layout;
  Cursor cursor(text.substr(0, text.size() - kChecksumLineBytes));
  cursor.expect("{\n\"format\": \"");
  cursor.expect(kFormatWord);
  cursor.expect("\",\n\"version\": ");
  // Another version is a matter for the parser, which migrates or refuses it.
  if (cursor.number() != version) return std::nullopt;
  cursor.expect(",\n\"revision\": ");
  layout.header.revision = cursor.number();
  cursor.expect(",\n\"serial\": ");
  layout.header.serial = cursor.number();
  cursor.expect(",\n\"account\": \"");
  layout.header.account = cursor.until('"');
  cursor.expect("\",\n\"index\": {");
  const auto index = read_index(cursor);
  cursor.expect("},\n\"tables\": {\n");
  for (const auto& entry : index) {
    if (!cursor.good() || !is_table_name(entry.name)) return std::nullopt;
    // Sorted, with no name twice.
    if (!layout.tables.empty() && layout.tables.back().name >= entry.name) return std::nullopt;
    cursor.expect(table_head(entry.name));
    const RecordLines lines(cursor.take(entry.bytes));
    // A table ends at the end of a line, and has at least one.
    if (!lines.text().ends_with('\n')) return std::nullopt;
    layout.tables.push_back({entry.name, lines});
    cursor.expect(table_foot(layout.tables.size() == index.size()));
  }
  cursor.expect(kTablesFoot);
  // The checksum comes last: only this step reads the whole text.
  if (!cursor.at_end() || !is_account(layout.header.account) || !checksum_holds(text)) return std::nullopt;
  return layout;
}

bool checksum_holds(std::string_view text) {
  if (text.size() < kChecksumLineBytes) return false;
  const auto body = text.substr(0, text.size() - kChecksumLineBytes);
  return text.substr(body.size()) == checksum_line(checksum(body));
}

std::string header_text(const Header& header, unsigned version, std::span<const IndexEntry> index) {
  std::string text = "{\n\"format\": \"";
  text += kFormatWord;
  text += "\",\n\"version\": " + std::to_string(version);
  text += ",\n\"revision\": " + std::to_string(header.revision);
  text += ",\n\"serial\": " + std::to_string(header.serial);
  text += ",\n\"account\": \"" + header.account;
  text += "\",\n\"index\": {";
  for (const auto& entry : index) {
    if (&entry != index.data()) text += ", ";
    text += '"';
    text += entry.name;
    text += "\": " + std::to_string(entry.bytes);
  }
  text += "},\n\"tables\": {\n";
  return text;
}

std::string table_head(std::string_view name) {
  std::string text = "\"";
  text += name;
  text += "\": {\n";
  return text;
}

std::string_view table_foot(bool last) { return last ? "}\n" : "},\n"; }
std::string_view tables_foot() { return kTablesFoot; }

std::string checksum_line(std::string_view digits) {
  std::string text(kChecksumHead);
  text += digits;
  text += kChecksumFoot;
  return text;
}

bool is_table_name(std::string_view name) {
  // Only characters that need no escape, so that a name in the file is spelt as it is.
  if (name.empty() || name.size() > kMostNameBytes) return false;
  return std::all_of(name.begin(), name.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

bool is_account(std::string_view account) {
  if (account.empty()) return true;
  return account.size() == 12 &&
         std::all_of(account.begin(), account.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace ec2mimic::state
