// The default contents of a region: what AWS puts there without being asked, which is a set of DHCP options and a
// default VPC with everything in it.
//
// The ids are derived from account and region, so that callers who only read see the same ids before anything is
// stored. The first commit in a region stores the defaults, and from then on they can be changed and deleted like
// anything else. Existing records are never overwritten: if the file was edited and only the RegionRecord is missing,
// only that is restored; if a default id of an unopened region was given to another resource, the region gets a
// different id.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/operation/region_record.h"
#include "core/records/records.h"

namespace ec2mimic {

/// Puts the default records of a region, unless it has a RegionRecord. If only that record is missing, because the
/// default VPC or the DHCP options exist, puts that record alone. Call it before anything else in a region: the records
/// are marked as defaults (see Records::mark_as_default), which are not worth a commit of their own. Throws
/// RecordError.
void open_region(Records& records, const std::string& region);

/// Makes a region start without defaults: writes its RegionRecord, but no default VPC. Without `dhcp_options_id` the
/// region gets its default DHCP options, otherwise they must be put by the caller. Returns their id.
std::string open_bare_region(Records& records, const std::string& region, const std::string& dhcp_options_id);

/// The ids of all default resources of a region in that account.
[[nodiscard]] std::vector<std::string> default_ids(std::string_view account, const std::string& region);

}  // namespace ec2mimic
