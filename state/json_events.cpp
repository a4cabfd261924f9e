#include "state/json_events.h"

#include <algorithm>
#include <array>

#include "state/excerpt.h"
#include "state/json_string.h"
#include "state/layout.h"

namespace ec2mimic::state {
namespace {

constexpr std::array<std::string_view, 8> kMembers = {"format",  "version", "revision", "serial",
                                                      "account", "index",   "tables",   "checksum"};
// Nobody can work out index and checksum by hand, so a file that was edited may be without them.
constexpr std::array<std::string_view, 6> kRequired = {"format", "version", "revision", "serial", "account", "tables"};

/// Quotes a text from the file, short enough for a message and without anything that could break its line.
std::string in_quotes(std::string_view text) { return '"' + escaped(excerpt(text)) + '"'; }

std::string not_an_integer(std::string_view spelling) {
  return "the number " + in_quotes(spelling) + " is not a 64-bit integer";
}

/// nlohmann's message without its error number, position and excerpt.
std::string in_our_words(std::string message) {
  if (message.find("unexpected end of input") != std::string::npos) return "unexpected end of file";
  if (const auto detail = message.find(" - "); detail != std::string::npos) message.erase(0, detail + 3);
  if (const auto last = message.find("; last read"); last != std::string::npos) {
    const auto expected = message.rfind("; expected ");
    message.erase(last, expected != std::string::npos && expected > last ? expected - last : std::string::npos);
  }
  return "not JSON: " + message;
}

}  // namespace

JsonEvents::JsonEvents(std::string_view text, Whole whole)
    : text_(text), at_(text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0) {
  if (whole == Whole::state) return;
  // A single record is read as if it were in a table of a state.
  parts_ = {Part::top, Part::tables, Part::table};
  keys_.resize(parts_.size());
}

// There are no events for colons and commas, so they are skipped along with white space.
void JsonEvents::begin_token() { token_ = std::min(text_.find_first_not_of(" \t\r\n,:", at_), text_.size()); }

void JsonEvents::end_token(std::size_t bytes) { at_ = std::min(token_ + bytes, text_.size()); }

// The value may be spelt in many ways, so the end is found in the text. The same goes for strings.
void JsonEvents::end_number() { at_ = std::min(text_.find_first_not_of("+-.0123456789eE", token_), text_.size()); }

void JsonEvents::note(std::string what, bool unknown_name) {
  if (!problem_) problem_ = Problem{std::move(what), token_, unknown_name};
}

JsonEvents::Part JsonEvents::part_inside() const {
  switch (parts_.back()) {
    case Part::top:
      return member_ == "tables" ? Part::tables : member_ == "index" ? Part::index : Part::ignored;
    case Part::tables:
      return Part::table;
    case Part::table:
    case Part::record:
      return Part::record;
    default:
      return Part::ignored;
  }
}

void JsonEvents::begin_value() {
  if (need_comma_) line_ += ',';
  need_comma_ = true;
}

/// Handles any value but a list or an object; `text` is how a record spells it.
bool JsonEvents::scalar(std::string_view text, const char* kind) {
  if (parts_.empty()) {
    foreign_ = std::string("not an object but ") + kind;
    return false;
  }
  if (parts_.back() == Part::record) {
    begin_value();
    line_ += text;
  } else if (parts_.back() == Part::tables) {
    note("table " + in_quotes(table_) + " is not an object");
  } else if (parts_.back() == Part::table) {
    note("record " + in_quotes(key_) + " is not an object");
  } else if (parts_.back() == Part::top && (member_ == "tables" || member_ == "index")) {
    note(in_quotes(member_) + " is not an object");
  }
  return true;
}

bool JsonEvents::null() {
  begin_token();
  end_token(4);
  if (!parts_.empty() && parts_.back() == Part::top) note(in_quotes(member_) + " is null");
  return scalar("null", "null");
}

bool JsonEvents::boolean(bool value) {
  begin_token();
  end_token(value ? 4 : 5);
  if (!parts_.empty() && (parts_.back() == Part::top || parts_.back() == Part::index)) {
    note(in_quotes(member_) + " must be a string or a number");
  }
  return scalar(value ? "true" : "false", "a boolean");
}

bool JsonEvents::number(std::uint64_t value, std::string_view text) {
  begin_token();
  end_number();
  if (!parts_.empty() && parts_.back() == Part::top) top_number(value);
  return scalar(text, "a number");
}

bool JsonEvents::number_unsigned(std::uint64_t value) { return number(value, std::to_string(value)); }

// nlohmann calls this for numbers with a minus sign only.
bool JsonEvents::number_integer(std::int64_t value) {
  begin_token();
  if (!parts_.empty() && (parts_.back() == Part::top || parts_.back() == Part::index)) note("a negative number");
  return number(0, std::to_string(value));
}

// nlohmann passes integers that do not fit 64 bits as floats too, hence the wording.
bool JsonEvents::number_float(double /*value*/, const std::string& spelling) {
  begin_token();
  note(not_an_integer(spelling));
  return number(0, "0");
}

bool JsonEvents::string(std::string& value) {
  begin_token();
  at_ = std::min(closing_quote(text_, token_ + 1), text_.size() - 1) + 1;
  if (parts_.empty() || parts_.back() != Part::record) {
    if (!parts_.empty() && parts_.back() == Part::top) top_text(value);
    if (!parts_.empty() && parts_.back() == Part::index) note("an index entry is not a number");
    return scalar({}, "a string");
  }
  begin_value();
  line_ += '"';
  append_escaped(line_, value);
  line_ += '"';
  return true;
}

bool JsonEvents::binary(nlohmann::json::binary_t& /*value*/) { return false; }

void JsonEvents::top_number(std::uint64_t value) {
  const bool counts = member_ == "version" || member_ == "revision" || member_ == "serial";
  if (!counts) return note(in_quotes(member_) + " is a number");
  if (value > kMostCount) note(in_quotes(member_) + " is too large");
  if (member_ == "version") {
    version_ = value;
    if (value == 0) note("\"version\" is 0, but versions start at 1");
  }
  if (member_ == "revision") document_.header.revision = value;
  if (member_ == "serial") document_.header.serial = value;
}

void JsonEvents::top_text(const std::string& value) {
  if (member_ == "format") {
    if (value != kFormatWord) foreign_ = "its \"format\" is " + in_quotes(value) + ", not " + in_quotes(kFormatWord);
  } else if (member_ == "account") {
    if (!is_account(value)) note("the account is not twelve digits");
    document_.header.account = value;
  } else if (member_ != "checksum") {  // A checksum that does not match makes this an edited file, not a damaged one.
    note(in_quotes(member_) + " is a string");
  }
}

bool JsonEvents::open(char bracket) {
  begin_token();
  end_token(1);
  if (parts_.empty() && bracket == '[') {
    foreign_ = "not an object but a list";
    return false;
  }
  const Part inside = parts_.empty() ? Part::top : part_inside();
  const bool of_record = !parts_.empty() && parts_.back() == Part::record;
  if (inside == Part::ignored) note(in_quotes(member_) + " must be a string or a number");
  if (bracket == '[' && !of_record) note("a list instead of an object");
  if (parts_.size() >= kMostDepth) {
    note("nested more than " + std::to_string(kMostDepth) + " levels deep");
    return false;
  }
  if (inside == Part::record) {
    if (!of_record) {
      line_.clear();
      need_comma_ = false;
      record_depth_ = parts_.size();
      record_begin_ = token_;
      if (table_ == sought_table_ && key_ == sought_key_) sought_offset_ = token_;
    }
    begin_value();
    line_ += bracket;
    need_comma_ = false;
  }
  if (inside == Part::table) document_.tables.try_emplace(table_);
  parts_.push_back(inside);
  keys_.emplace_back();
  return true;
}

bool JsonEvents::close(char bracket) {
  begin_token();
  end_token(1);
  const Part part = parts_.back();
  parts_.pop_back();
  keys_.pop_back();
  if (part != Part::record) return true;
  line_ += bracket;
  need_comma_ = true;
  if (parts_.size() == record_depth_) end_record();
  return true;
}

void JsonEvents::end_record() {
  // A record that is too long is reported where it begins.
  token_ = record_begin_;
  if (line_.size() > kMostRecordBytes) note("record " + in_quotes(key_) + " is too long");
  // After a problem the document will not be used: only the rest of the text is of interest.
  // A copy, which is as long as the record, while what grew piece by piece may take twice that.
  if (!problem_) document_.tables[table_].insert_or_assign(key_, std::string(line_));
  line_.clear();
}

bool JsonEvents::start_object(std::size_t /*size*/) { return open('{'); }
bool JsonEvents::end_object() { return close('}'); }
bool JsonEvents::start_array(std::size_t /*size*/) { return open('['); }
bool JsonEvents::end_array() { return close(']'); }

bool JsonEvents::key(std::string& name) {
  begin_token();
  at_ = std::min(closing_quote(text_, token_ + 1), text_.size() - 1) + 1;
  // Programs differ in which of two equal keys counts, so neither is believed.
  if (!keys_.back().insert(name).second) note("duplicate key " + in_quotes(name));
  switch (parts_.back()) {
    case Part::top:
      member_ = name;
      present_.insert(name);
      if (std::find(kMembers.begin(), kMembers.end(), name) == kMembers.end()) {
        note("a state has no member " + in_quotes(name), true);
      }
      break;
    case Part::tables:
      table_ = name;
      if (!is_table_name(name)) note(in_quotes(name) + " cannot be the name of a table");
      break;
    case Part::table:
      key_ = name;
      if (name.size() > kMostKeyBytes) note("the key " + in_quotes(name) + " is too long");
      break;
    case Part::record:
      if (need_comma_) line_ += ',';
      line_ += '"';
      append_escaped(line_, name);
      line_ += "\":";
      need_comma_ = false;
      break;
    default:
      break;
  }
  return true;
}

bool JsonEvents::parse_error(std::size_t position, const std::string& token, const nlohmann::json::exception& error) {
  // nlohmann's error for numbers that overflow even a double.
  constexpr int kNumberOverflow = 406;
  if (error.id == kNumberOverflow) {
    begin_token();
    note(not_an_integer(token));
    return false;
  }
  // nlohmann counts the bytes it has read, so the offending one is the last of them.
  token_ = position == 0 ? 0 : std::min(position - 1, text_.size());
  note(in_our_words(error.what()));
  return false;
}

void JsonEvents::check_complete() {
  const auto has = [&](std::string_view name) { return present_.contains(std::string(name)); };
  if (present_.empty()) {
    foreign_ = "an empty object";
  } else if (!has("format")) {
    // Some other JSON file, which must not be called a damaged state.
    foreign_ = "it has no \"format\"";
  }
  // What is missing has no place of its own.
  token_ = 0;
  for (const auto name : kRequired) {
    if (!has(name)) note("the member " + in_quotes(name) + " is missing");
  }
}

void JsonEvents::seek(std::string_view table, std::string_view key) {
  sought_table_ = table;
  sought_key_ = key;
}

}  // namespace ec2mimic::state
