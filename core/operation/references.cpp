#include "core/operation/references.h"

#include <algorithm>
#include <functional>
#include <map>

#include "core/model/visit.h"
#include "core/net/aws_prefix_lists.h"
#include "core/operation/region_record.h"
#include "core/operation/registry.h"
#include "core/records/table.h"
#include "core/seam/json.h"

namespace ec2mimic {
namespace {

using model::Kind;
using model::OnDelete;
using model::Shape;
using model::Traits;

// True if the predicate holds for any member of the shape, at any depth.
bool has(const Shape& shape, const std::function<bool(const Traits&)>& is_so) {
  if (shape.kind == Kind::list) return has(*shape.element, is_so);
  return std::any_of(shape.members.begin(), shape.members.end(),
                     [&](const model::Member& member) { return is_so(member.traits) || has(*member.shape, is_so); });
}

// All tables whose records may refer to others.
struct KeyTable {
  std::string_view name;
  const Shape* record;
  const Noun* noun;  // null for regions
};

std::vector<KeyTable> key_tables() {
  std::vector<KeyTable> tables;
  for (const Noun* noun : nouns()) tables.push_back({noun->table, noun->record, noun});
  // Not a resource, but it refers to the DHCP options of the region, which must not be deleted.
  tables.push_back({RegionRecord::kTable, &model::shape_of<RegionRecord>, nullptr});
  return tables;
}

// Throws RecordError for a record with an unknown member: a program that cannot read all of a record must not decide
// anything based on it.
Noun::Common read_whole(const KeyTable& table, std::string_view key, std::string_view line) {
  if (table.noun != nullptr) return table.noun->common(key, line);
  static_cast<void>(read_record<RegionRecord>(key, line));
  return {};
}

// Collects everything that a deletion changes before any of it is done.
class Deletion {
 public:
  explicit Deletion(Records& records) : records_(records) {}

  // Returns false if something prevents the deletion.
  bool add(const Noun& noun, const std::string& id) {
    // Listed before its references are followed, so that records which refer to each other do not lead around in
    // circles.
    gone_.emplace_back(noun.table, id);
    // Scans even tables whose records cannot refer to such a resource as far as this program knows: those of a newer
    // program may.
    for (const KeyTable& table : key_tables()) {
      std::vector<std::string> referrers;
      records_.scan(table.name, in_quotes(id),
                    [&](std::string_view key, std::string_view) { referrers.emplace_back(key); });
      for (const std::string& key : referrers) {
        if (!add_referrer(table, key, noun, id)) return false;
      }
    }
    return true;
  }

  void make() {
    for (auto& [place, record] : rewritten_) records_.put(place.first, place.second, record.dump());
    // Last: a record may have lost a part before it turned out to go as a whole.
    for (const auto& [table, key] : gone_) records_.erase(table, key);
  }

 private:
  using Place = std::pair<std::string_view, std::string>;  // table and key

  // Handles a record whose line contains the id. Returns false if it prevents the deletion.
  bool add_referrer(const KeyTable& table, const std::string& key, const Noun& noun, const std::string& id) {
    const Place place(table.name, key);
    if (std::find(gone_.begin(), gone_.end(), place) != gone_.end()) return true;
    const auto line = records_.find(table.name, key);
    const Noun::Common common = read_whole(table, key, *line);
    const auto rewritten = rewritten_.find(place);
    // AWS lists it only for a while, with ids of what is gone.
    if (table.noun != nullptr && !table.noun->keeps_references(key, *line)) return true;
    // The record may already have lost another part in this deletion.
    Json record = rewritten != rewritten_.end() ? rewritten->second : parse_record(table.name, key, *line);
    const Json before = record;
    auto effect = trim(*table.record, {}, record, noun, id);
    if (!effect && table.noun != nullptr && table.noun->needs != nullptr && table.noun->needs(key, *line, id)) {
      effect = OnDelete::refuses;
    }
    const bool comes_along = effect && common.came_along_with == id;
    if (effect == OnDelete::goes || comes_along) return table.noun != nullptr && add(*table.noun, key);
    if (effect == OnDelete::refuses) return false;
    if (record != before) rewritten_.insert_or_assign(place, std::move(record));
    return true;
  }

