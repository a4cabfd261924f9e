#include "core/records/records.h"

#include <utility>

namespace ec2mimic {

Records::Records(const state::Snapshot& snapshot, std::string_view default_account) : snapshot_(snapshot) {
  const state::Header& header = snapshot.header();
  changes_.account = header.account.empty() ? default_account : header.account;
  changes_.serial = header.serial;
}

std::optional<std::string_view> Records::find(std::string_view table, std::string_view key) const {
  if (const auto changed = changes_.tables.find(table); changed != changes_.tables.end()) {
    if (const auto line = changed->second.find(key); line != changed->second.end()) return line->second;
  }
  return snapshot_.find(table, key);
}

void Records::scan_any(std::string_view table, std::span<const std::string_view> texts,
                       const state::Snapshot::Visit& visit) const {
  const auto changed = changes_.tables.find(table);
  if (changed == changes_.tables.end()) {
    snapshot_.scan_any(table, texts, visit);
    return;
  }
  snapshot_.scan_any(table, texts, [&](std::string_view key, std::string_view line) {
    if (!changed->second.contains(key)) visit(key, line);
  });
  for (const auto& [key, line] : changed->second) {
    // After the others and so out of order, which does not matter: callers sort by serial.
    if (line && contains_any(*line, texts)) visit(key, *line);
  }
}

void Records::put(std::string_view table, std::string_view key, std::string line) {
  const auto its = changes_.tables.try_emplace(std::string(table)).first;
  const auto put = its->second.insert_or_assign(std::string(key), std::move(line)).first;
  // Nodes of a std::map stay where they are, so views of their keys stay valid.
  put_.emplace_back(its->first, put->first);
  changed_ = true;
  row_list_.reset();
  looked_up_.reset();
}

void Records::erase(std::string_view table, std::string_view key) {
  // Marked and not just forgotten: the snapshot may still have the record.
  changes_.tables[std::string(table)].insert_or_assign(std::string(key), std::nullopt);
  changed_ = true;
  row_list_.reset();
  looked_up_.reset();
}

}  // namespace ec2mimic
