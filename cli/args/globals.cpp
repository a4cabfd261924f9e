#include "cli/args/globals.h"

#include <algorithm>
#include <array>
#include <string>

#include "cli/args/own_commands.h"
#include "cli/args/words.h"
#include "cli/errors/failure.h"
#include "cli/python/text.h"
#include "core/text/ascii.h"

namespace ec2mimic::cli {
namespace {

// The last one is newer than the list that the earlier voice shows.
constexpr std::array<std::string_view, 6> kOutputs{"json", "text", "table", "yaml", "yaml-stream", "off"};
constexpr std::array<std::string_view, 3> kColors{"on", "off", "auto"};
constexpr std::array<std::string_view, 6> kErrorFormats{"legacy", "json", "yaml", "text", "table", "enhanced"};
constexpr std::array<std::string_view, 2> kBinaryFormats{"base64", "raw-in-base64-out"};

// The order is AWS's: it shows where a shortened name is ambiguous.
constexpr std::array<OptionSpec, 21> kGlobals{{
    {"--debug", Takes::nothing},
    {"--endpoint-url"},
    {"--no-verify-ssl", Takes::nothing},
    {"--no-paginate", Takes::nothing},
    {"--output"},
    {"--query"},
    {"--profile"},
    {"--region"},
    {"--version", Takes::nothing},
    {"--color"},
    {"--no-sign-request", Takes::nothing},
    {"--ca-bundle"},
    {"--cli-read-timeout"},
    {"--cli-connect-timeout"},
    {"--cli-binary-format"},
    {"--no-cli-pager", Takes::nothing},
    {"--cli-auto-prompt", Takes::nothing},
    {"--no-cli-auto-prompt", Takes::nothing},
    {"--cli-error-format", Takes::one, false, Voice::today},
    {"--state", Takes::one, true},
    {"--log", Takes::one, true},
}};

// What the AWS CLI looks for before anything else, with a usage text of its own.
constexpr std::array<OptionSpec, 4> kFirst{{
    {"-h", Takes::nothing, false, Voice::earlier},
    {"--help", Takes::nothing, false, Voice::earlier},
    {"--profile"},
    {"--debug", Takes::nothing},
}};

bool wants_help(std::span<const std::string_view> words) try {
  const std::vector<Word> read = read_words(kFirst, words);
  for (std::size_t at = 0; at < read.size();) {
    if (read[at].kind != Word::Kind::option) {
      ++at;
      continue;
    }
    const std::string_view name = read[at].option->name;
    static_cast<void>(take_option(read, at));
    if (name == "-h" || name == "--help") return true;
  }
  return false;
} catch (const Failure& failure) {
  throw Failure(Failure::Kind::first_usage, failure.message(), failure.code())
      .said_today(failure.message(Voice::today));
}

// `listed` is what the earlier voice shows of the choices.
void check_choice(std::string_view option, std::string_view value, std::span<const std::string_view> choices,
                  std::span<const std::string_view> listed) {
  if (std::find(choices.begin(), choices.end(), value) != choices.end()) return;
  throw failures::invalid_choice(option, value, {listed.begin(), listed.end()}, {choices.begin(), choices.end()});
}

void check_choice(std::string_view option, std::string_view value, std::span<const std::string_view> choices) {
  check_choice(option, value, choices, choices);
}

// Where the values of the options that do something go; the others are nobody's.
std::optional<std::string_view>* place(Globals& globals, std::string_view name) {
  if (name == "--region") return &globals.region;
  if (name == "--output") return &globals.output;
  if (name == "--query") return &globals.query;
  if (name == "--profile") return &globals.profile;
  if (name == "--endpoint-url") return &globals.endpoint_url;
  if (name == "--state") return &globals.state;
  if (name == "--log") return &globals.log;
  if (name == "--color") return &globals.color;
  if (name == "--cli-error-format") return &globals.error_format;
  return nullptr;
}

void set(Globals& globals, std::string_view name, std::string_view value) {
  if (name == "--output") check_choice(name, value, kOutputs, std::span(kOutputs).first<5>());
  if (name == "--color") check_choice(name, value, kColors);
  if (name == "--cli-binary-format") check_choice(name, value, kBinaryFormats);
  if (name == "--cli-error-format") check_choice(name, value, kErrorFormats);
  if (auto* where = place(globals, name)) *where = value;
}

// urllib's idea of a scheme: a letter, then letters, digits, `+`, `-` and `.`, then a colon.
bool has_scheme(std::string_view url) {
  const std::size_t colon = url.find(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  return ascii::is_letter(url.front()) &&
         std::all_of(url.begin(), url.begin() + static_cast<std::ptrdiff_t>(colon),
                     [&](char c) { return ascii::is_alphanumeric(c) || c == '+' || c == '-' || c == '.'; });
}

// What the AWS CLI checks once the whole line is read.
void check_values(const Globals& globals, std::span<const std::string_view> timeouts) {
  if (globals.endpoint_url && !has_scheme(*globals.endpoint_url)) {
    throw failures::refused("Bad value for --endpoint-url \"" + std::string(*globals.endpoint_url) +
                            "\": scheme is missing.  Must be of the form http://<hostname>/ or https://<hostname>/");
  }
  for (const std::string_view timeout : timeouts) {
    if (python::integer(timeout).outcome == python::Integer::Outcome::malformed) {
      throw failures::general(python::invalid_integer(timeout));
    }
  }
}

GlobalsRead read_line(std::span<const std::string_view> words,
                      const std::function<void(std::string_view)>& check_command) {
  GlobalsRead line;
  std::vector<std::string_view> timeouts;
  bool beside_command = false;
  const std::vector<Word> read = read_words(kGlobals, words);
  for (std::size_t at = 0; at < read.size();) {
    const Word& word = read[at];
    const bool beside = std::exchange(beside_command, false);
    if (word.kind == Word::Kind::option) {
      const std::string_view name = word.option->name;
      const auto values = take_option(read, at);
      if (name == "--version") {
        line.globals.version = true;
        return line;
      }
      if (name == "--no-paginate") line.globals.paginate = false;
      if (name == "--no-cli-pager") line.globals.pager = false;
      if (!values.empty()) set(line.globals, name, values.front());
      if (name.ends_with("-timeout")) timeouts.push_back(values.front());
      continue;
    }
    ++at;
    if (word.kind == Word::Kind::value && !line.command) {
      check_command(word.text);
      line.command = word.text;
      beside_command = true;
    } else if (word.kind != Word::Kind::separator || (line.command && !beside)) {
      line.rest.push_back(word.text);
    }
  }
  check_values(line.globals, timeouts);
  return line;
}

// Who asks for help gets it, whatever else is wrong with the line.
GlobalsRead read_line_for_help(std::span<const std::string_view> words) {
  GlobalsRead line;
  try {
    line = read_line(words, [](std::string_view) {});
  } catch (const Failure&) {
    line = {};
  }
  line.globals.version = false;
  line.globals.help = true;
  return line;
}

}  // namespace

GlobalsRead read_globals(std::span<const std::string_view> words, const std::function<bool()>& help_is_option,
                         const std::function<void(std::string_view)>& check_command) {
  const auto has = [&](std::string_view word) { return std::find(words.begin(), words.end(), word) != words.end(); };
  if (has("--cli-auto-prompt") && has("--no-cli-auto-prompt")) {
    throw failures::refused("Both --cli-auto-prompt and --no-cli-auto-prompt cannot be specified at the same time.");
  }
  const bool help = wants_help(words) && help_is_option();
  return help ? read_line_for_help(words) : read_line(words, check_command);
}

namespace {

// One word read for itself. A shortened name that could be several options is no word yet: whoever reads the whole line
// tells of it.
std::optional<Word> read_alone(std::span<const OptionSpec> specs, std::span<const std::string_view> word) try {
  return read_words(specs, word).front();
} catch (const Failure&) {
  return std::nullopt;
}

// The name of the command, which the line holds, decides which options are known besides the global ones.
SplitLine split_at_other(std::span<const std::string_view> words, const OwnCommand& command) {
  std::vector<OptionSpec> specs(kGlobals.begin(), kGlobals.end());
  for (const OwnOption& option : command.options) {
    const bool known =
        std::any_of(kGlobals.begin(), kGlobals.end(), [&](const auto& one) { return one.name == option.name; });
    if (!known) specs.push_back({option.name, option.value.empty() ? Takes::nothing : Takes::one});
  }
  const SplitLine whole{words, {}, false};
  bool named = false;
  for (std::size_t at = 0; at < words.size(); ++at) {
    // One at a time: what stands further on may be wrong as an option of ours, and is none.
    const auto word = read_alone(specs, words.subspan(at, 1));
    if (!word) continue;
    if (word->kind == Word::Kind::separator) {
      return named ? SplitLine{words.first(at), words.subspan(at + 1), true} : whole;
    }
    if (word->kind == Word::Kind::option && word->option->takes == Takes::one && !word->attached) ++at;
    if (word->kind != Word::Kind::value) continue;
    if (named) return {words.first(at), words.subspan(at), true};
    if (word->text != command.name) return whole;
    named = true;
  }
  return {words, {}, named};
}

}  // namespace

SplitLine split_line(std::span<const std::string_view> words) {
  for (const OwnCommand& command : own_commands()) {
    if (!command.runs_other || std::find(words.begin(), words.end(), command.name) == words.end()) continue;
    const SplitLine split = split_at_other(words, command);
    const bool asks = split.other.size() == 1 && split.other.front() == "help" && split.own.size() + 1 == words.size();
    if (split.runs_other && !asks) return split;
  }
  return {words, {}, false};
}

std::vector<std::string_view> global_option_names() {
  std::vector<std::string_view> names;
  for (const OptionSpec& option : kGlobals) names.push_back(option.name);
  return names;
}

std::span<const OptionSpec> global_options() { return kGlobals; }

std::span<const std::string_view> output_names() { return kOutputs; }

std::span<const std::string_view> error_format_names() { return kErrorFormats; }

bool is_output(std::string_view name) { return std::find(kOutputs.begin(), kOutputs.end(), name) != kOutputs.end(); }

}  // namespace ec2mimic::cli
