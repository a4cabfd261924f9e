// Egress-only internet gateways: their record and their view.
#pragma once

#include "core/operation/resource.h"
#include "core/ops/internet_gateway/internet_gateway.h"

namespace ec2mimic {

namespace ops {
extern const Noun egress_only_internet_gateway;
}

/// Unlike an internet gateway it belongs to one VPC for as long as it exists.
struct EgressOnlyInternetGatewayRecord {
  static constexpr std::string_view kTable = "egress-only-internet-gateways";
  std::string region{};
  std::int64_t serial = 0;
  std::string vpc_id{};
  std::vector<Tag> tags{};

  [[nodiscard]] bool serves(std::string_view vpc) const { return vpc_id == vpc; }
  /// Checks that no VPC has two.
  static void check_relations(const Records& records, const Noun::Report& report);
};

/// An egress-only internet gateway as AWS shows it.
struct EgressOnlyInternetGateway {
  std::vector<InternetGatewayAttachment> attachments{};
  std::string egress_only_internet_gateway_id{};
  std::vector<Tag> tags{};
};

template <>
struct Resource<EgressOnlyInternetGateway> {
  using Record = EgressOnlyInternetGatewayRecord;
  static constexpr const Noun& noun = ops::egress_only_internet_gateway;
  static const std::span<const FilterRule> filters;
  static constexpr auto id = &EgressOnlyInternetGateway::egress_only_internet_gateway_id;
  static constexpr auto tags = &EgressOnlyInternetGateway::tags;
  static EgressOnlyInternetGateway view(const std::string& id, const EgressOnlyInternetGatewayRecord& record,
                                        Context& context);
};

namespace model {

template <>
struct Describe<EgressOnlyInternetGatewayRecord> {
  using Self = EgressOnlyInternetGatewayRecord;
  static constexpr std::string_view name = "EgressOnlyInternetGatewayRecord";
  static constexpr auto members =
      model::members(recorded::region<&Self::region>, recorded::serial<&Self::serial>,
                     member<&Self::vpc_id>("VpcId", "The VPC that it is attached to.",
                                           {.refers = "vpc", .shown_as = "Attachments.VpcId"}),
                     recorded::tags<&Self::tags>);
};

template <>
struct Describe<EgressOnlyInternetGateway> {
  using Self = EgressOnlyInternetGateway;
  static constexpr std::string_view name = "EgressOnlyInternetGateway";
  static constexpr auto members = model::members(
      member<&Self::attachments>("Attachments", "The VPC that it is attached to."),
      member<&Self::egress_only_internet_gateway_id>("EgressOnlyInternetGatewayId", "Its id.",
                                                     {.refers = "egress-only-internet-gateway", .key = true}),
      member<&Self::tags>("Tags", "Its tags."));
};

}  // namespace model
}  // namespace ec2mimic
