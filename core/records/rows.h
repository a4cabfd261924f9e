// Rows: records in the order of creation, found without decoding them.
//
// Every line that ec2mimic writes begins with the region and the serial number of its record, so a list can be sorted,
// and a page of it found, before anything else is read. A line that begins otherwise, as an editor may leave it, is
// decoded for these two.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/records/narrowing.h"
#include "core/records/record.h"

namespace ec2mimic {

class Context;

/// A kind of record.
struct RowSource {
  std::string_view table{};  ///< The table in the state: `route-tables`
  RecordHead (*head)(std::string_view key, std::string_view line) = nullptr;  ///< Throws RecordError.
  /// True if a record of another region is seen from this one as well. Null if never. Throws RecordError.
  bool (*also_seen_from)(std::string_view region, std::string_view key, std::string_view line,
                         std::string_view account) = nullptr;
};

namespace detail {

template <class Record>
constexpr RowSource make_row_source() {
  RowSource source{Record::kTable, &record_head<Record>};
  if constexpr (SeenFromTwoRegions<Record>) {
    source.also_seen_from = [](std::string_view region, std::string_view key, std::string_view line,
                               std::string_view account) {
      return is_seen_from(region, read_record<Record>(key, line), account);
    };
  }
  return source;
}

}  // namespace detail

template <class Record>
inline constexpr RowSource row_source = detail::make_row_source<Record>();

/// A record that has not been decoded. The views belong to the records of the call.
struct Row {
  std::int64_t serial = 0;
  std::string_view id{};
  std::string_view line{};
  const RowSource* source = nullptr;
};

/// The order of creation. Numbers repeat if somebody copied a line; then the ids decide.
[[nodiscard]] inline bool created_before(const Row& a, const Row& b) {
  return a.serial != b.serial ? a.serial < b.serial : a.id < b.id;
}

/// The rows of one list. Kept by the Records for the next page.
struct RowList {
  std::span<const RowSource> sources{};
  std::string region{};
  Narrowing narrowing{};
  std::vector<Row> rows{};
};

/// The records of these kinds seen from the caller's region that `narrowing` does not rule out, in the order of
/// creation. Valid as long as the narrowing, until a record changes. Throws RecordError.
[[nodiscard]] std::vector<Row> find_rows(Context& context, std::span<const RowSource> sources,
                                         const Narrowing& narrowing);

/// The same for what a call lists: if it is asked again before a record changes, as for the next page, it is not
/// searched again. `sources` must outlive the records; the result is valid until a record changes or another list is
/// asked for, so whatever is looked up while a list is shown uses find_rows(). Throws RecordError.
[[nodiscard]] const std::vector<Row>& rows_of(Context& context, std::span<const RowSource> sources,
                                              const Narrowing& narrowing);

/// The record under `key` if it is seen from the caller's region, or nothing. The row keeps the view of the key. Throws
/// RecordError.
[[nodiscard]] std::optional<Row> find_row(Context& context, const RowSource& source, std::string_view key);

}  // namespace ec2mimic
