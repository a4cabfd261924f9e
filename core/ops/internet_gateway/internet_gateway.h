// Internet gateways: their record and their view.
#pragma once

#include "core/operation/resource.h"

namespace ec2mimic {

namespace ops {
extern const Noun internet_gateway;
}

struct InternetGatewayRecord {
  static constexpr std::string_view kTable = "internet-gateways";
  std::string region{};
  std::int64_t serial = 0;
  std::optional<std::string> vpc_id{};
  std::vector<Tag> tags{};

  [[nodiscard]] bool serves(std::string_view vpc) const { return vpc_id == vpc; }

  /// Checks that no two gateways are attached to one VPC.
  static void check_relations(const Records& records, const Noun::Report& report);
};

struct InternetGatewayAttachment {
  std::string state{};
  std::string vpc_id{};
};

/// An internet gateway as AWS shows it.
struct InternetGateway {
  std::vector<InternetGatewayAttachment> attachments{};
  std::string internet_gateway_id{};
  std::string owner_id{};
  std::vector<Tag> tags{};
};

template <>
struct Resource<InternetGateway> {
  using Record = InternetGatewayRecord;
  static constexpr const Noun& noun = ops::internet_gateway;
  static const std::span<const FilterRule> filters;
  static constexpr auto id = &InternetGateway::internet_gateway_id;
  static constexpr auto tags = &InternetGateway::tags;
  static InternetGateway view(const std::string& id, const InternetGatewayRecord& record, Context& context);
};

/// Creates a gateway that is attached to a new VPC. Returns its id.
std::string create_attached_internet_gateway(Context& context, const std::string& vpc_id);

inline constexpr std::string_view kAttachedStates[] = {"available"};

namespace model {

template <>
struct Describe<InternetGatewayRecord> {
  static constexpr std::string_view name = "InternetGatewayRecord";
  static constexpr auto members =
      model::members(recorded::region<&InternetGatewayRecord::region>, recorded::serial<&InternetGatewayRecord::serial>,
                     member<&InternetGatewayRecord::vpc_id>("VpcId", "The VPC that it is attached to, if any.",
                                                            {.refers = "vpc", .shown_as = "Attachments.VpcId"}),
                     recorded::tags<&InternetGatewayRecord::tags>);
};

template <>
struct Describe<InternetGatewayAttachment> {
  static constexpr std::string_view name = "InternetGatewayAttachment";
  static constexpr auto members = model::members(
      member<&InternetGatewayAttachment::state>("State", "The state of the attachment: available.",
                                                {.computed = true, .seen = kAttachedStates, .at_rest = "available"}),
      member<&InternetGatewayAttachment::vpc_id>("VpcId", "The VPC that the gateway is attached to.",
                                                 {.refers = "vpc"}));
};

template <>
struct Describe<InternetGateway> {
  static constexpr std::string_view name = "InternetGateway";
  static constexpr auto members = model::members(
      member<&InternetGateway::attachments>("Attachments",
                                            "The VPC that it is attached to; empty if it is not attached."),
      member<&InternetGateway::internet_gateway_id>("InternetGatewayId", "Its id.",
                                                    {.refers = "internet-gateway", .key = true}),
      member<&InternetGateway::owner_id>("OwnerId", "The account that owns it.", {.computed = true, .account = true}),
      member<&InternetGateway::tags>("Tags", "Its tags."));
};

}  // namespace model
}  // namespace ec2mimic
