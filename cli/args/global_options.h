// The options that every command takes, as the AWS CLI has them, and our own --state and --log.
//
// One table describes them; the parser (typed.h), help, the manual and completion walk over it. They may be anywhere on
// the line, so they are taken out of it before the operation is known and what is left is handed on word for word. That
// is why CLI11 is not asked here: it would have to know the operation's options to tell which words are whose.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "cli/args/argparse.h"

namespace ec2mimic::cli {

/// What the global options of a line say.
struct GlobalOptions {
  bool version = false;  ///< --version; what follows it was not looked at.
  bool no_paginate = false;
  bool no_pager = false;
  std::optional<std::string_view> region{};
  std::optional<std::string_view> output{};  ///< One of output_names() if given.
  std::optional<std::string_view> query{};
  std::optional<std::string_view> profile{};
  std::optional<std::string_view> endpoint_url{};
  std::optional<std::string_view> state{};
  std::optional<std::string_view> log{};
  std::optional<std::string_view> color{};
  std::optional<std::string_view> error_format{};
};

struct GlobalOption {
  enum class Kind : std::uint8_t {
    aws,   ///< The AWS CLI has it, and it does here what it does there.
    idle,  ///< The AWS CLI has it; it speaks of networks, credentials or prompts and has no effect here.
    ours,
  };

  std::string_view name{};   ///< `--region`
  std::string_view value{};  ///< How its value is called, `NAME`; empty if it takes none.
  std::string_view doc{};    ///< Sentences.
  Kind kind = Kind::aws;
  std::optional<std::string_view> GlobalOptions::*text = nullptr;  ///< Where its value goes, if anywhere.
  bool GlobalOptions::*flag = nullptr;                             ///< What it sets, if anything.
  std::span<const std::string_view> choices{};                     ///< What its value may be, if not anything.
  std::size_t listed = 0;     ///< How many of the choices the earlier era lists; 0 for all.
  std::optional<Era> only{};  ///< The one era that knows it, if not both.
};

/// In AWS's order, which shows where a shortened name is ambiguous, and ours last.
[[nodiscard]] std::span<const GlobalOption> global_options();

/// The same in the same order, as a reading of words knows them.
[[nodiscard]] std::span<const OptionSpec> global_specs();

/// The one of that name, or null.
[[nodiscard]] const GlobalOption* find_global(std::string_view name);

/// Puts the value of an option (empty if it takes none) where it belongs. Throws Failure if it is not one of the
/// choices.
void set(GlobalOptions& globals, const GlobalOption& option, std::string_view value);

/// What --output may be.
[[nodiscard]] bool is_output(std::string_view name);

/// What --cli-error-format may be, in AWS's order.
[[nodiscard]] std::span<const std::string_view> error_format_names();

}  // namespace ec2mimic::cli
