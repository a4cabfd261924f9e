#include "cli/builtin/configure_list.h"

#include <algorithm>
#include <array>

#include "cli/config/error_style.h"
#include "cli/errors/failure.h"
#include "cli/python/text.h"

namespace ec2mimic::cli {
namespace {

// A row: a value, the kind of source that it comes from, and which one.
struct Row {
  std::string value = "<not set>";
  std::string type = "None";
  std::string location = "None";
};

std::string right(const std::string& text, std::size_t width) {
  const std::size_t length = python::is_utf8(text) ? python::length(text) : text.size();
  return std::string(length < width ? width - length : 0, ' ') + text;
}

std::string left(const std::string& text, std::size_t width) {
  std::string padded = right(text, width);
  std::rotate(padded.begin(), padded.end() - static_cast<std::ptrdiff_t>(text.size()), padded.end());
  return padded;
}

// A line of the table, whose layout changed with version 2.31.
std::string line(Era era, const std::string& name, const Row& row) {
  if (era == Era::current) {
    return left(name, 10) + " : " + left(row.value, 24) + " : " + left(row.type, 16) + " : " + row.location + '\n';
  }
  return right(name, 10) + ' ' + right(row.value, 24) + ' ' + right(row.type, 16) + "    " + row.location + '\n';
}

std::string masked(const std::string& secret) {
  // The AWS CLI shows the last four characters, so of a shorter secret all of it.
  std::u32string characters = python::decode(secret);
  std::string text(16, '*');
  for (const char32_t c : characters.substr(characters.size() < 4 ? 0 : characters.size() - 4)) {
    python::append(text, c);
  }
  return text;
}

Row profile_row(const Invocation& call) {
  if (call.typed.globals.profile) return {call.settings.profile_name().value_or("None"), "manual", "--profile"};
  const auto name = call.settings.profile_name();
  return name ? Row{*name, "env", "['AWS_PROFILE', 'AWS_DEFAULT_PROFILE']"} : Row{};
}

struct Credentials {
  Row key{}, secret{};
};

Credentials found(const std::string& key, const std::optional<std::string>& secret, const std::string& where,
                  const std::string& missing) {
  if (!secret) throw failures::general("Partial credentials found in " + where + ", missing: " + missing);
  return {{masked(key), where, ""}, {masked(*secret), where, ""}};
}

std::optional<std::string> text_of(const std::optional<ConfigSection>& section, std::string_view key) {
  const ConfigValue* value = section ? section->find(key) : nullptr;
  return value == nullptr ? std::nullopt : std::optional(value->text);
}

// Looks where the AWS CLI looks, except on the network. --profile overrides the variables.
Credentials credentials(const Invocation& call) {
  const Profile* profile = call.settings.profile();
  const auto owned = [](std::optional<std::string_view> text) {
    return text ? std::optional<std::string>(*text) : std::nullopt;
  };
  const Environment& environment = call.system.environment;
  if (const auto key = environment.filled("AWS_ACCESS_KEY_ID");
      key && call.typed.globals.profile.value_or("").empty()) {
    return found(std::string(*key), owned(environment.filled("AWS_SECRET_ACCESS_KEY")), "env", "AWS_SECRET_ACCESS_KEY");
  }
  if (profile == nullptr) return {};
  using File = std::pair<const std::optional<ConfigSection>*, const char*>;
  for (const auto& [section, where] :
       {File(&profile->credentials, "shared-credentials-file"), File(&profile->config, "config-file")}) {
    const auto key = text_of(*section, "aws_access_key_id");
    if (key) return found(*key, text_of(*section, "aws_secret_access_key"), where, "aws_secret_access_key");
  }
  return {};
}

Row region_row(const Invocation& call) {
  const Environment& environment = call.system.environment;
  if (const auto region = region_variable(environment)) {
    return {std::string(*region), "env", "['AWS_REGION', 'AWS_DEFAULT_REGION']"};
  }
  const auto configured = call.settings.configured("region");
  if (!configured) return {};
  return {*configured, "config-file", config_name(environment)};
}

}  // namespace

void add_configuration_table(const Invocation& call, std::string& text) {
  const Era era = error_style_of(call.typed.early, call.settings).era;
  if (era == Era::current) {
    text += line(era, "NAME", {"VALUE", "TYPE", "LOCATION"});
  } else {
    text += line(era, "Name", {"Value", "Type", "Location"}) + line(era, "----", {"-----", "----", "--------"});
  }
  text += line(era, "profile", profile_row(call));
  const Credentials both = credentials(call);
  text += line(era, "access_key", both.key) + line(era, "secret_key", both.secret);
  text += line(era, "region", region_row(call));
}

}  // namespace ec2mimic::cli
