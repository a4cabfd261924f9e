// `aws configure get|set|list|list-profiles`: access to the two configuration files from scripts. Never prompts.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <optional>
#include <string>
#include <vector>

#include "cli/args/argparse.h"
#include "cli/args/builtin_commands.h"
#include "cli/args/param_file.h"
#include "cli/builtin/configure_list.h"
#include "cli/call/invocation.h"
#include "cli/config/config_edit.h"
#include "cli/config/error_style.h"
#include "cli/errors/failure.h"
#include "cli/output/stdout.h"
#include "cli/python/text.h"
#include "core/text/ascii.h"
#include "core/text/split.h"

namespace ec2mimic::cli {
namespace {

// A section of the config file that is not a profile, but whose values can be read and set.
constexpr std::string_view kPlugins = "plugins";

using Names = std::vector<std::string>;

Names split_at_dots(std::string_view text) {
  const auto parts = split(text, '.');
  return {parts.begin(), parts.end()};
}

// If a part is missing, the AWS CLI fails with this message of Python's.
const std::string& part(const Names& parts, std::size_t at) {
  if (at >= parts.size()) throw failures::general("list index out of range");
  return parts[at];
}

// What a dotted name such as `profile.p.s3.endpoint_url` refers to. Parts beyond these are ignored, as in the AWS CLI.
struct Place {
  std::string profile;
  std::string key;
  std::optional<std::string> nested{};
};

Place place_of(const Names& parts, std::size_t key, std::string profile) {
  Place place{std::move(profile), part(parts, key), {}};
  if (parts.size() == key + 2) place.nested = parts[key + 1];
  return place;
}

const ConfigValue* value_in(const Profile* profile, const std::string& key) {
  return profile == nullptr ? nullptr : profile->find(key);
}

// The value that a name refers to, and the key within it if it is nested.
struct Found {
  const ConfigValue* value = nullptr;
  std::optional<std::string> nested{};
};

Found find_value(const Invocation& call, const std::string& name) {
  const Names parts = split_at_dots(name);
  if (parts.size() == 1) return {value_in(call.settings.profile(), name), {}};
  const Profiles& profiles = call.settings.profiles();
  if (parts.size() == 2 && parts[0] == kPlugins) {
    const ConfigSection* section = profiles.other_section(kPlugins);
    const ConfigValue* value = section == nullptr ? nullptr : section->find(parts[1]);
    return {value == nullptr ? value_in(profiles.find(kPlugins), parts[1]) : value, {}};
  }
  Place place;
  if (parts[0] == "profile") {
    place = place_of(parts, 2, part(parts, 1));
  } else if (parts[0] == "default" || profiles.find(parts[0]) != nullptr) {
    place = place_of(parts, 1, parts[0]);
  } else {
    place = place_of(parts, 0, call.settings.profile_name().value_or("default"));
  }
  return {value_in(profiles.find(place.profile), place.key), place.nested};
}

// The kinds of named sections other than profiles that the current AWS CLI reads and sets, as options of get and set.
constexpr std::array<std::string_view, 2> kSubsections{"sso-session", "services"};

// One of these options, as given: a section of the config file that is not a profile.
struct Subsection {
  std::string_view kind;
  std::string name;
};

Failure no_subsection(const std::string& name) {
  return failures::general("The config sub-section (" + name + ") could not be found ");
}

Found find_value(const Invocation& call, const Subsection& in, const std::string& name) {
  const ConfigSection* section = call.settings.profiles().sub_section(in.kind, in.name);
  if (section == nullptr) throw no_subsection(in.name);
  const Names parts = split_at_dots(name);
  if (parts.size() > 2) return {};
  const ConfigValue* value = section->find(parts[0]);
  return {value, parts.size() == 2 ? std::optional(parts[1]) : std::nullopt};
}

int get(const Invocation& call, const Names& words, const std::optional<Subsection>& in) {
  const auto [value, nested] = in ? find_value(call, *in, words[0]) : find_value(call, words[0]);
  if (value == nullptr) return kProblemsFound;
  if (nested) {
    if (!value->nested || !value->nested->contains(*nested)) return kProblemsFound;
    print(call.system, value->nested->find(*nested)->second + '\n');
    return kSuccess;
  }
  if (value->nested) {
    call.system.streams.write_error("varname (" + words[0] + ") must reference a value, not a section or sub-section.");
    return kProblemsFound;
  }
  print(call.system, value->text + '\n');
  return kSuccess;
}

bool is_credential(std::string_view key) {
  return key == "aws_access_key_id" || key == "aws_secret_access_key" || key == "aws_session_token";
}

Place place_to_set(const Invocation& call, const std::string& name) {
  const std::string profile = call.settings.profile_name().value_or("default");
  const Names parts = split_at_dots(name);
  if (parts.size() == 1) return {profile, name, {}};
  // Unlike `get`, `set` does not look whether the first part is the name of a profile; the AWS CLI does the same.
  if (parts[0] == "default") return place_of(parts, 1, parts[0]);
  if (parts[0] == "profile") return place_of(parts, 2, part(parts, 1));
  return place_of(parts, 0, profile);
}

[[noreturn]] void fail_to(const std::string& path, int error) {
  throw failures::general("[Errno " + std::to_string(error) + "] " + std::strerror(error) + ": " + python::repr(path));
}

// What the current AWS CLI says of line breaks, which no file of this kind can hold; earlier ones write them.
void check_line_breaks(const ConfigChange& change, const Failure& refusal) {
  const auto has_break = [](std::string_view text) { return text.find_first_of("\r\n") != std::string_view::npos; };
  const std::string reason = "newline characters and carriage returns are not allowed";
  const auto refuse = [&](const std::string& what) { throw Failure(refusal).current_wording("Invalid " + what); };
  const auto check = [&](const std::string& what, const std::string& text) {
    if (has_break(text)) refuse(what + ": " + reason + ": " + python::repr(text));
  };
  check("section name", change.section);
  check("key", change.key);
  if (change.nested) check("key", *change.nested);
  if (has_break(change.value)) refuse("value for key " + change.key + ": " + reason + '.');
}

void change_file(System& system, const std::string& path, const ConfigChange& change) {
  const Failure refusal =
      failures::general("A configuration file cannot store the value " + python::repr(change.value) + " of the key " +
                        python::repr(change.key) + " in the section " + python::repr(change.section) + '.');
  check_line_breaks(change, refusal);
  const Files::Changed changed = system.files.change(path, [&](std::string_view text) {
    auto edited = with_change(text, change);
    if (edited) return edited;
    throw Failure(refusal);
  });
  if (changed.error != 0) fail_to(path, changed.error);
  if (!changed.problem.empty()) throw failures::general(changed.problem);
}

// The file that a variable names. Unlike where it reads them, the AWS CLI expands no variables in the name: `$HOME` is
// a folder. Without HOME a `~` would become a folder of that name, which is dangerous to remove.
std::string file_to_change(const Environment& environment, const char* variable, const char* otherwise) {
  const std::string path = home_path(std::string(environment.variable(variable).value_or(otherwise)), environment);
  if (!path.starts_with("~/")) return path;
  throw Failure(Failure::Kind::message, "There is no home folder for " + path + ": set HOME.", kBadConfiguration);
}

std::string config_to_change(const Environment& environment) {
  return file_to_change(environment, "AWS_CONFIG_FILE", "~/.aws/config");
}

bool can_begin_name(char c) {
  return ascii::is_alphanumeric(c) || static_cast<unsigned char>(c) >= 0x80 ||
         std::string_view("_-/.%@:+").find(c) != std::string_view::npos;
}

int set_in(const Invocation& call, const Subsection& in, const std::string& name, std::string value) {
  if (in.name.empty() || !can_begin_name(in.name.front())) {
    throw failures::refused("aws: [ERROR]: Invalid value for --" + std::string(in.kind) + '.');
  }
  const Names parts = split_at_dots(name);
  if (parts.size() > 2) {
    throw failures::refused(
        "Found more than two parts in the property to set. Deep nesting of properties is not supported.");
  }
  change_file(call.system, config_to_change(call.system.environment),
              {section_header(in.kind, in.name), parts[0], parts.size() == 2 ? std::optional(parts[1]) : std::nullopt,
               std::move(value)});
  return kSuccess;
}

// The current AWS CLI warns of this when it changes the file; the words are ours.
void warn_if_open(const Invocation& call, const std::string& path) {
  if (error_style_of(call.typed.early, call.settings).era != Era::current) return;
  const unsigned mode = call.system.files.permissions(path);
  if ((mode & 0177U) == 0) return;
  char text[16];
  std::snprintf(text, sizeof text, "%04o", mode);
  call.system.streams.write_error("Warning: other users may have access to " + path + ", whose permissions are " +
                                  text + "; 0600 is expected.\n");
}

int set(const Invocation& call, const Names& words, const std::optional<Subsection>& in) {
  const Environment& environment = call.system.environment;
  const Names parts = split_at_dots(words[0]);
  const auto file = load_param_file(words[1], call.system, "value");
  std::string value = file ? file->content : words[1];
  // A text file ends in a line break, which a value cannot contain.
  while (file && value.ends_with('\n')) value.pop_back();
  if (in) return set_in(call, *in, words[0], std::move(value));
  if (parts.size() == 2 && parts[0] == kPlugins) {
    change_file(call.system, config_to_change(environment), {parts[0], parts[1], {}, std::move(value)});
    return kSuccess;
  }
  Place place = place_to_set(call, words[0]);
  // Credentials go to the credentials file, whose sections are named without `profile`.
  const bool is_secret = is_credential(place.key);
  const std::string path = is_secret ? file_to_change(environment, "AWS_SHARED_CREDENTIALS_FILE", "~/.aws/credentials")
                                     : config_to_change(environment);
  if (is_secret) warn_if_open(call, path);
  change_file(call.system, path,
              {is_secret ? place.profile : profile_section(place.profile), std::move(place.key),
               std::move(place.nested), std::move(value)});
  return kSuccess;
}

int list(const Invocation& call, const Names&, const std::optional<Subsection>&) {
  std::string text;
  try {
    add_configuration_table(call, text);
  } catch (const Failure&) {
    // By now, the AWS CLI has printed the rows before the one that fails.
    print(call.system, text);
    throw;
  }
  print(call.system, text);
  return kSuccess;
}

int list_profiles(const Invocation& call, const Names&, const std::optional<Subsection>&) {
  std::string text;
  for (const Profile& profile : call.settings.profiles().all()) text += profile.name + '\n';
  print(call.system, text);
  return kSuccess;
}

struct ConfigureCommand {
  std::string_view name;
  int (*run)(const Invocation& call, const Names& words, const std::optional<Subsection>& in);
};

constexpr std::array<ConfigureCommand, 4> kConfigureCommands{{
    {"list", &list},
    {"get", &get},
    {"set", &set},
    {"list-profiles", &list_profiles},
}};

constexpr std::array<std::string_view, 6> kOtherConfigureCommands{"add-model",   "import", "sso",
                                                                  "sso-session", "wizard", "export-credentials"};

const ConfigureCommand& find_subcommand(std::string_view word) {
  std::vector<std::string_view> names;
  for (const ConfigureCommand& one : kConfigureCommands) {
    if (one.name == word) return one;
    names.push_back(one.name);
  }
  if (std::find(kOtherConfigureCommands.begin(), kOtherConfigureCommands.end(), word) !=
      kOtherConfigureCommands.end()) {
    throw failures::not_mimicked("subcommand", word, names, "configure " + std::string(word));
  }
  throw failures::invalid_choice("subcommand", word, names);
}

struct Line {
  Names words{}, unknown{};
  std::array<std::optional<std::string>, kSubsections.size()> subsections{};

