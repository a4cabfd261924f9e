// The call log as its readers see it: each line as a call with its attempts and their outcomes.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/seam/json.h"

namespace ec2mimic::cli {

/// One message to the service and what came back.
struct LoggedAttempt {
  int number = 1;         ///< From 1 for each call; a line with several pages has several calls.
  std::string fault{};    ///< The fault that it met; empty if none.
  std::string service{};  ///< What the service did: `created`, the code of an error; empty if it got no request.
  std::string client{};   ///< What the client got: `answered`, the code of an error, `connection closed`, `killed`.

  /// The answer never arrived, the client had died, or it could not be shown.
  [[nodiscard]] bool is_lost() const;
  /// Its outcomes, in the words that are counted: what the service did, `lost`, or `failed` and the code.
  [[nodiscard]] std::vector<std::string> outcomes() const;
};

struct LoggedCall {
  std::string time{};       ///< `2026-01-31T12:00:00.000Z`
  std::string operation{};  ///< `CreateRouteTable`
  std::string region{};
  std::string token{};             ///< Empty if it has none.
  std::string error{};             ///< What the user was told; empty if nothing.
  std::vector<std::string> ids{};  ///< Of what was created, replayed, deleted or changed.
  int exit = 0;
  std::vector<LoggedAttempt> attempts{};  ///< At least one. The only one of a line that does not list them.

  /// The outcomes of the call as a whole: what its first change did, and how its last attempt ended.
  [[nodiscard]] std::vector<std::string> outcomes() const;
};

/// A log line without a service call, such as that of `state path`.
struct NoCall {};
/// A line that does not belong in a call log.
struct DamagedLine {};
using LoggedLine = std::variant<LoggedCall, NoCall, DamagedLine>;

/// Reads a line, without its line break.
[[nodiscard]] LoggedLine read_logged_line(std::string_view text);

/// The outcome of an attempt that was refused with this code: `mismatch` for that of client tokens, otherwise the code.
[[nodiscard]] std::string_view outcome_of_code(std::string_view code);

/// The outcomes that are not codes of errors, in the order of the manual.
[[nodiscard]] std::span<const std::string_view> logged_outcomes();

/// Calls as a document, for --output and --query.
[[nodiscard]] Json document_of(const std::vector<LoggedCall>& calls);

}  // namespace ec2mimic::cli
