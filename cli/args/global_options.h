// The options that every command takes: those of the AWS CLI, and our own --state and --log.
//
// One table describes them, for the parser (typed.h), help, the manual and completion. They may appear anywhere on the
// line, so they are taken out before the operation is known, and the remaining words are passed on unchanged. CLI11 is
// not used for this because it would have to know the operation's options to tell which words are their values.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "cli/args/argparse.h"
#include "cli/args/completes.h"

namespace ec2mimic::cli {

/// The values of the global options of a line.
struct GlobalOptions {
  bool version = false;  ///< --version; the words after it were not read.
  bool no_paginate = false;
  bool no_pager = false;
  bool debug = false;
  std::optional<std::string_view> region{};
  std::optional<std::string_view> output{};  ///< A name that is_output() accepts.
  std::optional<std::string_view> query{};
  std::optional<std::string_view> profile{};
  std::optional<std::string_view> endpoint_url{};
  std::optional<std::string_view> state{};
  std::optional<std::string_view> log{};
  std::optional<std::string_view> fault{};
  std::optional<std::string_view> read_timeout{};
  std::optional<std::string_view> color{};
  std::optional<std::string_view> error_format{};
};

struct GlobalOption {
  enum class Kind : std::uint8_t {
    aws,   ///< An option of the AWS CLI, with the same effect.
    idle,  ///< An option of the AWS CLI about networks, credentials or prompts: no effect here.
    ours,
  };

  std::string_view name{};   ///< `--region`
  std::string_view value{};  ///< The placeholder for its value, `NAME`; empty if it takes none.
  std::string_view doc{};    ///< Full sentences.
  Kind kind = Kind::aws;
  std::optional<std::string_view> GlobalOptions::*text = nullptr;  ///< The member that receives its value, or null.
  bool GlobalOptions::*flag = nullptr;                             ///< The member that it sets to true, or null.
  std::span<const std::string_view> choices{};                     ///< The allowed values; empty if any.
  std::size_t listed = 0;                    ///< How many choices the v2_30 wording lists; 0 for all.
  std::optional<Era> only{};                 ///< The only era that has it, if not both.
  Completes completes = Completes::nothing;  ///< What a shell offers for its value, besides the choices.
};

/// In the AWS CLI's order, which the message about an ambiguous abbreviation shows, and ours last.
[[nodiscard]] std::span<const GlobalOption> global_options();

/// The same options in the same order, for argparse.h.
[[nodiscard]] std::span<const OptionSpec> global_specs();

/// Finds an option by name; null if there is none.
[[nodiscard]] const GlobalOption* find_global(std::string_view name);

/// Stores the value of an option (empty if it takes none). Throws Failure if it is not one of the choices.
void set(GlobalOptions& globals, const GlobalOption& option, std::string_view value);

/// True if --output accepts the name.
[[nodiscard]] bool is_output(std::string_view name);

/// The values of --cli-error-format, in the AWS CLI's order.
[[nodiscard]] std::span<const std::string_view> error_format_names();

}  // namespace ec2mimic::cli
