#include "core/account/seed_shape.h"

#include <deque>
#include <vector>

#include "core/operation/idempotency.h"
#include "core/operation/region_record.h"
#include "core/operation/registry.h"
#include "core/text/ascii.h"

namespace ec2mimic {
namespace {

using model::Kind;
using model::Member;
using model::Shape;

// `route-tables` becomes RouteTables.
std::string camel_case(std::string_view name) {
  std::string text;
  bool begins_word = true;
  for (const char c : name) {
    if (c != '-') text += begins_word ? ascii::upper(c) : c;
    begins_word = c == '-';
  }
  return text;
}

// Only what walks over descriptions uses these shapes: there is no struct to fill.
Shape structure(std::string_view name, const std::vector<Member>& members) {
  return {Kind::structure, name, members, nullptr, nullptr, nullptr, nullptr};
}

Shape list_of(const Shape& element) { return {Kind::list, {}, {}, &element, nullptr, nullptr, nullptr}; }

class SeedShape {
 public:
  SeedShape() {
    add("Account", "The twelve digits of the account; 123456789012 if not given.", model::shape_of<std::string>);
    for (const Noun* noun : nouns()) add_list(list_name(*noun), doc_of(*noun), entry_of(*noun));
    add_list(std::string(kTokenList), "Client tokens that were used.", tokens());
    add(std::string(kNextIdList), "The ids for the next create calls; those of each type are assigned in this order.",
        model::shape_of<std::vector<std::string>>);
    add_list(std::string(kRegionList),
             "Regions in which nothing is there by itself: no default VPC, and the DHCP options that are named.",
             regions());
    whole_ = structure("Seed", top_);
  }
  SeedShape(const SeedShape&) = delete;
  SeedShape& operator=(const SeedShape&) = delete;

  [[nodiscard]] const Shape& whole() const { return whole_; }

 private:
  std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }

  void add(std::string name, std::string_view doc, const Shape& shape) {
    top_.push_back({keep(std::move(name)), doc, {}, &shape, nullptr, nullptr, nullptr});
  }

  void add_list(std::string name, std::string_view doc, std::vector<Member> members) {
    const std::string_view kept = keep(std::move(name));
    const Shape& entry = shapes_.emplace_back(structure(kept, members_.emplace_back(std::move(members))));
    top_.push_back({kept, doc, {}, &shapes_.emplace_back(list_of(entry)), nullptr, nullptr, nullptr});
  }

  std::string_view doc_of(const Noun& noun) {
    std::string companions;
    for (const Noun* other : nouns()) {
      if (other->companions.owner != noun.type) continue;
      companions += (companions.empty() ? "" : ", ") + std::string(other->companions.plural);
    }
    if (!companions.empty()) companions = " What no other list has of their " + companions + " is added.";
    return keep("Records of the table `" + std::string(noun.table) + "`." + companions);
  }

  Member region() {
    static constexpr std::string_view kDoc = "The region it is in; us-east-1 if not given.";
    return {"Region", kDoc, {.fault = &value_faults::region}, &model::shape_of<std::string>, nullptr, nullptr, nullptr};
  }

  std::vector<Member> entry_of(const Noun& noun) {
    std::vector<Member> members;
    members.push_back({keep(id_member(noun)),
                       "Its id.",
                       {.required = true},
                       &model::shape_of<std::string>,
                       nullptr,
                       nullptr,
                       nullptr});
    for (const Member& member : noun.record->members) {
      if (member.name == "Serial") continue;
      if (!member.traits.brief.empty()) add_brief(member, members);
      members.push_back(member.name == "Region" ? region() : member);
    }
    return members;
  }

  void add_brief(const Member& list, std::vector<Member>& members) {
    Member brief = *list.shape->element->member(list.traits.brief);
    brief.doc = keep(std::string(brief.doc) + " Short for `" + std::string(list.name) + "` with one element.");
    members.push_back(brief);
  }

  std::vector<Member> tokens() {
    std::vector<Member> members;
    for (const Member& member : model::shape_of<TokenRecord>.members) {
      members.push_back(member.name == "Region" ? region() : member);
      members.back().traits.required = member.name != "Region" && member.name != "Time";
    }
    const Shape& any = shapes_.emplace_back(structure("Request", members_.emplace_back()));
    members.push_back({kTokenRequest,
                       "The parameters of the call, without the token; none if not given.",
                       {},
                       &any,
                       nullptr,
                       nullptr,
                       nullptr});
    return members;
  }

  std::vector<Member> regions() {
    std::vector<Member> members{region()};
    members.front().traits.required = true;
    members.front().doc = "The region.";
    for (const Member& member : model::shape_of<RegionRecord>.members) members.push_back(member);
    return members;
  }

  std::deque<std::string> texts_{};
  std::deque<std::vector<Member>> members_{};
  std::deque<Shape> shapes_{};
  std::vector<Member> top_{};
  Shape whole_{};
};

// Compares a document with a shape.
class ShapeCheck {
 public:
  std::vector<std::string> run(const Shape& shape, const Json& document) {
    check(shape, document, {});
    return std::move(faults_);
  }

 private:
  void check(const Shape& shape, const Json& value, const std::string& path) {
    switch (shape.kind) {
      case Kind::boolean:
        return expect(value.is_boolean(), "true or false", path);
      case Kind::integer:
        return expect(value.is_number_integer(), "an integer", path);
      case Kind::string:
        return expect(value.is_string(), "a string", path);
      case Kind::list:
        expect(value.is_array(), "a list", path);
        for (std::size_t i = 0; value.is_array() && i < value.size(); ++i) {
          check(*shape.element, value[i], path + '[' + std::to_string(i) + ']');
        }
        return;
      case Kind::structure:
        expect(value.is_object(), "an object", path);
        if (value.is_object() && !shape.members.empty()) check_members(shape, value, path);
    }
  }

  void check_members(const Shape& shape, const Json& value, const std::string& path) {
    for (const Member& member : shape.members) {
      if (!member.traits.required || value.contains(std::string(member.name))) continue;
      faults_.push_back("Missing required parameter in " + path + ": \"" + std::string(member.name) + '"');
    }
    for (const auto& [name, inside] : value.items()) {
      const std::string here = path.empty() ? name : path + '.' + name;
      if (const Member* member = shape.member(name)) {
        check(*member->shape, inside, here);
        continue;
      }
      std::string known;
      for (const Member& member : shape.members) known += (known.empty() ? "" : ", ") + std::string(member.name);
      faults_.push_back(here + ": unknown member; expected one of " + known);
    }
  }

  void expect(bool holds, const char* what, const std::string& path) {
    if (!holds) faults_.push_back((path.empty() ? "the document" : path) + ": expected " + what);
  }

  std::vector<std::string> faults_{};
};

}  // namespace

const Shape& seed_shape() {
  static const SeedShape shape;
  return shape.whole();
}

std::vector<std::string> shape_faults(const Json& document) { return ShapeCheck().run(seed_shape(), document); }

std::string list_name(const Noun& noun) { return camel_case(noun.table); }

std::string id_member(const Noun& noun) {
  return noun.id_name.empty() ? camel_case(noun.type) + "Id" : std::string(noun.id_name);
}

}  // namespace ec2mimic
