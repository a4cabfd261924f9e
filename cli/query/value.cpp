#include "cli/query/value.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <memory>
#include <unordered_set>

#include "cli/python/non_json.h"
#include "cli/query/errors.h"

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
      // Dates and bytes come only with requests, which are never searched.
      return is_non_json(json, NonJson::integer) ? Kind::number : Kind::null;
    default:
      return Kind::null;
  }
}

bool is_numeric(const Value& value) { return value.kind() == Kind::number || value.kind() == Kind::boolean; }

bool is_large(const Value& value) { return value.kind() == Kind::number && value.number().is_binary(); }

// Compares integers in decimal.
bool is_less(std::string_view a, std::string_view b) {
  const bool negative = a.starts_with('-');
  if (negative != b.starts_with('-')) return negative;
  // Without leading zeros, the number with more digits is further from zero.
  if (a.size() != b.size()) return (a.size() < b.size()) != negative;
  return negative ? b < a : a < b;
}

// A long double holds every 64-bit integer and every double exactly. Python does not round either when it compares.
long double exact(const Json& number) {
  if (number.is_number_float()) return number.get<double>();
  if (number.is_binary()) return std::strtold(non_json_text(number).c_str(), nullptr);
  if (number.is_number_unsigned()) return static_cast<long double>(number.get<std::uint64_t>());
  return static_cast<long double>(number.get<std::int64_t>());
}
static_assert(std::numeric_limits<long double>::digits >= 64);

[[noreturn]] void throw_too_deep() { throw EvaluationError("The query's values are nested too deeply."); }

// Integers of more than 64 bits are kept as text: the cost of reading one grows with its length.
void count_digits(const Value& value, Budget& budget) {
  if (is_large(value)) budget.work(value.number().get_binary().size());
}

class Equality {
 public:
  explicit Equality(Budget& budget) : budget_(budget) {}

  bool equal(const Value& a, const Value& b) {
    budget_.work(8);
    count_digits(a, budget_), count_digits(b, budget_);
    if (is_large(a) && is_large(b)) return a.number() == b.number();
    if (is_numeric(a) && is_numeric(b)) return numeric(a) == numeric(b);
    if (a.kind() != b.kind()) return false;
    switch (a.kind()) {
      case Kind::string:
        return strings(a.string(), b.string());
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
  // Inside lists and dicts Python treats identical objects as equal, even NaN.
  bool equal_inside(const Value& a, const Value& b) { return a.is(b) || equal(a, b); }

  bool strings(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    // Parts of one document are often compared with themselves.
    if (a.data() == b.data()) return true;
    budget_.work_on_text(a.size());
    return a == b;
  }

  bool nested(bool (Equality::*compare)(const Value&, const Value&), const Value& a, const Value& b) {
    if (a.is(b)) return true;
    if (a.size() != b.size()) return false;
    const Pair pair{a.identity(), b.identity()};
    if (!known_.empty() && known_.contains(pair)) return true;
    if (++depth_ > kDeepest) throw_too_deep();
    const bool same = (this->*compare)(a, b);
    --depth_;
    if (same && ++pairs_ > kFew) known_.insert(pair);
    return same;
  }

  bool arrays(const Value& a, const Value& b) {
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (!equal_inside(a.at(i), b.at(i))) return false;
    }
    return true;
  }

  bool objects(const Value& a, const Value& b) {
    std::pmr::monotonic_buffer_resource memory(&budget_);
    // Copied into an index, because those of a document can only be searched one by one.
    Members members(b.size(), memory);
    b.each_member([&](std::string_view name, const Value& value) { members.put(name, value, budget_); });
    bool same = true;
    a.each_member([&](std::string_view name, const Value& value) {
      if (!same) return;
      const Value* other = members.find(name, budget_);
      same = other != nullptr && equal_inside(value, *other);
    });
    return same;
  }

  // True counts as 1.
  static long double numeric(const Value& value) {
    return value.kind() == Kind::boolean ? value.boolean() : exact(value.number());
  }

  using Pair = std::pair<const void*, const void*>;
  struct Hash {
    std::size_t operator()(const Pair& pair) const {
      const std::hash<const void*> hash;
      return hash(pair.first) * 31 + hash(pair.second);
    }
  };
  static constexpr std::size_t kFew = 1000;  // so few comparisons are not worth remembering

  Budget& budget_;
  int depth_ = 0;
  std::size_t pairs_ = 0;
  // Lists and objects found to be equal. If parts are shared, as in `[@,@]|[@,@]`, each pair comes up again and again.
  std::pmr::unordered_set<Pair, Hash> known_{&budget_};
};

// Copies a value. The size of the copy is counted before anything is copied.
class Copier {
 public:
  explicit Copier(Budget& budget) : budget_(budget) {}

