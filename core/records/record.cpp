#include "core/records/record.h"

#include "core/seam/json.h"

namespace ec2mimic {

Json parse_record(std::string_view table, std::string_view key, std::string_view line) {
  Json document = Json::parse(line.begin(), line.end(), nullptr, false);
  if (document.is_discarded()) throw RecordError(table, key, model::DecodeError("not a JSON value"));
  return document;
}

}  // namespace ec2mimic
