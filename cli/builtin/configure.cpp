// `aws configure get|set|list|list-profiles`: access to the two configuration files from scripts. Never prompts.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <optional>
#include <string>
#include <vector>

#include "cli/args/command_line.h"
#include "cli/args/param_file.h"
#include "cli/builtin/commands.h"
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

// The options of get and set, which name a section of the config file that is not a profile. Earlier versions of the
// AWS CLI do not have them.
constexpr std::array<BuiltinOption, 2> kConfigureOptions{{
    {"--sso-session",
     {.placeholder = "NAME"},
     "The section [sso-session NAME], instead of a profile. As in the current AWS CLI, only if an error format is "
     "chosen.",
     Era::current},
    {"--services",
     {.placeholder = "NAME"},
     "The section [services NAME], instead of a profile. As in the current AWS CLI, only if an error format is chosen.",
     Era::current},
}};

// A section that one of these options names.
struct Subsection {
  std::string_view kind;
  std::string name;
};

std::optional<Subsection> subsection(const BuiltinLine& line) {
  if (line.given.size() > 1) {
    throw failures::refused(
        "The key \"services\" cannot be specified when one of the following keys are also specified: sso_session");
  }
  if (line.given.empty()) return std::nullopt;
  const OptionValue& option = line.given.front();
  for (const BuiltinOption& known : kConfigureOptions) {
    if (known.name == option.name) return Subsection{known.name.substr(2), option.values.front()};
  }
  return std::nullopt;
}

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

int get_value(const Invocation& call, const BuiltinLine& line) {
  const std::optional<Subsection> in = subsection(line);
  const std::vector<std::string>& words = line.words;
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

// The file of that name. Unlike where it reads them, the AWS CLI expands no variables in the name: `$HOME` is a folder.
// Without HOME a `~` would become a folder of that name, which is dangerous to remove.
std::string file_to_change(const Environment& environment, const std::string& name) {
  const std::string path = home_path(name, environment);
  if (!path.starts_with("~/")) return path;
  throw Failure(Failure::Kind::message, "There is no home folder for " + path + ": set HOME.", kBadConfiguration);
}

std::string config_to_change(const Environment& environment) {
  return file_to_change(environment, config_name(environment));
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

int set_value(const Invocation& call, const BuiltinLine& line) {
  const std::optional<Subsection> in = subsection(line);
  const std::vector<std::string>& words = line.words;
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
  const std::string path =
      is_secret ? file_to_change(environment, credentials_name(environment)) : config_to_change(environment);
  if (is_secret) warn_if_open(call, path);
  change_file(call.system, path,
              {is_secret ? place.profile : profile_section(place.profile), std::move(place.key),
               std::move(place.nested), std::move(value)});
  return kSuccess;
}

int list_settings(const Invocation& call, const BuiltinLine&) {
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

int list_profiles(const Invocation& call, const BuiltinLine&) {
  std::string text;
  for (const Profile& profile : call.settings.profiles().all()) text += profile.name + '\n';
  print(call.system, text);
  return kSuccess;
}

constexpr std::array<std::string_view, 6> kOtherConfigureCommands{"add-model",   "import", "sso",
                                                                  "sso-session", "wizard", "export-credentials"};

// If an operand is missing, the message uses the AWS CLI's name for it.
constexpr std::array<BuiltinOperand, 2> kConfigureOperands{{
    {.value = {.placeholder = "NAME"}, .called = "varname"},
    {.value = {.placeholder = "VALUE"}, .called = "value"},
}};
constexpr std::array<BuiltinForm, 4> kConfigureForms{{
    {.subcommand = "list", .run = &list_settings},
    {.subcommand = "get",
     .run = &get_value,
     .operands = std::span(kConfigureOperands).first<1>(),
     .options = kConfigureOptions},
    {.subcommand = "set", .run = &set_value, .operands = kConfigureOperands, .options = kConfigureOptions},
    {.subcommand = "list-profiles", .run = &list_profiles},
}};
constexpr std::array<ExitDoc, 4> kConfigureExits{{
    {"0", "Success."},
    {"1", "`get` found no value."},
    kBadLine,
    {"255", "The profile does not exist, or a configuration file cannot be read or changed."},
}};

// Says whether the AWS CLI has the subcommand.
Failure unknown_configure_command(std::string_view word) {
  std::vector<std::string_view> names;
  for (const BuiltinForm& form : kConfigureForms) names.push_back(form.subcommand);
  if (std::find(kOtherConfigureCommands.begin(), kOtherConfigureCommands.end(), word) !=
      kOtherConfigureCommands.end()) {
    return failures::not_mimicked("subcommand", word, names, "configure " + std::string(word));
  }
  return failures::invalid_choice("subcommand", word, names);
}

}  // namespace

constinit const BuiltinCommand kConfigure{
    .name = "configure",
    .summary = "Reads and sets values of the AWS CLI's configuration files, without prompts",
    .description =
        "NAME is a key such as region, or a key of a profile, such as profile.NAME.region. The exit code "
        "of `get` is 1 if there is no value. `set` waits while another process sets a value, and keeps the "
        "rest of the file as it is.",
    .forms = kConfigureForms,
    .options = kConfigureOptions,
    .exits = kConfigureExits,
    .is_of_aws = true,
    .bare_text = "configure does not prompt here. Use: configure set NAME VALUE.",
    .unknown_word = &unknown_configure_command};

}  // namespace ec2mimic::cli
