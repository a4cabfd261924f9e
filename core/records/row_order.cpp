#include "core/records/row_order.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <string_view>

namespace ec2mimic {

std::vector<std::size_t> ascending(const std::vector<std::int64_t>& numbers) {
  std::vector<std::size_t> places(numbers.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) { return numbers[a] < numbers[b]; });
  return places;
}

std::vector<const std::string*> without_repeats(const std::vector<std::string>& ids) {
  std::set<std::string_view> seen;
  std::vector<const std::string*> kept;
  // From the end, because AWS names the last missing id, and an id counts where it is named last.
  for (auto id = ids.rbegin(); id != ids.rend(); ++id) {
    if (seen.insert(*id).second) kept.push_back(&*id);
  }
  std::reverse(kept.begin(), kept.end());
  return kept;
}

}  // namespace ec2mimic
