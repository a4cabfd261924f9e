// Where new ids come from: the ones that a seed document laid down for the next creates, else a seed, else randomness.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/identifiers.h"
#include "core/model/describe.h"
#include "core/records.h"

namespace ec2mimic {

class NewIds {
 public:
  NewIds() = default;
  NewIds(const NewIds&) = delete;
  NewIds& operator=(const NewIds&) = delete;
  virtual ~NewIds() = default;

  /// The next id of a prefix, such as `rtb-`.
  [[nodiscard]] virtual std::string next(std::string_view prefix) = 0;
};

/// Ids that follow from `base` and from nothing else: the same base gives the same ids in the same order.
class DerivedIds : public NewIds {
 public:
  explicit DerivedIds(std::string base) : base_(std::move(base)) {}
  [[nodiscard]] std::string next(std::string_view prefix) override;

 private:
  std::string base_;
  unsigned count_ = 0;
};

/// The ids of one call. Takes the ids laid down in the state first, and takes them out of it in the same commit. With a
/// seed the others follow from the seed and the revision, so that they repeat from run to run and, since no revision is
/// written twice, never collide between processes; without one they are random.
class CallIds : public NewIds {
 public:
  CallIds(Records& records, Identifiers& identifiers, const std::optional<std::string>& seed);
  [[nodiscard]] std::string next(std::string_view prefix) override;

 private:
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
