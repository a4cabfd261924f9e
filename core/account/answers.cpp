#include "core/account/answers.h"

#include <algorithm>
#include <set>

#include "core/account/seed_shape.h"
#include "core/operation/registry.h"
#include "core/ops/vpc/vpc.h"

namespace ec2mimic {
namespace {

using model::Kind;
using model::Member;
using model::Shape;

// The list in the answer of describe-tags.
constexpr std::string_view kTagList = "Tags";

const Noun* noun_of_list(std::string_view name) {
  for (const Noun* noun : nouns()) {
    if (list_name(*noun) == name) return noun;
  }
  return nullptr;
}

// True for what AWS goes on listing for a while although it is over. Of a peering connection it shows the state as a
// structure.
bool is_over(const Json& item) {
  if (!item.is_object()) return false;
  const Json state = item.value("State", Json()), status = item.value("Status", Json());
  if (state == "deleted" || state == "detached") return true;
  const Json code = status.is_object() ? status.value("Code", Json()) : Json();
  return code == "deleted" || code == "rejected" || code == "expired" || code == "failed";
}

// True for what AWS itself provides in every account, such as its prefix lists.
bool is_provided(const Json& item) {
  const auto is_name_of_aws = [](const Json& name) {
    return name.is_string() && name.get_ref<const std::string&>().starts_with("com.amazonaws.");
  };
  return item.is_object() && is_name_of_aws(item.value("PrefixListName", Json()));
}

const Json* first_in_use(const Json& list) {
  const auto found = std::find_if_not(list.begin(), list.end(), is_over);
  return found == list.end() ? nullptr : &*found;
}

// The value at a path such as `Attachments.VpcId`, where a list stands for its first element that is not over; null if
// there is none.
const Json* value_at(const Json& item, std::string_view path) {
  const Json* value = &item;
  while (!path.empty()) {
    const std::size_t dot = path.find('.');
    if (value->is_array()) value = first_in_use(*value);
    if (value == nullptr || !value->is_object()) return nullptr;
    const auto found = value->find(std::string(path.substr(0, dot)));
    if (found == value->end()) return nullptr;
    value = &*found;
    path.remove_prefix(dot == std::string_view::npos ? path.size() : dot + 1);
  }
  return value;
}

// A value as records hold it: without members that they do not have. Where they have a plain string, AWS may show a
// structure with nothing but a `Value`.
Json as_recorded(const Shape& shape, const Json& value) {
  if (shape.kind == Kind::list && value.is_array()) {
    Json list = Json::array();
    for (const Json& element : value) list.push_back(as_recorded(*shape.element, element));
    return list;
  }
  if (shape.kind == Kind::string && value.is_object() && value.size() == 1 && value.contains("Value")) {
    return value.at("Value");
  }
  if (shape.kind != Kind::structure || !value.is_object()) return value;
  Json object = Json::object();
  for (const Member& member : shape.members) {
    const auto found = value.find(std::string(member.name));
    if (member.traits.computed || member.traits.key || found == value.end() || found->is_null()) continue;
    object[std::string(member.name)] = as_recorded(*member.shape, *found);
  }
  return object;
}

// The same for what AWS shows of a member: a text may say whether a flag is set.
Json as_recorded(const Member& member, const Json& shown) {
  const std::string_view set = member.traits.set_if_shown;
  if (!set.empty() && shown.is_string()) return shown.get_ref<const std::string&>().starts_with(set);
  return as_recorded(*member.shape, shown);
}

Json entry_of(const Noun& noun, const Json& item, std::string_view region) {
  Json entry = Json::object();
  const std::string id = id_member(noun);
  if (const Json* value = value_at(item, id)) entry[id] = *value;
  entry["Region"] = region;
  for (const Member& member : noun.record->members) {
    if (member.name == "Region" || member.name == "Serial") continue;
    const Json* value = value_at(item, member.traits.shown_as.empty() ? member.name : member.traits.shown_as);
    if (value != nullptr && !value->is_null()) entry[std::string(member.name)] = as_recorded(member, *value);
  }
  return entry;
}

void add_unique(std::vector<std::string>& names, const std::string& name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

std::string text_at(const Json& item, std::string_view path) {
  const Json* value = value_at(item, path);
  return value != nullptr && value->is_string() ? value->get<std::string>() : "";
}

class SeedMaker {
 public:
  SeedMaker(const std::vector<Json>& answers, std::string_view region) : answers_(answers), region_(region) {}

  SeedOfAnswers run() {
    for (const Json& answer : answers_) find_interfaces_of_instances(answer);
    for (const Json& answer : answers_) {
      for (const auto& [name, list] : answer.items()) {
        if (list.is_array()) add_list(name, list);
      }
    }
    for (const Json& answer : answers_) add_attributes(answer);
    for (const Json& answer : answers_) add_tags(answer);
    return std::move(result_);
  }

 private:
  // The interfaces themselves say so, and the addresses that are associated with them.
  void find_interfaces_of_instances(const Json& answer) {
    for (const auto& [name, list] : answer.items()) {
      if (!list.is_array()) continue;
      for (const Json& item : list) {
        const bool is_attached = text_at(item, "Attachment.AttachmentId").starts_with("eni-attach-");
        const bool is_address = !text_at(item, "AllocationId").empty() && !text_at(item, "InstanceId").empty();
        const std::string interface = text_at(item, "NetworkInterfaceId");
        if (!interface.empty() && (is_attached || is_address)) of_instances_.insert(interface);
      }
    }
  }

  void add_list(const std::string& name, const Json& list) {
    if (name == kTagList) return;  // they come last, when all resources are known
    const Noun* noun = noun_of_list(name);
    if (noun == nullptr) return add_unique(result_.left_out, name);
    for (const Json& item : list) {
      if (is_over(item) || is_provided(item)) continue;
      const Json* owner = value_at(item, "OwnerId");
      if (owner != nullptr && !result_.seed.contains("Account")) result_.seed["Account"] = *owner;
      add_entry(*noun, entry_of(*noun, item, region_));
    }
  }

  void add_entry(const Noun& noun, Json entry) {
    const std::string id = text_at(entry, id_member(noun));
    const std::string interface = text_at(entry, "NetworkInterfaceId");
    if (of_instances_.contains(id)) {
      result_.notes.push_back(id + " is left out: it is attached to an instance, and there are none here");
      return;
    }
    if (of_instances_.contains(interface)) {
      for (const char* member : {"AssociationId", "NetworkInterfaceId", "PrivateIpAddress"}) entry.erase(member);
      result_.notes.push_back(id + " is associated with nothing: in the answers it is with " + interface +
                              ", which is attached to an instance");
    }
    result_.seed[list_name(noun)].push_back(std::move(entry));
  }

  // An answer of describe-vpc-attribute has no list, but the id of a VPC and one attribute.
  void add_attributes(const Json& answer) {
    const std::string id = text_at(answer, "VpcId");
    if (id.empty()) return;
    for (const auto& [name, attribute] : answer.items()) {
      const Member* member = ops::vpc.record->member(name);
      if (member == nullptr || member->shape->kind != Kind::boolean || !attribute.is_object()) continue;
      if (Json* vpc = find_vpc(id)) {
        (*vpc)[name] = attribute.value("Value", Json());
      } else {
        result_.notes.push_back(name + " of " + id + " is left out: the answers have no such VPC");
      }
    }
  }

  Json* find_vpc(const std::string& id) { return find_entry(ops::vpc, id); }

  // The answer of describe-tags. Most other answers show the tags of their resources themselves.
  void add_tags(const Json& answer) {
    const auto tags = answer.find(std::string(kTagList));
    if (tags == answer.end() || !tags->is_array()) return;
    for (const Json& tag : *tags) {
      const std::string id = text_at(tag, "ResourceId");
      const Noun* noun = noun_of_id(id);
      Json* entry = noun == nullptr ? nullptr : find_entry(*noun, id);
      if (entry == nullptr) {
        add_unique(result_.notes, "the tags of " + (id.empty() ? "what has no ResourceId" : id) +
                                      " are left out: the answers have no such resource");
      } else if (!has_tag(*entry, text_at(tag, "Key"))) {
        (*entry)["Tags"].push_back({{"Key", text_at(tag, "Key")}, {"Value", text_at(tag, "Value")}});
      }
    }
  }

  static bool has_tag(const Json& entry, const std::string& key) {
    const Json tags = entry.value("Tags", Json::array());
    return std::any_of(tags.begin(), tags.end(), [&](const Json& tag) { return text_at(tag, "Key") == key; });
  }

  Json* find_entry(const Noun& noun, const std::string& id) {
    const auto entries = result_.seed.find(list_name(noun));
    if (entries == result_.seed.end()) return nullptr;
    const std::string member = id_member(noun);
    for (Json& entry : *entries) {
      if (text_at(entry, member) == id) return &entry;
    }
    return nullptr;
  }

  const std::vector<Json>& answers_;
  std::string_view region_;
  std::set<std::string> of_instances_{};  // the ids of network interfaces
  SeedOfAnswers result_{Json::object(), {}, {}};
};

}  // namespace

SeedOfAnswers seed_of_answers(const std::vector<Json>& answers, std::string_view region) {
  return SeedMaker(answers, region).run();
}

}  // namespace ec2mimic
