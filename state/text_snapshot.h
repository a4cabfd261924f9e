// One revision of the state, backed by a laid-out text that it owns.
//
// Whatever the file looked like, there is only one way to read it from here on: a text that had to be parsed is first
// laid out again in memory. That costs a copy if somebody edited the file, and saves a second Snapshot and a second
// kind of commit.
#pragma once

#include <forward_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "state/buffer.h"
#include "state/document.h"
#include "state/layout.h"
#include "state/load_rules.h"
#include "state/rewrite.h"
#include "state/store.h"

namespace ec2mimic::state {

class TextSnapshot final : public Snapshot {
 public:
  /// An account that was never written. `path` is used in messages.
  TextSnapshot(std::string path, unsigned version);

  /// The state in `file`, the content of the file at `path`. An empty file is an account that was never written. Throws
  /// StateError (damaged, newer).
  TextSnapshot(std::string path, Buffer file, const LoadRules& rules);

  [[nodiscard]] const Header& header() const override { return layout_.header; }
  [[nodiscard]] std::optional<std::string_view> find(std::string_view table, std::string_view key) const override;
  void scan_any(std::string_view table, std::span<const std::string_view> texts, const Visit& visit) const override;
  [[nodiscard]] bool edited() const override { return edited_; }
  [[nodiscard]] std::string text() const override { return std::string(text_); }

  /// The layout of text(); its views are valid as long as this.
  [[nodiscard]] const Layout& layout() const { return layout_; }
  /// The version of the file if it is an older one; 0 otherwise.
  [[nodiscard]] unsigned older_version() const { return older_version_; }
  /// The bytes of a file of an older version.
  [[nodiscard]] std::string_view file_text() const { return file_.text(); }

  /// Throws the StateError for a line that is not laid out as a record. Only a forged file has such a line, because its
  /// checksum matches.
  [[noreturn]] void refuse(const MalformedLine& malformed) const;

 private:
  void lay_out(const Document& document, unsigned version, Trust trust);
  void parse(const LoadRules& rules);
  void check_tables(const LoadRules& rules) const;
  void check_tables(const Document& document, const LoadRules& rules) const;
  [[noreturn]] void refuse_table(std::size_t offset, std::string_view name) const;
  void check_records(const Document& document, const LoadRules& rules) const;
  [[noreturn]] void refuse_at(std::size_t offset, const std::string& what) const;
  [[noreturn]] void refuse_unknown_name(std::size_t offset, const std::string& what) const;

  std::string path_;
  Buffer file_;
  std::string laid_out_;   ///< Used if the file is not laid out as we do it.
  std::string_view text_;  ///< The text of file_ or laid_out_.
  Layout layout_;
  unsigned older_version_ = 0;
  bool edited_ = false;
  /// The keys that scans had to decode; a list, so that views of them stay valid.
  mutable std::forward_list<std::string> decoded_keys_{};
};

}  // namespace ec2mimic::state
