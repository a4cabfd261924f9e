// Shapes: what a request, a response or a record looks like, as constant data that any walker can read.
//
// Options, help, manual, completion, skeletons, validation and the JSON codec all walk these two structures; none of
// them knows a C++ type. The data is built at compile time from member pointers by describe.h, so a shape costs nothing
// at start-up and cannot name a member that does not exist.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace ec2mimic::model {

enum class Kind : std::uint8_t {
  boolean,    ///< bool
  integer,    ///< std::int64_t
  string,     ///< std::string, UTF-8
  list,       ///< std::vector of any of these
  structure,  ///< a struct with a description
};

/// What becomes of a record, or of a part of one, when a resource that it names is deleted.
enum class OnDelete : std::uint8_t {
  refuses,  ///< The deletion is refused, unless the record came along with the resource: then it goes, too.
  goes,     ///< The part that names the resource goes: an association with its subnet. Outside a part the record goes.
  dangles,  ///< Nothing; whether the resource is there is seen when somebody looks, and the key may hold other words.
};

/// What is special about one member. Everything has a default, so a description names only what differs.
struct Traits {
  bool required = false;  ///< A request without it is refused before it is sent.
  /// Of a member that the service itself insists on: the name by which it says MissingParameter, `cidrBlock`.
  std::string_view insists_on{};
  bool idempotency_token =
      false;               ///< Repeats of a call with the same value are the same call (core/operation/idempotency.h).
  bool no_effect = false;  ///< Accepted for the sake of scripts; means nothing without AWS behind it.
  std::int64_t minimum = INT64_MIN;  ///< The smallest integer that the client lets through.
  std::int64_t maximum = INT64_MAX;  ///< The largest that the service takes.
  std::span<const std::string_view>
      choices{};                ///< The values an enumeration has. Hints only: AWS's clients let others pass.
  std::string_view opposite{};  ///< Of a boolean: the option that says no, where it is not `--no-...`: `ingress`.
  /// Of a string, or a list of them: the type of the resource whose id this is, `vpc`; the prefix of the ids where it
  /// is a part of a record, `rtbassoc-`; `*` in a request that takes resources of any type. In a record it is a
  /// reference.
  std::string_view refers{};
  OnDelete on_delete = OnDelete::refuses;  ///< Of a reference in a record.
  /// Of the own id of a part of a record, such as an association: what it begins with, `rtbassoc-`.
  std::string_view part{};
  bool holds = false;     ///< Of a part's own id: a record with such a part is not deleted by itself.
  bool computed = false;  ///< Of what is shown: it is not in the record, or not as it is shown.
};

struct Shape;

/// One member of a structure: its AWS name, one sentence about it, its shape, and how to reach it in the C++ struct.
struct Member {
  std::string_view name;
  std::string_view doc;
  Traits traits;
  const Shape* shape;
  bool (*present)(const void* owner);     ///< False only for an empty std::optional.
  const void* (*get)(const void* owner);  ///< The value; call only if present.
  void* (*make)(void* owner);             ///< The value, made first if it is absent.
};

struct Shape {
  Kind kind;
  std::string_view name;            ///< A structure's AWS name; empty for the others.
  std::span<const Member> members;  ///< A structure's members, in the order in which AWS's model has them.
  const Shape* element;             ///< What a list holds.
  std::size_t (*size)(const void* list);
  const void* (*at)(const void* list, std::size_t index);
  void* (*append)(void* list);  ///< Adds one element as it is at birth and returns it.

  /// The member of that name, or null.
  [[nodiscard]] constexpr const Member* member(std::string_view wanted) const {
    for (const Member& one : members) {
      if (one.name == wanted) return &one;
    }
    return nullptr;
  }
};

}  // namespace ec2mimic::model
