#include "cli/builtin/state_graph.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "core/operation/registry.h"
#include "core/seam/text_error.h"

namespace ec2mimic::cli {
namespace {

constexpr std::string_view kVpc = "vpc";
constexpr std::string_view kBlackhole = "blackhole";
constexpr std::string_view kOutside = "outside";

const Json* member_in(const Json& object, std::string_view name) {
  const auto found = object.is_object() ? object.find(std::string(name)) : object.end();
  return found == object.end() ? nullptr : &*found;
}

std::string string_in(const Json& object, std::string_view name) {
  const Json* found = member_in(object, name);
  return found != nullptr && found->is_string() ? found->get<std::string>() : std::string();
}

// A record that cannot be decoded is drawn as it is.
bool has_ended(const Noun& noun, const std::string& id, const Json& record) try {
  return noun.life != nullptr && noun.has_ended(id, record.dump());
} catch (const TextError&) {
  return false;
}

// The VPC that a record belongs to; empty if to none.
std::string vpc_of(const Noun& noun, const Json& record) {
  for (const model::Member& member : noun.record->members) {
    if (member.traits.refers == kVpc && member.shape->kind == model::Kind::string)
      return string_in(record, member.name);
  }
  return {};
}

// What an element of a list says of itself besides references and ids of parts: `10.0.0.0/16` of a route, and the names
// of its flags that are set, `Main`.
std::string label_of(const model::Shape& shape, const Json& element) {
  std::string label;
  for (const model::Member& member : shape.members) {
    if (!member.traits.refers.empty() || !member.traits.part.empty() || !member.traits.choices.empty()) continue;
    const Json* value = member_in(element, member.name);
    std::string word;
    if (value != nullptr && value->is_string() && member.traits.fault != nullptr) word = value->get<std::string>();
    if (value != nullptr && value->is_boolean() && value->get<bool>()) word = std::string(member.name);
    if (!word.empty()) label += (label.empty() ? "" : " ") + word;
  }
  return label;
}

// The id of a part, such as an association, leads to no resource.
bool refers_to_resource(const model::Member& member) {
  return !member.traits.refers.empty() && !member.traits.refers.ends_with('-');
}

bool leads_traffic(const model::Shape& element) {
  return std::any_of(element.members.begin(), element.members.end(), [](const model::Member& member) {
    const auto& choices = member.traits.choices;
    return std::find(choices.begin(), choices.end(), kBlackhole) != choices.end();
  });
}

struct Reference {
  const model::Member* member;
  std::string id;
};

// The resources that members of a structure refer to, but for a VPC.
std::vector<Reference> references_in(const model::Shape& shape, const Json& object) {
  std::vector<Reference> found;
  for (const model::Member& member : shape.members) {
    if (!refers_to_resource(member) || member.traits.refers == kVpc) continue;
    const Json* value = member_in(object, member.name);
    if (value == nullptr) continue;
    if (value->is_string()) found.push_back({&member, value->get<std::string>()});
    if (!value->is_array()) continue;
    for (const Json& id : *value) {
      if (id.is_string()) found.push_back({&member, id.get<std::string>()});
    }
  }
  return found;
}

// True if the elements of a list connect the record with others.
bool connects(const model::Shape& list) {
  return list.element->kind == model::Kind::structure &&
         std::any_of(list.element->members.begin(), list.element->members.end(), &refers_to_resource);
}

void say(GraphNode& node, const std::string& label, const std::string& id, std::string_view more = {}) {
  std::string line = (label.empty() ? "" : label + ' ') + "-> " + id;
  if (!more.empty()) (line += ", ") += more;
  node.details.push_back(std::move(line));
}

void connect(GraphNode& node, const std::string& label, const std::string& id) {
  // A value such as `local` names no resource.
  if (noun_of_id(id) != nullptr) {
    node.edges.push_back({id, label});
  } else {
    say(node, label, id);
  }
}

// Null if the state has no such table.
const Json* table_of(const Json& state, const Noun& noun) {
  const Json* tables = member_in(state, "tables");
  return tables == nullptr ? nullptr : member_in(*tables, noun.table);
}

// The record of a resource that lives; null if there is none.
const Json* living(const Json& state, const std::string& id) {
  const Noun* noun = noun_of_id(id);
  const Json* table = noun == nullptr ? nullptr : table_of(state, *noun);
  const Json* record = table == nullptr ? nullptr : member_in(*table, id);
  return record == nullptr || has_ended(*noun, id, *record) ? nullptr : record;
}

// True if what a route of that VPC leads to cannot be used there.
bool is_blackhole(const Json& state, const std::string& id, const std::string& vpc) try {
  const Noun* noun = noun_of_id(id);
  if (noun == nullptr) return false;
  const Json* record = living(state, id);
  return record == nullptr || (noun->serves != nullptr && !noun->serves(id, record->dump(), vpc));
} catch (const TextError&) {
  return false;
}

void add_elements(GraphNode& node, const model::Shape& list, const Json& elements, const Json& state,
                  const std::string& vpc) {
  const bool are_routes = leads_traffic(*list.element);
  for (const Json& element : elements) {
    std::string label = label_of(*list.element, element);
    auto references = references_in(*list.element, element);
    // Of a route to a prefix list, the list says which route it is, and the other where it leads.
    const auto leads = [](const Reference& one) { return !one.member->traits.tells_apart; };
    const auto named = std::partition(references.begin(), references.end(), leads);
    if (named != references.begin()) {
      for (auto one = named; one != references.end(); ++one) label += (label.empty() ? "" : " ") + one->id;
      references.erase(named, references.end());
    }
    for (const Reference& one : references) {
      if (are_routes && is_blackhole(state, one.id, vpc)) {
        say(node, label, one.id, kBlackhole);
      } else {
        connect(node, label, one.id);
      }
    }
    if (references.empty() && !label.empty()) node.details.push_back(label);
  }
}

std::string name_tag_of(const Json& record) {
  if (const Json* tags = member_in(record, "Tags")) {
    for (const Json& tag : *tags) {
      if (string_in(tag, "Key") == "Name") return string_in(tag, "Value");
    }
  }
  return {};
}

GraphNode node_of(const Noun& noun, const std::string& id, const Json& record, const Json& state) {
  GraphNode node{id, std::string(noun.type), {}, {}, {}};
  if (const std::string name = name_tag_of(record); !name.empty()) node.details.push_back(name);
  if (const std::string block = string_in(record, "CidrBlock"); !block.empty()) node.details.push_back(block);
  for (const auto& [member, target] : references_in(*noun.record, record)) {
    connect(node, std::string(member->name), target);
  }
  for (const model::Member& member : noun.record->members) {
    const Json* value = member_in(record, member.name);
    if (value == nullptr || !value->is_array() || member.shape->kind != model::Kind::list) continue;
    if (connects(*member.shape)) add_elements(node, *member.shape, *value, state, vpc_of(noun, record));
  }
  return node;
}

// What has to be equal for a record to say the same as another.
std::string content_of(const Json& record) {
  Json content = record;
  content.erase("Serial");
  content.erase("Tags");
  return content.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string title_of_vpc(const std::string& id, const Json& record) {
  std::string title = "vpc " + id;
  if (const std::string name = name_tag_of(record); !name.empty()) title += ' ' + name;
  if (const Json* blocks = member_in(record, "CidrBlocks"); blocks != nullptr && blocks->is_array()) {
    for (const Json& block : *blocks) title += ' ' + string_in(block, "CidrBlock");
  }
  return title + " in " + string_in(record, "Region");
}

std::int64_t serial_of(const Json& record) {
  const Json* serial = member_in(record, "Serial");
  return serial != nullptr && serial->is_number_integer() ? serial->get<std::int64_t>() : 0;
}

// The records of a table that live, oldest first.
std::vector<std::pair<std::string, Json>> records_of(const Json& state, const Noun& noun) {
  std::vector<std::pair<std::string, Json>> records;
  const Json* table = table_of(state, noun);
  if (table == nullptr || !table->is_object()) return records;
  for (const auto& item : table->items()) {
    if (!has_ended(noun, item.key(), item.value())) records.emplace_back(item.key(), item.value());
  }
  std::stable_sort(records.begin(), records.end(),
                   [](const auto& one, const auto& other) { return serial_of(one.second) < serial_of(other.second); });
  return records;
}

// What edges lead to, but belongs to no VPC, such as a peering connection.
GraphGroup outside_of(const std::vector<GraphGroup>& groups, const Json& state) {
  std::set<std::string> drawn_ones, targets;
  for (const GraphGroup& group : groups) {
    drawn_ones.insert(group.id);
    for (const GraphNode& node : group.nodes) {
      drawn_ones.insert(node.id);
      for (const GraphEdge& edge : node.edges) targets.insert(edge.to);
    }
  }
  GraphGroup outside{std::string(kOutside), "outside of the VPCs", {}};
  for (const std::string& id : targets) {
    if (drawn_ones.contains(id)) continue;
    const Noun& noun = *noun_of_id(id);
    const Json* record = living(state, id);
    // AWS's own prefix lists have no record.
    outside.nodes.push_back(record == nullptr ? GraphNode{id, std::string(noun.type), {}, {}, {}}
                                              : node_of(noun, id, *record, state));
  }
  return outside;
}

}  // namespace

std::vector<GraphGroup> graph_of_state(const Json& state) {
  std::vector<GraphGroup> groups;
  if (const Noun* vpc = noun_of_type(kVpc)) {
    for (const auto& [id, record] : records_of(state, *vpc)) groups.push_back({id, title_of_vpc(id, record), {}});
  }
  for (const Noun* noun : nouns()) {
    std::map<std::pair<std::string, std::string>, std::string> first;  // of a VPC and content
    std::map<std::string, std::vector<GraphNode>> nodes;               // by VPC
    for (const auto& [id, record] : records_of(state, *noun)) {
      const std::string vpc = vpc_of(*noun, record);
      if (vpc.empty()) continue;
      GraphNode node = node_of(*noun, id, record, state);
      const auto [same, is_new] = first.try_emplace({vpc, content_of(record)}, id);
      std::vector<GraphNode>& row = nodes[vpc];
      auto place = row.end();
      if (!is_new) {
        node.same_as = same->second;
        const auto is_alike = [&](const GraphNode& one) {
          return one.id == node.same_as || one.same_as == node.same_as;
        };
        place = std::find_if(row.rbegin(), row.rend(), is_alike).base();
      }
      row.insert(place, std::move(node));
    }
    for (GraphGroup& group : groups) {
      for (GraphNode& node : nodes[group.id]) group.nodes.push_back(std::move(node));
    }
  }
  if (GraphGroup outside = outside_of(groups, state); !outside.nodes.empty()) groups.push_back(std::move(outside));
  return groups;
}

}  // namespace ec2mimic::cli
