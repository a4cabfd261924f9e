// The order in which rows are shown. The sorting itself is compiled once and not for each kind of record, which took a
// fifth of the time that a describe takes to compile.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace ec2mimic {

/// The places of the numbers, from the smallest number to the greatest; equal ones keep their order.
[[nodiscard]] std::vector<std::size_t> ascending(const std::vector<std::int64_t>& numbers);

/// The ids, each once, in the order in which each is named for the last time. They point into `ids`.
[[nodiscard]] std::vector<const std::string*> without_repeats(const std::vector<std::string>& ids);

/// Sorts pairs of an id and a record by the record's serial number, so by the order of creation.
template <class Row>
void sort_by_serial(std::vector<Row>& rows) {
  std::vector<std::int64_t> serials;
  serials.reserve(rows.size());
  for (const Row& row : rows) serials.push_back(row.second.serial);
  std::vector<Row> sorted;
  sorted.reserve(rows.size());
  for (const std::size_t place : ascending(serials)) sorted.push_back(std::move(rows[place]));
  rows = std::move(sorted);
}

}  // namespace ec2mimic
