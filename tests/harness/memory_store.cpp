#include "tests/harness/memory_store.h"

#include <algorithm>
#include <cstdio>

namespace ec2mimic::test {
namespace {

class MemorySnapshot final : public state::Snapshot {
 public:
  explicit MemorySnapshot(const MemoryStore& store)
      : header_(store.header), tables_(store.tables), edited_(store.edited) {}
  MemorySnapshot() = default;

  const state::Header& header() const override { return header_; }
  std::optional<std::string_view> find(std::string_view table, std::string_view key) const override {
    const auto found = tables_.find(table);
    if (found == tables_.end()) return std::nullopt;
    const auto line = found->second.find(key);
    if (line == found->second.end()) return std::nullopt;
    return line->second;
  }
  void scan_any(std::string_view table, std::span<const std::string_view> texts, const Visit& visit) const override {
    const auto found = tables_.find(table);
    if (found == tables_.end()) return;
    for (const auto& [key, line] : found->second) {
      if (texts.empty() || std::any_of(texts.begin(), texts.end(), [&line = line](std::string_view text) {
            return line.find(text) != std::string::npos;
          })) {
        visit(key, line);
      }
    }
  }
  bool edited() const override { return edited_; }
  // The tables alone.
  std::string text() const override {
    std::string text;
    for (const auto& [table, records] : tables_) {
      std::string lines;
      for (const auto& [key, line] : records) lines += (lines.empty() ? "\"" : ",\"") + key + "\":" + line;
      text += (text.empty() ? "\"" : ",\"") + table + "\":{" + lines + '}';
    }
    return "{\"tables\":{" + text + "}}";
  }

 private:
  state::Header header_;
  Tables tables_;
  bool edited_ = false;
};

void fail(state::StateErrorKind kind) { throw state::StateError(kind, "/m", "the commit failed"); }

void make(MemoryStore& store, const state::Changes& changes) {
  if (store.failure && store.failure != state::StateErrorKind::unknown_outcome) fail(*store.failure);
  for (const auto& [table, lines] : changes.tables) {
    for (const auto& [key, line] : lines) {
      if (line) {
        store.tables[table][key] = *line;
      } else {
        store.tables[table].erase(key);
      }
    }
  }
  store.header = {changes.account, store.header.revision + 1, changes.serial};
  store.edited = false;
  ++store.commits;
  if (store.failure) fail(*store.failure);
}

}  // namespace

std::unique_ptr<const state::Snapshot> MemoryStore::read() {
  ++reads;
  return std::make_unique<MemorySnapshot>(*this);
}

void MemoryStore::change(const Decide& decide) {
  ++reads;
  const MemorySnapshot before(*this);
  if (const auto changes = decide(before)) make(*this, *changes);
}

bool MemoryStore::replace(const Decide& decide, Loss loss) {
  if (foreign && loss != Loss::of_anything) {
    throw state::StateError(state::StateErrorKind::foreign, "/m", "/m is not a state");
  }
  if (loss == Loss::refused && !tables.empty()) return false;
  foreign = false;
  const auto changes = decide(MemorySnapshot());
  tables.clear();
  make(*this, changes.value());
  return true;
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
