#include "core/account/record_check.h"

#include "core/account/ids.h"
#include "core/account/region.h"
#include "core/net/regions.h"
#include "core/operation/idempotency.h"
#include "core/operation/registry.h"
#include "core/records/record.h"
#include "core/text/iso_time.h"

namespace ec2mimic {
namespace {

const Noun* noun_of_table(std::string_view table) {
  for (const Noun* noun : nouns()) {
    if (noun->table == table) return noun;
  }
  return nullptr;
}

std::string not_a_time(const std::string& member) { return member + ": expected a time such as 2026-01-31T12:00:00Z"; }

std::optional<std::string> check_resource(const Noun& noun, std::string_view key, std::string_view line) {
  if (!key.starts_with(noun.prefix) || key.size() == noun.prefix.size()) {
    return "the key should begin with " + std::string(noun.prefix);
  }
  const Noun::Common common = noun.common(key, line);
  if (!is_region(common.region)) return "Region: there is no region '" + common.region + "'";
  if (common.serial <= 0) return "Serial: expected a number above 0";
  if (common.transition_start && !parse_iso_time(*common.transition_start)) return not_a_time("TransitionStart");
  return std::nullopt;
}

std::optional<std::string> check_token(std::string_view key, std::string_view line) {
  const TokenRecord record = read_token_record(key, line);
  if (token_key(record.region, record.operation, record.token) != key) {
    return "the key should be " + token_key(record.region, record.operation, record.token);
  }
  if (!parse_iso_time(record.time)) return not_a_time("Time");
  return std::nullopt;
}

std::optional<std::string> check_next_ids(std::string_view key, std::string_view line) {
  const auto next = read_record<NextIds>(key, line);
  if (next.ids.empty()) return "Ids: expected at least one id";
  for (const std::string& id : next.ids) {
    if (!is_id_of(key, id)) {
      return "Ids: '" + id + "' is not an id; expected " + std::string(key) + " and 17 lower-case hexadecimal digits";
    }
  }
  return std::nullopt;
}

std::optional<std::string> check_region(std::string_view key, std::string_view line) {
  static_cast<void>(read_record<RegionRecord>(key, line));
  if (!is_region(key)) return "there is no region '" + std::string(key) + "'";
  return std::nullopt;
}

}  // namespace

std::optional<std::string> check_record(std::string_view table, std::string_view key, std::string_view line) {
  try {
    if (table == TokenRecord::kTable) return check_token(key, line);
    if (table == NextIds::kTable) return check_next_ids(key, line);
    if (table == RegionRecord::kTable) return check_region(key, line);
    const Noun* noun = noun_of_table(table);
    if (noun == nullptr) return "there is no table of that name";
    return check_resource(*noun, key, line);
  } catch (const RecordError& error) {
    return error.fault();
  }
}

std::vector<std::string> check_records(const Records& records) {
  std::vector<std::string> problems;
  const auto check = [&](std::string_view table) {
    records.scan(table, {}, [&](std::string_view key, std::string_view line) {
      if (const auto fault = check_record(table, key, line)) {
        problems.push_back(RecordError(table, key, *fault).message());
      }
    });
  };
  for (const Noun* noun : nouns()) check(noun->table);
  for (const std::string_view table : {TokenRecord::kTable, NextIds::kTable, RegionRecord::kTable}) check(table);
  return problems;
}

}  // namespace ec2mimic
