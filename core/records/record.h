// One record and its line. Everything that reads a record goes through here, so that one that does not decode is named.
#pragma once

#include <string>
#include <string_view>

#include "core/model/describe.h"
#include "core/model/line.h"

namespace ec2mimic {

/// Thrown for a record that is not what its table holds: by a newer program, or by another hand. The engine makes a
/// StateError of it.
class RecordError : public TextError {
 public:
  RecordError(std::string_view table, std::string_view key, const model::DecodeError& error)
      : TextError("record \"" + std::string(key) + "\" of table \"" + std::string(table) + "\": " + error.message()),
        decode_error_(error) {}

  /// What is wrong with it, without its name: `Tags[0].Key: expected a string`
  [[nodiscard]] const std::string& fault() const { return decode_error_.message(); }

  /// True for a member that this program does not know.
  [[nodiscard]] bool is_of_newer_program() const {
    return decode_error_.cause() == model::DecodeError::Cause::unknown_member;
  }

 private:
  model::DecodeError decode_error_;
};

/// A described struct with `kTable`, from the line under `key`. Throws RecordError.
template <class Record>
[[nodiscard]] Record read_record(std::string_view key, std::string_view line) try {
  Record record{};
  model::read_line(model::shape_of<Record>, &record, line);
  return record;
} catch (const model::DecodeError& error) {
  throw RecordError(Record::kTable, key, error);
}

template <class Record>
[[nodiscard]] std::string write_record(const Record& record) {
  return model::write_line(model::shape_of<Record>, &record);
}

}  // namespace ec2mimic
