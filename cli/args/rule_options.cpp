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

std::string protocol(const std::string& value) {
  const python::Integer number = python::integer(value);
  if (number.outcome == python::Integer::Outcome::malformed) {
    if (value == "all") return "-1";
    if (value == "tcp" || value == "udp" || value == "icmp") return value;
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

void set_ports(Json& request, const std::string& value) {
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

void add_rule_option(Json& request, std::string_view option, const std::string& value) {
  if (value.empty()) return;
  if (option == "--protocol") {
    permission(request)["IpProtocol"] = protocol(value);
  } else if (option == "--port") {
    set_ports(request, value);
  } else if (option == "--cidr") {
    permission(request)["IpRanges"] = Json::array({Json::object({{"CidrIp", value}})});
  } else if (option == "--source-group") {
    pair(request)[value.starts_with("sg-") ? "GroupId" : "GroupName"] = value;
  } else {
    pair(request)["UserId"] = value;
  }
}

}  // namespace ec2mimic::cli
