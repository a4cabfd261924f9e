// The entries of a seed's lists, read into records.
#pragma once

#include <string>
#include <vector>

#include "core/account/ids.h"
#include "core/operation/noun.h"
#include "core/records/records.h"
#include "core/seam/json.h"

namespace ec2mimic {

struct SeedEntry {
  const Noun* noun = nullptr;
  std::string path{};  ///< `RouteTables[0]`
  std::string id{};
  std::string region{};
  Json record{};  ///< As given, without serial; a brief member is expanded to the list it abbreviates.
};

/// The entries of all nouns' lists, those of VPCs first, otherwise in the order of nouns(). What two regions see, such
/// as a peering connection between them, may be in a list once for each; the first counts. The document must have the
/// shape of a seed.
[[nodiscard]] std::vector<SeedEntry> read_seed_entries(const Json& document);

/// Gives an id to each part without one, such as an association.
void name_parts(const model::Shape& structure, Json& record, NewIds& ids);

/// The line of the entry's record with that serial: complete, and with sorted tags. Throws RecordError.
[[nodiscard]] std::string line_of(const SeedEntry& entry, std::int64_t serial);

/// What to call the member at that path of the entry's record where the seed may use a brief one.
[[nodiscard]] std::string in_seed(const SeedEntry& entry, const Json& document, std::string fault);

}  // namespace ec2mimic
