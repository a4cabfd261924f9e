// Where new ids come from: the ones that a seed document laid down for the next creates, else a seed, else randomness.
// From wherever it comes, an id that a record has already is never given to a new one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/describe.h"
#include "core/records/new_ids.h"
#include "core/records/records.h"
#include "core/seam/identifiers.h"

namespace ec2mimic {

/// True if a resource has this id, in whatever region.
[[nodiscard]] bool is_used(const Records& records, std::string_view id);

/// True if the id was given before as far as the records tell: to a resource, also to one that is gone and that a
/// client token remembers, or to a part of one. Searches tables, which takes milliseconds in a large account.
[[nodiscard]] bool was_given(const Records& records, std::string_view id);

/// True if the id has the prefix, and 8 or 17 lower-case hexadecimal digits after it, as AWS's have.
[[nodiscard]] bool is_id_of(std::string_view prefix, std::string_view id);

/// The id of that prefix that is number `count`, from 1, among those that follow from `base`.
[[nodiscard]] std::string derived_id(std::string_view base, std::string_view prefix, unsigned count);

/// Ids that follow from `base`: the same base gives the same ids in the same order, but for those that are used.
class DerivedIds : public NewIds {
 public:
  /// Keeps a reference to the records.
  DerivedIds(const Records& records, std::string base) : records_(records), base_(std::move(base)) {}
  [[nodiscard]] std::string next(std::string_view prefix) override;

 private:
  const Records& records_;
  std::string base_;
  unsigned count_ = 0;
};

/// The ids of one call. Takes the ids laid down in the state first, and takes them out of it in the same commit; one
/// that was given by then is taken out and passed over. With a seed the others follow from the seed and the revision,
/// so that they repeat from run to run; without one they are random. No revision is written twice, so ids from a seed
/// do not come twice by themselves. Where another hand lowered the revision they would: then the id of a part (an
/// association) or of a deleted resource that a client token remembers is passed over as well.
class CallIds : public NewIds {
 public:
  CallIds(Records& records, Identifiers& identifiers, const std::optional<std::string>& seed);
  [[nodiscard]] std::string next(std::string_view prefix) override;

 private:
  std::optional<std::string> take_laid_down(std::string_view prefix);

  Records& records_;
  Identifiers& identifiers_;
  std::optional<DerivedIds> derived_;
};

/// The record of ids laid down for the next creates of one kind, in the table kNextIds under their prefix.
struct NextIds {
  static constexpr std::string_view kTable = "next-ids";
  std::vector<std::string> ids{};
};

template <>
struct model::Describe<NextIds> {
  static constexpr std::string_view name = "NextIds";
  static constexpr auto members = model::members(member<&NextIds::ids>("Ids", "In the order in which they are given."));
};

}  // namespace ec2mimic
