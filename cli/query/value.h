// The values of a search.
//
// A value is null, a part of the document or of the expression, or something that the query made: a text, a number, or
// a list or object whose elements are values again. So a projection over a large document makes a list of references
// and copies nothing. What is made lives in Made until the search is over; a value is two words and is passed as it is.
#pragma once

#include <cstdint>
#include <deque>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "cli/query/budget.h"
#include "cli/query/syntax.h"
#include "core/seam/json.h"

namespace ec2mimic::query {

inline constexpr int kDeepest = 1000;

class Members;

class Value {
 public:
  enum class Kind : std::uint8_t { null, boolean, number, string, array, object, expression };

  Value() = default;
  explicit Value(const Json& json);
  explicit Value(const Members& members) : kind_(Kind::object), made_(true), is_{.members = &members} {}
  explicit Value(const Node& expression) : kind_(Kind::expression), is_{.node = &expression} {}
  /// A made list, text or number. None is copied: they must outlive the value.
  [[nodiscard]] static Value list(std::span<const Value> elements);
  [[nodiscard]] static Value text(std::string_view text);
  [[nodiscard]] static Value number(const Json& number);

  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] bool is_null() const { return kind_ == Kind::null; }
  /// Whether the query made it.
  [[nodiscard]] bool is_made() const { return made_; }

  [[nodiscard]] bool boolean() const { return is_.json->get<bool>(); }
  [[nodiscard]] std::string_view string() const {
    return made_ ? std::string_view(is_.text, size_) : is_.json->get_ref<const std::string&>();
  }
  [[nodiscard]] const Json& number() const { return *is_.json; }
  [[nodiscard]] const Node& expression() const { return *is_.node; }

  [[nodiscard]] std::size_t size() const;           ///< Of an array or object.
  [[nodiscard]] Value at(std::size_t index) const;  ///< Of an array.
  /// Of an object; null if there is none of the name.
  [[nodiscard]] Value member(std::string_view name, Budget& budget) const;

  /// Calls `use` with the name and the value of each member of an object.
  template <class Use>
  void each_member(Use use) const;

  /// The part of a document that this is, or null if it is nothing of the kind.
  [[nodiscard]] const Json* part() const { return made_ || kind_ == Kind::expression ? nullptr : is_.json; }

  /// Whether both are one: the same part of a document, or the same made thing.
  [[nodiscard]] bool is(const Value& other) const {
    return made_ == other.made_ && kind_ == other.kind_ && size_ == other.size_ && is_.json == other.is_.json;
  }

  /// Of a list or object: an address that another one of the same size does not have.
  [[nodiscard]] const void* identity() const { return is_.json; }

  /// A copy, whose memory stays counted. Throws EvaluationError for an expression, which is no JSON, for what the
  /// budget does not allow, and for what is nested more than kDeepest levels deep.
  [[nodiscard]] Json to_json(Budget& budget) const;

 private:
  Kind kind_ = Kind::null;
  bool made_ = false;
  std::uint32_t size_ = 0;  // of a made list or text
  union {
    const Json* json;
    const Value* elements;
    const char* text;
    const Members* members;
    const Node* node;
  } is_{.json = nullptr};
};
static_assert(kMostBytes <= UINT32_MAX);

/// The members of an object in the order in which their names first came.
class Members {
 public:
  using Member = std::pair<std::string_view, Value>;

  /// Makes room for so many in memory that is given back as a whole when the object is no longer used.
  Members(std::size_t count, std::pmr::monotonic_buffer_resource& memory) : members_(&memory) {
    members_.reserve(count);
  }

  /// Adds a member, or gives the one of that name another value in its old place. The name must outlive the object.
  void put(std::string_view name, Value value, Budget& budget);
  [[nodiscard]] const Value* find(std::string_view name, Budget& budget) const;
  [[nodiscard]] const std::pmr::vector<Member>& all() const { return members_; }

 private:
  using Index = std::pmr::unordered_map<std::string_view, std::size_t>;
  static constexpr std::size_t kIndexed = 16;  // from so many on an index is worth its cost
  static constexpr std::size_t kNone = SIZE_MAX;
  [[nodiscard]] std::size_t position(std::string_view name, Budget& budget) const;

  std::pmr::vector<Member> members_;
  Index* index_ = nullptr;  // in the same memory
};

/// What a search makes, for as long as it takes. All memory is the budget's.
class Made {
 public:
  explicit Made(Budget& budget) : budget_(budget), memory_(&budget) {}

  Value list(std::span<const Value> elements);
  Value number(Json number);
  /// Room for a text of that size, to be filled before it becomes a value.
  std::span<char> room(std::size_t size);
  Value text(std::string_view text);
  /// An object without members so far, with room for so many.
  Members& members(std::size_t count);

 private:
  Budget& budget_;
  std::pmr::monotonic_buffer_resource memory_;
  std::pmr::deque<Members> objects_{&memory_};
  std::pmr::deque<Json> numbers_{&memory_};
};

/// Python's `==`, for which 1, 1.0 and True are equal.
[[nodiscard]] bool equal(const Value& a, const Value& b, Budget& budget);

/// Numbers or strings: true if a < b. What is not a number (NaN) is less than nothing, and nothing less than it.
[[nodiscard]] bool less(const Value& a, const Value& b, Budget& budget);

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
