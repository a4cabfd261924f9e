#include "core/errors.h"
#include "core/operation.h"
#include "core/ops/internet_gateway/internet_gateway.h"
#include "core/ops/network_acl/network_acl.h"
#include "core/ops/route_table/route_table.h"
#include "core/ops/security_group/security_group.h"
#include "core/ops/subnet/subnet.h"
#include "core/ops/vpc/vpc.h"

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
      member<&DeleteVpc::vpc_id>("VpcId", "The VPC to delete.", {.required = true, .completes = "vpc"}),
      member<&DeleteVpc::dry_run>("DryRun", "Asks whether the call would be allowed, and deletes nothing."));
};

namespace {

// What goes with a VPC; refuses the whole if anything is in the way.
class Doomed {
 public:
  Doomed(Context& context, const std::string& vpc_id) : context_(context), vpc_id_(vpc_id) {}

  // Takes note of the records that name the VPC. Throws DependencyViolation for one that does not go with it.
  template <class Record, class GoesWithIt>
  void collect(GoesWithIt goes_with_it) {
    for (const auto& [id, record] : Table<Record>(context_).all(quoted(vpc_id_))) {
      if (record.vpc_id != vpc_id_) continue;
      if (!goes_with_it(record)) throw errors::has_dependencies("vpc", vpc_id_);
      found_.emplace_back(Record::kTable, id);
    }
  }

  void erase() const {
    for (const auto& [table, id] : found_) context_.records().erase(table, id);
  }

 private:
  Context& context_;
  const std::string& vpc_id_;
  std::vector<std::pair<std::string_view, std::string>> found_;
};

void run(const DeleteVpc& request, Context& context) {
  require<Vpc>(context, request.vpc_id);
  Doomed doomed(context, request.vpc_id);
  doomed.collect<InternetGatewayRecord>([](const InternetGatewayRecord&) { return false; });
  doomed.collect<SubnetRecord>([](const SubnetRecord&) { return false; });
  doomed.collect<RouteTableRecord>([](const RouteTableRecord& table) { return table.is_main(); });
  doomed.collect<NetworkAclRecord>([](const NetworkAclRecord& acl) { return acl.is_default; });
  doomed.collect<SecurityGroupRecord>([](const SecurityGroupRecord& group) { return group.is_default(); });
  doomed.erase();
  Table<VpcRecord>(context).erase(request.vpc_id);
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
