#include "core/ops/transit_gateway_attachment/transit_gateway_attachment.h"

#include <set>

#include "core/records/transition.h"
#include "core/text/id_form.h"

namespace ec2mimic {
namespace {

using Record = TransitGatewayVpcAttachmentRecord;

constexpr FilterRule kVpcFilters[] = {
    filter<&TransitGatewayVpcAttachment::state>("state", "The state of the attachment, such as available."),
    filter<&TransitGatewayVpcAttachment::transit_gateway_attachment_id>("transit-gateway-attachment-id",
                                                                        "The attachment's own id."),
    filter<&TransitGatewayVpcAttachment::transit_gateway_id>("transit-gateway-id", "The gateway."),
    filter<&TransitGatewayVpcAttachment::vpc_id>("vpc-id", "The VPC that is attached."),
    tag_filter<&TransitGatewayVpcAttachment::tags>(),
    tag_key_filter<&TransitGatewayVpcAttachment::tags>(),
    tag_value_filter<&TransitGatewayVpcAttachment::tags>(),
};

using Association = TransitGatewayAttachmentAssociation;

constexpr FilterRule kFilters[] = {
    filter<&TransitGatewayAttachment::association, &Association::state>("association.state",
                                                                        "The state of the association: associated."),
    filter<&TransitGatewayAttachment::association, &Association::transit_gateway_route_table_id>(
        "association.transit-gateway-route-table-id", "The route table that the attachment uses."),
    filter<&TransitGatewayAttachment::resource_id>("resource-id", "The id of what is attached."),
    filter<&TransitGatewayAttachment::resource_owner_id>("resource-owner-id", "The account that owns it."),
    filter<&TransitGatewayAttachment::resource_type>("resource-type", "What is attached: vpc."),
    filter<&TransitGatewayAttachment::state>("state", "The state of the attachment, such as available."),
    filter<&TransitGatewayAttachment::transit_gateway_attachment_id>("transit-gateway-attachment-id",
                                                                     "The attachment's own id."),
    filter<&TransitGatewayAttachment::transit_gateway_id>("transit-gateway-id", "The gateway."),
    filter<&TransitGatewayAttachment::transit_gateway_owner_id>("transit-gateway-owner-id",
                                                                "The account that owns the gateway."),
    tag_filter<&TransitGatewayAttachment::tags>(),
    tag_key_filter<&TransitGatewayAttachment::tags>(),
    tag_value_filter<&TransitGatewayAttachment::tags>(),
};

// As for the gateway itself; AWS documents no times.
constexpr std::chrono::seconds kTimeToBecomeAvailable(50);
constexpr std::chrono::seconds kTimeToDelete(60);

bool is_pending(const Context& context, const Record& attachment) {
  return in_transition(context, attachment.transition_start, kTimeToBecomeAvailable);
}

std::string state_of(const Context& context, const Record& attachment) {
  if (attachment.deletion_time) return is_deleted(context, attachment) ? "deleted" : "deleting";
  return is_pending(context, attachment) ? "pending" : "available";
}

}  // namespace

void Record::check_relations(const Records& records, const Noun::Report& report) {
  std::set<std::pair<std::string, std::string>> attached;
  records.scan(kTable, {}, [&](std::string_view id, std::string_view line) {
    const auto attachment = read_record<Record>(id, line);
    if (attachment.deletion_time) return;
    if (attachment.subnet_ids.empty()) report(kTable, id, "SubnetIds", "it is in no subnet");
    if (!attached.emplace(attachment.transit_gateway_id, attachment.vpc_id).second) {
      report(kTable, id, "VpcId", attachment.vpc_id + " is attached to " + attachment.transit_gateway_id + " twice");
    }
  });
}

constinit const Noun ops::transit_gateway_attachment = define_noun<Record>({
    .type = "transit-gateway-attachment",
    .prefix = "tgw-attach-",
    .not_found_code = "InvalidTransitGatewayAttachmentID.NotFound",
    .not_found_text = "Transit Gateway Attachment {} was deleted or does not exist.",
    .dependency_text = "{} has dependencies and cannot be deleted.",
});

constinit const std::span<const FilterRule> Resource<TransitGatewayVpcAttachment>::filters = kVpcFilters;
constinit const std::span<const FilterRule> Resource<TransitGatewayAttachment>::filters = kFilters;

bool is_deleted(const Context& context, const Record& attachment) {
  return attachment.deletion_time && !in_transition(context, attachment.deletion_time, kTimeToDelete);
}

TransitGatewayVpcAttachment Resource<TransitGatewayVpcAttachment>::view(const std::string& id, const Record& record,
                                                                        Context& context) {
  TransitGatewayVpcAttachment attachment;
  attachment.transit_gateway_attachment_id = id;
  attachment.transit_gateway_id = record.transit_gateway_id;
  attachment.vpc_id = record.vpc_id;
  attachment.vpc_owner_id = context.account();
  attachment.state = state_of(context, record);
  attachment.subnet_ids = record.subnet_ids;
  attachment.creation_time = record.creation_time;
  attachment.options = record.options;
  attachment.tags = record.tags;
  return attachment;
}

void Resource<TransitGatewayVpcAttachment>::as_created(TransitGatewayVpcAttachment& view) { view.state = "pending"; }

TransitGatewayAttachment Resource<TransitGatewayAttachment>::view(const std::string& id, const Record& record,
                                                                  Context& context) {
  TransitGatewayAttachment attachment;
  attachment.transit_gateway_attachment_id = id;
  attachment.transit_gateway_id = record.transit_gateway_id;
  attachment.transit_gateway_owner_id = context.account();
  attachment.resource_owner_id = context.account();
  attachment.resource_type = "vpc";
  attachment.resource_id = record.vpc_id;
  attachment.state = state_of(context, record);
  if (record.transit_gateway_route_table_id && !record.deletion_time) {
    attachment.association = {*record.transit_gateway_route_table_id,
                              is_pending(context, record) ? "associating" : "associated"};
  }
  attachment.creation_time = record.creation_time;
  attachment.tags = record.tags;
  return attachment;
}

namespace transit_gateways {

std::vector<Table<Record>::Entry> attachments_of(Context& context, const std::string& transit_gateway_id) {
  auto all = Table<Record>(context).all(Narrowing().in_line({in_quotes(transit_gateway_id)}));
  std::erase_if(all, [&](const auto& one) { return one.second.transit_gateway_id != transit_gateway_id; });
  return all;
}

void require_well_formed_attachment(const std::string& id) {
  if (is_hex_id_of(ops::transit_gateway_attachment.prefix, id)) return;
  throw ApiError{"InvalidTransitGatewayAttachmentID.Malformed", "Invalid Transit Gateway Attachment id."};
}

}  // namespace transit_gateways
}  // namespace ec2mimic
