// The options that the client adds to those of an operation's request: one table, which the parser, help, the manual
// and completion walk over.
#pragma once

#include <span>
#include <string_view>

#include "cli/args/argparse.h"

namespace ec2mimic::cli {

struct ClientOption {
  std::string_view name{};  ///< `--max-items`
  std::string_view doc{};   ///< Sentences.
  Arity arity = Arity::one;
  std::span<const std::string_view> choices{};  ///< What its value may be, if not anything.
  bool of_pages = false;                        ///< Only where the operation answers in pages.
};

/// In the order in which operations have them.
[[nodiscard]] std::span<const ClientOption> client_options();

}  // namespace ec2mimic::cli
