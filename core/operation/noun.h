// A noun: a kind of resource, such as route tables. One constant per folder under core/ops, in the file of the folder's
// name, found through the registry.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/describe.h"
#include "core/operation/tags.h"
#include "core/records/record.h"
#include "core/seam/api_error.h"

namespace ec2mimic {

/// What a noun says of itself in words. In AWS's messages `{}` is where an id goes.
struct NounWords {
  std::string_view type;             ///< AWS's resource type: `route-table`
  std::string_view prefix;           ///< Of its ids, with the dash: `rtb-`
  std::string_view not_found_code;   ///< `InvalidRouteTableID.NotFound`
  std::string_view not_found_text;   ///< `The routeTable ID '{}' does not exist`
  std::string_view dependency_text;  ///< `The routeTable '{}' has dependencies and cannot be deleted.`
};

/// For the records that come into being with another one and go with it, one for each: the main route table of a VPC.
struct Companions {
  std::string_view owner{};   ///< The type of the resource that has one of them: `vpc`
  std::string_view plural{};  ///< What they are called: `main route tables`
};

/// What the rest of core needs to know of a kind of resource without knowing its record.
struct Noun : NounWords {
  std::string_view table{};              ///< Of its records in the state: `route-tables`
  const model::Shape* record = nullptr;  ///< What its records look like, and which others they name.
  Companions companions{};               ///< Empty where none of its records come along with another.

  /// What one of its records says of itself in common with all others. Throws RecordError.
  struct Common {
    std::string region{};
    std::int64_t serial = 0;
    std::vector<Tag> tags{};
    std::string came_along_with{};                  ///< The id of the resource that it goes with; empty for most.
    std::optional<std::string> transition_start{};  ///< See core/records/transition.h.
  };
  Common (*common)(std::string_view key, std::string_view line) = nullptr;
  /// The same record with other tags, which must be sorted by key.
  std::string (*with_tags)(std::string_view key, std::string_view line, const std::vector<Tag>& tags) = nullptr;
  /// Tells whether a record is of use in that VPC: a gateway in the one that it is attached to. Null where all are of
  /// use everywhere. Throws RecordError.
  bool (*serves)(std::string_view key, std::string_view line, std::string_view vpc_id) = nullptr;

  /// There is no resource of that id.
  [[nodiscard]] ApiError not_found(std::string_view id) const;
  /// DependencyViolation: something that stays names the resource of that id.
  [[nodiscard]] ApiError has_dependencies(std::string_view id) const;
};

/// What every record has, for its description.
namespace recorded {

template <auto Pointer>
inline constexpr auto region = model::member<Pointer>("Region", "The region it is in.");
template <auto Pointer>
inline constexpr auto serial = model::member<Pointer>("Serial", "Its position in the order of creation.");
template <auto Pointer>
inline constexpr auto tags = model::member<Pointer>("Tags", "Its tags, sorted by key.");
/// Of a noun with a state that passes.
template <auto Pointer>
inline constexpr auto transition_start = model::member<Pointer>(
    "TransitionStart", "When its state began to change, in UTC; absent where that took no time.");

}  // namespace recorded

/// A noun from its record, a described struct with `region`, `serial` and `tags`. One with a state that passes has an
/// optional string `transition_start`. One whose records may come along with another has
/// `static constexpr Companions kCompanions` and `std::string came_along_with() const`. One that is of use in one VPC
/// alone at a time has `bool serves(std::string_view vpc_id) const`.
template <class Record>
constexpr Noun define_noun(const NounWords& words) {
  Noun noun{words};
  noun.table = Record::kTable;
  noun.record = &model::shape_of<Record>;
  if constexpr (requires { Record::kCompanions; }) noun.companions = Record::kCompanions;
  noun.common = [](std::string_view key, std::string_view line) {
    auto record = read_record<Record>(key, line);
    Noun::Common common{std::move(record.region), record.serial, std::move(record.tags), {}, {}};
    if constexpr (requires { record.transition_start; }) common.transition_start = std::move(record.transition_start);
    if constexpr (requires { Record::kCompanions; }) common.came_along_with = record.came_along_with();
    return common;
  };
  noun.with_tags = [](std::string_view key, std::string_view line, const std::vector<Tag>& tags) {
    auto record = read_record<Record>(key, line);
    record.tags = tags;
    return write_record(record);
  };
  if constexpr (requires(const Record& record) { record.serves(std::string_view()); }) {
    noun.serves = [](std::string_view key, std::string_view line, std::string_view vpc_id) {
      return read_record<Record>(key, line).serves(vpc_id);
    };
  }
  return noun;
}

}  // namespace ec2mimic
