// Pages of a describe operation: MaxResults and NextToken.
//
// A token says, as base64 of a small JSON document, for which operation and region it is and at which record the next
// page begins. Since it names a record's place in the order of creation and not a count, what is created or deleted
// between two pages makes no record appear twice or go missing. A token may come back with another MaxResults, or with
// none.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ec2mimic {

/// Of MaxResults, wherever there are pages.
inline constexpr std::int64_t kSmallestPage = 5;

/// What an operation says of its pages.
struct PageRules {
  std::string_view operation;  ///< `DescribeVpcs`
  std::string_view ids_name;   ///< `VpcIds`, or empty where there are none
  std::int64_t maximum;        ///< Of MaxResults
};

class PageRequest {
 public:
  /// Keeps references to the views in `rules` and to `region`. Throws ApiError for a MaxResults out of range or beside
  /// ids, and for a token that is not one of this operation and region.
  PageRequest(const PageRules& rules, const std::string& region, const std::optional<std::int64_t>& max_results,
              const std::optional<std::string>& next_token, bool with_ids);

  /// True for a record that an earlier page showed.
  [[nodiscard]] bool before(std::int64_t serial) const { return serial < first_; }

  /// True once a page holds as many as were asked for.
  [[nodiscard]] bool full(std::size_t count) const { return most_ && count >= static_cast<std::size_t>(*most_); }

  /// The token of the page that begins with the record of that serial.
  [[nodiscard]] std::string token(std::int64_t serial) const;

 private:
  PageRules rules_;
  const std::string& region_;
  std::optional<std::int64_t> most_;
  std::int64_t first_ = 0;
};

}  // namespace ec2mimic
