// The values of a search.
//
// A value is null, a part of the document or of the expression, or something that the query made: a text, a number, or
// a list or object whose elements are again values. So a projection over a large document makes a list of references
// and copies nothing. What the query makes is owned by Arena until the search is over; a value is two words and is
// passed by copy.
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

/// A value during a search: a view of a part of the document or of what the query made, which the Arena owns. Cheap to
/// copy.
class Value {
 public:
  enum class Kind : std::uint8_t { null, boolean, number, string, array, object, expression };

  Value() = default;
  /// A part of a document, an object that the query made, or an expression (`&name`). Each must outlive the value.
  explicit Value(const Json& json);
  explicit Value(const Members& members) : kind_(Kind::object), made_(true), is_{.members = &members} {}
  explicit Value(const Node& expression) : kind_(Kind::expression), is_{.node = &expression} {}
  /// A made list, text or number. Nothing is copied: the argument must outlive the value.
  [[nodiscard]] static Value list(std::span<const Value> elements);
  [[nodiscard]] static Value text(std::string_view text);
  [[nodiscard]] static Value number(const Json& number);

  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] bool is_null() const { return kind_ == Kind::null; }
  /// True if the query made it.
  [[nodiscard]] bool is_made() const { return made_; }

  /// The content; only for a value of that kind.
  [[nodiscard]] bool boolean() const { return is_.json->get<bool>(); }
  [[nodiscard]] std::string_view string() const {
    return made_ ? std::string_view(is_.text, size_) : is_.json->get_ref<const std::string&>();
  }
  [[nodiscard]] const Json& number() const { return *is_.json; }
  [[nodiscard]] const Node& expression() const { return *is_.node; }

  [[nodiscard]] std::size_t size() const;           ///< The number of elements or members of an array or object.
  [[nodiscard]] Value at(std::size_t index) const;  ///< An element of an array.
  /// A member of an object; null if there is none of that name.
  [[nodiscard]] Value member(std::string_view name, Budget& budget) const;

  /// Calls `use` with the name and value of each member of an object.
  template <class Use>
  void each_member(Use use) const;

  /// The part of the document or of the expression that this value is, or null if it is neither.
  [[nodiscard]] const Json* part() const { return made_ || kind_ == Kind::expression ? nullptr : is_.json; }

  /// True if both are the same part of a document, or the same made value.
  [[nodiscard]] bool is(const Value& other) const {
    return made_ == other.made_ && kind_ == other.kind_ && size_ == other.size_ && is_.json == other.is_.json;
  }

  /// An address that identifies a list or object among those of its size.
  [[nodiscard]] const void* identity() const { return is_.json; }

  /// A copy, whose memory stays counted. Throws EvaluationError for an expression, which has no JSON form, if the
  /// budget is exceeded, and for made values that are nested more than kDeepest levels deep.
  [[nodiscard]] Json to_json(Budget& budget) const;

  /// Appends the identity of each list and object in to_json() that is not empty, in its order. Their memory stays
  /// counted. Call after to_json(), which checks how deep the value is.
  void add_identities(std::vector<const void*>& identities, Budget& budget) const;

 private:
  Kind kind_ = Kind::null;
  bool made_ = false;
  std::uint32_t size_ = 0;  // size of a made list or text
  union {
    const Json* json;
    const Value* elements;
    const char* text;
    const Members* members;
    const Node* node;
  } is_{.json = nullptr};
};
static_assert(kMostBytes <= UINT32_MAX);

/// The members of an object, in the order in which their names first appeared.
class Members {
 public:
  using Member = std::pair<std::string_view, Value>;

  /// Reserves room for `count` members in `memory`, which must outlive the object.
  Members(std::size_t count, std::pmr::monotonic_buffer_resource& memory) : members_(&memory) {
    members_.reserve(count);
  }

  /// Adds a member, or replaces the value of the member of that name, which keeps its place. The name must outlive the
  /// object.
  void put(std::string_view name, Value value, Budget& budget);
  /// The value of a member, or null if there is none; valid until the next put().
  [[nodiscard]] const Value* find(std::string_view name, Budget& budget) const;
  /// In the order in which they were added.
  [[nodiscard]] const std::pmr::vector<Member>& all() const { return members_; }

 private:
  using Index = std::pmr::unordered_map<std::string_view, std::size_t>;
  static constexpr std::size_t kIndexed = 16;  // from this size on an index is worth its cost
  static constexpr std::size_t kNone = SIZE_MAX;
  [[nodiscard]] std::size_t position(std::string_view name, Budget& budget) const;

  std::pmr::vector<Member> members_;
  Index* index_ = nullptr;  // in the same memory, so it is never destroyed
};

/// Owns what a search makes. All memory is the budget's.
class Arena {
 public:
  /// Keeps a reference to the budget.
  explicit Arena(Budget& budget) : budget_(budget), memory_(&budget) {}

  /// A copy of the elements or of the number, as a value that lives as long as the arena. Throws EvaluationError if the
  /// budget does not allow it.
  Value list(std::span<const Value> elements);
  Value number(Json number);
  /// Memory for a text of that size, to be filled before it becomes a value.
  std::span<char> room(std::size_t size);
  Value text(std::string_view text);
  /// An empty object with room for `count` members.
  Members& members(std::size_t count);

 private:
  Budget& budget_;
  std::pmr::monotonic_buffer_resource memory_;
  std::pmr::deque<Members> objects_{&memory_};
  std::pmr::deque<Json> numbers_{&memory_};
};

/// Python's `==`, for which 1, 1.0 and True are equal.
[[nodiscard]] bool equal(const Value& a, const Value& b, Budget& budget);

/// True if a < b; both must be numbers or both strings. NaN compares false with everything.
[[nodiscard]] bool less(const Value& a, const Value& b, Budget& budget);

/// What jmespath.py treats as false: null, false, and empty strings, lists and objects.
[[nodiscard]] bool is_false(const Value& value);

/// JMESPath's name for a kind: `string`, `expref`.
[[nodiscard]] std::string_view name_of(Value::Kind kind);

/// Python's name for a value's type: `str`.
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
