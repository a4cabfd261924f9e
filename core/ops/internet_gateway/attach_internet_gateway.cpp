#include "core/operation/operation.h"
#include "core/ops/internet_gateway/internet_gateway.h"
#include "core/ops/vpc/vpc.h"
#include "core/text/id_form.h"

namespace ec2mimic {
namespace {

struct AttachInternetGateway {
  std::optional<bool> dry_run{};
  std::string internet_gateway_id{};
  std::string vpc_id{};
};

}  // namespace

template <>
struct model::Describe<AttachInternetGateway> {
  static constexpr std::string_view name = "AttachInternetGatewayRequest";
  static constexpr auto members = model::members(
      dry_run<&AttachInternetGateway::dry_run>,
      member<&AttachInternetGateway::internet_gateway_id>(
          "InternetGatewayId", "The gateway to attach.",
          {.required = true, .insists_on = "InternetGatewayId", .refers = "internet-gateway"}),
      member<&AttachInternetGateway::vpc_id>("VpcId", "The VPC to attach it to.",
                                             {.required = true, .insists_on = "VpcId", .refers = "vpc"}));
};

namespace {

void check_form(const std::string& vpc_id) {
  if (is_hex_id_of(ops::vpc.prefix, vpc_id)) return;
  throw ApiError{"InvalidVpcId.Malformed", "Invalid id: \"" + vpc_id + "\" (expecting \"vpc-...\")"};
}

void check_vpc_has_none(const std::string& vpc_id, Context& context) {
  const auto naming = Table<InternetGatewayRecord>(context).all(Narrowing().in_line({in_quotes(vpc_id)}));
  for (const auto& [id, gateway] : naming) {
    if (!gateway.serves(vpc_id)) continue;
    throw ApiError{"InvalidParameterValue", "Network " + vpc_id + " already has an internet gateway attached"};
  }
}

void run_attach_internet_gateway(const AttachInternetGateway& request, Context& context) {
  const std::string& id = request.internet_gateway_id;
  check_form(request.vpc_id);
  auto gateway = require<InternetGateway>(context, id);
  static_cast<void>(require<Vpc>(context, request.vpc_id));
  // Even to the same VPC: the call is not idempotent.
  if (gateway.vpc_id) {
    throw ApiError{"Resource.AlreadyAssociated",
                   "resource " + id + " is already attached to network " + *gateway.vpc_id};
  }
  check_vpc_has_none(request.vpc_id, context);
  gateway.vpc_id = request.vpc_id;
  Table<InternetGatewayRecord>(context).put(id, gateway);
}

constexpr std::string_view kAttachInternetGatewayErrors[] = {"InvalidParameterValue", "InvalidVpcId.Malformed",
                                                             "Resource.AlreadyAssociated"};
constexpr std::string_view kAttachInternetGatewaySeeAlso[] = {"create-route"};

}  // namespace

namespace ops {

extern constinit const Operation attach_internet_gateway = define<&run_attach_internet_gateway>({
    .name = "AttachInternetGateway",
    .effect = Effect::writes,
    .summary = "Attaches an internet gateway to a VPC",
    .description = "A VPC has at most one internet gateway, and a gateway is attached to at most one VPC. Attaching it "
                   "to the same VPC again is refused, too. Routes to the gateway in that VPC become active.",
    .errors = kAttachInternetGatewayErrors,
    .see_also = kAttachInternetGatewaySeeAlso,
});

}  // namespace ops
}  // namespace ec2mimic
