#include "core/operation/idempotency.h"

#include <algorithm>

#include "core/model/codec.h"
#include "core/seam/errors.h"
#include "core/text/iso_time.h"

namespace ec2mimic {
namespace {

constexpr std::size_t kLongestToken = 64;
constexpr std::string_view kWhiteSpace = " \t\n\r\v\f";

std::string take_string(Json& document, const char* name) {
  const auto found = document.find(name);
  if (found == document.end() || !found->is_string())
    throw model::DecodeError(std::string(name) + ": expected a string");
  std::string text = found->get<std::string>();
  document.erase(name);
  return text;
}

}  // namespace

std::string write_token_record(const TokenRecord& record) {
  const Json line = {{"Region", record.region},   {"Operation", record.operation},    {"Token", record.token},
                     {"Request", record.request}, {"ResourceId", record.resource_id}, {"Time", record.time}};
  return line.dump(-1, ' ', false, Json::error_handler_t::replace);
}

TokenRecord read_token_record(std::string_view key, std::string_view line) try {
  Json document = Json::parse(line.begin(), line.end(), nullptr, false);
  if (!document.is_object()) throw model::DecodeError("expected an object");
  TokenRecord record;
  record.region = take_string(document, "Region");
  record.operation = take_string(document, "Operation");
  record.token = take_string(document, "Token");
  record.resource_id = take_string(document, "ResourceId");
  record.time = take_string(document, "Time");
  const auto request = document.find("Request");
  if (request == document.end() || !request->is_object()) throw model::DecodeError("Request: expected an object");
  record.request = *request;
  document.erase("Request");
  if (!document.empty()) {
    throw model::DecodeError(document.begin().key() + ": unknown member", model::DecodeError::Cause::unknown_member);
  }
  return record;
} catch (const model::DecodeError& error) {
  throw RecordError(TokenRecord::kTable, key, error);
}

std::string token_key(std::string_view region, std::string_view operation, std::string_view token) {
  std::string key(region);
  for (const std::string_view part : {operation, token}) (key += '/') += part;
  return key;
}

std::optional<std::string> client_token(const Operation& operation, const Json& request) {
  if (operation.token == nullptr) return std::nullopt;
  const auto given = model::decode_member<std::string>(request, operation.token->name);
  if (!given) return std::nullopt;
  std::string_view token = *given;
  // As recorded of AWS: white space alone counts as no token, whatever its length; others are measured before trimming.
  const auto first = token.find_first_not_of(kWhiteSpace);
  if (first == std::string_view::npos && !token.empty()) return std::nullopt;
  const bool ascii =
      std::all_of(token.begin(), token.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (token.empty() || !ascii || token.size() > kLongestToken) throw errors::invalid_token_format(token);
  token = token.substr(first, token.find_last_not_of(kWhiteSpace) - first + 1);
  return std::string(token);
}

Json token_request(const Operation& operation, const Json& request) {
  // Tags keep their order, because AWS refuses a token whose tags come in another order.
  Json kept = model::canonical(*operation.request, request);
  kept.erase(std::string(operation.token->name));
  // `DryRun=false` means the same as none; a call with true never comes here.
  kept.erase(std::string(kDryRun));
  return kept;
}

bool is_older(const TokenRecord& record, std::chrono::seconds age, std::chrono::sys_seconds now) {
  const auto time = parse_iso_time(record.time);
  return time && now - *time >= age;
}

std::optional<TokenRecord> find_token(const Records& records, const std::string& key,
                                      std::optional<std::chrono::seconds> lifetime, std::chrono::sys_seconds now) {
  const auto line = records.find(TokenRecord::kTable, key);
  if (!line) return std::nullopt;
  TokenRecord record = read_token_record(key, *line);
  // After the clock was set back the age is negative, and the token still counts: creating a second resource would be
  // worse than repeating an answer.
  if (lifetime && is_older(record, *lifetime, now)) return std::nullopt;
  return record;
}

bool is_from_future(const TokenRecord& record, std::chrono::sys_seconds now) {
  const auto time = parse_iso_time(record.time);
  return time && *time > now;
}

}  // namespace ec2mimic
