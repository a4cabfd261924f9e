// Client tokens, once for all operations that take one.
//
// An operation marks the token member of its request; everything else is here and in the engine. The scope of a token
// is the account (one state holds one), the region and the operation. A record keeps the request in its canonical form
// without token and DryRun, the id of what was created, and the time; it outlives the resource, because a token whose
// resource was deleted must not make another one. It is committed together with the resource, so that no crash can part
// them and that of N processes with one token exactly one makes something.
//
// What is not recorded of AWS and chosen here: a token is looked at before the operation's own checks, a call that
// fails does not use its token up, and a dry run records nothing. Records are kept for ever unless a lifetime is given;
// expiry hides a record from those who look it up, and using the token again overwrites it.
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

/// A record as its line. Written by hand and not by a description, for the sake of the request inside it.
[[nodiscard]] std::string write_token_record(const TokenRecord& record);

/// Throws RecordError.
[[nodiscard]] TokenRecord read_token_record(std::string_view key, std::string_view line);

/// What stands between region, operation and token in a key: `us-east-1/CreateRouteTable/abc`.
[[nodiscard]] std::string token_key(std::string_view region, std::string_view operation, std::string_view token);

/// The token that a request brings, or nothing: outer white space is trimmed, and white space alone is no token. Throws
/// ApiError for an empty one, for one longer than 64 characters before trimming, and for one that is not ASCII.
[[nodiscard]] std::optional<std::string> client_token(const Operation& operation, const Json& request);

/// What must be the same for two calls to be the same call: every parameter but the token and DryRun, in canonical
/// form. The operation must take a token.
[[nodiscard]] Json token_request(const Operation& operation, const Json& request);

/// The record of a token, unless there is none or it is older than `lifetime`.
[[nodiscard]] std::optional<TokenRecord> find_token(const Records& records, const std::string& key,
                                                    std::optional<std::chrono::seconds> lifetime,
                                                    std::chrono::sys_seconds now);

}  // namespace ec2mimic
