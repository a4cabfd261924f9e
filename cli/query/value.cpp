#include "cli/query/value.h"

#include "cli/query/query.h"

namespace ec2mimic::query {
namespace {

using Kind = Value::Kind;

Kind kind_of(const Json& json) {
  switch (json.type()) {
    case Json::value_t::boolean:
      return Kind::boolean;
    case Json::value_t::string:
      return Kind::string;
    case Json::value_t::array:
      return Kind::array;
    case Json::value_t::object:
      return Kind::object;
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned:
    case Json::value_t::number_float:
      return Kind::number;
    default:
      return Kind::null;
  }
}

bool is_numeric(const Value& value) { return value.kind() == Kind::number || value.kind() == Kind::boolean; }

// Numbers are compared by nlohmann, which does it as Python does, whatever their types; True is 1.
Json numeric(const Value& value) {
  return value.kind() == Kind::boolean ? Json(value.boolean() ? 1 : 0) : value.number();
}

bool equal_arrays(const Value& a, const Value& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!equal(a.at(i), b.at(i))) return false;
  }
  return true;
}

bool equal_objects(const Value& a, const Value& b) {
  if (a.size() != b.size()) return false;
  Members members;
  b.each_member([&](std::string_view name, const Value& value) { members.put(name, value); });
  bool same = true;
  a.each_member([&](std::string_view name, const Value& value) {
    if (!same) return;
    const Value* other = members.find(name);
    same = other != nullptr && equal(value, *other);
  });
  return same;
}

}  // namespace

std::size_t Members::position(std::string_view name) const {
  if (members_.size() < kIndexed) {
    for (std::size_t i = 0; i < members_.size(); ++i) {
      if (members_[i].first == name) return i;
    }
    return kNone;
  }
  const auto found = index_.find(name);
  return found == index_.end() ? kNone : found->second;
}

void Members::put(std::string_view name, Value value) {
  if (const std::size_t known = position(name); known != kNone) {
    members_[known].second = value;
    return;
  }
  members_.emplace_back(name, value);
  if (members_.size() == kIndexed) {
    for (std::size_t i = 0; i < members_.size(); ++i) index_.emplace(members_[i].first, i);
  } else if (members_.size() > kIndexed) {
    index_.emplace(name, members_.size() - 1);
  }
}

const Value* Members::find(std::string_view name) const {
  const std::size_t at = position(name);
  return at == kNone ? nullptr : &members_[at].second;
}

Value::Value(const Json& json) : kind_(kind_of(json)), is_{.json = &json} {}

std::size_t Value::size() const {
  if (!made_) return is_.json->size();
  return kind_ == Kind::array ? is_.list->size() : is_.members->all().size();
}

Value Value::at(std::size_t index) const { return made_ ? (*is_.list)[index] : Value((*is_.json)[index]); }

Value Value::member(std::string_view name) const {
  if (made_) {
    const Value* found = is_.members->find(name);
    return found == nullptr ? Value() : *found;
  }
  for (const auto& [known, value] : is_.json->get_ref<const Json::object_t&>()) {
    if (known == name) return Value(value);
  }
  return {};
}

Json Value::to_json() const {
  if (kind_ == Kind::expression) throw EvaluationError("Object of type _Expression is not JSON serializable");
  if (!made_) return is_.json == nullptr ? Json(nullptr) : *is_.json;
  if (kind_ == Kind::array) {
    Json array = Json::array();
    for (const Value& element : *is_.list) array.push_back(element.to_json());
    return array;
  }
  Json object = Json::object();
  auto& members = object.get_ref<Json::object_t&>();
  for (const auto& [name, value] : is_.members->all()) members.push_back({std::string(name), value.to_json()});
  return object;
}

bool equal(const Value& a, const Value& b) {
  if (is_numeric(a) && is_numeric(b)) return numeric(a) == numeric(b);
  if (a.kind() != b.kind()) return false;
  switch (a.kind()) {
    case Kind::string:
      return a.string() == b.string();
    case Kind::array:
      return equal_arrays(a, b);
    case Kind::object:
      return equal_objects(a, b);
    case Kind::expression:
      return &a.expression() == &b.expression();
    default:
      return true;
  }
}

// The order of UTF-8's bytes is that of the characters.
bool less(const Value& a, const Value& b) {
  return a.kind() == Kind::string ? a.string() < b.string() : a.number() < b.number();
}

bool is_false(const Value& value) {
  switch (value.kind()) {
    case Kind::null:
      return true;
    case Kind::boolean:
      return !value.boolean();
    case Kind::string:
      return value.string().empty();
    case Kind::array:
    case Kind::object:
      return value.size() == 0;
    default:
      return false;
  }
}

std::string_view name_of(Value::Kind kind) {
  constexpr std::string_view kNames[] = {"null", "boolean", "number", "string", "array", "object", "expref"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view python_type(const Value& value) {
  if (value.kind() == Kind::number) return value.number().is_number_float() ? "float" : "int";
  constexpr std::string_view kNames[] = {"NoneType", "bool", "int", "str", "list", "dict", "_Expression"};
  return kNames[static_cast<std::size_t>(value.kind())];
}

}  // namespace ec2mimic::query
