#include "core/account/seed.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/account/account_check.h"
#include "core/account/default_region.h"
#include "core/account/ids.h"
#include "core/account/record_check.h"
#include "core/account/seed_entries.h"
#include "core/model/codec.h"
#include "core/net/region_table.h"
#include "core/operation/idempotency.h"
#include "core/operation/registry.h"
#include "core/ops/dhcp_options/dhcp_options.h"
#include "core/ops/route_table/route_table.h"
#include "core/ops/subnet/subnet.h"
#include "core/ops/vpc/vpc.h"
#include "core/text/id_form.h"
#include "core/text/iso_time.h"
#include "state/load_rules.h"

namespace ec2mimic {
namespace {

const Json& list_of(const Json& document, std::string_view name) {
  static const Json kNone = Json::array();
  const auto found = document.find(std::string(name));
  return found == document.end() ? kNone : *found;
}

std::string account_of(const Json& document) { return document.value("Account", std::string(kDefaultAccount)); }

std::string at(std::string_view list, std::size_t index) {
  return std::string(list) + '[' + std::to_string(index) + ']';
}

// What an id of that kind looks like, after `expected`.
std::string form_of_ids(std::string_view prefix) {
  return std::string(prefix) + " followed by 17 lower-case hexadecimal digits, or 8 in old ids";
}

std::string prefixes() {
  std::string text;
  for (const Noun* noun : nouns()) text += (text.empty() ? "" : " ") + std::string(noun->prefix);
  return text;
}

// Applies one seed. Faults are collected as they are met; nothing else matters after the first.
class Seeding {
 public:
  Seeding(const Json& document, Records& records, std::chrono::sys_seconds now)
      : document_(document), records_(records), now_(now), entries_(read_seed_entries(document)) {}

  std::variant<SeedSummary, std::vector<std::string>> run() {
    check_account_number();
    records_.set_account(account_of(document_));
    find_brought();
    check_entries();
    check_next_ids();
    check_tokens();
    if (!faults_.empty()) return std::move(faults_);
    open_regions();
    for (const SeedEntry& entry : entries_) put(entry);
    put_next_ids();
    put_tokens();
    check_result();
    if (!faults_.empty()) return std::move(faults_);
    return std::move(summary_);
  }

 private:
  void note(const std::string& where, const std::string& what) { faults_.push_back(where + ": " + what); }
  void note(const std::string& where, const std::string& value, const std::string& what) {
    note(where, '\'' + value + "' " + what);
  }

  void count(const std::string& region, std::string_view type) {
    const auto same = [&](const SeedSummary::Part& part) { return part.region == region && part.type == type; };
    const auto found = std::find_if(summary_.parts.begin(), summary_.parts.end(), same);
    if (found != summary_.parts.end()) {
      ++found->count;
    } else {
      summary_.parts.push_back({region, type, 1});
    }
  }

  void check_account_number() {
    const std::string account = account_of(document_);
    if (!is_account_number(account)) note("Account", account, "is not twelve digits");
    summary_.account = account;
  }

  // Finds the regions whose default VPC the seed brings, or says that there is none, and the VPCs whose companions it
  // brings.
  void find_brought() {
    for (const Json& region : list_of(document_, kRegionList)) {
      bare_.emplace(region.value("Region", ""), region.value("DhcpOptionsId", ""));
    }
    for (const SeedEntry& entry : entries_) {
      if (entry.noun == &ops::vpc && entry.record.value("IsDefault", false)) {
        const std::string options = entry.record.value("DhcpOptionsId", "");
        bare_.emplace(entry.region, options == kNoDhcpOptions ? "" : options);
      }
      if (entry.noun->companions.owner.empty()) continue;
      try {
        const std::string owner = entry.noun->common(entry.id, line_of(entry, 1)).came_along_with;
        if (!owner.empty()) companions_.emplace(entry.noun->table, owner);
      } catch (const RecordError&) {
        // check_entries() reports it.
      }
    }
    if (!faults_.empty()) return;  // the ids below follow from the account
    for (const std::string_view name : region_names()) {
      const std::string region(name);
      if (bare_.contains(region)) continue;
      for (const std::string& id : default_ids(account_of(document_), region)) {
        implied_.emplace(id, "exists in " + region + " from the start");
      }
    }
  }

