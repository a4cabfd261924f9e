#include "core/account/relation_check.h"

#include <map>
#include <tuple>

#include "core/model/visit.h"
#include "core/net/aws_prefix_lists.h"
#include "core/operation/references.h"
#include "core/operation/region_record.h"
#include "core/operation/registry.h"
#include "core/records/record.h"

namespace ec2mimic {
namespace {

using model::Member;

std::string text_of(const Json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

// One walk over all records.
class RelationCheck {
 public:
  explicit RelationCheck(const Records& records) : records_(records) {}

  Problems run() {
    for (const Noun* noun : nouns()) {
      check_table(noun->table, *noun->record, noun,
                  [](std::string_view, const Json& record) { return record.value("Region", std::string()); });
    }
    check_table(RegionRecord::kTable, model::shape_of<RegionRecord>, nullptr,
                [](std::string_view key, const Json&) { return std::string(key); });
    for (const Noun* noun : nouns()) check_tags(*noun);
    for (const Noun* noun : nouns()) {
      if (noun->check_relations == nullptr) continue;
      noun->check_relations(
          records_, [&](std::string_view table, std::string_view key, const std::string& member, std::string what) {
            problems_.push_back({table, std::string(key), member, std::move(what)});
          });
    }
    return std::move(problems_);
  }

 private:
  using RegionOf = std::string (*)(std::string_view key, const Json& record);

  void check_table(std::string_view table, const model::Shape& shape, const Noun* noun, RegionOf region_of) {
    records_.scan(table, {}, [&](std::string_view key, std::string_view line) {
      const Json record = parse_record(table, key, line);
      place_ = {table, std::string(key), {}, {}};
      region_ = region_of(key, record);
      keeps_references_ = noun == nullptr || noun->keeps_references(key, line);
      model::visit_members(shape, record, {}, [&](const Member& member, const std::string& path, const Json& value) {
        if (value.is_string()) check_text(member, path, value.get_ref<const std::string&>());
        if (value.is_array()) check_elements(*member.shape->element, path, value);
        if (value.is_array() && !member.traits.refers.empty()) check_ids(path, value);
        if (!member.traits.sole_in.empty() && value == true) check_sole(member, path, record);
      });
    });
  }

  // Not checked when a state is loaded, because calls work in spite of such tags.
  void check_tags(const Noun& noun) {
    records_.scan(noun.table, {}, [&](std::string_view key, std::string_view line) {
      for (TagFault& fault : faults_in(noun.common(key, line).tags)) {
        problems_.push_back({noun.table, std::string(key), std::move(fault.member), std::move(fault.what)});
      }
    });
  }

  void note(const std::string& member, std::string what) {
    problems_.push_back({place_.table, place_.key, member, std::move(what)});
  }

  void check_text(const Member& member, const std::string& path, const std::string& text) {
    if (keeps_references_) check_reference(required_noun(member.traits, text), path, text);
    if (member.traits.on_delete == model::OnDelete::dangles || !keeps_references_) {
      check_kind(member.traits.refers, path, text);
    }
    if (member.traits.part.empty()) return;
    const auto [first, is_new] = parts_.emplace(text, at(path));
    if (!is_new) note(path, text + " is also at " + first->second);
  }

  void check_reference(const Noun* noun, const std::string& path, const std::string& id) {
    if (noun == nullptr || net::is_aws_prefix_list(id)) return;
    const auto line = records_.find(noun->table, id);
    if (!id.starts_with(noun->prefix)) return note_kind(path, id, noun->type, noun->prefix);
    if (!line) return note(path, "there is no " + id);
    if (noun->has_ended(id, *line)) return note(path, id + " was deleted");
    const std::string region = noun->head(id, *line).region;
    if (region != region_) note(path, id + " is in " + region + ", not in " + region_);
  }

  // What it names may be gone, but must have been of the right kind.
  void check_kind(std::string_view type, const std::string& path, const std::string& id) {
    if (type.ends_with('-') && !id.starts_with(type)) return note_kind(path, id, "part of a record", type);
    // One member is for gateways of several kinds, and for none.
    if (type == "internet-gateway" && (id == "local" || noun_of_id(id) != nullptr)) return;
    const Noun* noun = noun_of_type(type);
    if (noun != nullptr && !id.starts_with(noun->prefix)) note_kind(path, id, noun->type, noun->prefix);
  }

  void note_kind(const std::string& path, const std::string& id, std::string_view kind, std::string_view prefix) {
    note(path, '\'' + id + "' is not the id of a " + std::string(kind) + "; expected " + std::string(prefix) +
                   " and 17 lower-case hexadecimal digits");
  }

  void check_ids(const std::string& path, const Json& list) {
    std::map<std::string, std::size_t> seen;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const auto [first, is_new] = seen.emplace(text_of(list[i]), i);
      if (is_new) continue;
      note(path + '[' + std::to_string(i) + ']',
           first->first + " is also in " + path + '[' + std::to_string(first->second) + ']');
    }
  }

  // Elements that differ in no member that is to tell them apart.
  void check_elements(const model::Shape& element, const std::string& path, const Json& list) {
    std::map<std::string, std::size_t> seen;
    for (std::size_t i = 0; i < list.size(); ++i) {
      std::string key, last;
      for (const Member& member : element.members) {
        if (!member.traits.tells_apart) continue;
        const auto value = list[i].find(std::string(member.name));
        if (value == list[i].end()) continue;
        const std::string name(member.name);
        key += name + '=' + value->dump() + '\n';
        last = name;
      }
      if (key.empty()) continue;
      const auto [first, is_new] = seen.emplace(key, i);
      if (is_new) continue;
      note(path + '[' + std::to_string(i) + "]." + last,
           text_of(list[i].at(last)) + " is also in " + path + '[' + std::to_string(first->second) + ']');
    }
  }

  void check_sole(const Member& member, const std::string& path, const Json& record) {
    const std::string within(member.traits.sole_in);
    const auto found = record.find(within);
    const std::string value = found == record.end() ? "" : text_of(*found);
    const auto [first, is_new] = soles_.emplace(std::tuple(place_.table, member.name, value), place_.key);
    if (!is_new)
      note(path, "only one record with " + within + " " + value + " may have it, and " + first->second + " has it too");
  }

  [[nodiscard]] std::string at(const std::string& path) const {
    return path + " of record \"" + place_.key + "\" of table \"" + std::string(place_.table) + '"';
  }

  const Records& records_;
  Problem place_{};  // the record that is being checked
  std::string region_;
  bool keeps_references_ = true;
  std::map<std::string, std::string> parts_;  // by their id: where it is
  std::map<std::tuple<std::string_view, std::string_view, std::string>, std::string> soles_;
  Problems problems_;
};

}  // namespace

Problems check_relations(const Records& records) { return RelationCheck(records).run(); }

}  // namespace ec2mimic
