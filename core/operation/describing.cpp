#include "core/operation/describing.h"

#include <algorithm>

#include "core/records/context.h"

namespace ec2mimic::describing {
namespace {

// The rows of these ids, each once, in order of creation.
std::vector<Row> require_all(Context& context, const Noun& noun, const std::vector<std::string>& ids) {
  std::vector<Row> rows;
  const std::string* missing = nullptr;
  for (const std::string& id : ids) {
    if (const auto row = find_row(context, noun, id)) {
      rows.push_back(*row);
    } else {
      missing = &id;  // AWS names the last missing id
    }
  }
  if (missing != nullptr) throw noun.not_found(*missing);
  std::sort(rows.begin(), rows.end(), created_before);
  const auto same = [](const Row& a, const Row& b) { return a.id == b.id; };
  rows.erase(std::unique(rows.begin(), rows.end(), same), rows.end());
  return rows;
}

}  // namespace

std::optional<std::string> list(const Listing& listing, const DescribeRequest& request, Context& context,
                                const AddRow& add) {
  const PageRequest page(listing.pages, context.region(), request.max_results, request.next_token,
                         !request.ids.empty());
  const Filters wanted(listing.filters, request.filters);
  const std::vector<Row> named =
      request.ids.empty() ? std::vector<Row>() : require_all(context, listing.noun, request.ids);
  const RowSource& source = listing.noun;
  const std::vector<Row>& rows =
      request.ids.empty() ? rows_of(context, {&source, 1}, wanted.narrowing(context)) : named;
  std::size_t count = 0;
  const auto first = std::partition_point(rows.begin(), rows.end(), [&](const Row& row) {
    return page.before({row.serial, row.id});
  });
  for (auto row = first; row != rows.end(); ++row) {
    switch (add(*row, page.full(count), wanted)) {
      case RowOutcome::added:
        ++count;
        break;
      case RowOutcome::filtered_out:
        break;
      case RowOutcome::on_next_page:
        return page.token({row->serial, row->id});
      case RowOutcome::last_wanted:
        return std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace ec2mimic::describing
