// Client tokens, implemented once for all operations that take one.
//
// An operation only marks the token member of its request; this file and the engine do the rest. A token is scoped to
// the account (one per state), the region and the operation. Its record keeps the request in canonical form without
// token and DryRun, the id of the created resource, and the time. The record outlives the resource, because a repeated
// token must not create a second one after the first was deleted. Token record and resource are committed together, so
// a crash cannot separate them, and if several processes use the same token, exactly one creates the resource.
//
// Our own choices, because no recording of AWS shows them: the token is checked before the operation's own checks, a
// failed call does not use up its token, and a dry run records nothing. Records are kept forever unless a lifetime is
// given; an expired record is ignored, and using its token again overwrites it. A record from the future, made while
// the clock was ahead, counts as just made: the first repetition that finds it gives it the present time.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "core/operation/operation.h"
#include "core/records/record.h"
#include "core/records/records.h"
#include "core/seam/json.h"

namespace ec2mimic {

struct TokenRecord {
  static constexpr std::string_view kTable = "client-tokens";
  std::string region{};
  std::string operation{};
  std::string token{};
  Json request{};
  std::string resource_id{};
  std::string time{};  ///< UTC, `2026-11-24T14:00:00Z`
};

/// Without the request, which can be any object.
template <>
struct model::Describe<TokenRecord> {
  static constexpr std::string_view name = "TokenRecord";
  static constexpr auto members = model::members(
      member<&TokenRecord::region>("Region", "The region of the call.", {.fault = &value_faults::region}),
      member<&TokenRecord::operation>("Operation", "The operation, such as CreateRouteTable."),
      member<&TokenRecord::token>("Token", "The client token."),
      member<&TokenRecord::resource_id>("ResourceId", "The resource that the call created."),
      member<&TokenRecord::time>("Time", "When it did, in UTC.", {.fault = &value_faults::time}));
};

/// The record as a line of the state. Written without a model description, because the request inside can be any
/// document.
[[nodiscard]] std::string write_token_record(const TokenRecord& record);

/// Throws RecordError.
[[nodiscard]] TokenRecord read_token_record(std::string_view key, std::string_view line);

/// The key of a token's record: `us-east-1/CreateRouteTable/abc`. The token is in lower case if the operation's rules
/// say that case does not count, so that the record is found whatever the letters.
[[nodiscard]] std::string token_key(std::string_view region, std::string_view operation, std::string_view token);

/// The token in a request, or nothing. Surrounding white space is trimmed. Throws ApiError for a token that the
/// operation's rules refuse, model::DecodeError if it is not a string.
[[nodiscard]] std::optional<std::string> client_token(const Operation& operation, const Json& request);

/// What must be equal for a call to count as a repetition: every parameter except the token and DryRun, in canonical
/// form, as far as the operation's rules do not say otherwise. The operation must take a token.
[[nodiscard]] Json token_request(const Operation& operation, const Json& request);

/// True if the token was used for the first time at least `age` ago.
[[nodiscard]] bool is_older(const TokenRecord& record, std::chrono::seconds age, std::chrono::sys_seconds now);

/// The record of a token, or nothing if there is none or it has reached `lifetime`. Throws RecordError.
[[nodiscard]] std::optional<TokenRecord> find_token(const Records& records, const std::string& key,
                                                    std::optional<std::chrono::seconds> lifetime,
                                                    std::chrono::sys_seconds now);

/// True if the record was made after `now`.
[[nodiscard]] bool is_from_future(const TokenRecord& record, std::chrono::sys_seconds now);

}  // namespace ec2mimic