  Json copy(const Value& value) {
    weigh(value);
    return copied(value);
  }

 private:
  // Overhead of one allocation.
  static constexpr std::size_t kPiece = 16;

  void weigh(const Value& value) {
    if (value.kind() == Kind::expression) throw EvaluationError("Object of type _Expression is not JSON serializable");
    // Only made values count: how deep a document may be was decided when it was read.
    const int level = value.is_made() ? 1 : 0;
    if ((depth_ += level) > kDeepest) throw_too_deep();
    count(sizeof(Json));
    if (value.kind() == Kind::string) {
      count_text(value.string().size());
    } else if (value.kind() == Kind::array) {
      count(sizeof(Json::array_t) + 2 * kPiece);
      for (std::size_t i = 0; i < value.size(); ++i) weigh(value.at(i));
    } else if (value.kind() == Kind::object) {
      count(sizeof(Json::object_t) + 2 * kPiece);
      value.each_member([&](std::string_view name, const Value& member) { count_text(name.size()), weigh(member); });
    } else if (is_large(value)) {
      count(sizeof(Json::binary_t) + value.number().get_binary().size() + 2 * kPiece);
    }
    depth_ -= level;
  }

  void count_text(std::size_t size) {
    const bool is_short = size <= std::string().capacity();
    count(sizeof(std::string) + kPiece + (is_short ? 0 : size + 1 + kPiece));
  }

  void count(std::size_t bytes) {
    budget_.hold(bytes);
    budget_.work(bytes);
  }

  static Json copied(const Value& value) {
    if (value.is_null()) return nullptr;
    if (!value.is_made()) return *value.part();
    switch (value.kind()) {
      case Kind::string:
        return std::string(value.string());
      case Kind::array: {
        Json::array_t elements;
        elements.reserve(value.size());
        for (std::size_t i = 0; i < value.size(); ++i) elements.push_back(copied(value.at(i)));
        return Json(std::move(elements));
      }
      case Kind::object: {
        Json::object_t members;
        members.reserve(value.size());
        value.each_member([&](std::string_view name, const Value& member) {
          members.emplace_back(std::string(name), copied(member));
        });
        return Json(std::move(members));
      }
      default:
        return value.number();
    }
  }

  Budget& budget_;
  int depth_ = 0;
};

}  // namespace

std::size_t Members::position(std::string_view name, Budget& budget) const {
  budget.work_on_text(name.size());
  if (index_ == nullptr) {
    budget.work(members_.size());
    for (std::size_t i = 0; i < members_.size(); ++i) {
      if (members_[i].first == name) return i;
    }
    return kNone;
  }
  budget.work(32);
  const auto found = index_->find(name);
  return found == index_->end() ? kNone : found->second;
}

void Members::put(std::string_view name, Value value, Budget& budget) {
  if (const std::size_t known = position(name, budget); known != kNone) {
    members_[known].second = value;
    return;
  }
  members_.emplace_back(name, value);
  // Few members are found faster without an index.
  if (members_.size() < kIndexed) return;
  if (index_ != nullptr) {
    index_->emplace(name, members_.size() - 1);
    return;
  }
  std::pmr::polymorphic_allocator<Index> memory(members_.get_allocator().resource());
  index_ = memory.allocate(1);
  memory.construct(index_);
  for (std::size_t i = 0; i < members_.size(); ++i) index_->emplace(members_[i].first, i);
}

const Value* Members::find(std::string_view name, Budget& budget) const {
  const std::size_t at = position(name, budget);
  return at == kNone ? nullptr : &members_[at].second;
}

