#include "core/operation/idempotency.h"

#include <algorithm>

#include "core/model/codec.h"
#include "core/operation/registry.h"
#include "core/seam/errors.h"
#include "core/text/ascii.h"
#include "core/text/iso_time.h"
#include "core/text/trimmed.h"

namespace ec2mimic {
namespace {

std::string take_string(Json& document, const char* name) {
  const auto found = document.find(name);
  if (found == document.end() || !found->is_string())
    throw model::DecodeError(std::string(name) + ": expected a string");
  std::string text = found->get<std::string>();
  document.erase(name);
  return text;
}

void erase_empty(Json& request) {
  std::vector<std::string> names;
  for (const auto& [name, value] : request.items()) {
    if (value.empty() || (value.is_string() && value.get_ref<const std::string&>().empty())) names.push_back(name);
  }
  for (const std::string& name : names) request.erase(name);
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
  // A record that was edited by hand may name any operation.
  const Operation* known = find_operation(kebab_case(operation));
  const bool case_counts = known == nullptr || known->token_rules->other_case_text.empty();
  const std::string its = case_counts ? std::string(token) : ascii::lower(token);
  std::string key(region);
  for (const std::string_view part : {operation, std::string_view(its)}) (key += '/') += part;
  return key;
}

std::optional<std::string> client_token(const Operation& operation, const Json& request) {
  if (operation.token == nullptr) return std::nullopt;
  const auto given = model::decode_member<std::string>(request, operation.token->name);
  if (!given) return std::nullopt;
  std::string_view token = *given;
  const TokenRules& rules = *operation.token_rules;
  // As recorded of AWS: white space alone has no length; other tokens are measured before trimming.
  const std::string_view text = trimmed(token);
  if (text.empty()) {
    if (!rules.blank_is_none) throw errors::internal_error();
    if (!token.empty()) return std::nullopt;
  }
  const bool ascii =
      std::all_of(token.begin(), token.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (token.empty() || (rules.ascii_only && !ascii) || token.size() > rules.longest) {
    throw errors::invalid_token_format(token);
  }
  return std::string(text);
}

Json token_request(const Operation& operation, const Json& request) {
  // Tags keep their order, because AWS refuses a token whose tags come in another order.
  Json kept = model::canonical(*operation.request, request);
  kept.erase(std::string(operation.token->name));
  // `DryRun=false` means the same as none; a call with true never comes here.
  kept.erase(std::string(kDryRun));
  const TokenRules& rules = *operation.token_rules;
  for (const model::Member& member : operation.request->members) {
    const bool is_tags = member.shape->element == &model::shape_of<TagSpecification>;
    if (is_tags && !rules.tags_count) kept.erase(std::string(member.name));
  }
  if (!rules.empty_counts) erase_empty(kept);
  for (const std::string_view name : rules.sets) {
    const auto list = kept.find(std::string(name));
    if (list != kept.end()) std::sort(list->begin(), list->end());
  }
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
