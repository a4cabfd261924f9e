// One record and its line. All reading of records goes through here, so that a record that does not decode is named.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "core/model/describe.h"
#include "core/model/line.h"
#include "core/seam/json_fwd.h"
#include "state/store.h"

namespace ec2mimic {

/// Thrown for a record that does not match its table: written by a newer program, or edited. The engine turns it into a
/// StateError.
class RecordError : public TextError {
 public:
  RecordError(std::string_view table, std::string_view key, const model::DecodeError& error);

  /// What is wrong with the record, without its key and table: `Tags[0].Key: expected a string`.
  [[nodiscard]] const std::string& fault() const { return decode_error_.message(); }

  /// True for a member that this program does not know.
  [[nodiscard]] bool is_of_newer_program() const {
    return decode_error_.cause() == model::DecodeError::Cause::unknown_member;
  }

 private:
  model::DecodeError decode_error_;
};

/// Where a line is kept.
struct RecordPlace {
  std::string_view table{};
  std::string_view key{};
};

/// model::read_compact_line() and model::read_line() for lines of records: both throw RecordError instead of
/// DecodeError. Not templates, as every operation would be compiled with a copy for each record that it reads.
[[nodiscard]] bool read_compact_record(const RecordPlace& place, const model::Shape& shape, void* record,
                                       std::string_view line);
void read_any_record(const RecordPlace& place, const model::Shape& shape, void* record, std::string_view line);

/// Decodes the line under `key`. `Record` is a described struct with `kTable`. Throws RecordError.
template <class Record>
[[nodiscard]] Record read_record(std::string_view key, std::string_view line) {
  const RecordPlace place{Record::kTable, key};
  Record record{};
  if (read_compact_record(place, model::shape_of<Record>, &record, line)) return record;
  record = {};
  read_any_record(place, model::shape_of<Record>, &record, line);
  return record;
}

/// The greatest serial of a record; the store accepts none that is greater.
inline constexpr std::int64_t kMostSerial = state::kMostSerial;

/// What all records of resources begin with.
struct RecordHead {
  std::string region{};
  std::int64_t serial = 0;
};

/// The head of a record, whatever the order of its members. Throws RecordError.
template <class Record>
[[nodiscard]] RecordHead record_head(std::string_view key, std::string_view line) {
  auto record = read_record<Record>(key, line);
  return {std::move(record.region), record.serial};
}

/// A kind of record that may be seen from a second region besides its own: a VPC peering connection from that of the
/// other VPC. Its function `std::optional<std::string> also_seen_from(std::string_view account) const` says from which,
/// if it is, in the account of that number.
template <class Record>
concept SeenFromTwoRegions = requires(const Record& record) {
  record.also_seen_from(std::string_view());
};

/// True if calls in that region find the record.
template <class Record>
[[nodiscard]] bool is_seen_from(std::string_view region, const Record& record, std::string_view account) {
  if (record.region == region) return true;
  if constexpr (SeenFromTwoRegions<Record>) return record.also_seen_from(account) == region;
  return false;
}

/// The line under `key` as a document, without a look at its members. Throws RecordError if it is not JSON.
[[nodiscard]] Json parse_record(std::string_view table, std::string_view key, std::string_view line);

template <class Record>
[[nodiscard]] std::string write_record(const Record& record) {
  return model::write_line(model::shape_of<Record>, &record);
}

}  // namespace ec2mimic
