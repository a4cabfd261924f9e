// The records as one call sees them: a snapshot of the state with the call's own changes laid over it.
//
// A call may put and erase as it likes; nothing reaches the state until the engine commits the changes. A reader gets
// the same class, so that operations need not know which of the two they are.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "state/store.h"

namespace ec2mimic {

/// An account without a record.
class NoRecords final : public state::Snapshot {
 public:
  [[nodiscard]] const state::Header& header() const override { return header_; }
  [[nodiscard]] std::optional<std::string_view> find(std::string_view /*table*/,
                                                     std::string_view /*key*/) const override {
    return std::nullopt;
  }
  void scan(std::string_view /*table*/, std::string_view /*containing*/, const Visit& /*visit*/) const override {}
  [[nodiscard]] bool edited() const override { return false; }
  [[nodiscard]] std::string text() const override { return {}; }

 private:
  state::Header header_;
};

class Records {
 public:
  /// Keeps a reference to the snapshot.
  explicit Records(const state::Snapshot& snapshot, std::string_view default_account);

  /// The line under a key, or nothing. The view holds until that key is changed.
  [[nodiscard]] std::optional<std::string_view> find(std::string_view table, std::string_view key) const;

  /// The line under a key before the call.
  [[nodiscard]] std::optional<std::string_view> before(std::string_view table, std::string_view key) const {
    return snapshot_.find(table, key);
  }

  /// Visits all records of a table whose line contains `containing` as it stands, in no promised order. The visitor
  /// must not change the table.
  void scan(std::string_view table, std::string_view containing, const state::Snapshot::Visit& visit) const;

  void put(std::string_view table, std::string_view key, std::string line);
  void erase(std::string_view table, std::string_view key);

  /// The next number in the order of creation, from 1.
  [[nodiscard]] std::uint64_t next_serial() { return ++changes_.serial; }

  [[nodiscard]] const std::string& account() const { return changes_.account; }
  void set_account(std::string_view account) { changes_.account = account; }

  /// The revision that the changes were made from.
  [[nodiscard]] std::uint64_t revision() const { return snapshot_.header().revision; }

  /// Says that what was changed so far is what anybody would find there (the default VPC of a region nobody wrote to):
  /// not worth a commit of its own.
  void presume() { put_.clear(), changed_ = false; }

  /// Tables and keys of what was put since then.
  [[nodiscard]] const std::vector<std::pair<std::string_view, std::string_view>>& put_since() const { return put_; }

  /// True if there is something to commit.
  [[nodiscard]] bool changed() const { return changed_; }
  [[nodiscard]] const state::Changes& changes() const& { return changes_; }
  [[nodiscard]] state::Changes changes() && { return std::move(changes_); }

 private:
  const state::Snapshot& snapshot_;
  state::Changes changes_;
  std::vector<std::pair<std::string_view, std::string_view>> put_{};  // into the names and keys of changes_
  bool changed_ = false;
};

}  // namespace ec2mimic
