#include "tests/property/teardown.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

#include "core/operation/idempotency.h"
#include "core/operation/registry.h"

namespace ec2mimic::test {
namespace {

using model::Kind;

constexpr std::pair<std::string_view, std::string_view> kVerbs[] = {
    {"Create", "Delete"},    {"Allocate", "Release"}, {"Attach", "Detach"}, {"Associate", "Disassociate"},
    {"Authorize", "Revoke"}, {"Enable", "Disable"},   {"Accept", "Delete"},
};

// Optional members are drawn, so each call is made in several ways, and a pass without a change is repeated.
constexpr int kWaysToCall = 6;
constexpr int kFruitlessPasses = 4;

const Operation* find_by_name(const std::string& name) { return find_operation(kebab_case(name)); }

// Operations that undo something, each once.
std::set<const Operation*> undoing() {
  std::set<const Operation*> found;
  for (const Operation* operation : operations()) {
    if (const Operation* inverse = inverse_of(*operation)) found.insert(inverse);
  }
  return found;
}

const model::Shape& element_of(const model::Shape& shape) { return shape.kind == Kind::list ? *shape.element : shape; }

// The text, at any depth, of a member that refers to `type` or holds ids of that prefix.
std::optional<std::string> text_for(const model::Shape& shape, const Json& value, std::string_view type) {
  for (const model::Member& member : shape.members) {
    const auto found = value.find(std::string(member.name));
    if (found == value.end()) continue;
    const model::Shape& inner = element_of(*member.shape);
    std::vector<Json> all;
    if (found->is_array()) {
      all.assign(found->begin(), found->end());
    } else {
      all.push_back(*found);
    }
    for (const Json& one : all) {
      if (inner.kind == Kind::structure) {
        if (auto text = text_for(inner, one, type)) return text;
      } else if (one.is_string() && (member.traits.refers == type || member.traits.part == type)) {
        return one.get<std::string>();
      }
    }
  }
  return std::nullopt;
}

// The members of a document that the shape has.
Json restricted(const model::Shape& shape, const Json& document) {
  Json kept = Json::object();
  for (const model::Member& member : shape.members) {
    const auto found = document.find(std::string(member.name));
    if (found != document.end()) kept[std::string(member.name)] = *found;
  }
  return kept;
}

bool is_in(const Json& list, const Json& element) {
  return list.is_array() && std::find(list.begin(), list.end(), element) != list.end();
}

}  // namespace

const Operation* inverse_of(const Operation& operation) {
  for (const auto& [verb, inverse] : kVerbs) {
    if (!operation.name.starts_with(verb)) continue;
    const std::string name = std::string(inverse) + std::string(operation.name.substr(verb.size()));
    // DeleteVpcEndpoints takes several.
    if (const Operation* found = find_by_name(name)) return found;
    return find_by_name(name + 's');
  }
  return nullptr;
}

std::map<std::string, std::map<std::string, Json>> comparable(const Tables& tables) {
  std::map<std::string, std::map<std::string, Json>> kept;
  for (const auto& [table, lines] : tables) {
    if (table == TokenRecord::kTable) continue;
    for (const auto& [id, line] : lines) {
      Json record = Json::parse(line);
      record.erase("Serial");
      kept[table][id] = std::move(record);
    }
  }
  return kept;
}

// A request for the removal of a target, with the members that the description of the operation and that of the record
// have in common.
class Teardown::Request {
 public:
  Request(const Operation& operation, const Target& target, std::mt19937& random) : target_(target) {
    for (const model::Member& member : operation.request->members) {
      const bool required = member.traits.required || !member.traits.insists_on.empty();
      // Some members exclude each other.
      if (!required && random() % 2 == 0) continue;
      if (auto value = value_for(member)) {
        document_[std::string(member.name)] = *std::move(value);
      } else if (required) {
        is_complete_ = false;
      }
    }
  }

  /// Whether it removes the target and nothing else.
  [[nodiscard]] bool fits() const {
    return is_complete_ && names_target_ && (target_.list == nullptr || names_element_);
  }
  [[nodiscard]] const Json& document() const { return document_; }

