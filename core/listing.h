// What all describe operations share: ids, filters, order and pages.
//
// Every id must exist, or the whole call fails naming the last one that does not (as recorded). Ids and filters
// intersect. The order is that of creation: AWS promises none, and people expect this one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/filters.h"
#include "core/pages.h"
#include "core/resource.h"

namespace ec2mimic {

template <class View>
struct Listed {
  std::vector<View> items{};
  std::optional<std::string> next_token{};
};

/// The resources of one kind that a describe request asks for. `Request` has the usual members (filters, max_results,
/// next_token); `ids` are its ids and `ids_name` is how they are called.
template <class View, class Request>
[[nodiscard]] Listed<View> list_resources(Context& context, const Request& request, const std::vector<std::string>& ids,
                                          const PageRules& rules) {
  using Record = typename Resource<View>::Record;
  const PageRequest page(rules, context.region(), request.max_results, request.next_token, !ids.empty());
  const Filters filters(Resource<View>::filters, request.filters);
  const Table<Record> table(context);
  std::vector<typename Table<Record>::Row> rows;
  if (ids.empty()) {
    rows = table.all(filters.containing());
  } else {
    rows = require_all<View>(context, ids);
  }
  Listed<View> listed;
  for (auto& [id, record] : rows) {
    if (page.before(record.serial)) continue;
    View view = Resource<View>::view(id, record, context);
    if (!filters.match(&view)) continue;
    if (page.full(listed.items.size())) {
      listed.next_token = page.token(record.serial);
      break;
    }
    listed.items.push_back(std::move(view));
  }
  return listed;
}

/// The rows of ids that must all exist, once each and in order of creation. Throws the noun's NotFound.
template <class View>
[[nodiscard]] auto require_all(Context& context, const std::vector<std::string>& ids) {
  using Record = typename Resource<View>::Record;
  const Table<Record> table(context);
  std::vector<typename Table<Record>::Row> rows;
  const std::string* missing = nullptr;
  for (const std::string& id : ids) {
    auto record = table.find(id);
    if (record) {
      rows.emplace_back(id, *std::move(record));
    } else {
      missing = &id;
    }
  }
  if (missing != nullptr) throw Resource<View>::noun.not_found(*missing);
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second.serial < b.second.serial; });
  rows.erase(std::unique(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first == b.first; }),
             rows.end());
  return rows;
}

}  // namespace ec2mimic
