// Where new ids come from: first the ids that a seed document reserved for the next creates, then those derived from a
// seed, if there is one, otherwise random ones. An id in use is never given to a new resource.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/describe.h"
#include "core/operation/derived_ids.h"
#include "core/records/new_ids.h"
#include "core/records/records.h"
#include "core/seam/identifiers.h"

namespace ec2mimic {

/// True if the records show that the id was given before: to a resource, to a part of one, or to a deleted resource
/// that a client token remembers. Scans tables, which takes milliseconds in a large account. Throws RecordError.
[[nodiscard]] bool was_given(const Records& records, std::string_view id);

/// The ids of one call. Ids reserved in the state come first and are removed from it in the same commit; one that was
/// given to something in the meantime is removed and skipped. With a seed, the rest are derived from the seed and the
/// revision, so they are the same in every run; without one they are random.
///
/// No revision is committed twice, so ids from a seed do not repeat by themselves. They would if the revision was
/// lowered by hand; therefore ids from a seed are also checked against parts (associations) and against deleted
/// resources that client tokens remember.
class CallIds : public NewIds {
 public:
  CallIds(Records& records, Identifiers& identifiers, const std::optional<std::string>& seed);
  [[nodiscard]] std::string next(std::string_view prefix) override;

 private:
  std::optional<std::string> take_reserved(std::string_view prefix);

  Records& records_;
  Identifiers& identifiers_;
  std::optional<DerivedIds> derived_;
};

/// The ids reserved for the next creates of one kind; the key is their prefix.
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
