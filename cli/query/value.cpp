#include "cli/query/value.h"

#include <cstdint>
#include <cstdlib>
#include <limits>

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
    case Json::value_t::binary:
      return is_exotic(json, Exotic::integer) ? Kind::number : Kind::null;
    default:
      return Kind::null;
  }
}

bool is_numeric(const Value& value) { return value.kind() == Kind::number || value.kind() == Kind::boolean; }

bool is_large(const Value& value) { return value.kind() == Kind::number && value.number().is_binary(); }

// The order of whole numbers in decimal.
bool is_less(std::string_view a, std::string_view b) {
  const bool negative = a.starts_with('-');
  if (negative != b.starts_with('-')) return negative;
  if (a.size() != b.size()) return (a.size() < b.size()) != negative;
  return negative ? b < a : a < b;
}

// A long double holds every number of 64 bits, whole or not, as it is; so does Python, which rounds none to compare it.
long double exact(const Json& number) {
  if (number.is_number_float()) return number.get<double>();
  if (number.is_binary()) return std::strtold(exotic_text(number).c_str(), nullptr);
  if (number.is_number_unsigned()) return static_cast<long double>(number.get<std::uint64_t>());
  return static_cast<long double>(number.get<std::int64_t>());
}
static_assert(std::numeric_limits<long double>::digits >= 64);

[[noreturn]] void throw_too_deep() { throw EvaluationError("The query's values are nested too deeply."); }
[[noreturn]] void throw_too_much() { throw EvaluationError("The query makes too much: more than 1 GiB."); }

class Equality {
 public:
  bool equal(const Value& a, const Value& b) {
    if (is_large(a) && is_large(b)) return a.number() == b.number();
    if (is_numeric(a) && is_numeric(b)) return numeric(a) == numeric(b);
    if (a.kind() != b.kind()) return false;
    switch (a.kind()) {
      case Kind::string:
        return a.string() == b.string();
      case Kind::array:
        return nested(&Equality::arrays, a, b);
      case Kind::object:
        return nested(&Equality::objects, a, b);
      case Kind::expression:
        return &a.expression() == &b.expression();
      default:
        return true;
    }
  }

 private:
  // In Python's lists and dicts what is one and the same is equal, whatever it is.
  bool equal_inside(const Value& a, const Value& b) { return a.is(b) || equal(a, b); }

  bool nested(bool (Equality::*compare)(const Value&, const Value&), const Value& a, const Value& b) {
    if (++depth_ > kDeepest) throw_too_deep();
    const bool same = (this->*compare)(a, b);
    --depth_;
    return same;
  }

  bool arrays(const Value& a, const Value& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (!equal_inside(a.at(i), b.at(i))) return false;
    }
    return true;
  }

  bool objects(const Value& a, const Value& b) {
    if (a.size() != b.size()) return false;
    Members members;
    b.each_member([&](std::string_view name, const Value& value) { members.put(name, value); });
    bool same = true;
    a.each_member([&](std::string_view name, const Value& value) {
      if (!same) return;
      const Value* other = members.find(name);
      same = other != nullptr && equal_inside(value, *other);
    });
    return same;
  }

  // True is 1.
  static long double numeric(const Value& value) {
    return value.kind() == Kind::boolean ? value.boolean() : exact(value.number());
  }

  int depth_ = 0;
};

// What copying a value would take, found before anything is copied.
class Weight {
 public:
  void add(const Value& value) {
    if (value.kind() == Kind::expression) throw EvaluationError("Object of type _Expression is not JSON serializable");
    if (value.is_null()) return add_text(0);
    if (!value.is_made()) return add(*value.part());
    add_text(0);
    if (++depth_ > kDeepest) throw_too_deep();
    if (value.kind() == Kind::array) {
      for (std::size_t i = 0; i < value.size(); ++i) add(value.at(i));
    } else {
      value.each_member([&](std::string_view name, const Value& member) { add_text(name.size()), add(member); });
    }
    --depth_;
  }

 private:
  void add(const Json& part) {
    add_text(part.is_string() ? part.get_ref<const std::string&>().size() : 0);
    if (part.is_array()) {
      for (const Json& element : part) add(element);
    } else if (part.is_object()) {
      for (const auto& [name, member] : part.get_ref<const Json::object_t&>()) add_text(name.size()), add(member);
    }
  }

  // A value takes about so much beside its text.
  void add_text(std::size_t size) {
    bytes_ += 64 + size;
    if (bytes_ > kMostBytes) throw_too_much();
  }

  std::size_t bytes_ = 0;
  int depth_ = 0;
};

Json copy(const Value& value) {
  if (value.is_null()) return nullptr;
  if (!value.is_made()) return *value.part();
  if (value.kind() == Kind::array) {
    Json::array_t elements;
    elements.reserve(value.size());
    for (std::size_t i = 0; i < value.size(); ++i) elements.push_back(copy(value.at(i)));
    return elements;
  }
  Json::object_t members;
  members.reserve(value.size());
  value.each_member(
      [&](std::string_view name, const Value& member) { members.emplace_back(std::string(name), copy(member)); });
  return members;
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

void Made::check_room(std::size_t bytes) const {
  if (bytes > kMostBytes - bytes_) throw_too_much();
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
  Weight().add(*this);
  return copy(*this);
}

bool equal(const Value& a, const Value& b) { return Equality().equal(a, b); }

// The order of UTF-8's bytes is that of the characters.
bool less(const Value& a, const Value& b) {
  if (a.kind() == Kind::string) return a.string() < b.string();
  if (is_large(a) && is_large(b)) return is_less(exotic_text(a.number()), exotic_text(b.number()));
  return exact(a.number()) < exact(b.number());
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
