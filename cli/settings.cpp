#include "cli/settings.h"

#include <algorithm>

#include "cli/python.h"
#include "cli/voice.h"
#include "core/regions.h"

namespace ec2mimic::cli {
namespace {

// A DNS label, which is what botocore wants of a region's name: letters, digits and inner dashes, at most 63.
bool is_region_name(std::string_view name) {
  const auto alphanumeric = [](char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); };
  return !name.empty() && name.size() <= 63 && alphanumeric(name.front()) && alphanumeric(name.back()) &&
         std::all_of(name.begin(), name.end(), [&](char c) { return alphanumeric(c) || c == '-'; });
}

Failure bad_configuration(std::string message) {
  return {Failure::Kind::message, std::move(message), kBadConfiguration};
}

}  // namespace

std::string region(const Globals& globals, const Environment& environment) {
  auto name = globals.region;
  if (!name) name = environment.filled("AWS_REGION");
  if (!name) name = environment.filled("AWS_DEFAULT_REGION");
  if (!name) name = "us-east-1";
  if (!is_region_name(*name)) {
    throw failures::general("Provided region_name '" + std::string(*name) + "' doesn't match a supported format.");
  }
  // AWS's client would now ask the name service for a host of the region's, and find none.
  if (!is_region(*name)) {
    throw failures::general("Could not connect to the endpoint URL: \"https://ec2." + std::string(*name) +
                            ".amazonaws.com/\"");
  }
  return std::string(*name);
}

void check_endpoint(const Globals& globals) {
  if (!globals.endpoint_url || globals.endpoint_url->find("://") != std::string_view::npos) return;
  throw failures::general("Invalid endpoint: " + std::string(*globals.endpoint_url));
}

std::string_view output_format(const Globals& globals, const Environment& environment) {
  if (globals.output) return *globals.output;
  const auto name = environment.variable("AWS_DEFAULT_OUTPUT");
  if (!name) return "json";
  const auto known = output_names();
  if (std::find(known.begin(), known.end(), *name) == known.end()) {
    throw failures::general("Unknown output type: " + std::string(*name));
  }
  return *name;
}

int attempts(const Environment& environment) {
  constexpr int kUsual = 3;
  const auto text = environment.variable("AWS_MAX_ATTEMPTS");
  if (!text) return kUsual;
  const python::Integer read = python::integer(*text);
  if (read.outcome == python::Integer::Outcome::malformed) throw failures::general(python::invalid_integer(*text));
  if (read.value < 1) {
    throw failures::general("Value provided to \"max_attempts\": " + std::to_string(read.value) +
                            " must be an integer greater than or equal to one.");
  }
  return static_cast<int>(std::min<std::int64_t>(read.value, INT32_MAX));
}

std::string state_path(const Globals& globals, const Environment& environment) {
  if (globals.state) {
    if (globals.state->empty()) throw failures::refused("The option --state needs the name of a file.");
    return std::string(*globals.state);
  }
  if (const auto path = environment.filled("EC2MIMIC_STATE")) return std::string(*path);
  // A relative folder is to be ignored, says the XDG specification.
  const auto xdg = environment.filled("XDG_STATE_HOME");
  if (xdg && xdg->front() == '/') return std::string(*xdg) + "/ec2mimic/state.json";
  if (const auto home = environment.filled("HOME")) return std::string(*home) + "/.local/state/ec2mimic/state.json";
  throw bad_configuration("There is no place for the state: set EC2MIMIC_STATE to the name of a file, or set HOME.");
}

std::optional<std::chrono::seconds> duration(std::string_view text) {
  constexpr std::int64_t kMost = std::int64_t{100} * 365 * 24 * 3600;
  if (text.empty()) return std::nullopt;
  std::int64_t unit = 1;
  switch (text.back()) {
    case 's':
      unit = 1;
      break;
    case 'm':
      unit = 60;
      break;
    case 'h':
      unit = 3600;
      break;
    case 'd':
      unit = 86400;
      break;
    default:
      unit = 0;
  }
  if (unit != 0) text.remove_suffix(1);
  if (unit == 0) unit = 1;
  if (text.empty() || text.size() > 10) return std::nullopt;
  std::int64_t count = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    count = count * 10 + (c - '0');
  }
  if (count > kMost / unit) return std::nullopt;
  return std::chrono::seconds(count * unit);
}

Engine::Options engine_options(const Environment& environment) {
  Engine::Options options;
  if (const auto text = environment.filled("EC2MIMIC_TOKEN_TTL")) {
    options.token_lifetime = duration(*text);
    if (!options.token_lifetime) {
      throw bad_configuration("EC2MIMIC_TOKEN_TTL is '" + std::string(*text) +
                              "', but should be a time such as 3600, 90s, 30m, 24h or 7d.");
    }
  }
  if (const auto seed = environment.filled("EC2MIMIC_SEED")) options.seed = std::string(*seed);
  return options;
}

}  // namespace ec2mimic::cli
