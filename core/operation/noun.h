// A noun: a kind of resource, such as route tables. Each folder under core/ops that has one defines it as a constant in
// the file of the folder's name; the registry finds it there.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/describe.h"
#include "core/model/fault.h"
#include "core/operation/quota.h"
#include "core/operation/tags.h"
#include "core/operation/value_faults.h"
#include "core/records/rows.h"
#include "core/seam/api_error.h"

namespace ec2mimic {

class Context;
class Records;

/// The words and texts of a noun. In AWS's messages `{}` is replaced by an id.
struct NounWords {
  std::string_view type;             ///< AWS's resource type: `route-table`
  std::string_view prefix;           ///< The prefix of its ids, with the dash: `rtb-`
  std::string_view not_found_code;   ///< `InvalidRouteTableID.NotFound`
  std::string_view not_found_text;   ///< `The routeTable ID '{}' does not exist`
  std::string_view dependency_text;  ///< `The routeTable '{}' has dependencies and cannot be deleted.`
  /// The member with the id where AWS shows the resource, if its name does not follow from the table's (id_member).
  std::string_view id_name{};
  std::span<const Quota> quotas{};  ///< How many AWS allows.
  /// The error for what cannot be an id of its kind, which is `prefix` and lower-case letters and digits. Empty if AWS
  /// looks such ids up, whatever they look like, and does not find them.
  std::string_view malformed_code{};
  std::string_view malformed_text{};
};

/// Records that are created and deleted with another resource, exactly one for each: the main route table of a VPC.
struct Companions {
  std::string_view owner{};   ///< The type of the resource they belong to: `vpc`
  std::string_view plural{};  ///< For messages: `main route tables`
};

/// Whether a resource is alive, or has ended and is only listed for a while, as a deleted NAT gateway is. What follows
/// from that is in core/operation/life.h.
struct Life {
  /// When it was deleted, or failed and so on, as a record keeps times; absent while it lives. Empty if that is not
  /// known: then it is not listed at all.
  std::optional<std::string> ended{};
  /// How long AWS lists it after that. It documents about an hour, for NAT gateways.
  std::chrono::seconds listed = std::chrono::hours(1);
  /// True if it is not deleted before that time has passed, so that what it refers to stays in use.
  bool being_deleted = false;
};

/// What the rest of core needs to know about a kind of resource without knowing its record. Its rows are those of its
/// table, for lists that decode only what they show.
struct Noun : NounWords, RowSource {
  const model::Shape* record = nullptr;  ///< The layout of its records, including their references.
  const model::Member* tags = nullptr;   ///< The member of the record that holds its tags.
  Companions companions{};               ///< Empty if none of its records are created with another.

  /// What all records have in common besides their heads.
  struct Common {
    std::vector<Tag> tags{};
    std::string came_along_with{};                  ///< The id of the resource it is deleted with; usually empty.
    std::optional<std::string> transition_start{};  ///< See core/records/transition.h.
  };
  /// Throws RecordError.
  Common (*common)(std::string_view key, std::string_view line) = nullptr;
  /// The record with its tags replaced by `tags`, which must be sorted by key. Throws RecordError.
  std::string (*with_tags)(std::string_view key, std::string_view line, const std::vector<Tag>& tags) = nullptr;
  /// The record with another serial. Throws RecordError.
  std::string (*with_serial)(std::string_view key, std::string_view line, std::int64_t serial) = nullptr;
  /// Null if no record of the noun outlives its resource. Throws RecordError.
  Life (*life)(std::string_view key, std::string_view line) = nullptr;
  /// True if the resource can be used in that VPC, such as a gateway in the VPC it is attached to. Null if it can be
  /// used in all. Asked only of a resource that lives. Throws RecordError.
  bool (*serves)(std::string_view key, std::string_view line, std::string_view vpc_id) = nullptr;
  /// True if the resource cannot be used in that VPC yet, but is meant for it: a peering connection that is not
  /// accepted yet. Routes may lead to it. Null if never. Throws RecordError.
  bool (*will_serve)(std::string_view key, std::string_view line, std::string_view vpc_id) = nullptr;
  /// True if the resource of that id must not be deleted although the reference to it may dangle: an active peering
  /// connection keeps its VPCs. Null if never. Asked only of a resource that lives. Throws RecordError.
  bool (*needs)(std::string_view key, std::string_view line, std::string_view id) = nullptr;
  /// What is wrong with a record on its own, or nothing. Throws RecordError.
  std::optional<std::string> (*fault)(std::string_view key, std::string_view line) = nullptr;
  /// Receives the place of a problem, and the problem as the end of a message.
  using Report =
      std::function<void(std::string_view table, std::string_view key, const std::string& member, std::string what)>;
  /// Checks what must hold between its records and others, besides references. Null if there is nothing to check. Every
  /// record must be valid on its own. Throws RecordError.
  void (*check_relations)(const Records& records, const Report& report) = nullptr;
  /// Brings the records of the caller's region up to date with the current time; every call begins with this. Null if
  /// time changes no records. Throws RecordError.
  void (*catch_up)(Context& context) = nullptr;

