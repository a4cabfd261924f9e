// Pagination by the client, as in the AWS CLI, for operations that return pages.
//
// Without --max-results and --next-token the client requests page after page and shows one list. --page-size is the
// number of items to request at a time, --max-items the number to show. If it stops early, NextToken says where, for
// use with --starting-token: base64 of a JSON document with the service's token for the page and the number of its
// items that were shown. The arithmetic is botocore's, with Python slices, in which negative indices count from the
// end.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "cli/args/command_line.h"
#include "cli/system/system.h"
#include "core/engine.h"
#include "core/seam/json.h"

namespace ec2mimic::cli {

/// How pages are joined.
struct Pagination {
  std::optional<std::int64_t> page_size{};
  std::optional<std::int64_t> max_items{};
  Json starting_token = nullptr;  ///< Null: from the beginning.
};

/// True if pages are to be joined; otherwise one call is made and its response shown unchanged. `paginate` is false for
/// --no-paginate. A line that requests a single page with --next-token or --max-results joins none. Throws Failure if
/// pages are not joined and an option for joining them is given, unless its value is empty or zero.
[[nodiscard]] bool joins_pages(const Operation& operation, const CommandLine& line, bool paginate);

/// True if the request, whatever it was built from, asks for a single page.
[[nodiscard]] bool asks_for_a_page(const Json& request);

/// Removes PaginationConfig from a request and reads it. It holds the line's options for joining pages, or is in
/// --cli-input-json. If no pages are joined it stays in the request, whose validation rejects it, because no operation
/// has such a parameter. Throws Failure (255), with Python's message, if it is malformed.
[[nodiscard]] Pagination take_pagination(Json& request);

/// Makes one call. The elements of the list may be given to `take`, or be in the response. Exceptions pass through
/// walk_pages.
using CallPage = std::function<Json(const Json& request, const TakeElement& take)>;

/// Receives a page: a response whose list has been cut at its start by the starting token and at its end by
/// --max-items.
using TakePage = std::function<void(Json page)>;

/// Receives the items of all pages, one by one.
class Items {
 public:
  Items() = default;
  Items(const Items&) = delete;
  Items& operator=(const Items&) = delete;
  virtual ~Items() = default;

  virtual void add(const model::Shape& shape, const void* item) = 0;
  virtual void add(Json item) = 0;
};

/// Requests page after page and passes each one to `take`. Returns the token to continue with if --max-items cut the
/// list, otherwise nothing. Throws Failure for a malformed starting token and if the service returns the same token
/// twice in a row; exceptions from `call` and `take` pass through.
std::optional<std::string> walk_pages(const Operation& operation, Json request, const Pagination& pagination,
                                      const CallPage& call, const TakePage& take);

/// The end of a list that was walked.
struct Walked {
  bool has_list = false;               ///< Whether any page had the list that is counted.
  Json beside = Json::object();        ///< The other lists, joined.
  std::optional<std::string> token{};  ///< What walk_pages returns.
};

/// Like walk_pages, but passes on the items instead of the pages, so that they need not all be in memory.
[[nodiscard]] Walked walk_items(const Operation& operation, Json request, const Pagination& pagination,
                                const CallPage& call, Items& items);

/// Joins all pages: the lists of the operation that any page had, the one that is counted first, followed by NextToken
/// if --max-items cut that list. As in the AWS CLI, --max-items cuts no other list, and a starting token leaves out the
/// elements of the others on its page.
[[nodiscard]] Json join_pages(const Operation& operation, Json request, const Pagination& pagination,
                              const CallPage& call);

/// The members of a response that are split into pages.
struct PageLists {
  std::string counted{};  ///< The list whose elements --max-items counts: `RouteTables`.
  std::vector<std::string> beside{};
};

/// The lists of an operation that answers in pages.
[[nodiscard]] PageLists page_lists(const Operation& operation);

/// Prints the AWS CLI's warning about a --max-items that is not positive.
void warn_of_max_items(const CommandLine& line, System& system);

/// The member of requests that says where a page begins, and of responses that says where the next one does.
inline constexpr const char* kNextToken = "NextToken";

}  // namespace ec2mimic::cli
