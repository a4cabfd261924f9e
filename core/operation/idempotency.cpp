#include "core/operation/idempotency.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "core/model/codec.h"
#include "core/seam/errors.h"

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
  const auto found = request.find(std::string(operation.token->name));
  if (found == request.end()) return std::nullopt;
  std::string_view token = found->get_ref<const std::string&>();
  const auto first = token.find_first_not_of(kWhiteSpace);
  if (first == std::string_view::npos && !token.empty()) return std::nullopt;
  const bool ascii =
      std::all_of(token.begin(), token.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (token.empty() || !ascii || token.size() > kLongestToken) throw errors::invalid_token_format(token);
  token = token.substr(first, token.find_last_not_of(kWhiteSpace) - first + 1);
  return std::string(token);
}

Json token_request(const Operation& operation, const Json& request) {
  Json kept = model::canonical(*operation.request, request);
  kept.erase(std::string(operation.token->name));
  kept.erase("DryRun");
  return kept;
}

std::optional<TokenRecord> find_token(const Records& records, const std::string& key,
                                      std::optional<std::chrono::seconds> lifetime, std::chrono::sys_seconds now) {
  const auto line = records.find(TokenRecord::kTable, key);
  if (!line) return std::nullopt;
  TokenRecord record = read_token_record(key, *line);
  if (lifetime) {
    const auto time = parse_iso_time(record.time);
    if (time && now - *time >= *lifetime) return std::nullopt;
  }
  return record;
}

std::string iso_time(std::chrono::sys_seconds time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(time - day);
  char text[40];
  std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  return text;
}

std::optional<std::chrono::sys_seconds> parse_iso_time(std::string_view text) {
  constexpr std::string_view kForm = "0000-00-00T00:00:00Z";
  if (text.size() != kForm.size()) return std::nullopt;
  for (std::size_t i = 0; i < kForm.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (kForm[i] == '0' ? !digit : text[i] != kForm[i]) return std::nullopt;
  }
  const auto number = [text](std::size_t at, std::size_t length) {
    unsigned value = 0;
    std::from_chars(text.data() + at, text.data() + at + length, value);
    return value;
  };
  const std::chrono::year_month_day date(std::chrono::year(static_cast<int>(number(0, 4))),
                                         std::chrono::month(number(5, 2)), std::chrono::day(number(8, 2)));
  if (!date.ok() || number(11, 2) > 23 || number(14, 2) > 59 || number(17, 2) > 59) return std::nullopt;
  return std::chrono::sys_days(date) + std::chrono::hours(number(11, 2)) + std::chrono::minutes(number(14, 2)) +
         std::chrono::seconds(number(17, 2));
}

}  // namespace ec2mimic
