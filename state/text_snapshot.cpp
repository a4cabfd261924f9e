#include "state/text_snapshot.h"

#include <utility>

#include "state/excerpt.h"
#include "state/json_string.h"
#include "state/state_error.h"
#include "state/strict_parser.h"
#include "state/text_position.h"

namespace ec2mimic::state {
namespace {

/// Limit for the description of a record's problem, which may quote from the record.
constexpr std::size_t kMostProblemBytes = 400;

}  // namespace

TextSnapshot::TextSnapshot(std::string path, unsigned version) : path_(std::move(path)) {
  lay_out({}, version, Trust::checked);
}

TextSnapshot::TextSnapshot(std::string path, Buffer file, const LoadRules& rules)
    : path_(std::move(path)), file_(std::move(file)) {
  text_ = file_.text();
  if (text_.empty()) {
    lay_out({}, rules.version, Trust::checked);
  } else if (auto layout = recognise(text_, rules.version)) {
    // Just as this program writes it, so its records were checked before and need not be parsed.
    layout_ = std::move(*layout);
    check_tables(rules);
  } else {
    parse(rules);
  }
}

void TextSnapshot::lay_out(const Document& document, unsigned version, Trust trust) {
  // In the form of the program, so that find() and scan_any() have one form to search.
  laid_out_ = rewrite({}, document.header, version, document.tables, trust).joined();
  text_ = laid_out_;
  layout_ = recognise(text_, version).value();
}

void TextSnapshot::parse(const LoadRules& rules) {
  auto parsed = parse_strictly(text_, rules.version);
  if (const auto& refusal = parsed.refusal) {
    if (refusal->kind == Refusal::Kind::newer) {
      throw StateError(StateErrorKind::newer, path_,
                       path_ + " is of version " + excerpt(refusal->version) +
                           " of the state format, and this program understands versions up to " +
                           std::to_string(rules.version) + "; it is left as it is");
    }
    if (refusal->unknown_name) refuse_unknown_name(refusal->offset, refusal->what);
    if (refusal->kind == Refusal::Kind::damaged) refuse_at(refusal->offset, refusal->what);
    refuse_at(0, "not a state of ec2mimic: " + refusal->what);
  }
  if (parsed.version < rules.version) {
    older_version_ = parsed.version;
    if (!migrate(*parsed.document, parsed.version, rules.version, rules.migrations)) {
      refuse_at(0, "version " + std::to_string(parsed.version) + " of the state format is no longer understood");
    }
  }
  check_tables(*parsed.document, rules);
  check_records(*parsed.document, rules);
  // A file of an older version is parsed too, but if its checksum matches, an older program wrote it.
  edited_ = older_version_ == 0 || !checksum_holds(text_);
  // What a migration made has not been parsed.
  const bool keeps_file = older_version_ != 0;  // see file_text
  // First, or the file would be in memory three times.
  if (!keeps_file) text_ = {}, file_ = {};
  lay_out(*parsed.document, rules.version, keeps_file ? Trust::unchecked : Trust::checked);
}

void TextSnapshot::check_tables(const LoadRules& rules) const {
  // A newer program may have added a table to a file of the same version.
  if (!rules.knows_table) return;
  for (const TableLines& table : layout_.tables) {
    if (!rules.knows_table(table.name)) refuse_table(0, table.name);
  }
}

void TextSnapshot::check_tables(const Document& document, const LoadRules& rules) const {
  if (!rules.knows_table) return;
  for (const auto& [table, records] : document.tables) {
    if (rules.knows_table(table)) continue;
    // The first mention of an empty table may be in the index, which is before the tables.
    const auto offset = records.empty() ? text_.rfind('"' + escaped(table) + '"')
                                        : offset_of_record(text_, table, records.begin()->first).value_or(0);
    refuse_table(offset == std::string_view::npos ? 0 : offset, table);
  }
}

void TextSnapshot::refuse_table(std::size_t offset, std::string_view name) const {
  refuse_unknown_name(offset, "there is a table \"" + escaped(excerpt(name)) + "\", which this program does not know");
}

void TextSnapshot::check_records(const Document& document, const LoadRules& rules) const {
  if (!rules.check) return;
  for (const auto& [table, records] : document.tables) {
    for (const auto& [key, line] : records) {
      const auto fault = line ? rules.check(table, key, *line) : std::nullopt;
      if (!fault) continue;
      // Parsed a second time, because positions are not kept for the rare file that has a fault.
      const auto offset = offset_of_record(text_, table, key).value_or(0);
      const std::string what = "record \"" + escaped(excerpt(key)) + "\" of table \"" + table +
                               "\": " + excerpt(fault->what, kMostProblemBytes);
      if (fault->unknown_name) refuse_unknown_name(offset, what);
      refuse_at(offset, what);
    }
  }
}

// Nobody mistypes a name in a text whose checksum holds.
void TextSnapshot::refuse_unknown_name(std::size_t offset, const std::string& what) const {
  if (checksum_holds(text_)) throw newer_error(path_, what);
  throw StateError(StateErrorKind::newer, path_,
                   path_ + ", " + in_words(position_of(text_, offset)) + ": " + what +
                       "; either a newer ec2mimic wrote it, or it is misspelt; the file is left as it is");
}

void TextSnapshot::refuse_at(std::size_t offset, const std::string& what) const {
  throw StateError(StateErrorKind::damaged, path_,
                   path_ + ", " + in_words(position_of(text_, offset)) + ": " + what + "; the file is left as it is");
}

std::optional<std::string_view> TextSnapshot::find(std::string_view table, std::string_view key) const try {
  const auto found = layout_.lines_of(table).find(escaped(key));
  return found.there ? std::optional(found.line.value) : std::nullopt;
} catch (const MalformedLine& malformed) {
  refuse(malformed);
}

void TextSnapshot::scan_any(std::string_view table, std::span<const std::string_view> texts, const Visit& visit) const
    try {
  layout_.lines_of(table).scan_any(texts, [&](const RecordLine& line) {
    // Without a backslash a key is spelt as it is.
    if (line.key.find('\\') == std::string_view::npos) return visit(line.key, line.value);
    auto key = unescaped(line.key);
    if (!key) throw MalformedLine(line.key.data());
    visit(decoded_keys_.emplace_front(*std::move(key)), line.value);
  });
} catch (const MalformedLine& malformed) {
  refuse(malformed);
}

void TextSnapshot::refuse(const MalformedLine& malformed) const {
  refuse_at(static_cast<std::size_t>(malformed.place() - text_.data()), "this line is not laid out as a record");
}

}  // namespace ec2mimic::state