  // Removes the parts of a document that are deleted with the resource. Returns what that means for the document as a
  // whole; nothing if it stays.
  static std::optional<OnDelete> trim(const Shape& shape, const Traits& traits, Json& document, const Noun& noun,
                                      const std::string& id) {
    std::optional<OnDelete> effect;
    if (document.is_string() && document.get_ref<const std::string&>() == id && required_noun(traits, id) == &noun) {
      effect = traits.on_delete;
    }
    if (document.is_array()) {
      for (auto element = document.begin(); element != document.end();) {
        const auto its = trim(*shape.element, traits, *element, noun, id);
        // An element that goes takes only itself away; one that refuses protects the whole record.
        if (its == OnDelete::refuses) effect = its;
        element = its == OnDelete::goes ? document.erase(element) : element + 1;
      }
    }
    if (document.is_object()) {
      for (auto& [name, value] : document.items()) {
        const model::Member* member = shape.member(name);
        const auto its = member == nullptr ? std::nullopt : trim(*member->shape, member->traits, value, noun, id);
        // What goes with the resource does not hold on to it, whatever else in it names the resource.
        if (its && effect != OnDelete::goes) effect = its;
      }
    }
    return effect;
  }

  Records& records_;
  std::vector<Place> gone_;
  std::map<Place, Json> rewritten_;
};

bool has_part_in_use(const Noun& noun, std::string_view id, std::string_view line) {
  bool found = false;
  model::visit_texts(*noun.record, parse_record(noun.table, id, line),
                     [&](const Traits& traits, const std::string&) { found = found || traits.prevents_deletion; });
  return found;
}

}  // namespace

const Noun* required_noun(const Traits& traits, std::string_view id) {
  if (traits.on_delete == OnDelete::dangles) return nullptr;
  // One member of AWS is for both kinds of gateways.
  if (traits.refers == "internet-gateway" && id.starts_with("vgw-")) return noun_of_type("vpn-gateway");
  return noun_of_type(traits.refers);
}

void delete_resource(Records& records, const Noun& noun, std::string_view id) {
  Deletion deletion(records);
  if (has_part_in_use(noun, id, records.find(noun.table, id).value()) || !deletion.add(noun, std::string(id))) {
    throw noun.has_dependencies(id);
  }
  deletion.make();
}

void require_references(const Records& records) {
  for (const KeyTable& table : key_tables()) {
    for (const auto& [name, key] : records.put_by_call()) {
      const auto line = records.find(name, key);
      if (name != table.name || !line) continue;
      if (table.noun != nullptr && !table.noun->keeps_references(key, *line)) continue;
      const std::string_view before = records.before(name, key).value_or("");
      const auto require = [&](const Traits& traits, const std::string& text) {
        // A reference that was already broken by hand must not prevent other changes to the record.
        const bool is_new = before.find(in_quotes(text)) == std::string_view::npos;
        // The lists that AWS provides have no records.
        const Noun* noun = is_new && !net::is_aws_prefix_list(text) ? required_noun(traits, text) : nullptr;
        if (noun == nullptr) return;
        const auto named = records.find(noun->table, text);
        if (!named || noun->has_ended(text, *named)) throw noun->not_found(text);
        static_cast<void>(noun->common(text, *named));  // throws for a record that a newer program wrote
      };
      model::visit_texts(*table.record, parse_record(name, key, *line), require);
    }
  }
}

std::optional<Part> find_part(const Records& records, std::string_view id) {
  std::optional<Part> found;
  for (const Noun* noun : nouns()) {
    // Spares a scan of the tables that cannot contain such a part.
    if (!has(*noun->record, [id](const Traits& traits) { return !traits.part.empty() && id.starts_with(traits.part); }))
      continue;
    records.scan(noun->table, in_quotes(id), [&](std::string_view key, std::string_view line) {
      model::visit_texts(*noun->record, parse_record(noun->table, key, line),
                         [&](const Traits& traits, const std::string& text) {
                           if (!traits.part.empty() && text == id) found = Part{noun, std::string(key)};
                         });
    });
  }
  return found;
}

bool is_unusable_target(const Records& records, std::string_view vpc_id, std::string_view text) {
  // By the id, because one member is for several kinds of gateways.
  const Noun* noun = noun_of_id(text);
  if (noun == nullptr || net::is_aws_prefix_list(text)) return false;
  const auto line = records.find(noun->table, text);
  // A gateway that exists but is attached elsewhere leads nowhere either; AWS shows the route as a blackhole.
  return !line || noun->has_ended(text, *line) || (noun->serves != nullptr && !noun->serves(text, *line, vpc_id));
}

bool dangles(const Records& records, std::string_view vpc_id, const Shape& shape, const void* part) {
  return std::any_of(shape.members.begin(), shape.members.end(), [&](const model::Member& member) {
    if (member.traits.on_delete != OnDelete::dangles || member.shape->kind != Kind::string) return false;
    return member.present(part) &&
           is_unusable_target(records, vpc_id, *static_cast<const std::string*>(member.get(part)));
  });
}

}  // namespace ec2mimic