  /// True for the record of a resource that has ended and is only listed. Throws RecordError.
  [[nodiscard]] bool has_ended(std::string_view key, std::string_view line) const {
    return life != nullptr && life(key, line).ended.has_value();
  }
  /// True if what the record refers to must exist and must not be deleted. Throws RecordError.
  [[nodiscard]] bool keeps_references(std::string_view key, std::string_view line) const;

  /// The error for a missing resource, or for what cannot be an id of its kind.
  [[nodiscard]] ApiError not_found(std::string_view id) const;
  /// The DependencyViolation error: something that would not be deleted with the resource refers to it.
  [[nodiscard]] ApiError has_dependencies(std::string_view id) const;
};

/// Members that every record has, for its description.
namespace recorded {

template <auto Pointer>
inline constexpr auto region = model::member<Pointer>("Region", "The region it is in.",
                                                      {.fault = &value_faults::region});
template <auto Pointer>
inline constexpr auto serial = model::member<Pointer>("Serial", "Its position in the order of creation.",
                                                      {.minimum = 1, .maximum = kMostSerial});
template <auto Pointer>
inline constexpr auto tags = model::member<Pointer>("Tags", "Its tags, sorted by key.");
/// For a noun whose state changes over time.
template <auto Pointer>
inline constexpr auto transition_start =
    model::member<Pointer>("TransitionStart", "When its state began to change, in UTC; absent where that took no time.",
                           {.fault = &value_faults::time});

}  // namespace recorded

/// Defines a noun from its record: a described struct with `region`, `serial` and `tags`, and optionally
/// - `transition_start`, an optional string, if its state changes over time;
/// - `static constexpr Companions kCompanions` and `std::string came_along_with() const`, if some are created with
///   another resource;
/// - `Life life() const`, if AWS lists it for a while after its end;
/// - `bool serves(std::string_view vpc_id) const`, if it can be used in only one VPC at a time;
/// - `bool will_serve(std::string_view vpc_id) const`, if it is assigned to a VPC before it can be used there;
/// - `bool needs(std::string_view id) const`, if the target of a reference that may dangle must sometimes not be
///   deleted;
/// - `std::optional<std::string> contradiction() const`, if its members can contradict each other: where and how, as
///   model::fault_in says it;
/// - `static void check_relations(const Records&, const Noun::Report&)`, if more than its references must be
///   consistent;
/// - `static void catch_up(Context&)`, if time changes its records;
/// - `std::optional<std::string> also_seen_from(std::string_view account) const`, if some are seen from a second region
///   (SeenFromTwoRegions).
template <class Record>
constexpr Noun define_noun(const NounWords& words) {
  Noun noun{words, row_source<Record>};
  noun.record = &model::shape_of<Record>;
  noun.tags = &model::described_member<&Record::tags>();
  if constexpr (requires { Record::kCompanions; }) noun.companions = Record::kCompanions;
  noun.common = [](std::string_view key, std::string_view line) {
    auto record = read_record<Record>(key, line);
    Noun::Common common{std::move(record.tags), {}, {}};
    if constexpr (requires { record.transition_start; }) common.transition_start = std::move(record.transition_start);
    if constexpr (requires { Record::kCompanions; }) common.came_along_with = record.came_along_with();
    return common;
  };
  noun.with_tags = [](std::string_view key, std::string_view line, const std::vector<Tag>& tags) {
    auto record = read_record<Record>(key, line);
    record.tags = tags;
    return write_record(record);
  };
  noun.with_serial = [](std::string_view key, std::string_view line, std::int64_t serial) {
    auto record = read_record<Record>(key, line);
    record.serial = serial;
    return write_record(record);
  };
  noun.fault = [](std::string_view key, std::string_view line) {
    const auto record = read_record<Record>(key, line);
    auto fault = model::fault_in(model::shape_of<Record>, &record);
    if constexpr (requires { &Record::contradiction; }) {
      if (!fault) fault = record.contradiction();
    }
    return fault;
  };
  if constexpr (requires { &Record::life; }) {
    noun.life = [](std::string_view key, std::string_view line) { return read_record<Record>(key, line).life(); };
  }
  if constexpr (requires { &Record::check_relations; }) noun.check_relations = &Record::check_relations;
  if constexpr (requires { &Record::catch_up; }) noun.catch_up = &Record::catch_up;
  if constexpr (requires(const Record& record) { record.serves(std::string_view()); }) {
    noun.serves = [](std::string_view key, std::string_view line, std::string_view vpc_id) {
      return read_record<Record>(key, line).serves(vpc_id);
    };
  }
  if constexpr (requires(const Record& record) { record.will_serve(std::string_view()); }) {
    noun.will_serve = [](std::string_view key, std::string_view line, std::string_view vpc_id) {
      return read_record<Record>(key, line).will_serve(vpc_id);
    };
  }
  if constexpr (requires(const Record& record) { record.needs(std::string_view()); }) {
    noun.needs = [](std::string_view key, std::string_view line, std::string_view id) {
      return read_record<Record>(key, line).needs(id);
    };
  }
  return noun;
}

}  // namespace ec2mimic
