#include "core/operation/creating.h"
#include "core/operation/shown_time.h"
#include "core/ops/nat_gateway/nat_gateway.h"
#include "core/ops/network_interface/network_interface.h"
#include "core/records/transition.h"
#include "core/seam/errors.h"
#include "core/text/id_form.h"

namespace ec2mimic {
namespace {

constexpr std::string_view kAvailabilityMode[] = {"zonal", "regional"};
constexpr std::string_view kConnectivityType[] = {"private", "public"};

struct AvailabilityZoneAddress {
  std::optional<std::string> availability_zone{};
  std::optional<std::string> availability_zone_id{};
  std::vector<std::string> allocation_ids{};
};

struct CreateNatGateway {
  std::optional<std::string> availability_mode{};
  std::optional<std::string> allocation_id{};
  std::optional<std::string> client_token{};
  std::optional<bool> dry_run{};
  std::optional<std::string> subnet_id{};
  std::optional<std::string> vpc_id{};
  std::vector<AvailabilityZoneAddress> availability_zone_addresses{};
  std::vector<TagSpecification> tag_specifications{};
  std::optional<std::string> connectivity_type{};
  std::optional<std::string> private_ip_address{};
  std::vector<std::string> secondary_allocation_ids{};
  std::vector<std::string> secondary_private_ip_addresses{};
  std::optional<std::int64_t> secondary_private_ip_address_count{};
};

struct CreateNatGatewayResult {
  std::optional<std::string> client_token{};
  NatGateway nat_gateway{};
};

}  // namespace

template <>
struct model::Describe<AvailabilityZoneAddress> {
  static constexpr std::string_view name = "AvailabilityZoneAddress";
  static constexpr auto members = model::members(
      member<&AvailabilityZoneAddress::availability_zone>("AvailabilityZone", "The zone."),
      member<&AvailabilityZoneAddress::availability_zone_id>("AvailabilityZoneId", "The id of that zone."),
      member<&AvailabilityZoneAddress::allocation_ids>("AllocationIds", "The addresses to use there.",
                                                       {.refers = "elastic-ip"}));
};

template <>
struct model::Describe<CreateNatGateway> {
  static constexpr std::string_view name = "CreateNatGatewayRequest";
  static constexpr auto members = model::members(
      member<&CreateNatGateway::availability_mode>("AvailabilityMode",
                                                   "`zonal`, which is the default; `regional` is not supported here.",
                                                   {.choices = kAvailabilityMode}),
      member<&CreateNatGateway::allocation_id>("AllocationId", "The Elastic IP address of a public gateway.",
                                               {.refers = "elastic-ip"}),
      creating::client_token<&CreateNatGateway::client_token>, dry_run<&CreateNatGateway::dry_run>,
      member<&CreateNatGateway::subnet_id>("SubnetId", "The subnet to create it in.", {.refers = "subnet"}),
      member<&CreateNatGateway::vpc_id>("VpcId", "The VPC of a regional gateway, which is not supported here.",
                                        {.no_effect = true, .refers = "vpc"}),
      member<&CreateNatGateway::availability_zone_addresses>(
          "AvailabilityZoneAddresses", "The addresses of a regional gateway, which is not supported here.",
          {.no_effect = true}),
      creating::tags<&CreateNatGateway::tag_specifications>("Tags for the new gateway; ResourceType is natgateway."),
      member<&CreateNatGateway::connectivity_type>("ConnectivityType", "`public`, which is the default, or `private`.",
                                                   {.choices = kConnectivityType}),
      member<&CreateNatGateway::private_ip_address>("PrivateIpAddress",
                                                    "Its address in the subnet; the lowest free one if omitted."),
      member<&CreateNatGateway::secondary_allocation_ids>("SecondaryAllocationIds", "Further Elastic IP addresses.",
                                                          {.no_effect = true, .refers = "elastic-ip"}),
      member<&CreateNatGateway::secondary_private_ip_addresses>(
          "SecondaryPrivateIpAddresses", "Further addresses of the subnet.", {.no_effect = true}),
      member<&CreateNatGateway::secondary_private_ip_address_count>("SecondaryPrivateIpAddressCount",
                                                                    "How many further addresses to choose.",
                                                                    {.no_effect = true, .minimum = 1, .maximum = 31}));
};

template <>
struct model::Describe<CreateNatGatewayResult> {
  static constexpr std::string_view name = "CreateNatGatewayResult";
  static constexpr auto members =
      model::members(creating::token<&CreateNatGatewayResult::client_token>,
                     member<&CreateNatGatewayResult::nat_gateway>("NatGateway", "The NAT gateway."));
};

namespace {

constexpr std::string_view kPrivate = "private";

ApiError missing(std::string_view name) {
  return {"MissingParameter", "The request must include the " + std::string(name) +
                                  " parameter. Add the required parameter and retry the request."};
}

// Ours: AWS creates a gateway that spreads over the zones of the VPC, and has a route table of its own.
void check_mode(const std::string& mode) {
  if (mode == "regional") {
    throw ApiError{"UnsupportedOperation",
                   "ec2mimic does not support regional NAT gateways; leave out "
                   "AvailabilityMode, and name a subnet."};
  }
  if (mode != "zonal") throw errors::invalid_parameter(mode, "availabilityMode");
}

void check(const CreateNatGateway& request) {
  check_mode(request.availability_mode.value_or("zonal"));
  const std::string type = request.connectivity_type.value_or("public");
  if (type != kPrivate && type != "public") throw errors::invalid_parameter(type, "connectivityType");
  if (!request.subnet_id) throw missing("SubnetId");
  if (type == kPrivate && request.allocation_id) {
    throw ApiError{"InvalidParameterCombination",
                   "The parameter AllocationId cannot be used with the connectivity type private"};
  }
  if (type != kPrivate && !request.allocation_id) throw missing("AllocationId");
  if (!is_id_of(ops::subnet.prefix, *request.subnet_id)) {
    throw ApiError{"InvalidSubnet", "The subnet ID '" + *request.subnet_id + "' is malformed"};
  }
  if (request.allocation_id && !is_id_of(ops::address.prefix, *request.allocation_id)) {
    throw ApiError{"InvalidElasticIpID.Malformed", "The elastic-ip ID '" + *request.allocation_id + "' is malformed"};
  }
}

AddressRecord require_address(const std::string& allocation_id, Context& context) {
  if (auto address = Table<AddressRecord>(context).find(allocation_id)) return *std::move(address);
  throw ApiError{"InvalidElasticIpID.NotFound", "The elasticIp ID '" + allocation_id + "' does not exist"};
}

// AWS creates the gateway first and finds out about these later, so the call succeeds and the gateway fails.
std::optional<ApiError> failure(const CreateNatGateway& request, const std::string& vpc_id,
                                const std::optional<AddressRecord>& address, Context& context) {
  if (!address) return std::nullopt;
  if (!has_internet_gateway(context, vpc_id)) {
    return ApiError{"Gateway.NotAttached", "Network " + vpc_id + " has no Internet gateway attached"};
  }
  if (address->association_id) {
    return ApiError{"Resource.AlreadyAssociated",
                    "Elastic IP address " + *request.allocation_id + " is already associated"};
  }
  return std::nullopt;
}

// The interface of the gateway, which AWS manages.
NetworkInterfaceRecord interface_of(const NatGatewayRecord& gateway, const std::string& gateway_id, Context& context) {
  NetworkInterfaceRecord interface;
  interface.vpc_id = gateway.vpc_id;
  interface.subnet_id = gateway.subnet_id;
  interface.description = "Interface for NAT Gateway " + gateway_id;
  interface.interface_type = kNatInterface;
  interface.requester_managed = true;
  interface.source_dest_check = false;
  NetworkInterfaceAttachment& attachment = interface.attachment.emplace();
  attachment.attachment_id = context.new_id("ela-attach-");
  attachment.delete_on_termination = false;
  attachment.device_index = 1;
  attachment.instance_owner_id = "amazon-aws";
  attachment.status = "attached";
  return interface;
}

// Gives the gateway its interface and addresses.
void connect(NatGatewayRecord& gateway, const std::string& gateway_id, std::vector<InterfaceAddress> addresses,
             const std::optional<AddressRecord>& address, Context& context) {
  NatGatewayAddress& its = gateway.addresses.at(0);
  NetworkInterfaceRecord interface = interface_of(gateway, gateway_id, context);
  interface.private_ip_addresses = std::move(addresses);
  const std::string id = context.new_id(ops::network_interface.prefix);
  create_interface(context, id, interface);
  its.network_interface_id = id;
  its.private_ip = interface.private_ip_addresses.at(0).private_ip_address;
  if (!address) return;
  its.public_ip = address->public_ip;
  its.association_id = associate(context, its.allocation_id.value(), id, *its.private_ip);
}

CreateNatGatewayResult run_create_nat_gateway(const CreateNatGateway& request, Context& context) {
  NatGatewayRecord gateway;
  gateway.tags = sorted(tags_for(request.tag_specifications, ops::nat_gateway.type));
  check(request);
  const SubnetRecord subnet = require<Subnet>(context, *request.subnet_id);
  std::optional<AddressRecord> address;
  if (request.allocation_id) address = require_address(*request.allocation_id, context);
  gateway.vpc_id = subnet.vpc_id;
  gateway.subnet_id = *request.subnet_id;
  gateway.connectivity_type = request.connectivity_type.value_or("public");
  gateway.create_time = shown_time(context.now());
  gateway.transition_start = begin_transition(context);
  gateway.addresses.emplace_back().allocation_id = request.allocation_id;
  const std::string id = context.new_id(ops::nat_gateway.prefix);
  auto failed = failure(request, subnet.vpc_id, address, context);
  try {
    auto addresses = take_addresses(context, gateway.subnet_id, subnet, {request.private_ip_address, {}, 0});
    if (!failed) connect(gateway, id, std::move(addresses), address, context);
  } catch (const ApiError& error) {
    if (error.code != kNoFreeAddress) throw;
    failed = ApiError{error.code, "Subnet has insufficient free addresses to create this NAT gateway"};
  }
  if (failed) {
    gateway.failure_code = failed->code;
    gateway.failure_message = failed->message;
  }
  Table<NatGatewayRecord>(context).create(id, gateway);
  return {{}, *find_created<NatGateway>(context, id)};
}

constexpr std::string_view kCreateNatGatewayErrors[] = {"InvalidElasticIpID.Malformed",
                                                        "InvalidElasticIpID.NotFound",
                                                        "InvalidIPAddress.InUse",
                                                        "InvalidParameterCombination",
                                                        "InvalidSubnet",
                                                        "MissingParameter",
                                                        "UnsupportedOperation"};
constexpr std::string_view kCreateNatGatewaySeeAlso[] = {"allocate-address", "create-internet-gateway"};

}  // namespace

namespace ops {

extern constinit const Operation create_nat_gateway = define_create<
    &run_create_nat_gateway, &CreateNatGateway::tag_specifications, &CreateNatGatewayResult::nat_gateway,
    &CreateNatGatewayResult::client_token>({
    .name = "CreateNatGateway",
    .effect = Effect::writes,
    .summary = "Creates a NAT gateway in a subnet",
    .description =
        "A public gateway has an Elastic IP address, and its VPC needs an internet gateway; a private one has neither. "
        "It has a network interface in the subnet, which AWS manages. The answer says that it is pending; every later "
        "call finds it available; with EC2MIMIC_TRANSITIONS=real, only calls a minute and a half later do. What AWS "
        "finds out "
        "later makes it fail then: no internet gateway in the VPC, an address in use, a subnet that is full.\n\n"
        "A call can safely be repeated with the same client token: it returns the gateway that the first call created.",
    .errors = kCreateNatGatewayErrors,
    .see_also = kCreateNatGatewaySeeAlso,
});

}  // namespace ops
}  // namespace ec2mimic
