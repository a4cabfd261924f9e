// The values of a search.
//
// A value is null, a part of the document or of the expression, or a list or object that the query made, whose elements
// are values again. So a projection over a large document makes a list of references and copies nothing. What is made
// lives in Made until the search is over; a value is two words and is passed as it is.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "cli/query/syntax.h"
#include "core/json.h"

namespace ec2mimic::query {

class Value;

/// How much a query may make, about; the AWS CLI makes what the machine's memory holds.
inline constexpr std::size_t kMostBytes = std::size_t{1} << 30;
inline constexpr int kDeepest = 1000;

using List = std::vector<Value>;

class Members;

class Value {
 public:
  enum class Kind : std::uint8_t { null, boolean, number, string, array, object, expression };

  Value() = default;
  explicit Value(const Json& json);
  explicit Value(const List& list) : kind_(Kind::array), made_(true), is_{.list = &list} {}
  explicit Value(const Members& members) : kind_(Kind::object), made_(true), is_{.members = &members} {}
  explicit Value(const Node& expression) : kind_(Kind::expression), is_{.node = &expression} {}

  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] bool is_null() const { return kind_ == Kind::null; }
  /// Whether it is a list or an object that the query made.
  [[nodiscard]] bool is_made() const { return made_; }

  [[nodiscard]] bool boolean() const { return is_.json->get<bool>(); }
  [[nodiscard]] std::string_view string() const { return is_.json->get_ref<const std::string&>(); }
  [[nodiscard]] const Json& number() const { return *is_.json; }
  [[nodiscard]] const Node& expression() const { return *is_.node; }

  [[nodiscard]] std::size_t size() const;                   ///< Of an array or object.
  [[nodiscard]] Value at(std::size_t index) const;          ///< Of an array.
  [[nodiscard]] Value member(std::string_view name) const;  ///< Of an object; null if there is none.

  /// Calls `use` with the name and the value of each member of an object.
  template <class Use>
  void each_member(Use use) const;

  /// The part of a document that this is, or null if it is nothing of the kind.
  [[nodiscard]] const Json* part() const { return made_ || kind_ == Kind::expression ? nullptr : is_.json; }

  /// Whether both are one: the same part of a document, or the same made thing.
  [[nodiscard]] bool is(const Value& other) const {
    return made_ == other.made_ && kind_ == other.kind_ && is_.json == other.is_.json;
  }

  /// A copy. Throws EvaluationError for an expression, which is no JSON, and for what takes more than kMostBytes or is
  /// nested more than kDeepest levels deep: a short query can double the answer at each step.
  [[nodiscard]] Json to_json() const;

 private:
  Kind kind_ = Kind::null;
  bool made_ = false;
  union {
    const Json* json;
    const List* list;
    const Members* members;
    const Node* node;
  } is_{.json = nullptr};
};

/// The members of an object in the order in which their names first came.
class Members {
 public:
  /// Adds a member, or gives the one of that name another value in its old place. The name must outlive the object.
  void put(std::string_view name, Value value);
  [[nodiscard]] const Value* find(std::string_view name) const;
  [[nodiscard]] const std::vector<std::pair<std::string_view, Value>>& all() const { return members_; }

 private:
  static constexpr std::size_t kIndexed = 16;  // from so many on an index is worth its cost
  static constexpr std::size_t kNone = SIZE_MAX;
  [[nodiscard]] std::size_t position(std::string_view name) const;

  std::vector<std::pair<std::string_view, Value>> members_{};
  std::unordered_map<std::string_view, std::size_t> index_{};
};

/// What a search makes, for as long as it takes. Throws EvaluationError when all of it takes more than kMostBytes.
class Made {
 public:
  Value list(List list) {
    charge(list.size() * sizeof(Value));
    return Value(lists_.emplace_back(std::move(list)));
  }
  Value object(Members members) {
    charge(members.all().size() * sizeof(members.all().front()));
    return Value(objects_.emplace_back(std::move(members)));
  }
  Value json(Json json) {
    charge(sizeof json + (json.is_string() ? json.get_ref<const std::string&>().size() : 0));
    return Value(json_.emplace_back(std::move(json)));
  }

  /// For what grows before it is handed over: throws if so much more would be too much.
  void check_room(std::size_t bytes) const;

 private:
  void charge(std::size_t bytes) {
    check_room(bytes);
    bytes_ += bytes;
  }

  std::size_t bytes_ = 0;
  std::deque<List> lists_{};
  std::deque<Members> objects_{};
  std::deque<Json> json_{};
};

/// Python's `==`, for which 1, 1.0 and True are equal.
[[nodiscard]] bool equal(const Value& a, const Value& b);

/// Numbers or strings: true if a < b. What is not a number (NaN) is less than nothing, and nothing less than it.
[[nodiscard]] bool less(const Value& a, const Value& b);

/// What jmespath.py takes for false: null, false, and what is empty.
[[nodiscard]] bool is_false(const Value& value);

/// JMESPath's name of a kind: `string`, `expref`.
[[nodiscard]] std::string_view name_of(Value::Kind kind);

/// Python's name of a value's type: `str`.
[[nodiscard]] std::string_view python_type(const Value& value);

template <class Use>
void Value::each_member(Use use) const {
  if (made_) {
    for (const auto& [name, value] : is_.members->all()) use(name, value);
  } else {
    for (const auto& [name, value] : is_.json->get_ref<const Json::object_t&>())
      use(std::string_view(name), Value(value));
  }
}

}  // namespace ec2mimic::query