  [[nodiscard]] std::optional<Subsection> subsection() const {
    if (subsections[0] && subsections[1]) {
      throw failures::refused(
          "The key \"services\" cannot be specified when one of the following keys are also specified: sso_session");
    }
    for (std::size_t i = 0; i < kSubsections.size(); ++i) {
      if (subsections[i]) return Subsection{kSubsections[i], *subsections[i]};
    }
    return std::nullopt;
  }
};

constexpr std::array<OptionSpec, kSubsections.size()> kOptions{{{"--sso-session"}, {"--services"}}};

// Any other word that looks like an option is unknown.
Line read_line(std::span<const std::string_view> words, std::span<const OptionSpec> options) {
  Line line;
  const std::vector<Argument> read = read_arguments(options, words);
  for (std::size_t at = 0; at < read.size();) {
    const Argument& word = read[at];
    if (word.kind == Argument::Kind::option) {
      const auto which = static_cast<std::size_t>(word.option - options.data());
      line.subsections[which] = std::string(take_option(read, at).front());
      continue;
    }
    if (word.kind == Argument::Kind::value) line.words.emplace_back(word.text);
    if (word.kind == Argument::Kind::unknown) line.unknown.emplace_back(word.text);
    ++at;
  }
  return line;
}

// The options of get and set, which earlier versions of the AWS CLI do not have.
std::span<const OptionSpec> options_for(const Invocation& call) {
  if (error_style_of(call.typed.early, call.settings).era != Era::current) return {};
  const auto subcommand = take_positional(call.typed.rest).value;
  if (subcommand != "get" && subcommand != "set") return {};
  return kOptions;
}

void check_words(const ConfigureCommand& subcommand, Line& line) {
  const std::span<const BuiltinForm> forms = find_builtin_command("configure")->forms;
  const auto form = std::find_if(forms.begin(), forms.end(),
                                 [&](const BuiltinForm& one) { return one.subcommand == subcommand.name; });
  const std::size_t wanted = form->operands.size();
  std::string missing;
  for (const BuiltinOperand& operand : form->operands.subspan(std::min(line.words.size(), wanted))) {
    missing += (missing.empty() ? "" : ", ") + std::string(operand.called);
  }
  if (!missing.empty()) throw failures::bad_usage("the following arguments are required: " + missing);
  // Surplus words are reported before unknown options, wherever they were typed.
  while (line.words.size() > wanted) {
    line.unknown.insert(line.unknown.begin(), std::move(line.words.back()));
    line.words.pop_back();
  }
  if (line.unknown.empty()) return;
  const std::vector<std::string_view> unknown(line.unknown.begin(), line.unknown.end());
  throw failures::unknown_words(unknown);
}

}  // namespace

int run_configure(const Invocation& call) {
  static_cast<void>(call.settings.profiles());  // as in the AWS CLI, a broken file is reported first
  Line line = read_line(call.typed.rest, options_for(call));
  if (line.words.empty() && line.unknown.empty()) {
    throw failures::refused("configure does not prompt here. Use: configure set NAME VALUE.");
  }
  if (line.words.empty()) throw failures::refused("Unknown options: " + line.unknown.front());
  const ConfigureCommand& subcommand = find_subcommand(line.words.front());
  line.words.erase(line.words.begin());
  check_words(subcommand, line);
  return subcommand.run(call, line.words, line.subsection());
}

}  // namespace ec2mimic::cli
