#include "core/account/migrations.h"

#include <array>
#include <utility>

#include "core/records/derived_id.h"
#include "core/seam/json.h"

namespace ec2mimic {
namespace {

std::string text_of(const Json& record, const char* member) {
  const auto found = record.find(member);
  return found != record.end() && found->is_string() ? found->get<std::string>() : "";
}

// Empty if there is no such record; what is wrong with a record is found after the migration.
Json record_of(const state::Document& document, const std::string& table, const std::string& key) {
  const auto lines = document.tables.find(table);
  if (lines == document.tables.end()) return Json::object();
  const auto line = lines->second.find(key);
  if (line == lines->second.end() || !line->second) return Json::object();
  return Json::parse(*line->second);
}

// Version 2 has the rules of security groups. Until then there were only default groups, whose rules nobody could
// change: all traffic from the group itself, and all outbound traffic. The ids are those that such a group would get if
// it was created today.
void add_rules_of_default_groups(state::Document& document) {
  const auto lines = document.tables.find("security-groups");
  if (lines == document.tables.end()) return;
  std::vector<std::pair<std::string, Json>> groups;
  for (const auto& [id, line] : lines->second) {
    Json group = Json::parse(*line);
    if (text_of(group, "GroupName") == "default") groups.emplace_back(id, std::move(group));
  }
  for (const auto& [id, group] : groups) {
    unsigned count = 0;
    const auto add = [&, id = id, region = text_of(group, "Region")](bool is_egress, const char* member,
                                                                     const std::string& peer) {
      const Json rule = {{"Region", region},     {"Serial", ++document.header.serial},
                         {"GroupId", id},        {"IsEgress", is_egress},
                         {"IpProtocol", "-1"},   {member, peer},
                         {"Tags", Json::array()}};
      document.tables["security-group-rules"][derived_id(id, "sgr-", ++count)] = rule.dump();
    };
    add(false, "ReferencedGroupId", id);
    add(true, "CidrIpv4", "0.0.0.0/0");
    const Json vpc = record_of(document, "vpcs", text_of(group, "VpcId"));
    const auto blocks = vpc.find("Ipv6CidrBlocks");
    if (blocks != vpc.end() && !blocks->empty()) add(true, "CidrIpv6", "::/0");
  }
}

}  // namespace

std::span<const state::Migration> migrations() {
  static const std::array kSteps{state::Migration{.from = 1, .apply = &add_rules_of_default_groups}};
  return kSteps;
}

}  // namespace ec2mimic
