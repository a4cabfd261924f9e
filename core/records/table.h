// A table of records of one type, as seen from one region. Records are decoded only when they are needed.
//
// A record is a described struct with at least `region` and `serial` that names its table in `kTable`.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/records/context.h"
#include "core/records/record.h"
#include "core/records/rows.h"

namespace ec2mimic {

/// `"vpc-1"`, as it is spelt in a line, for narrowing a scan to the records that hold an id.
[[nodiscard]] inline std::string in_quotes(std::string_view id) { return '"' + std::string(id) + '"'; }

template <class Record>
class Table {
 public:
  using Entry = std::pair<std::string, Record>;  ///< Id and record.

  explicit Table(Context& context) : context_(context) {}

  /// The record with that id as seen from the caller's region, or nothing.
  [[nodiscard]] std::optional<Record> find(std::string_view id) const { return find_from(context_.region(), id); }

  /// The same as seen from another region.
  [[nodiscard]] std::optional<Record> find_from(std::string_view region, std::string_view id) const {
    const auto line = context_.records().find(Record::kTable, id);
    if (!line) return std::nullopt;
    auto record = read_record<Record>(id, *line);
    if (!is_seen_from(region, record, context_.account())) return std::nullopt;
    return record;
  }

  /// The records seen from the caller's region that `narrowing` does not rule out, in the order of creation.
  [[nodiscard]] std::vector<Entry> all(const Narrowing& narrowing = {}) const {
    std::vector<Entry> entries;
    for (const Row& row : find_rows(context_, {&row_source<Record>, 1}, narrowing)) {
      entries.emplace_back(row.id, read_record<Record>(row.id, row.line));
    }
    return entries;
  }

  /// Stores a record, new or changed.
  void put(std::string_view id, const Record& record) {
    context_.records().put(Record::kTable, id, write_record(record));
  }

  /// Stores a new record in the caller's region, last in the order of creation. Throws std::logic_error if a record of
  /// that id exists in any region: ids come from Context::new_id, which never returns one in use.
  void create(std::string_view id, Record& record) {
    if (context_.records().find(Record::kTable, id)) throw std::logic_error("a second " + std::string(id));
    record.region = context_.region();
    record.serial = context_.next_serial();
    put(id, record);
  }

 private:
  Context& context_;
};

}  // namespace ec2mimic
