#include <algorithm>

#include "core/net/region_table.h"
#include "core/operation/operation.h"
#include "core/operation/page_items.h"
#include "core/operation/page_members.h"
#include "core/ops/vpc_endpoint/vpc_endpoint.h"

namespace ec2mimic {
namespace {

struct DescribeVpcEndpointServices {
  std::optional<bool> dry_run{};
  std::vector<std::string> service_names{};
  std::vector<Filter> filters{};
  std::optional<std::int64_t> max_results{};
  std::optional<std::string> next_token{};
  std::vector<std::string> service_regions{};
};

struct ServiceTypeDetail {
  std::string service_type{};
};

struct PrivateDnsDetails {
  std::string private_dns_name{};
};

struct ServiceDetail {
  std::string service_name{};
  std::optional<std::string> service_id{};
  std::vector<ServiceTypeDetail> service_type{};
  std::string service_region{};
  std::optional<std::vector<std::string>> availability_zone_ids{};
  std::vector<std::string> availability_zones{};
  std::string owner{};
  std::vector<std::string> base_endpoint_dns_names{};
  std::optional<std::string> private_dns_name{};
  std::optional<std::vector<PrivateDnsDetails>> private_dns_names{};
  bool vpc_endpoint_policy_supported = true;
  bool acceptance_required = false;
  bool manages_vpc_endpoints = false;
  std::optional<std::string> payer_responsibility{};
  std::vector<Tag> tags{};
  std::optional<std::string> private_dns_name_verification_state{};
  std::vector<std::string> supported_ip_address_types{};
};

struct DescribeVpcEndpointServicesResult {
  std::vector<std::string> service_names{};
  std::vector<ServiceDetail> service_details{};
  std::optional<std::string> next_token{};
};

}  // namespace

template <>
struct model::Describe<DescribeVpcEndpointServices> {
  using Self = DescribeVpcEndpointServices;
  static constexpr std::string_view name = "DescribeVpcEndpointServicesRequest";
  static constexpr auto members = model::members(
      dry_run<&Self::dry_run>,
      member<&Self::service_names>("ServiceNames", "Shows the services with these names; all of them must exist."),
      requested_filters<&Self::filters>(), requested_page_size<&Self::max_results>(), requested_page<&Self::next_token>,
      member<&Self::service_regions>("ServiceRegions", "The regions of the services; by default that of the call."));
};

template <>
struct model::Describe<ServiceTypeDetail> {
  static constexpr std::string_view name = "ServiceTypeDetail";
  static constexpr auto members =
      model::members(member<&ServiceTypeDetail::service_type>("ServiceType", "The type: Gateway or Interface."));
};

template <>
struct model::Describe<PrivateDnsDetails> {
  static constexpr std::string_view name = "PrivateDnsDetails";
  static constexpr auto members =
      model::members(member<&PrivateDnsDetails::private_dns_name>("PrivateDnsName", "The name."));
};

template <>
struct model::Describe<ServiceDetail> {
  using Self = ServiceDetail;
  static constexpr std::string_view name = "ServiceDetail";
  static constexpr auto members = model::members(
      member<&Self::service_name>("ServiceName", "The name, such as com.amazonaws.us-east-1.s3."),
      member<&Self::service_id>("ServiceId", "The id; not shown here."),
      member<&Self::service_type>("ServiceType", "The type of its endpoints."),
      member<&Self::service_region>("ServiceRegion", "The region that it is in."),
      member<&Self::availability_zone_ids>("AvailabilityZoneIds", "The ids of its zones; not shown here."),
      member<&Self::availability_zones>("AvailabilityZones", "The zones in which it has endpoints."),
      member<&Self::owner>("Owner", "Who owns it: amazon."),
      member<&Self::base_endpoint_dns_names>("BaseEndpointDnsNames", "The ends of the names of its endpoints."),
      member<&Self::private_dns_name>("PrivateDnsName", "The service's own name, if endpoints can have it."),
      member<&Self::private_dns_names>("PrivateDnsNames", "The same as a list."),
      member<&Self::vpc_endpoint_policy_supported>("VpcEndpointPolicySupported", "Whether endpoints have a policy."),
      member<&Self::acceptance_required>("AcceptanceRequired", "Whether its owner has to accept endpoints."),
      member<&Self::manages_vpc_endpoints>("ManagesVpcEndpoints", "Whether it manages its endpoints itself."),
      member<&Self::payer_responsibility>("PayerResponsibility", "Who pays; not shown here."),
      member<&Self::tags>("Tags", "Its tags; always empty."),
      member<&Self::private_dns_name_verification_state>("PrivateDnsNameVerificationState",
                                                         "Whether its name is verified."),
      member<&Self::supported_ip_address_types>("SupportedIpAddressTypes", "The addresses that it supports."));
};

template <>
struct model::Describe<DescribeVpcEndpointServicesResult> {
  using Self = DescribeVpcEndpointServicesResult;
  static constexpr std::string_view name = "DescribeVpcEndpointServicesResult";
  static constexpr auto members =
      model::members(member<&Self::service_names>("ServiceNames", "The names of the services, sorted.",
                                                  {.in_pages = model::InPages::beside}),
                     member<&Self::service_details>("ServiceDetails", "The services, in the same order.",
                                                    {.in_pages = model::InPages::counted}),
                     next_page_token<&Self::next_token>);
};

namespace {

constexpr FilterRule kServiceFilters[] = {
    filter<&ServiceDetail::owner>("owner", "Who owns the service: amazon."),
    filter<&ServiceDetail::service_name>("service-name", "The name of the service."),
    filter<&ServiceDetail::service_region>("service-region", "The region that the service is in."),
    filter<&ServiceDetail::service_type, &ServiceTypeDetail::service_type>("service-type",
                                                                           "The type: Gateway or Interface."),
    filter<&ServiceDetail::supported_ip_address_types>("supported-ip-address-types",
                                                       "The addresses that the service supports: ipv4."),
    tag_filter<&ServiceDetail::tags>(),
    tag_key_filter<&ServiceDetail::tags>(),
    tag_value_filter<&ServiceDetail::tags>(),
};
constexpr std::span<const FilterRule> kServiceFilterRules = kServiceFilters;

ServiceDetail view(const net::EndpointService& service, const std::string& region) {
  ServiceDetail shown;
  shown.service_name = service.full_name(region);
  shown.service_type.push_back({std::string(service.is_gateway ? kGateway : kInterface)});
  shown.service_region = region;
  for (const Zone& zone : zones_of(region)) shown.availability_zones.push_back(zone.name);
  shown.owner = "amazon";
  shown.base_endpoint_dns_names.push_back(service.base_dns_name(region));
  shown.supported_ip_address_types.emplace_back("ipv4");
  shown.private_dns_name = service.private_dns_name(region);
  if (!shown.private_dns_name) return shown;
  shown.private_dns_names = {{*shown.private_dns_name}};
  shown.private_dns_name_verification_state = "verified";
  return shown;
}

bool is_any(const std::vector<std::string>& wanted, const std::string& value) {
  return std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

std::vector<std::string> regions_of(const DescribeVpcEndpointServices& request, const Context& context) {
  if (request.service_regions.empty()) return {context.region()};
  return request.service_regions;
}

// The names of the services on a page: the answer has them in a list of their own, beside that of the details.
std::vector<std::string> names_on(const PageRequest& page, const std::vector<PageItem<ServiceDetail>>& services) {
  std::vector<std::string> names;
  for (const PageItem<ServiceDetail>& service : services) {
    if (page.before({service.serial, service.id})) continue;
    if (page.full(names.size())) break;
    names.push_back(service.id);
  }
  return names;
}

std::vector<ServiceDetail> rows(const DescribeVpcEndpointServices& request, Context& context) {
  std::vector<ServiceDetail> shown;
  for (const std::string& region : regions_of(request, context)) {
    if (!is_region(region)) continue;
    for (const net::EndpointService& service : net::endpoint_services()) shown.push_back(view(service, region));
  }
  for (const std::string& name : request.service_names) {
    const bool exists =
        std::any_of(shown.begin(), shown.end(), [&](const ServiceDetail& one) { return one.service_name == name; });
    if (!exists) throw ApiError{"InvalidServiceName", "The Vpc Endpoint Service '" + name + "' does not exist"};
  }
  if (request.service_names.empty()) return shown;
  std::erase_if(shown, [&](const ServiceDetail& one) { return !is_any(request.service_names, one.service_name); });
  return shown;
}

void run_describe_vpc_endpoint_services(Call& call) {
  DescribeVpcEndpointServices request;
  call.request(model::shape_of<DescribeVpcEndpointServices>, &request);
  Context& context = call.context();
  const PageRequest page({"DescribeVpcEndpointServices", {}, INT64_MAX}, context.region(), request.max_results,
                         request.next_token, false);
  const Filters wanted(kServiceFilterRules, request.filters);
  std::vector<PageItem<ServiceDetail>> services;
  for (ServiceDetail& one : rows(request, context)) {
    const auto place = static_cast<std::int64_t>(services.size()) + 1;
    if (wanted.match(&one)) services.push_back({place, one.service_name, std::move(one)});
  }
  DescribeVpcEndpointServicesResult rest;
  rest.service_names = names_on(page, services);
  rest.next_token = add_page(services, page, nullptr, call);
  call.respond(model::shape_of<DescribeVpcEndpointServicesResult>, &rest);
}

constexpr std::string_view kDescribeVpcEndpointServicesErrors[] = {"InvalidServiceName"};

}  // namespace

namespace ops {

extern constinit const Operation describe_vpc_endpoint_services = define(
    &run_describe_vpc_endpoint_services, model::shape_of<DescribeVpcEndpointServices>,
    model::shape_of<DescribeVpcEndpointServicesResult>,
    {
        .name = "DescribeVpcEndpointServices",
        .summary = "Shows the services that a VPC can have endpoints for",
        .description = "Shows a selection of AWS's own services, the same in every region, those with the given names, "
                       "or those that match the filters. S3 and DynamoDB are there twice: as Gateway and as Interface.",
        .filters = &kServiceFilterRules,
        .errors = kDescribeVpcEndpointServicesErrors,
    });

}  // namespace ops
}  // namespace ec2mimic