  void check_id(const std::string& where, const std::string& id) {
    if (!named_.insert(id).second) {
      note(where, id, "is named twice");
    } else if (const auto implied = implied_.find(id); implied != implied_.end()) {
      note(where, id, implied->second);
    }
  }

  void check_entries() {
    for (const SeedEntry& entry : entries_) {
      const std::size_t before = faults_.size();
      const std::string where = entry.path + '.' + id_member(*entry.noun);
      if (is_id_of(entry.noun->prefix, entry.id)) {
        check_id(where, entry.id);
      } else {
        note(where, entry.id, "is not an id; expected " + form_of_ids(entry.noun->prefix));
      }
      check_members(entry);
      if (faults_.size() == before && entry.noun == &ops::vpc) add_companion_ids(entry);
    }
  }

  void check_members(const SeedEntry& entry) {
    for (const model::Member& member : entry.noun->record->members) {
      if (member.traits.brief.empty() || member.traits.minimum < 1 || entry.record.contains(std::string(member.name)))
        continue;
      faults_.push_back("Missing required parameter in " + entry.path + ": \"" + std::string(member.traits.brief) +
                        '"');
      return;
    }
    SeedEntry named = entry;
    DerivedIds ids = ids_with(named);
    complete(named, ids);
    try {
      const auto fault = entry.noun->fault(entry.id, line_of(named, 1));
      if (fault) faults_.push_back(entry.path + '.' + in_seed(entry, given(entry), *fault));
    } catch (const RecordError& error) {
      faults_.push_back(entry.path + '.' + error.fault());
    }
  }

  // The entry as the seed document has it, without what was added to it.
  [[nodiscard]] const Json& given(const SeedEntry& entry) const {
    const std::size_t open = entry.path.find('[');
    return document_.at(entry.path.substr(0, open)).at(std::stoul(entry.path.substr(open + 1)));
  }

  // Ids that belong to an entry are derived from its own, so that a seed always results in the same state.
  [[nodiscard]] DerivedIds ids_with(const SeedEntry& entry) const {
    return {records_, records_.account() + '\n' + entry.id};
  }

  // Adds the route to each block of the table's VPC for which the seed has none. Nothing is added before that VPC is in
  // the records.
  void add_local_routes(Json& table) const {
    const std::string vpc_id = table.value("VpcId", "");
    const auto line = records_.find(VpcRecord::kTable, vpc_id);
    if (!line) return;
    const auto vpc = read_record<VpcRecord>(vpc_id, *line);
    Json routes = Json::array();
    for (const Route& local : local_routes(vpc.blocks(), vpc.ipv6_blocks())) {
      const bool is_ipv6 = local.destination_ipv6_cidr_block.has_value();
      const std::string member = is_ipv6 ? "DestinationIpv6CidrBlock" : "DestinationCidrBlock";
      const std::string block = is_ipv6 ? *local.destination_ipv6_cidr_block : *local.destination_cidr_block;
      const Json given = table.value("Routes", Json::array());
      const bool is_there =
          std::any_of(given.begin(), given.end(), [&](const Json& route) { return route.value(member, "") == block; });
      if (!is_there) routes.push_back(model::encode(model::shape_of<Route>, &local));
    }
    for (Json& route : table["Routes"]) routes.push_back(std::move(route));
    table["Routes"] = std::move(routes);
  }

