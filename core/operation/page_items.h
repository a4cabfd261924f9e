// Pages of items that do not all come from one table of the state.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "core/operation/operation.h"
#include "core/operation/page_token.h"

namespace ec2mimic {

/// An item and its place in the list.
template <class View>
struct PageItem {
  std::int64_t serial = 0;
  std::string id{};
  View view{};
};

/// Adds the items of the page that pass the filters, if there are any, to the answer. The items must be in the order of
/// their places. Returns the token of the next page if there is one.
template <class View>
[[nodiscard]] std::optional<std::string> add_page(const std::vector<PageItem<View>>& items, const PageRequest& page,
                                                  const Filters* wanted, Call& call) {
  std::size_t count = 0;
  for (const PageItem<View>& item : items) {
    const PagePlace place{item.serial, item.id};
    if (page.before(place) || (wanted != nullptr && !wanted->match(&item.view))) continue;
    if (page.full(count++)) return page.token(place);
    if (!call.add(model::shape_of<View>, &item.view)) return std::nullopt;
  }
  return std::nullopt;
}

/// Keeps only the items with these ids; all of them if there are no ids. Throws the noun's NotFound for the last one
/// that is missing.
template <class View>
void keep_named(std::vector<PageItem<View>>& items, const std::vector<std::string>& ids, const Noun& noun) {
  const std::string* missing = nullptr;
  for (const std::string& id : ids) {
    const auto is_it = [&](const PageItem<View>& item) { return item.id == id; };
    if (std::none_of(items.begin(), items.end(), is_it)) missing = &id;
  }
  if (missing != nullptr) throw noun.not_found(*missing);
  if (ids.empty()) return;
  std::erase_if(items,
                [&](const PageItem<View>& item) { return std::find(ids.begin(), ids.end(), item.id) == ids.end(); });
}

}  // namespace ec2mimic
