#include "core/ops/internet_gateway/internet_gateway.h"

namespace ec2mimic::ops {
constinit const Noun internet_gateway = define_noun<InternetGatewayRecord>({
    .type = "internet-gateway",
    .prefix = "igw-",
    .not_found_code = "InvalidInternetGatewayID.NotFound",
    .not_found_text = "The internetGateway ID '{}' does not exist",
    .dependency_text = "The internetGateway '{}' has dependencies and cannot be deleted.",
});

}  // namespace ec2mimic::ops
