#include "core/ops/internet_gateway/internet_gateway.h"

#include "core/errors.h"

namespace ec2mimic::ops {
namespace {

ApiError not_found(std::string_view id) {
  return errors::id_not_found("InvalidInternetGatewayID.NotFound", "internetGateway ID", id);
}

}  // namespace

constinit const Noun internet_gateway = define_noun<InternetGatewayRecord>("internet-gateway", "igw-", not_found);

}  // namespace ec2mimic::ops
