#include "core/operation/creating.h"
#include "core/ops/egress_only_internet_gateway/egress_only_internet_gateway.h"
#include "core/ops/vpc/vpc.h"

namespace ec2mimic {
namespace {

struct CreateEgressOnlyInternetGateway {
  std::optional<std::string> client_token{};
  std::optional<bool> dry_run{};
  std::string vpc_id{};
  std::vector<TagSpecification> tag_specifications{};
};

struct CreateEgressOnlyInternetGatewayResult {
  std::optional<std::string> client_token{};
  EgressOnlyInternetGateway egress_only_internet_gateway{};
};

}  // namespace

template <>
struct model::Describe<CreateEgressOnlyInternetGateway> {
  static constexpr std::string_view name = "CreateEgressOnlyInternetGatewayRequest";
  static constexpr auto members = model::members(
      member<&CreateEgressOnlyInternetGateway::client_token>("ClientToken", creating::kClientTokenDoc),
      dry_run<&CreateEgressOnlyInternetGateway::dry_run>,
      member<&CreateEgressOnlyInternetGateway::vpc_id>("VpcId", "The VPC to create the gateway in.",
                                                       {.required = true, .insists_on = "VpcId", .refers = "vpc"}),
      creating::tags<&CreateEgressOnlyInternetGateway::tag_specifications>(
          "Tags for the new gateway; ResourceType is egress-only-internet-gateway."));
};

template <>
struct model::Describe<CreateEgressOnlyInternetGatewayResult> {
  static constexpr std::string_view name = "CreateEgressOnlyInternetGatewayResult";
  static constexpr auto members =
      model::members(creating::token<&CreateEgressOnlyInternetGatewayResult::client_token>,
                     member<&CreateEgressOnlyInternetGatewayResult::egress_only_internet_gateway>(
                         "EgressOnlyInternetGateway", "The gateway."));
};

namespace {

void check_vpc_has_none(const std::string& vpc_id, Context& context) {
  const auto naming = Table<EgressOnlyInternetGatewayRecord>(context).all(Narrowing().in_line({in_quotes(vpc_id)}));
  for (const auto& [id, gateway] : naming) {
    if (!gateway.serves(vpc_id)) continue;
    throw ApiError{"InvalidParameterValue",
                   "Network " + vpc_id + " already has an egress-only internet gateway attached"};
  }
}

CreateEgressOnlyInternetGatewayResult run_create_egress_only_internet_gateway(
    const CreateEgressOnlyInternetGateway& request, Context& context) {
  EgressOnlyInternetGatewayRecord gateway;
  gateway.tags = sorted(tags_for(request.tag_specifications, ops::egress_only_internet_gateway.type));
  static_cast<void>(require<Vpc>(context, request.vpc_id));
  check_vpc_has_none(request.vpc_id, context);
  gateway.vpc_id = request.vpc_id;
  const std::string id = context.new_id(ops::egress_only_internet_gateway.prefix);
  Table<EgressOnlyInternetGatewayRecord>(context).create(id, gateway);
  return {{}, *find_created<EgressOnlyInternetGateway>(context, id)};
}

constexpr std::string_view kCreateEgressOnlyInternetGatewaySeeAlso[] = {"create-route"};

// Clients send no token of their own accord, so the member is not marked as one.
constexpr Operation taking_a_token(Operation operation) {
  operation.token = operation.request->member("ClientToken");
  return operation;
}

}  // namespace

namespace ops {

extern constinit const Operation create_egress_only_internet_gateway = taking_a_token(
    define_create<&run_create_egress_only_internet_gateway, &CreateEgressOnlyInternetGateway::tag_specifications,
                  &CreateEgressOnlyInternetGatewayResult::egress_only_internet_gateway,
                  &CreateEgressOnlyInternetGatewayResult::client_token>({
        .name = "CreateEgressOnlyInternetGateway",
        .effect = Effect::writes,
        .summary = "Creates an egress-only internet gateway in a VPC",
        .description = "The gateway is attached to the VPC for as long as it exists, and lets IPv6 traffic out, but no "
                       "connection in. A VPC has at most one.\n\n"
                       "A call can safely be repeated with the same client token: it returns the gateway that the "
                       "first call created. The same token with any other parameter is refused with "
                       "IdempotentParameterMismatch. Without --client-token none is sent, and the answer shows none.",
        .see_also = kCreateEgressOnlyInternetGatewaySeeAlso,
    }));

}  // namespace ops
}  // namespace ec2mimic
