#include "core/record_check.h"

#include <map>

#include "core/idempotency.h"
#include "core/model/codec.h"
#include "core/new_ids.h"
#include "core/region.h"
#include "core/regions.h"
#include "core/registry.h"

namespace ec2mimic {
namespace {

const Noun* noun_of_table(std::string_view table) {
  for (const Noun* noun : nouns()) {
    if (noun->table == table) return noun;
  }
  return nullptr;
}

std::optional<std::string> check_resource(const Noun& noun, std::string_view key, std::string_view line) {
  if (!key.starts_with(noun.prefix) || key.size() == noun.prefix.size()) {
    return "the key should begin with " + std::string(noun.prefix);
  }
  const Noun::Common common = noun.common(line);
  if (!is_region(common.region)) return "Region: there is no region '" + common.region + "'";
  if (common.serial <= 0) return "Serial: expected a number above 0";
  return std::nullopt;
}

std::optional<std::string> check_token(std::string_view key, std::string_view line) {
  const TokenRecord record = read_token_record(line);
  if (token_key(record.region, record.operation, record.token) != key) {
    return "the key should be " + token_key(record.region, record.operation, record.token);
  }
  if (!parse_iso_time(record.time)) return "Time: expected a time such as 2026-01-31T12:00:00Z";
  return std::nullopt;
}

std::optional<std::string> check_next_ids(std::string_view key, std::string_view line) {
  NextIds next;
  model::read_line(model::shape_of<NextIds>, &next, line);
  if (next.ids.empty()) return "Ids: expected at least one id";
  for (const std::string& id : next.ids) {
    if (!id.starts_with(key)) return "Ids: '" + id + "' does not begin with " + std::string(key);
  }
  return std::nullopt;
}

std::optional<std::string> check_region(std::string_view key, std::string_view line) {
  RegionRecord record;
  model::read_line(model::shape_of<RegionRecord>, &record, line);
  if (!is_region(key)) return "there is no region '" + std::string(key) + "'";
  return std::nullopt;
}

// Every text inside a document, with the path that leads there.
void for_each_text(const Json& document, const std::string& path,
                   const std::function<void(const std::string& path, const std::string& text)>& visit) {
  if (document.is_string()) visit(path, document.get_ref<const std::string&>());
  if (!document.is_structured()) return;
  std::size_t index = 0;
  for (const auto& [name, member] : document.items()) {
    for_each_text(member, document.is_array() ? path + '[' + std::to_string(index++) + ']' : path + '.' + name, visit);
  }
}

bool names_an_association(std::string_view path) { return path.ends_with("AssociationId"); }

}  // namespace

std::optional<std::string> check_record(std::string_view table, std::string_view key, std::string_view line) {
  try {
    if (table == TokenRecord::kTable) return check_token(key, line);
    if (table == NextIds::kTable) return check_next_ids(key, line);
    if (table == RegionRecord::kTable) return check_region(key, line);
    const Noun* noun = noun_of_table(table);
    if (noun == nullptr) return "there is no table of that name";
    return check_resource(*noun, key, line);
  } catch (const model::DecodeError& error) {
    return error.message();
  }
}

std::vector<std::string> check_references(const Records& records) {
  std::vector<std::string> problems;
  std::map<std::string, std::string> associations;  // by their id: where it stands
  const auto check_text = [&](const std::string& path, const std::string& text) {
    if (path.find(".Tags[") != std::string::npos) return;
    const Noun* noun = noun_of_id(text);
    if (noun != nullptr && !records.find(noun->table, text)) problems.push_back(path + ": there is no " + text);
    if (names_an_association(path)) {
      const auto [first, is_new] = associations.emplace(text, path);
      if (!is_new) problems.push_back(path + ": " + text + " is also at " + first->second);
    }
  };
  const auto check_line = [&](std::string_view key, std::string_view line) {
    for_each_text(Json::parse(line.begin(), line.end(), nullptr, false), std::string(key), check_text);
  };
  for (const Noun* noun : nouns()) records.scan(noun->table, {}, check_line);
  records.scan(RegionRecord::kTable, {}, check_line);
  return problems;
}

}  // namespace ec2mimic
