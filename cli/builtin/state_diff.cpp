#include "cli/builtin/state_diff.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

#include "cli/system/visible.h"

namespace ec2mimic::cli {
namespace {

const Json& part_of(const Json& object, const std::string& name) {
  static const Json nothing;
  const auto found = object.is_object() ? object.find(name) : object.end();
  return found == object.end() ? nothing : *found;
}

// The members of both, each once, sorted.
std::set<std::string> names_in(const Json& one, const Json& other) {
  std::set<std::string> names;
  for (const Json* object : {&one, &other}) {
    if (!object->is_object()) continue;
    for (const auto& item : object->items()) names.insert(item.key());
  }
  return names;
}

std::string line(std::string_view sign, const std::string& path, const std::string& rest) {
  return "  " + std::string(sign) + ' ' + visible_line(path + ' ' + rest) + '\n';
}

std::string compact(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

// The elements of `list` that are not in `other`, which may hold the same one several times.
std::string only_in(const Json& list, const Json& other, std::string_view sign, const std::string& path) {
  std::string text;
  std::vector<const Json*> rest;
  for (const Json& element : other) rest.push_back(&element);
  for (const Json& element : list) {
    const auto found = std::find_if(rest.begin(), rest.end(), [&](const Json* one) { return *one == element; });
    if (found == rest.end()) {
      text += line(sign, path, compact(element));
    } else {
      rest.erase(found);
    }
  }
  return text;
}

std::string member_difference(const Json& before, const Json& after, const std::string& path) {
  if (before == after) return {};
  if (before.is_object() && after.is_object()) {
    std::string text;
    for (const std::string& name : names_in(before, after)) {
      const std::string deeper = path.empty() ? name : path + '.' + name;
      text += member_difference(part_of(before, name), part_of(after, name), deeper);
    }
    return text;
  }
  if (before.is_array() && after.is_array()) {
    std::string text = only_in(before, after, "-", path) + only_in(after, before, "+", path);
    return text.empty() ? line("~", path, "in another order") : text;
  }
  if (before.is_null()) return line("+", path, compact(after));
  if (after.is_null()) return line("-", path, compact(before));
  return line("~", path, compact(before) + " -> " + compact(after));
}

}  // namespace

std::string state_difference(const Json& before, const Json& after) {
  std::string text;
  if (const std::string account = member_difference(part_of(before, "account"), part_of(after, "account"), "Account");
      !account.empty()) {
    text = "account: changed\n" + account;
  }
  const Json &old_tables = part_of(before, "tables"), &new_tables = part_of(after, "tables");
  for (const std::string& table : names_in(old_tables, new_tables)) {
    const Json &old_records = part_of(old_tables, table), &new_records = part_of(new_tables, table);
    for (const std::string& key : names_in(old_records, new_records)) {
      const Json &old_record = part_of(old_records, key), &new_record = part_of(new_records, key);
      if (old_record == new_record) continue;
      const std::string what = old_record.is_null() ? "added" : new_record.is_null() ? "removed" : "changed";
      text += visible_line(table + ' ' + key) + ": " + what + '\n';
      // Of a record that is not in both states all members are shown, as that is all there is to tell it by.
      static const Json nothing = Json::object();
      text += member_difference(old_record.is_null() ? nothing : old_record,
                                new_record.is_null() ? nothing : new_record, {});
    }
  }
  return text;
}

}  // namespace ec2mimic::cli
