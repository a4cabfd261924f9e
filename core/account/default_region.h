// A region at first sight. Nobody has to create what AWS puts there: DHCP options and a default VPC with all that
// belongs to it. The ids follow from account and region, so that two readers who write nothing see the same; the first
// commit in a region writes everything down, and from then on it can be changed and deleted like anything else. Nothing
// that is there already is ever overwritten: where another hand took away the record of an opened region, that alone is
// put back, and where it gave ids of an unopened one away, this one gets others.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/operation/region_record.h"
#include "core/records/records.h"

namespace ec2mimic {

/// Makes the records that stand in every region from the start, unless this region was written down before. If it was
/// and its RegionRecord is gone, so that its default VPC or its DHCP options are there, it makes that record alone.
/// Call it before anything else in a region: the records are marked as defaults (see Records), not changed.
void open_region(Records& records, const std::string& region);

/// The ids of everything that stands in a region of that account from the start.
[[nodiscard]] std::vector<std::string> ids_from_the_start(std::string_view account, const std::string& region);

}  // namespace ec2mimic
