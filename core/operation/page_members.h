// The members of requests and responses that come in pages, for their descriptions. What they do is in page_token.h.
#pragma once

#include <cstdint>

#include "core/model/describe.h"

namespace ec2mimic {

/// Of a request.
template <auto Pointer>
constexpr auto requested_page_size(std::int64_t maximum = INT64_MAX, std::int64_t minimum = INT64_MIN) {
  return model::member<Pointer>("MaxResults", "Maximum results per page; all results if omitted.",
                                {.page_size = true, .minimum = minimum, .maximum = maximum});
}
template <auto Pointer>
inline constexpr auto requested_page =
    model::member<Pointer>("NextToken", "Continues from an earlier page: the NextToken of its answer.");

/// Of a response.
template <auto Pointer>
inline constexpr auto next_page_token = model::member<Pointer>("NextToken",
                                                               "Gets the next page; absent on the last page.");

}  // namespace ec2mimic
