#include "tests/harness/memory_store.h"

#include <cstdio>

namespace ec2mimic::test {
namespace {

class MemorySnapshot final : public state::Snapshot {
 public:
  explicit MemorySnapshot(const MemoryStore& store) : header_(store.header), tables_(store.tables) {}
  MemorySnapshot() = default;

  const state::Header& header() const override { return header_; }
  std::optional<std::string_view> find(std::string_view table, std::string_view key) const override {
    const auto found = tables_.find(table);
    if (found == tables_.end()) return std::nullopt;
    const auto line = found->second.find(key);
    if (line == found->second.end()) return std::nullopt;
    return line->second;
  }
  void scan(std::string_view table, std::string_view containing, const Visit& visit) const override {
    const auto found = tables_.find(table);
    if (found == tables_.end()) return;
    for (const auto& [key, line] : found->second) {
      if (line.find(containing) != std::string::npos) visit(key, line);
    }
  }
  bool edited() const override { return false; }
  std::string text() const override { return {}; }

 private:
  state::Header header_;
  Tables tables_;
};

class MemoryTransaction final : public state::Transaction {
 public:
  MemoryTransaction(MemoryStore& store, std::unique_ptr<const MemorySnapshot> before)
      : store_(store), before_(std::move(before)) {}

  const state::Snapshot& before() const override { return *before_; }
  void commit(const state::Changes& changes) override {
    if (store_.failure && store_.failure != state::StateErrorKind::unknown_outcome) fail();
    for (const auto& [table, lines] : changes.tables) {
      for (const auto& [key, line] : lines) {
        if (line) {
          store_.tables[table][key] = *line;
        } else {
          store_.tables[table].erase(key);
        }
      }
    }
    store_.header = {changes.account, store_.header.revision + 1, changes.serial};
    ++store_.commits;
    if (store_.failure) fail();
  }
  void replace(const state::Changes& changes) override {
    store_.tables.clear();
    commit(changes);
  }

 private:
  void fail() const { throw state::StateError(*store_.failure, "/m", "the commit failed"); }

  MemoryStore& store_;
  std::unique_ptr<const MemorySnapshot> before_;
};

}  // namespace

std::unique_ptr<const state::Snapshot> MemoryStore::read() {
  ++reads;
  return std::make_unique<MemorySnapshot>(*this);
}

std::unique_ptr<state::Transaction> MemoryStore::begin() {
  ++reads;
  return std::make_unique<MemoryTransaction>(*this, std::make_unique<MemorySnapshot>(*this));
}

std::unique_ptr<state::Transaction> MemoryStore::begin_anew() {
  return std::make_unique<MemoryTransaction>(*this, std::make_unique<MemorySnapshot>());
}

std::string CountingIdentifiers::hex17() {
  char digits[18];
  std::snprintf(digits, sizeof digits, "%017x", ++count_);
  return digits;
}

std::string CountingIdentifiers::uuid() {
  char text[37];
  std::snprintf(text, sizeof text, "00000000-0000-4000-8000-%012x", ++count_);
  return text;
}

}  // namespace ec2mimic::test
