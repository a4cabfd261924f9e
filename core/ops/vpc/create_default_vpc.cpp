#include <utility>

#include "core/net/cidr.h"
#include "core/net/region_table.h"
#include "core/operation/operation.h"
#include "core/operation/region_record.h"
#include "core/ops/internet_gateway/internet_gateway.h"
#include "core/ops/route_table/route_table_changes.h"
#include "core/ops/subnet/subnet.h"
#include "core/records/transition.h"

namespace ec2mimic {
namespace {

struct CreateDefaultVpc {
  std::optional<bool> dry_run{};
};

struct CreateDefaultVpcResult {
  Vpc vpc{};
};

}  // namespace

template <>
struct model::Describe<CreateDefaultVpc> {
  static constexpr std::string_view name = "CreateDefaultVpcRequest";
  static constexpr auto members = model::members(dry_run<&CreateDefaultVpc::dry_run>);
};

template <>
struct model::Describe<CreateDefaultVpcResult> {
  static constexpr std::string_view name = "CreateDefaultVpcResult";
  static constexpr auto members = model::members(member<&CreateDefaultVpcResult::vpc>("Vpc", "The VPC."));
};

namespace {

void create_subnets(Context& context, const std::string& vpc_id) {
  net::Cidr block{net::Cidr::parse(kDefaultVpcBlock)->address, kDefaultSubnetPrefix};
  for (const Zone& zone : zones_of(context.region())) {
    SubnetRecord subnet;
    subnet.vpc_id = vpc_id;
    subnet.cidr_block = block.text();
    subnet.availability_zone = zone.name;
    subnet.default_for_az = true;
    subnet.map_public_ip_on_launch = true;
    put_new_subnet(context, subnet);
    block.address += 1U << (32 - kDefaultSubnetPrefix);
  }
}

// Internet access: a gateway, and a route to it in the main table.
void connect_to_internet(Context& context, const std::string& vpc_id, const std::string& main_route_table_id) {
  Route route;
  route.destination_cidr_block = "0.0.0.0/0";
  route.gateway_id = create_attached_internet_gateway(context, vpc_id);
  add_route(context, main_route_table_id, std::move(route));
}

CreateDefaultVpcResult run_create_default_vpc(const CreateDefaultVpc& /*request*/, Context& context) {
  if (default_vpc(context)) {
    throw ApiError{"DefaultVpcAlreadyExists", "A Default VPC already exists for this account in this region."};
  }
  const std::string id = context.new_id(ops::vpc.prefix);
  create_whole_default_vpc(context, id, default_dhcp_options(context), begin_transition(context));
  return {*find_created<Vpc>(context, id)};
}

constexpr std::string_view kCreateDefaultVpcErrors[] = {"DefaultVpcAlreadyExists"};
constexpr std::string_view kCreateDefaultVpcSeeAlso[] = {"create-default-subnet", "describe-subnets"};

}  // namespace

void create_whole_default_vpc(Context& context, const std::string& id, const std::string& dhcp_options_id,
                              const std::optional<std::string>& transition_start) {
  VpcPlan plan;
  plan.cidr_block = kDefaultVpcBlock;
  plan.dhcp_options_id = dhcp_options_id;
  plan.is_default = true;
  plan.transition_start = transition_start;
  const std::string main_route_table_id = create_vpc_with_defaults(context, id, plan);
  create_subnets(context, id);
  connect_to_internet(context, id, main_route_table_id);
}

namespace ops {

extern constinit const Operation create_default_vpc = define<&run_create_default_vpc>({
    .name = "CreateDefaultVpc",
    .effect = Effect::writes,
    .summary = "Recreates the default VPC of a region",
    .description = "Every region has a default VPC from the start. Once that is deleted, this creates another like it: "
                   "with the addresses 172.31.0.0/16, a default subnet in each zone, and an internet gateway to which "
                   "the main route table has a route. There is no other way to make a VPC the default one.",
    .errors = kCreateDefaultVpcErrors,
    .see_also = kCreateDefaultVpcSeeAlso,
});

}  // namespace ops
}  // namespace ec2mimic
