// Options that the client adds to those of the request: one table, used by the parser, help, the manual and completion.
#pragma once

#include <span>
#include <string_view>

#include "cli/args/argparse.h"

namespace ec2mimic::cli {

struct ClientOption {
  std::string_view name{};  ///< `--max-items`
  std::string_view doc{};   ///< Full sentences.
  Arity arity = Arity::one;
  std::span<const std::string_view> choices{};  ///< The allowed values; empty if any.
  bool of_pages = false;                        ///< Only for operations that return pages.
};

/// In the order in which they follow the options of the request.
[[nodiscard]] std::span<const ClientOption> client_options();

}  // namespace ec2mimic::cli
