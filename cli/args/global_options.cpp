#include "cli/args/global_options.h"

#include <algorithm>
#include <array>

#include "cli/errors/failure.h"

namespace ec2mimic::cli {
namespace {

using Kind = GlobalOption::Kind;

// The last one is accepted, but not listed in the v2_30 wording, which predates it.
constexpr std::array<std::string_view, 6> kOutputs{"json", "text", "table", "yaml", "yaml-stream", "off"};
constexpr std::array<std::string_view, 3> kColors{"on", "off", "auto"};
constexpr std::array<std::string_view, 6> kErrorFormats{"legacy", "json", "yaml", "text", "table", "enhanced"};
constexpr std::array<std::string_view, 2> kBinaryFormats{"base64", "raw-in-base64-out"};

// The words with bars between them.
template <const auto& Words>
constexpr auto kJoined = [] {
  constexpr std::size_t kLength = [] {
    std::size_t length = Words.size() - 1;
    for (const std::string_view word : Words) length += word.size();
    return length;
  }();
  std::array<char, kLength> text{};
  auto* end = text.begin();
  for (const std::string_view word : Words) {
    if (end != text.begin()) *end++ = '|';
    end = std::copy(word.begin(), word.end(), end);
  }
  return text;
}();

template <const auto& Words>
constexpr std::string_view kOneOf(kJoined<Words>.data(), kJoined<Words>.size());

constexpr auto kGlobalOptions = std::to_array<GlobalOption>({
    {.name = "--debug",
     .doc = "Reports each attempt of a call on stderr, and the pauses between them.",
     .flag = &GlobalOptions::debug},
    {.name = "--endpoint-url",
     .value = "URL",
     .doc = "No effect, but it must look like a URL.",
     .kind = Kind::idle,
     .text = &GlobalOptions::endpoint_url},
    {.name = "--no-verify-ssl", .doc = "No effect.", .kind = Kind::idle},
    {.name = "--no-paginate",
     .doc = "Makes one call and shows only its page, instead of joining all pages.",
     .flag = &GlobalOptions::no_paginate},
    {.name = "--output",
     .value = kOneOf<kOutputs>,
     .doc = "Output format; off prints nothing.",
     .text = &GlobalOptions::output,
     .choices = kOutputs,
     .listed = 5},
    {.name = "--query",
     .value = "EXPRESSION",
     .doc = "A JMESPath expression that selects what to show of an answer, such as Vpcs[].VpcId.",
     .text = &GlobalOptions::query},
    {.name = "--profile",
     .value = "NAME",
     .doc = "The profile in the configuration files to take settings from; it must exist.",
     .text = &GlobalOptions::profile},
    {.name = "--region",
     .value = "NAME",
     .doc = "The region of the call; us-east-1 if it is not set anywhere.",
     .text = &GlobalOptions::region,
     .completes = Completes::region},
    {.name = "--version", .doc = "Shows the version and does nothing else.", .flag = &GlobalOptions::version},
    {.name = "--color",
     .value = kOneOf<kColors>,
     .doc = "Whether tables and the walkthrough have colours; by default only on a terminal.",
     .text = &GlobalOptions::color,
     .choices = kColors},
    {.name = "--no-sign-request", .doc = "No effect.", .kind = Kind::idle},
    {.name = "--ca-bundle",
     .value = "FILE",
     .doc = "No effect; the file is not read.",
     .kind = Kind::idle,
     .completes = Completes::file},
    {.name = "--cli-read-timeout",
     .value = "SECONDS",
     .doc = "How long to wait for an answer that a fault delays; 60 if omitted, and 0 means forever.",
     .text = &GlobalOptions::read_timeout},
    {.name = "--cli-connect-timeout",
     .value = "SECONDS",
     .doc = "No effect, but it must be a number.",
     .kind = Kind::idle},
    {.name = "--cli-binary-format",
     .value = kOneOf<kBinaryFormats>,
     .doc = "No effect, as no option is binary.",
     .kind = Kind::idle,
     .choices = kBinaryFormats},
    {.name = "--no-cli-pager",
     .doc = "Shows answers without a pager, even on a terminal.",
     .flag = &GlobalOptions::no_pager},
    {.name = "--cli-auto-prompt", .doc = "No effect; there are no prompts.", .kind = Kind::idle},
    {.name = "--no-cli-auto-prompt", .doc = "No effect.", .kind = Kind::idle},
    {.name = "--cli-error-format",
     .value = kOneOf<kErrorFormats>,
     .doc = "How errors are printed. Each of these selects the wording of the current AWS CLI; by default errors are "
            "worded as in AWS CLI v2 up to 2.30.",
     .text = &GlobalOptions::error_format,
     .choices = kErrorFormats,
     .only = Era::current},
    {.name = "--state",
     .value = "FILE",
     .doc = "The file that holds the account, instead of the default one. Not an AWS option.",
     .kind = Kind::ours,
     .text = &GlobalOptions::state,
     .completes = Completes::file},
    {.name = "--log",
     .value = "FILE",
     .doc = "A file to append one line about the call to, as JSON. Not an AWS option.",
     .kind = Kind::ours,
     .text = &GlobalOptions::log,
     .completes = Completes::file},
    {.name = "--fault",
     .value = "SPEC",
     .doc = "What goes wrong between client and service, such as lose-response:1calls; see FAULTS, CLOCK AND IDS in "
            "ec2mimic(1). Not an AWS option.",
     .kind = Kind::ours,
     .text = &GlobalOptions::fault,
     .completes = Completes::fault},
});

// At compile time, because every command line needs them.
constexpr auto kSpecs = [] {
  std::array<OptionSpec, kGlobalOptions.size()> specs{};
  for (std::size_t i = 0; i < kGlobalOptions.size(); ++i) {
    const GlobalOption& option = kGlobalOptions[i];
    specs[i] = {option.name, option.value.empty() ? Arity::nothing : Arity::one, option.kind == Kind::ours,
                option.only};
  }
  return specs;
}();

}  // namespace

std::span<const GlobalOption> global_options() { return kGlobalOptions; }

std::span<const OptionSpec> global_specs() { return kSpecs; }

const GlobalOption* find_global(std::string_view name) {
  const auto* const found = std::find_if(kGlobalOptions.begin(), kGlobalOptions.end(),
                                         [&](const auto& option) { return option.name == name; });
  return found == kGlobalOptions.end() ? nullptr : found;
}

void set(GlobalOptions& globals, const GlobalOption& option, std::string_view value) {
  const std::span<const std::string_view> choices = option.choices;
  if (!choices.empty() && std::find(choices.begin(), choices.end(), value) == choices.end()) {
    const auto listed = option.listed == 0 ? choices : choices.first(option.listed);
    throw failures::invalid_choice(option.name, value, {listed.begin(), listed.end()},
                                   {choices.begin(), choices.end()});
  }
  // An option without effect has neither target: its value is only checked.
  if (option.text != nullptr) globals.*option.text = value;
  if (option.flag != nullptr) globals.*option.flag = true;
}

bool is_output(std::string_view name) { return std::find(kOutputs.begin(), kOutputs.end(), name) != kOutputs.end(); }

std::span<const std::string_view> error_format_names() { return kErrorFormats; }

}  // namespace ec2mimic::cli
