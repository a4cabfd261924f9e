// Options that the client adds to those of the request: one table, used by the parser, help, the manual and completion.
#pragma once

#include <span>
#include <string_view>

#include "cli/args/argparse.h"
#include "cli/args/completes.h"

namespace ec2mimic::cli {

struct ClientOption {
  std::string_view name{};  ///< `--max-items`
  std::string_view doc{};   ///< Full sentences.
  Arity arity = Arity::one;
  std::span<const std::string_view> choices{};  ///< The allowed values; empty if any.
  bool is_number = false;                       ///< Its value is an integer.
  /// The name of its value in PaginationConfig, `MaxItems`; empty unless it is for operations that return pages only.
  std::string_view of_pages{};
  bool of_rule = false;  ///< Only for operations that add or remove rules of security groups (rule_options.h).
  Completes completes = Completes::nothing;  ///< What a shell offers for its value, besides the choices.
};

/// The parameter that the client takes the options for pages from, unless they are sent to be rejected.
inline constexpr const char* kPaginationOptions = "PaginationConfig";

/// In the order in which they follow the options of the request.
[[nodiscard]] std::span<const ClientOption> client_options();

}  // namespace ec2mimic::cli
