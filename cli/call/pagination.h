// Pages joined by the client, as the AWS CLI does for operations that answer in pages.
//
// Without --max-results and --next-token the client asks for page after page and shows one list. --page-size is how
// much it asks for at a time, --max-items how much it shows; where it stops early, NextToken says where, for
// --starting-token: base64 of a JSON document that holds the service's token of the page and how much of it was shown.
// The arithmetic is botocore's, with Python's slices that count from the end below zero.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "cli/args/command_line.h"
#include "cli/system/system.h"
#include "core/seam/json.h"

namespace ec2mimic::cli {

/// What a line says of pages.
struct Paging {
  bool on = false;  ///< Pages are joined; otherwise one call is made and its answer shown as it is.
  std::optional<std::int64_t> page_size{};
  std::optional<std::int64_t> max_items{};
  std::string starting_token{};  ///< Empty: from the beginning.
};

/// `paginate` is false after --no-paginate. A line that asks for one page itself is not joined. Throws Failure where
/// options for joining pages stand beside either.
[[nodiscard]] Paging read_paging(const Operation& operation, const CommandLine& line, bool paginate);

/// True of a request that asks for one page, wherever it has that from.
[[nodiscard]] bool asks_for_a_page(const Json& request);

/// Adds to a request what the AWS CLI sends of the options for joining pages where none are joined: a parameter that no
/// operation has, so that validation refuses it.
void send_paging_options(const CommandLine& line, Json& request);

/// One call; throws what run() tells.
using CallPage = std::function<Json(const Json& request)>;

/// Takes a page: an answer, whose list is cut at its beginning by the starting token and at its end by --max-items.
using TakePage = std::function<void(Json page)>;

/// Asks for page after page and hands each one over. Returns the token to go on with where --max-items cut the list,
/// and nothing where all of it was handed over. Throws Failure for a starting token that is none and for a service that
/// goes in circles, and what `call` and `take` throw.
std::optional<std::string> walk_pages(const Operation& operation, Json request, const Paging& paging,
                                      const CallPage& call, const TakePage& take);

/// The joined answer: the list of the operation, if any page had it, and NextToken behind it where --max-items cut it.
[[nodiscard]] Json join_pages(const Operation& operation, Json request, const Paging& paging, const CallPage& call);

/// The member of an answer that pages are parts of: `RouteTables`.
[[nodiscard]] std::string page_list(const Operation& operation);

/// Says on stderr what the AWS CLI says of a --max-items that is not positive.
void warn_of_paging(const Paging& paging, System& system);

/// The member of requests and answers that says where a page begins and where the next one does.
inline constexpr const char* kNextToken = "NextToken";

}  // namespace ec2mimic::cli
