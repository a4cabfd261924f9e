// Pages of describe operations: MaxResults and NextToken.
//
// A token is a small JSON document in base64: the operation, the region, and the record at which the next page begins.
// It identifies that record by its place in the order of creation and its id, not by a count, so creating or deleting
// something between two pages never makes another record appear twice or go missing. The id matters where somebody
// copied a line, and two records have one serial number. A token may be used with a different MaxResults, or with none.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

namespace ec2mimic {

/// The smallest MaxResults, unless an operation says otherwise.
inline constexpr std::int64_t kSmallestPage = 5;

/// The page rules of an operation.
struct PageRules {
  std::string_view operation;  ///< `DescribeVpcs`
  std::string_view ids_name;   ///< `VpcIds`, or empty if it takes no ids
  std::int64_t maximum;        ///< The largest MaxResults
  std::int64_t minimum = kSmallestPage;
};

/// A place in a list.
struct PagePlace {
  std::int64_t serial = 0;
  std::string_view id{};
  std::string_view part{};  ///< For a list with several items for a record: which of them.
};

class PageRequest {
 public:
  /// Keeps the views in `rules` and a reference to `region`. Throws ApiError if MaxResults is out of range or combined
  /// with ids, or if the token does not belong to this operation and region.
  PageRequest(const PageRules& rules, const std::string& region, const std::optional<std::int64_t>& max_results,
              const std::optional<std::string>& next_token, bool with_ids);

  /// True for an item that was shown on an earlier page.
  [[nodiscard]] bool before(const PagePlace& place) const {
    return std::tie(place.serial, place.id, place.part) <
           std::tuple(from_, std::string_view(from_id_), std::string_view(from_part_));
  }

  /// True once a page holds MaxResults items.
  [[nodiscard]] bool full(std::size_t count) const { return most_ && count >= static_cast<std::size_t>(*most_); }

  /// The token of the page that begins at this place.
  [[nodiscard]] std::string token(const PagePlace& place) const;

 private:
  PageRules rules_;
  const std::string& region_;
  std::optional<std::int64_t> most_;
  std::int64_t from_ = 0;  // where the page begins
  std::string from_id_{};
  std::string from_part_{};
};

/// The id of the record at which the page of a token begins. Throws ApiError if it is not a token.
[[nodiscard]] std::string first_on_page(const std::string& next_token);

}  // namespace ec2mimic
