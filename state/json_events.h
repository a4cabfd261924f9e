// SAX handler of the strict parser: builds a Document from the events of nlohmann/json.
//
// The events carry no position in the text, so this keeps track of it: each event says which kind of token comes next,
// and the end of that token is found in the text. Errors in meaning do not end the parse. The first one is kept, and
// the rest of the text is still searched for its format: another program's file must be reported as such, even if
// members that we do not know come before its "format".
#pragma once

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "state/document.h"

namespace ec2mimic::state {

class JsonEvents {
 public:
  enum class Whole { state, record };
  struct Problem {
    std::string what;
    std::size_t offset = 0;
    bool unknown_name = false;  ///< Of a member of the outermost object.
  };

  /// Handles the events of `text`, a whole state or a single record. `text` must outlive this.
  explicit JsonEvents(std::string_view text, Whole whole = Whole::state);

  // Called by nlohmann::json::sax_parse. Returning false ends the parse.
  bool null();
  bool boolean(bool value);
  bool number_integer(std::int64_t value);
  bool number_unsigned(std::uint64_t value);
  bool number_float(double value, const std::string& spelling);
  bool string(std::string& value);
  bool binary(nlohmann::json::binary_t& value);
  bool start_object(std::size_t size);
  bool end_object();
  bool start_array(std::size_t size);
  bool end_array();
  bool key(std::string& name);
  bool parse_error(std::size_t position, const std::string& token, const nlohmann::json::exception& error);

  /// Call after a successful parse: notes the members that are missing.
  void check_complete();

  [[nodiscard]] const std::optional<Problem>& problem() const { return problem_; }
  [[nodiscard]] bool is_foreign() const { return !foreign_.empty(); }
  [[nodiscard]] const std::string& foreign() const { return foreign_; }
  [[nodiscard]] std::uint64_t version() const { return version_; }
  [[nodiscard]] Document take_document() { return std::move(document_); }

  /// Call before the parse: makes sought_offset() the place where that record begins.
  void seek(std::string_view table, std::string_view key);
  [[nodiscard]] std::optional<std::size_t> sought_offset() const { return sought_offset_; }

 private:
  /// What an open object or list represents.
  enum class Part { top, index, tables, table, record, ignored };

  void begin_token();
  void end_token(std::size_t bytes);
  void end_number();
  void note(std::string what, bool unknown_name = false);
  bool scalar(std::string_view text, const char* kind);
  bool number(std::uint64_t value, std::string_view text);
  bool open(char bracket);
  bool close(char bracket);
  void top_text(const std::string& value);
  void top_number(std::uint64_t value);
  void end_record();
  void begin_value();
  Part part_inside() const;

  std::string_view text_;
  std::size_t at_ = 0;     ///< Just past the last token.
  std::size_t token_ = 0;  ///< Where the current token begins.
  std::optional<Problem> problem_;
  std::string foreign_;
  Document document_;
  std::uint64_t version_ = 0;

  std::vector<Part> parts_;                            ///< One for each open object or list.
  std::vector<std::unordered_set<std::string>> keys_;  ///< The keys seen so far in each of them.
  std::string member_;                                 ///< The current member of the outermost object.
  std::unordered_set<std::string> present_;            ///< The members of the outermost object so far.
  std::string table_;
  std::string key_;
  std::size_t record_depth_ = 0;
  std::size_t record_begin_ = 0;
  std::string line_;  ///< The record so far, as compact JSON.
  bool need_comma_ = false;

  std::string sought_table_;
  std::string sought_key_;
  std::optional<std::size_t> sought_offset_;
};

}  // namespace ec2mimic::state