 private:
  std::optional<Json> value_for(const model::Member& member) {
    if (member.traits.refers.empty()) return value_by_name(member);
    const auto id = id_for(member.traits.refers);
    if (!id) return std::nullopt;
    return member.shape->kind == Kind::list ? Json::array({*id}) : Json(*id);
  }

  std::optional<std::string> id_for(std::string_view type) {
    if (type == target_.noun->type || type == "*") {
      names_target_ = true;
      return target_.id;
    }
    const bool is_part = type.ends_with('-');
    if (target_.list != nullptr) {
      if (auto id = id_in_element(type)) {
        names_element_ = true;
        names_target_ |= is_part;
        return id;
      }
      // Parts of the record are other elements.
      if (is_part) return std::nullopt;
    }
    auto id = text_for(*target_.noun->record, target_.record, type);
    names_target_ |= is_part && id;
    return id;
  }

  std::optional<std::string> id_in_element(std::string_view type) const {
    if (!target_.element.is_string()) return text_for(*target_.list->shape->element, target_.element, type);
    if (target_.list->traits.refers != type) return std::nullopt;
    return target_.element.get<std::string>();
  }

  std::optional<Json> value_by_name(const model::Member& member) {
    const std::string name(member.name);
    if (target_.list == nullptr) {
      const auto found = target_.record.find(name);
      return found != target_.record.end() && found->is_string() ? std::optional<Json>(*found) : std::nullopt;
    }
    if (!target_.element.is_object()) return std::nullopt;
    if (target_.list->name == member.name) {
      names_element_ = true;
      return Json::array({restricted(element_of(*member.shape), target_.element)});
    }
    const auto found = target_.element.find(name);
    if (found == target_.element.end()) return std::nullopt;
    names_element_ = true;
    return *found;
  }

  const Target& target_;
  Json document_ = Json::object();
  bool is_complete_ = true;
  bool names_target_ = false;
  bool names_element_ = false;
};

std::vector<Teardown::Target> Teardown::targets() const {
  std::vector<Target> found;
  for (const Noun* noun : nouns()) {
    const auto table = store_.tables.find(noun->table);
    if (table == store_.tables.end()) continue;
    for (const auto& [id, line] : table->second) {
      Json initial = Json::object();
      const auto was = initial_.find(noun->table);
      const bool is_new = was == initial_.end() || !was->second.contains(id);
      if (!is_new) initial = Json::parse(was->second.find(id)->second);
      Target target{noun, id, Json::parse(line)};
      if (is_new) found.push_back(target);
      for (const model::Member& member : noun->record->members) {
        const std::string name(member.name);
        if (member.shape->kind != Kind::list || !target.record.contains(name)) continue;
        target.list = &member;
        for (const Json& element : target.record[name]) {
          if (initial.contains(name) && is_in(initial[name], element)) continue;
          target.element = element;
          found.push_back(target);
        }
      }
    }
  }
  return found;
}

std::vector<Teardown::Attempt> Teardown::attempts() {
  static const std::set<const Operation*> kUndoing = undoing();
  std::vector<Attempt> all;
  for (const Target& target : targets()) {
    for (const Operation* operation : kUndoing) {
      std::set<Json> ways;
      for (int way = 0; way < kWaysToCall; ++way) {
        const Request request(*operation, target, random_);
        if (!request.fits()) continue;
        if (ways.insert(request.document()).second) all.push_back({operation, request.document()});
      }
    }
  }
  std::shuffle(all.begin(), all.end(), random_);
  return all;
}

bool Teardown::pass() {
  const int before = store_.commits;
  for (const Attempt& one : attempts()) {
    const int commits = store_.commits;
    static_cast<void>(engine_.call(*one.operation, one.request, "us-east-1"));
    if (store_.commits != commits) ++done_[std::string(one.operation->name)];
  }
  return store_.commits != before;
}

void Teardown::run() {
  for (int fruitless = 0; fruitless < kFruitlessPasses;) fruitless = pass() ? 0 : fruitless + 1;
}

}  // namespace ec2mimic::test
