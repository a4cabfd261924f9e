// A noun: a kind of resource, such as route tables. One constant per folder under core/ops, in the file of the folder's
// name, found through the registry.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/api_error.h"
#include "core/model/describe.h"
#include "core/model/line.h"
#include "core/tags.h"

namespace ec2mimic {

/// What the rest of core needs to know of a kind of resource without knowing its record.
struct Noun {
  std::string_view type;    ///< AWS's resource type: `route-table`
  std::string_view prefix;  ///< Of its ids, with the dash: `rtb-`
  std::string_view table;   ///< Of its records in the state: `route-tables`
  ApiError (*not_found)(std::string_view id);

  /// What one of its records says of itself in common with all others. Throws model::DecodeError if it is none.
  struct Common {
    std::string region{};
    std::int64_t serial = 0;
    std::vector<Tag> tags{};
  };
  Common (*common)(std::string_view line) = nullptr;
  /// The same record with other tags, which must be sorted by key.
  std::string (*with_tags)(std::string_view line, const std::vector<Tag>& tags) = nullptr;
};

namespace detail {

template <class Record>
Record read_record(std::string_view line) {
  Record record{};
  model::read_line(model::shape_of<Record>, &record, line);
  return record;
}

}  // namespace detail

/// A noun from its record, a described struct with `region`, `serial` and `tags`.
template <class Record>
constexpr Noun define_noun(std::string_view type, std::string_view prefix, ApiError (*not_found)(std::string_view id)) {
  return {type,
          prefix,
          Record::kTable,
          not_found,
          [](std::string_view line) {
            Record record = detail::read_record<Record>(line);
            return Noun::Common{std::move(record.region), record.serial, std::move(record.tags)};
          },
          [](std::string_view line, const std::vector<Tag>& tags) {
            Record record = detail::read_record<Record>(line);
            record.tags = tags;
            return model::write_line(model::shape_of<Record>, &record);
          }};
}

}  // namespace ec2mimic
