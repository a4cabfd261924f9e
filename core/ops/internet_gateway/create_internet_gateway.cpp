#include "core/operation/creating.h"
#include "core/ops/internet_gateway/internet_gateway.h"

namespace ec2mimic {
namespace {

struct CreateInternetGateway {
  std::vector<TagSpecification> tag_specifications{};
  std::optional<bool> dry_run{};
};

struct CreateInternetGatewayResult {
  InternetGateway internet_gateway{};
};

}  // namespace

template <>
struct model::Describe<CreateInternetGateway> {
  static constexpr std::string_view name = "CreateInternetGatewayRequest";
  static constexpr auto members = model::members(creating::tags<&CreateInternetGateway::tag_specifications>(
                                                     "Tags for the new gateway; ResourceType is internet-gateway."),
                                                 dry_run<&CreateInternetGateway::dry_run>);
};

template <>
struct model::Describe<CreateInternetGatewayResult> {
  static constexpr std::string_view name = "CreateInternetGatewayResult";
  static constexpr auto members = model::members(
      member<&CreateInternetGatewayResult::internet_gateway>("InternetGateway", "The internet gateway."));
};

namespace {

CreateInternetGatewayResult run_create_internet_gateway(const CreateInternetGateway& request, Context& context) {
  InternetGatewayRecord gateway;
  gateway.tags = sorted(tags_for(request.tag_specifications, ops::internet_gateway.type));
  const std::string id = context.new_id(ops::internet_gateway.prefix);
  Table<InternetGatewayRecord>(context).create(id, gateway);
  return {*find_created<InternetGateway>(context, id)};
}

}  // namespace

namespace ops {

extern constinit const Operation create_internet_gateway = define<&run_create_internet_gateway>({
    .name = "CreateInternetGateway",
    .effect = Effect::writes,
    .summary = "Creates an internet gateway",
    .description = "The new gateway is not attached to a VPC.",
});

}  // namespace ops
}  // namespace ec2mimic
