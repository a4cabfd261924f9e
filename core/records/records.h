// The records as one call sees them: a snapshot of the state, overlaid with the call's own changes.
//
// A call may put and erase freely; nothing reaches the state until the engine commits the changes. Calls that only read
// use the same class, so that operations need not distinguish.
#pragma once

#include <algorithm>
#include <any>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/records/rows.h"
#include "state/store.h"

namespace ec2mimic {

/// An account without records.
class NoRecords final : public state::Snapshot {
 public:
  [[nodiscard]] const state::Header& header() const override { return header_; }
  [[nodiscard]] std::optional<std::string_view> find(std::string_view /*table*/,
                                                     std::string_view /*key*/) const override {
    return std::nullopt;
  }
  void scan_any(std::string_view /*table*/, std::span<const std::string_view> /*texts*/,
                const Visit& /*visit*/) const override {}
  [[nodiscard]] bool edited() const override { return false; }
  [[nodiscard]] std::string text() const override { return {}; }

 private:
  state::Header header_;
};

/// The records of one call. Refers to the snapshot and owns the changes.
class Records {
 public:
  /// Keeps a reference to the snapshot, which must outlive this. `default_account` is used if the state has no account
  /// yet.
  explicit Records(const state::Snapshot& snapshot, std::string_view default_account);

  /// The line under a key, or nothing. The view is valid until that key is changed.
  [[nodiscard]] std::optional<std::string_view> find(std::string_view table, std::string_view key) const;

  /// The line under a key before the call changed it.
  [[nodiscard]] std::optional<std::string_view> before(std::string_view table, std::string_view key) const {
    return snapshot_.find(table, key);
  }

  /// The records before the call changed any. They refer to the same snapshot.
  [[nodiscard]] Records unchanged() const { return Records(snapshot_, changes_.account); }

  /// Visits all records of a table whose line contains at least one of the texts (all if there are none), in no
  /// particular order. The visitor must not change the table.
  void scan_any(std::string_view table, std::span<const std::string_view> texts,
                const state::Snapshot::Visit& visit) const;
  /// The same for one text; visits all records if it is empty.
  void scan(std::string_view table, std::string_view containing, const state::Snapshot::Visit& visit) const {
    scan_any(table, {&containing, 1}, visit);
  }

  /// Replaces or adds the line under a key: one JSON object without a line break. erase() removes it, and does nothing
  /// if there is none. Neither checks the line or what refers to it.
  void put(std::string_view table, std::string_view key, std::string line);
  void erase(std::string_view table, std::string_view key);

  /// The list of rows that was asked for last; nothing once a record has changed. See rows_of().
  [[nodiscard]] std::optional<RowList>& row_list() { return row_list_; }
  /// What is looked up beside the rows of a list, kept for its next page; nothing once a record has changed.
  [[nodiscard]] std::any& looked_up() { return looked_up_; }

  /// The next number in the order of creation, from 1.
  [[nodiscard]] std::uint64_t next_serial() { return ++changes_.serial; }

  /// Makes the next number be the one after this, if that is greater.
  void raise_serial(std::uint64_t serial) { changes_.serial = std::max(changes_.serial, serial); }

  [[nodiscard]] const std::string& account() const { return changes_.account; }
  /// Replaces the account with twelve other digits.
  void set_account(std::string_view account) { changes_.account = account; }

  /// The revision of the snapshot.
  [[nodiscard]] std::uint64_t revision() const { return snapshot_.header().revision; }

  /// Declares the changes so far to be defaults that every caller sees anyway (the default VPC of a region that nobody
  /// has written to), not worth a commit of their own. They are committed along with later changes.
  void mark_as_default() { put_.clear(), changed_ = false; }

  /// Tables and keys of the records put since mark_as_default().
  [[nodiscard]] const std::vector<std::pair<std::string_view, std::string_view>>& put_by_call() const { return put_; }

  /// True if there is something to commit.
  [[nodiscard]] bool changed() const { return changed_; }
  [[nodiscard]] const state::Changes& changes() const& { return changes_; }
  [[nodiscard]] state::Changes changes() && { return std::move(changes_); }

 private:
  const state::Snapshot& snapshot_;
  state::Changes changes_;
  std::vector<std::pair<std::string_view, std::string_view>> put_{};  // views of the names and keys in changes_
  bool changed_ = false;
  std::optional<RowList> row_list_{};
  std::any looked_up_{};
};

}  // namespace ec2mimic
