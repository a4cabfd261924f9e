// The shape of seed documents, which follows from the records of all nouns: a list for each table, whose entries have
// the members of its records, without Serial, and the id.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/model/shape.h"
#include "core/operation/noun.h"
#include "core/seam/json.h"

namespace ec2mimic {

/// The account of a state unless its seed names another.
inline constexpr std::string_view kDefaultAccount = "123456789012";

/// The region of an entry of a seed unless it names another.
inline constexpr std::string_view kDefaultRegion = "us-east-1";

/// The lists that do not belong to a noun, and members of their entries.
inline constexpr std::string_view kTokenList = "ClientTokens";
inline constexpr std::string_view kNextIdList = "NextIds";
inline constexpr std::string_view kRegionList = "Regions";
inline constexpr std::string_view kTokenRequest = "Request";

/// The shape of a whole seed. A structure without members allows any object.
[[nodiscard]] const model::Shape& seed_shape();

/// Where a document does not have the shape of a seed, one fault per line.
[[nodiscard]] std::vector<std::string> shape_faults(const Json& document);

/// A noun's list in a seed, named as in the answers of AWS: `RouteTables`.
[[nodiscard]] std::string list_name(const Noun& noun);

/// The member with the id in such a list: `RouteTableId`.
[[nodiscard]] std::string id_member(const Noun& noun);

}  // namespace ec2mimic
