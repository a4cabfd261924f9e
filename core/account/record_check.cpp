#include "core/account/record_check.h"

#include <algorithm>
#include <iterator>

#include "core/account/default_region.h"
#include "core/account/ids.h"
#include "core/account/migrations.h"
#include "core/operation/idempotency.h"
#include "core/operation/registry.h"
#include "core/records/record.h"
#include "core/text/id_form.h"

namespace ec2mimic {
namespace {

const Noun* noun_of_table(std::string_view table) {
  for (const Noun* noun : nouns()) {
    if (noun->table == table) return noun;
  }
  return nullptr;
}

std::optional<std::string> check_resource(const Noun& noun, std::string_view key, std::string_view line) {
  if (!is_id_of(noun.prefix, key)) {
    return "the key should be " + std::string(noun.prefix) + " and 17 lower-case hexadecimal digits, or 8 in old ids";
  }
  return noun.fault(key, line);
}

std::optional<std::string> check_token(std::string_view key, std::string_view line) {
  const TokenRecord record = read_token_record(key, line);
  // Calls look a token up by its key alone, so one under a wrong key would never be found.
  if (token_key(record.region, record.operation, record.token) != key) {
    return "the key should be " + token_key(record.region, record.operation, record.token);
  }
  return model::fault_in(model::shape_of<TokenRecord>, &record);
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
  const auto record = read_record<RegionRecord>(key, line);
  if (const std::string fault = value_faults::region(key); !fault.empty()) return fault;
  return model::fault_in(model::shape_of<RegionRecord>, &record);
}

// Tables that do not belong to a noun.
struct OtherTable {
  std::string_view name;
  std::optional<std::string> (*check)(std::string_view key, std::string_view line);
};

constexpr OtherTable kOtherTables[] = {
    {TokenRecord::kTable, &check_token}, {NextIds::kTable, &check_next_ids}, {RegionRecord::kTable, &check_region}};

const OtherTable* other_table(std::string_view name) {
  const auto* const found = std::find_if(std::begin(kOtherTables), std::end(kOtherTables),
                                         [&](const OtherTable& one) { return one.name == name; });
  return found == std::end(kOtherTables) ? nullptr : found;
}

bool knows_table(std::string_view table) { return noun_of_table(table) != nullptr || other_table(table) != nullptr; }

// What is wrong with a record that can be decoded. Throws RecordError if it cannot.
std::optional<std::string> fault_of(std::string_view table, std::string_view key, std::string_view line) {
  if (const OtherTable* other = other_table(table)) return other->check(key, line);
  return check_resource(*noun_of_table(table), key, line);
}

}  // namespace

std::optional<state::RecordFault> check_record(std::string_view table, std::string_view key,
                                               std::string_view line) try {
  const auto fault = fault_of(table, key, line);
  return fault ? std::optional(state::RecordFault{*fault}) : std::nullopt;
} catch (const RecordError& error) {
  return state::RecordFault{error.fault(), error.is_of_newer_program()};
}

std::vector<std::string> check_records(const Records& records) {
  std::vector<std::string> problems;
  const auto check = [&](std::string_view table) {
    records.scan(table, {}, [&](std::string_view key, std::string_view line) {
      try {
        if (const auto fault = fault_of(table, key, line)) {
          problems.push_back(RecordError(table, key, model::DecodeError(*fault)).message());
        }
      } catch (const RecordError& error) {
        // That is no fault of the account: this program just cannot judge it.
        if (error.is_of_newer_program()) throw;
        problems.push_back(error.message());
      }
    });
  };
  for (const Noun* noun : nouns()) check(noun->table);
  for (const OtherTable& table : kOtherTables) check(table.name);
  return problems;
}

state::LoadRules load_rules() {
  return {.check = &check_record,
          .knows_table = &knows_table,
          .migrations = migrations(),
          .version = state::kCurrentVersion};
}

}  // namespace ec2mimic
