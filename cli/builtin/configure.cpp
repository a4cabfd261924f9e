// `aws configure get|set|list|list-profiles`: access to the two configuration files from scripts. Never prompts.
#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <vector>

#include "cli/args/argparse.h"
#include "cli/args/builtin_commands.h"
#include "cli/args/param_file.h"
#include "cli/builtin/configure_list.h"
#include "cli/call/invocation.h"
#include "cli/config/config_edit.h"
#include "cli/errors/failure.h"
#include "cli/output/stdout.h"
#include "cli/python/text.h"
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

int get(const Invocation& call, const Names& words) {
  const auto [value, nested] = find_value(call, words[0]);
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
  if (parts[0] == "default") return place_of(parts, 1, parts[0]);
  if (parts[0] == "profile") return place_of(parts, 2, part(parts, 1));
  return place_of(parts, 0, profile);
}

[[noreturn]] void fail_to(const std::string& path, int error) {
  throw failures::general("[Errno " + std::to_string(error) + "] " + std::strerror(error) + ": " + python::repr(path));
}

void change_file(System& system, const std::string& path, const ConfigChange& change) {
  const Files::Changed changed = system.files.change(path, [&](std::string_view text) {
    auto edited = with_change(text, change);
    if (edited) return edited;
    throw failures::general("A configuration file cannot store the value " + python::repr(change.value) +
                            " of the key " + python::repr(change.key) + " in the section " +
                            python::repr(change.section) + '.');
  });
  if (changed.error != 0) fail_to(path, changed.error);
  if (!changed.problem.empty()) throw failures::general(changed.problem);
}

// Without HOME a `~` stays as it is, and would become a folder of that name, which is dangerous to remove.
std::string file_to_change(std::string path) {
  if (!path.starts_with("~/")) return path;
  throw Failure(Failure::Kind::message, "There is no home folder for " + path + ": set HOME.", kBadConfiguration);
}

int set(const Invocation& call, const Names& words) {
  const Environment& environment = call.system.environment;
  const Names parts = split_at_dots(words[0]);
  const auto file = load_param_file(words[1], call.system, "value");
  std::string value = file ? file->content : words[1];
  // A text file ends in a line break, which a value cannot contain.
  while (file && value.ends_with('\n')) value.pop_back();
  if (parts.size() == 2 && parts[0] == kPlugins) {
    change_file(call.system, file_to_change(config_path(environment)), {parts[0], parts[1], {}, std::move(value)});
    return kSuccess;
  }
  Place place = place_to_set(call, words[0]);
  // Credentials go to the credentials file, whose sections are named without `profile`.
  const bool is_secret = is_credential(place.key);
  change_file(call.system, file_to_change(is_secret ? credentials_path(environment) : config_path(environment)),
              {is_secret ? place.profile : profile_section(place.profile), std::move(place.key),
               std::move(place.nested), std::move(value)});
  return kSuccess;
}

int list(const Invocation& call, const Names&) {
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

int list_profiles(const Invocation& call, const Names&) {
  std::string text;
  for (const Profile& profile : call.settings.profiles().all()) text += profile.name + '\n';
  print(call.system, text);
  return kSuccess;
}

struct Subcommand {
  std::string_view name;
  int (*run)(const Invocation& call, const Names& words);
};

constexpr std::array<Subcommand, 4> kSubcommands{{
    {"list", &list},
    {"get", &get},
    {"set", &set},
    {"list-profiles", &list_profiles},
}};

constexpr std::array<std::string_view, 6> kNotImplemented{"add-model",   "import", "sso",
                                                          "sso-session", "wizard", "export-credentials"};

const Subcommand& find_subcommand(std::string_view word) {
  std::vector<std::string_view> names;
  for (const Subcommand& one : kSubcommands) {
    if (one.name == word) return one;
    names.push_back(one.name);
  }
  if (std::find(kNotImplemented.begin(), kNotImplemented.end(), word) != kNotImplemented.end()) {
    throw failures::not_mimicked("subcommand", word, names, "configure " + std::string(word));
  }
  throw failures::invalid_choice("subcommand", word, names);
}

// `configure` has no options, so every word that looks like one is unknown.
struct Line {
  Names words{}, unknown{};
};

Line read_line(std::span<const std::string_view> words) {
  Line line;
  for (const Argument& word : read_arguments({}, words)) {
    if (word.kind == Argument::Kind::value) line.words.emplace_back(word.text);
    if (word.kind == Argument::Kind::unknown) line.unknown.emplace_back(word.text);
  }
  return line;
}

void check_words(const Subcommand& subcommand, Line& line) {
  const std::span<const BuiltinForm> forms = find_builtin_command("configure")->forms;
  const auto form = std::find_if(forms.begin(), forms.end(),
                                 [&](const BuiltinForm& one) { return one.subcommand == subcommand.name; });
  const std::size_t wanted = form->operands.size();
  std::string missing;
  for (const BuiltinOperand& operand : form->operands.subspan(std::min(line.words.size(), wanted))) {
    missing += (missing.empty() ? "" : ", ") + std::string(operand.called);
  }
  if (!missing.empty()) throw failures::bad_usage("the following arguments are required: " + missing);
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
  Line line = read_line(call.typed.rest);
  if (line.words.empty() && line.unknown.empty()) {
    throw failures::refused("configure does not prompt here. Use: configure set NAME VALUE.");
  }
  if (line.words.empty()) throw failures::refused("Unknown options: " + line.unknown.front());
  const Subcommand& subcommand = find_subcommand(line.words.front());
  line.words.erase(line.words.begin());
  check_words(subcommand, line);
  return subcommand.run(call, line.words);
}

}  // namespace ec2mimic::cli
