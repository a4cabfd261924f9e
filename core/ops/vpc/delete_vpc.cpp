#include "core/operation.h"
#include "core/ops/vpc/vpc.h"
#include "core/references.h"

namespace ec2mimic {
namespace {

struct DeleteVpc {
  std::string vpc_id{};
  std::optional<bool> dry_run{};
};

}  // namespace

template <>
struct model::Describe<DeleteVpc> {
  static constexpr std::string_view name = "DeleteVpcRequest";
  static constexpr auto members = model::members(
      member<&DeleteVpc::vpc_id>("VpcId", "The VPC to delete.", {.required = true, .refers = "vpc"}),
      member<&DeleteVpc::dry_run>("DryRun", "Asks whether the call would be allowed, and deletes nothing."));
};

namespace {

void run(const DeleteVpc& request, Context& context) {
  require<Vpc>(context, request.vpc_id);
  delete_resource(context.records(), ops::vpc, request.vpc_id);
}

constexpr std::string_view kErrors[] = {"DependencyViolation", "InvalidVpcID.NotFound"};
constexpr std::string_view kSeeAlso[] = {"create-vpc", "describe-vpcs"};

}  // namespace

namespace ops {

extern constinit const Operation delete_vpc = define<&run>({
    .name = "DeleteVpc",
    .effect = Effect::writes,
    .summary = "Deletes a VPC",
    .description = "With the VPC go its main route table, its default network ACL and its security group called "
                   "default. If anything else is left in it, an internet gateway or a subnet, a route table or network "
                   "ACL that somebody made, nothing is deleted.",
    .errors = kErrors,
    .see_also = kSeeAlso,
});

}  // namespace ops
}  // namespace ec2mimic
