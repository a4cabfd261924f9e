#include "core/operation/region_record.h"

#include "core/records/record.h"

namespace ec2mimic {
std::string default_dhcp_options(Context& context) {
  const auto line = context.records().find(RegionRecord::kTable, context.region());
  // Every call opens its region before the operation runs, so the record is there.
  return read_record<RegionRecord>(context.region(), line.value()).dhcp_options_id;
}

}  // namespace ec2mimic
