#include "cli/args/rule_options.h"

#include "cli/errors/failure.h"
#include "cli/python/text.h"

namespace ec2mimic::cli {
namespace {

constexpr std::string_view kRuleOptions[] = {"--protocol", "--port", "--cidr", "--source-group", "--group-owner"};

Json& permission(Json& request) {
  Json& permissions = request["IpPermissions"];
  if (permissions.is_null()) permissions = Json::array({Json::object()});
  return permissions[0];
}

Json& pair(Json& request) {
  Json& pairs = permission(request)["UserIdGroupPairs"];
  if (pairs.is_null()) pairs = Json::array({Json::object()});
  return pairs[0];
}

// Bytes are equal to no text, but numbers all the same.
bool is_text(const Json& value, std::string_view text) { return value.is_string() && value == text; }

std::string characters(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  const Json::binary_t& bytes = value.get_binary();
  return {bytes.begin(), bytes.end()};
}

Json protocol(const Json& value) {
  const python::Integer number = python::integer(characters(value));
  if (number.outcome == python::Integer::Outcome::malformed) {
    if (is_text(value, "all")) return "-1";
    if (is_text(value, "tcp") || is_text(value, "udp") || is_text(value, "icmp")) return value;
    throw failures::refused("protocol parameter should be one of: tcp|udp|icmp|all or any valid protocol number.");
  }
  const bool is_read = number.outcome == python::Integer::Outcome::read;
  if (is_read && number.value >= -1 && number.value <= 255) return value;
  throw failures::refused("protocol numbers must be in the range 0-255 or -1 to specify all protocols");
}

std::int64_t port(const std::string& text) {
  const python::Integer number = python::integer(text);
  if (number.outcome == python::Integer::Outcome::read) return number.value;
  throw failures::refused("port parameter should be of the form <from[-to]> (e.g. 22 or 22-25)");
}

void set_ports(Json& request, const Json& given) {
  if (!given.is_string()) throw failures::general(std::string(python::kNoBytes));
  const auto& value = given.get_ref<const std::string&>();
  const bool is_all = value == "-1" || value == "all";
  const std::size_t dash = value.find('-');
  const bool is_range = !is_all && dash != std::string::npos;
  permission(request)["FromPort"] = is_all ? -1 : port(is_range ? value.substr(0, dash) : value);
  permission(request)["ToPort"] = is_all ? -1 : port(is_range ? value.substr(dash + 1) : value);
}

bool says_something(const OptionValue* option) {
  return option != nullptr && !option->values.empty() && !option->values.front().empty();
}

}  // namespace

void check_rule_options(const CommandLine& line) {
  // An empty word is an element of the list, so it counts here.
  const OptionValue* permissions = find_option(line.given, "--ip-permissions");
  if (permissions == nullptr || permissions->values.empty()) return;
  for (const std::string_view name : kRuleOptions) {
    if (!says_something(find_option(line.given, name))) continue;
    throw failures::refused("The " + std::string(name) + " option is not compatible with the --ip-permissions option ");
  }
}

void add_rule_option(Json& request, std::string_view option, const Json& value) {
  if (characters(value).empty()) return;
  if (option == "--protocol") {
    permission(request)["IpProtocol"] = protocol(value);
  } else if (option == "--port") {
    set_ports(request, value);
  } else if (option == "--cidr") {
    permission(request)["IpRanges"] = Json::array({Json::object({{"CidrIp", value}})});
  } else if (option == "--source-group") {
    if (!value.is_string()) throw failures::general("startswith first arg must be bytes or a tuple of bytes, not str");
    pair(request)[characters(value).starts_with("sg-") ? "GroupId" : "GroupName"] = value;
  } else {
    pair(request)["UserId"] = value;
  }
}

}  // namespace ec2mimic::cli
