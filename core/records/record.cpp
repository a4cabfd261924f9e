#include "core/records/record.h"

#include "core/seam/json.h"

namespace ec2mimic {

RecordError::RecordError(std::string_view table, std::string_view key, const model::DecodeError& error)
    : TextError("record \"" + std::string(key) + "\" of table \"" + std::string(table) + "\": " + error.message()),
      decode_error_(error) {}

bool read_compact_record(const RecordPlace& place, const model::Shape& shape, void* record, std::string_view line) try {
  return model::read_compact_line(shape, record, line);
} catch (const model::DecodeError& error) {
  throw RecordError(place.table, place.key, error);
}

void read_any_record(const RecordPlace& place, const model::Shape& shape, void* record, std::string_view line) try {
  model::read_line(shape, record, line);
} catch (const model::DecodeError& error) {
  throw RecordError(place.table, place.key, error);
}

Json parse_record(std::string_view table, std::string_view key, std::string_view line) {
  Json document = Json::parse(line.begin(), line.end(), nullptr, false);
  if (document.is_discarded()) throw RecordError(table, key, model::DecodeError("not a JSON value"));
  return document;
}

}  // namespace ec2mimic