Value Arena::list(std::span<const Value> elements) {
  budget_.work(20 + elements.size());
  if (elements.empty()) return Value::list({});
  const auto kept = static_cast<Value*>(memory_.allocate(elements.size_bytes(), alignof(Value)));
  std::uninitialized_copy(elements.begin(), elements.end(), kept);
  return Value::list({kept, elements.size()});
}

Value Arena::number(Json number) {
  budget_.work(20);
  if (number.is_binary()) budget_.hold(number.get_binary().size());
  return Value::number(numbers_.emplace_back(std::move(number)));
}

std::span<char> Arena::room(std::size_t size) {
  budget_.work_on_text(size);
  return {static_cast<char*>(memory_.allocate(size, 1)), size};
}

Value Arena::text(std::string_view text) {
  const std::span<char> kept = room(text.size());
  std::copy(text.begin(), text.end(), kept.begin());
  return Value::text({kept.data(), kept.size()});
}

Members& Arena::members(std::size_t count) {
  budget_.work(20 + count);
  return objects_.emplace_back(count, memory_);
}

Value::Value(const Json& json) : kind_(kind_of(json)), is_{.json = &json} {}

Value Value::list(std::span<const Value> elements) {
  Value value;
  value.kind_ = Kind::array;
  value.made_ = true;
  // The memory limit of a query keeps every size within 32 bits.
  value.size_ = static_cast<std::uint32_t>(elements.size());
  value.is_.elements = elements.data();
  return value;
}

Value Value::text(std::string_view text) {
  Value value;
  value.kind_ = Kind::string;
  value.made_ = true;
  value.size_ = static_cast<std::uint32_t>(text.size());
  value.is_.text = text.data();
  return value;
}

Value Value::number(const Json& number) {
  Value value(number);
  value.made_ = true;
  return value;
}

std::size_t Value::size() const {
  if (!made_) return is_.json->size();
  return kind_ == Kind::array ? size_ : is_.members->all().size();
}

Value Value::at(std::size_t index) const { return made_ ? is_.elements[index] : Value((*is_.json)[index]); }

Value Value::member(std::string_view name, Budget& budget) const {
  if (made_) {
    const Value* found = is_.members->find(name, budget);
    return found == nullptr ? Value() : *found;
  }
  // A document has no index, so the cost depends on where the member is.
  std::size_t passed = 0;
  for (const auto& [known, value] : is_.json->get_ref<const Json::object_t&>()) {
    ++passed;
    if (known == name) return budget.work(2 * passed), Value(value);
  }
  return budget.work(2 * passed), Value();
}

Json Value::to_json(Budget& budget) const { return Copier(budget).copy(*this); }

namespace {

void add_identity(const void* identity, std::vector<const void*>& identities, Budget& budget) {
  budget.work(8);
  budget.hold(2 * sizeof(void*));  // the list may grow to twice its size
  identities.push_back(identity);
}

void add_identities_of(const Json& part, std::vector<const void*>& identities, Budget& budget) {
  if (!part.is_structured() || part.empty()) return;
  add_identity(&part, identities, budget);
  for (const Json& inner : part) add_identities_of(inner, identities, budget);
}

}  // namespace

void Value::add_identities(std::vector<const void*>& identities, Budget& budget) const {
  if ((kind_ != Kind::array && kind_ != Kind::object) || size() == 0) return;
  if (!made_) return add_identities_of(*is_.json, identities, budget);
  add_identity(identity(), identities, budget);
  if (kind_ == Kind::object) {
    each_member([&](std::string_view, const Value& member) { member.add_identities(identities, budget); });
    return;
  }
  for (std::size_t i = 0; i < size(); ++i) at(i).add_identities(identities, budget);
}

bool equal(const Value& a, const Value& b, Budget& budget) { return Equality(budget).equal(a, b); }

// UTF-8 bytes sort in the same order as the characters.
bool less(const Value& a, const Value& b, Budget& budget) {
  budget.work(8);
  if (a.kind() == Kind::string) {
    if (a.is(b)) return false;
    budget.work_on_text(std::min(a.string().size(), b.string().size()));
    return a.string() < b.string();
  }
  count_digits(a, budget), count_digits(b, budget);
  if (is_large(a) && is_large(b)) return is_less(non_json_text(a.number()), non_json_text(b.number()));
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