  // Adds what an entry may leave out. The DHCP options of a region are known once it is open; before that, something
  // that looks like an id will do.
  void complete(SeedEntry& entry, NewIds& ids) const {
    name_parts(*entry.noun->record, entry.record, ids);
    if (entry.noun == &ops::subnet && !entry.record.contains("AvailabilityZone")) {
      const std::vector<Zone> zones = zones_of(entry.region);
      if (!zones.empty()) entry.record["AvailabilityZone"] = zones.front().name;
    }
    if (entry.noun == &ops::route_table) add_local_routes(entry.record);
    if (entry.noun != &ops::vpc) return;
    if (entry.record.value("DhcpOptionsId", "") == kNoDhcpOptions) {
      entry.record.erase("DhcpOptionsId");
    } else if (!entry.record.contains("DhcpOptionsId")) {
      const auto region = records_.find(RegionRecord::kTable, entry.region);
      entry.record["DhcpOptionsId"] =
          region ? read_record<RegionRecord>(entry.region, *region).dhcp_options_id : "dopt-";
    }
    if (!entry.record.contains("EnableDnsHostnames")) {
      entry.record["EnableDnsHostnames"] = entry.record.value("IsDefault", false);
    }
  }

  // The companions of a VPC that the seed does not bring, in the order of their creation.
  struct Companion {
    const Noun* noun;
    std::string id;
    std::string line;
    std::int64_t serial;
  };

  std::vector<Companion> companions_of(const SeedEntry& vpc, NewIds& ids) {
    const NoRecords nothing;
    Records scratch(nothing, records_.account());
    Context context(scratch, ids, vpc.region);
    create_vpc_companions(context, vpc.id, read_record<VpcRecord>(vpc.id, line_of(vpc, 1)));
    std::vector<std::string> replaced;  // the ids of those that the seed brings
    for (const auto& [table, owner] : companions_) {
      if (owner != vpc.id) continue;
      scratch.scan(table, {}, [&](std::string_view id, std::string_view) { replaced.push_back(in_quotes(id)); });
    }
    // What belongs to one of them, such as the rules of a group, is not made either: the seed brings that too.
    const auto belongs_to_replaced = [&](std::string_view line) {
      return std::any_of(replaced.begin(), replaced.end(),
                         [line](const std::string& id) { return line.find(id) != std::string_view::npos; });
    };
    std::vector<Companion> made;
    for (const Noun* noun : nouns()) {
      if (companions_.contains({noun->table, vpc.id})) continue;
      scratch.scan(noun->table, {}, [&](std::string_view id, std::string_view line) {
        if (belongs_to_replaced(line)) return;
        made.push_back({noun, std::string(id), std::string(line), noun->head(id, line).serial});
      });
    }
    std::sort(made.begin(), made.end(), [](const auto& a, const auto& b) { return a.serial < b.serial; });
    return made;
  }

  void add_companion_ids(const SeedEntry& entry) {
    SeedEntry vpc = entry;
    DerivedIds ids = ids_with(vpc);
    complete(vpc, ids);
    for (const Companion& one : companions_of(vpc, ids)) implied_.emplace(one.id, "is created with " + entry.path);
  }

  void check_next_ids() {
    const Json& ids = list_of(document_, kNextIdList);
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const std::string id = ids[i];
      const Noun* noun = noun_of_id(id);
      if (noun == nullptr) {
        note(at(kNextIdList, i), id,
             "is not an id; expected one of " + prefixes() + " followed by " +
                 form_of_ids("").substr(std::string(" followed by ").size()));
      } else if (!is_id_of(noun->prefix, id)) {
        note(at(kNextIdList, i), id, "is not an id; expected " + form_of_ids(noun->prefix));
      } else {
        check_id(at(kNextIdList, i), id);
      }
    }
  }

  void check_tokens() {
    const Json& tokens = list_of(document_, kTokenList);
    std::set<std::string> keys;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const TokenRecord record = token(tokens[i]);
      const Operation* operation = find_operation(kebab_case(record.operation));
      const std::string where = at(kTokenList, i);
      if (operation == nullptr || operation->name != record.operation || operation->token == nullptr) {
        note(where + ".Operation", record.operation, "takes no client token");
      }
      if (const auto fault = model::fault_in(model::shape_of<TokenRecord>, &record)) {
        faults_.push_back(where + '.' + *fault);
      }
      if (!keys.insert(token_key(record.region, record.operation, record.token)).second) {
        note(where + ".Token", record.token, "is named twice");
      }
    }
  }

