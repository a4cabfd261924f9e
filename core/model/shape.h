// Shapes: the form of a request, a response or a record, as constant data that any code can walk.
//
// Options, help, manual, completion, skeletons, validation and the JSON codec all walk these two structures and know no
// C++ type. describe.h builds the data at compile time from member pointers, so a shape costs nothing at start-up and
// cannot name a member that does not exist.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace ec2mimic::model {

enum class Kind : std::uint8_t {
  boolean,    ///< bool
  integer,    ///< std::int64_t
  string,     ///< std::string, UTF-8
  list,       ///< std::vector of any of these
  structure,  ///< a struct with a description
};

/// What happens to a record, or to a part of one, when a resource that it refers to is deleted.
enum class OnDelete : std::uint8_t {
  refuses,  ///< The deletion is refused, unless the record came along with the resource: then it is deleted too.
  goes,     ///< The part with the reference is deleted (an association with its subnet); outside a part, the record.
  dangles,  ///< Nothing: the resource is looked up when the member is read. Values that are not ids are allowed.
};

/// What pages do with a list of a result.
enum class InPages : std::uint8_t {
  none,
  counted,  ///< MaxResults counts its elements, which an operation may add one by one. A result has at most one.
  beside,   ///< Each page has its part of this list as well, which is not counted.
};

/// Properties of a member. Everything has a default, so a description names only what differs.
struct Traits {
  bool required = false;  ///< The client refuses a request without it.
  /// For a member that the service itself requires, and not empty: its name in the MissingParameter error, where the
  /// first letter is small: `VpcId`, `resourceIdSet`.
  std::string_view insists_on{};
  bool idempotency_token =
      false;  ///< Repeats of a call with the same value are the same call (core/operation/idempotency.h).
  /// For a string in a request: the name of a region besides that of the call, in which it looks something up.
  bool other_region = false;
  bool no_effect = false;  ///< Accepted so that scripts run; has no meaning without AWS.
  bool page_size = false;  ///< For MaxResults: the operation answers in pages of at most this many results.
  InPages in_pages = InPages::none;
  /// In a request, the `min` that AWS's model gives for an integer. It is part of the description of the API, but only
  /// clients check it; the service has limits of its own. In a record, the smallest integer that can be there, or of a
  /// list the smallest number of elements.
  std::int64_t minimum = INT64_MIN;
  std::int64_t maximum = INT64_MAX;  ///< The largest integer that the service accepts, or that a record can hold.
  /// The values of an enumeration. Only hints in a request, because AWS's clients accept other values; no other value
  /// can be in a record.
  std::span<const std::string_view> choices{};
  std::string_view opposite{};  ///< For a boolean: the option for false, if it is not `--no-...`: `ingress`.
  /// For a string or a list of strings: the type of the resource whose id it holds, `vpc`; for ids of parts of a
  /// record, their prefix, `rtbassoc-`; `*` if it may be of any type. In a record this makes it a reference; in a
  /// view the id of the resource itself has it too.
  std::string_view refers{};
  OnDelete on_delete = OnDelete::refuses;  ///< For a reference in a record.
  /// For the id of a part of a record, such as an association: its prefix, `rtbassoc-`.
  std::string_view part{};
  std::string_view part_needs{};   ///< For such an id: the member without which there is no such part.
  bool prevents_deletion = false;  ///< For a part's id: a record with such a part cannot be deleted by itself.
  bool computed = false;           ///< For a result: not stored in the record, or not in this form.
  bool time = false;               ///< For a string in a result: a time, `2026-01-31T12:00:00+00:00`.
  bool ends = false;               ///< For a record: only one whose resource ended has it (ec2mimic::Life).
  bool key = false;                ///< For a result: the key of the record, which is not in its line.
  bool account = false;            ///< For a string in a result: always the account whose state it is.
  /// For a member of a result that is stored as it is, or not at all: its value in the second case.
  std::string_view if_absent{};
  /// For a string in a result: all values that it has here, where AWS's answers differ from the choices of its model.
  std::span<const std::string_view> seen{};
  /// For a state in a result: its value unless the record has a TransitionStart.
  std::string_view at_rest{};
  /// For members of the elements of a list in a record: two elements differ in at least one member marked so.
  bool tells_apart = false;
  /// For a string in a record: what is wrong with a value, such as `'x' is not a region`; empty if it can be there.
  std::string (*fault)(std::string_view value) = nullptr;
  /// For a flag in a record: the member in which no two records with the flag may have the same value.
  std::string_view sole_in{};
  /// For a member of a record: where a describe operation shows it, if not under its own name. A dot leads into the
  /// elements of a list: `Attachments.VpcId`.
  std::string_view shown_as{};
  /// For a flag in a record that is shown as a text: how that begins if the flag is set, `modify-`.
  std::string_view set_if_shown{};
  /// For a list of structures in a record: the member that suffices in a seed for a list of one element.
  std::string_view brief{};
};

/// All values that a string in a result can have, or nothing if it can be anything.
constexpr std::span<const std::string_view> possible_values(const Traits& traits) {
  return traits.seen.empty() ? traits.choices : traits.seen;
}

struct Shape;

/// A member of a structure: its AWS name, a sentence about it, its shape, and access to it in the C++ struct.
struct Member {
  std::string_view name;
  std::string_view doc;
  Traits traits;
  const Shape* shape;
  bool (*present)(const void* owner);     ///< False only for an empty std::optional.
  const void* (*get)(const void* owner);  ///< The value; call only if present.
  void* (*make)(void* owner);             ///< The value, created first if it is absent.
};

struct Shape {
  Kind kind;
  std::string_view name;            ///< A structure's AWS name; empty for other kinds.
  std::span<const Member> members;  ///< A structure's members, in the order of AWS's model.
  const Shape* element;             ///< The shape of a list's elements.
  std::size_t (*size)(const void* list);
  const void* (*at)(const void* list, std::size_t index);
  void* (*append)(void* list);  ///< Appends a default-constructed element and returns it.

  /// The member of that name, or null.
  [[nodiscard]] constexpr const Member* member(std::string_view wanted) const {
    for (const Member& one : members) {
      if (one.name == wanted) return &one;
    }
    return nullptr;
  }
};

}  // namespace ec2mimic::model
