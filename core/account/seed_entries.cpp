#include "core/account/seed_entries.h"

#include <algorithm>

#include "core/account/seed_shape.h"
#include "core/net/cidr.h"
#include "core/operation/registry.h"
#include "core/ops/vpc/vpc.h"

namespace ec2mimic {
namespace {

using model::Kind;
using model::Member;

const Json* find(const Json& object, std::string_view name) {
  const auto found = object.find(std::string(name));
  return found == object.end() ? nullptr : &*found;
}

// Like the create calls, a seed may give any address of a block.
Json without_host_bits(const Json& value) {
  const auto block = value.is_string() ? net::Cidr::parse(value.get_ref<const std::string&>()) : std::nullopt;
  return block ? Json(block->text()) : value;
}

SeedEntry read_entry(const Noun& noun, const Json& given, std::string path) {
  SeedEntry entry{&noun, std::move(path), given.value(id_member(noun), std::string()),
                  given.value("Region", std::string(kDefaultRegion)), Json::object()};
  for (const Member& member : noun.record->members) {
    const std::string name(member.name);
    if (const Json* value = find(given, name)) {
      entry.record[name] = *value;
    } else if (const Json* brief = member.traits.brief.empty() ? nullptr : find(given, member.traits.brief)) {
      entry.record[name] = Json::array({{{std::string(member.traits.brief), without_host_bits(*brief)}}});
    }
  }
  entry.record["Region"] = entry.region;
  return entry;
}

// In seeds that were joined, what two regions see is in the lists of both.
bool is_seen_before(const SeedEntry& entry, const std::vector<SeedEntry>& entries) {
  return std::any_of(entries.begin(), entries.end(), [&](const SeedEntry& earlier) {
    return earlier.id == entry.id && earlier.noun == entry.noun && earlier.region != entry.region;
  });
}

}  // namespace

std::vector<SeedEntry> read_seed_entries(const Json& document) {
  // What else is completed or created depends on the VPC of an entry, so these come first.
  std::vector<const Noun*> order(nouns().begin(), nouns().end());
  std::stable_partition(order.begin(), order.end(), [](const Noun* noun) { return noun == &ops::vpc; });
  std::vector<SeedEntry> entries;
  for (const Noun* noun : order) {
    const std::string name = list_name(*noun);
    const Json* list = find(document, name);
    if (list == nullptr) continue;
    for (std::size_t i = 0; i < list->size(); ++i) {
      SeedEntry entry = read_entry(*noun, (*list)[i], name + '[' + std::to_string(i) + ']');
      if (noun->also_seen_from == nullptr || !is_seen_before(entry, entries)) entries.push_back(std::move(entry));
    }
  }
  return entries;
}

void name_parts(const model::Shape& structure, Json& record, NewIds& ids) {
  for (const Member& member : structure.members) {
    const std::string name(member.name);
    const std::string needed(member.traits.part_needs);
    const bool has_part = !member.traits.part.empty() && (needed.empty() || record.contains(needed));
    if (has_part && !record.contains(name)) record[name] = ids.next(member.traits.part);
    const auto value = record.find(name);
    if (value == record.end() || member.shape->kind != Kind::list) continue;
    if (member.shape->element->kind != Kind::structure) continue;
    for (Json& element : *value) name_parts(*member.shape->element, element, ids);
  }
}

std::string line_of(const SeedEntry& entry, std::int64_t serial) {
  const Noun& noun = *entry.noun;
  const std::string line = noun.with_serial(entry.id, entry.record.dump(), serial);
  return noun.with_tags(entry.id, line, sorted(noun.common(entry.id, line).tags));
}

std::string in_seed(const SeedEntry& entry, const Json& given, std::string fault) {
  for (const Member& member : entry.noun->record->members) {
    const std::string list = std::string(member.name) + "[0].";
    const bool is_brief = !member.traits.brief.empty() && !given.contains(std::string(member.name));
    if (is_brief && fault.starts_with(list)) fault.erase(0, list.size());
  }
  return fault;
}

}  // namespace ec2mimic