  [[nodiscard]] TokenRecord token(const Json& given) const {
    return {given.value("Region", std::string(kDefaultRegion)),
            given.value("Operation", ""),
            given.value("Token", ""),
            given.value(std::string(kTokenRequest), Json::object()),
            given.value("ResourceId", ""),
            given.value("Time", iso_time(now_))};
  }

  void open_regions() {
    for (const SeedEntry& entry : entries_) open(entry.region);
    for (const auto& [region, unused] : bare_) open(region);
  }

  void open(const std::string& region) {
    if (records_.find(RegionRecord::kTable, region)) return;
    const auto bare = bare_.find(region);
    if (bare != bare_.end()) {
      open_bare_region(records_, region, bare->second);
    } else {
      open_region(records_, region);
    }
  }

  void put(const SeedEntry& entry) {
    SeedEntry named = entry;
    DerivedIds ids = ids_with(named);
    complete(named, ids);
    records_.put(named.noun->table, named.id, line_of(named, static_cast<std::int64_t>(records_.next_serial())));
    count(named.region, named.noun->type);
    if (named.noun != &ops::vpc) return;
    for (const Companion& one : companions_of(named, ids)) {
      const auto serial = static_cast<std::int64_t>(records_.next_serial());
      records_.put(one.noun->table, one.id, one.noun->with_serial(one.id, one.line, serial));
    }
  }

  void put_next_ids() {
    std::map<std::string_view, NextIds> next;
    for (const std::string id : list_of(document_, kNextIdList)) {
      next[noun_of_id(id)->prefix].ids.push_back(id);
      count("", "reserved-id");
    }
    for (const auto& [prefix, ids] : next) records_.put(NextIds::kTable, prefix, write_record(ids));
  }

  void put_tokens() {
    for (const Json& given : list_of(document_, kTokenList)) {
      TokenRecord record = token(given);
      record.request = token_request(*find_operation(kebab_case(record.operation)), record.request);
      records_.put(TokenRecord::kTable, token_key(record.region, record.operation, record.token),
                   write_token_record(record));
      count(record.region, "client-token");
    }
  }

  // The same that `state verify` says of the state that the seed makes.
  void check_result() {
    faults_ = check_records(records_);
    if (faults_.empty()) faults_ = ec2mimic::check_account(records_);
  }

  const Json& document_;
  Records& records_;
  std::chrono::sys_seconds now_;
  std::vector<SeedEntry> entries_;
  std::vector<std::string> faults_{};
  SeedSummary summary_{};
  std::set<std::string> named_{};                                    // the ids that the seed itself names
  std::map<std::string, std::string> implied_{};                     // by id: why it is taken, as the end of a message
  std::map<std::string, std::string> bare_{};                        // by region: its DHCP options
  std::set<std::pair<std::string_view, std::string>> companions_{};  // table and owner of those that the seed brings
};

}  // namespace

bool is_empty_seed(const Json& document) {
  return std::all_of(document.begin(), document.end(),
                     [](const Json& value) { return value.is_array() && value.empty(); });
}

std::variant<SeedSummary, std::vector<std::string>> apply_seed(const Json& document, Records& records,
                                                               std::chrono::sys_seconds now) {
  return Seeding(document, records, now).run();
}

std::vector<std::string> seed_faults(const Json& document) {
  if (auto found = shape_faults(document); !found.empty()) return found;
  const NoRecords nothing;
  Records records(nothing, kDefaultAccount);
  auto applied = apply_seed(document, records, {});
  auto* faults = std::get_if<std::vector<std::string>>(&applied);
  return faults == nullptr ? std::vector<std::string>() : std::move(*faults);
}

}  // namespace ec2mimic
