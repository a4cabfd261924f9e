// How long idle connections are tracked, as requests give it.
#pragma once

#include <cstdint>
#include <optional>

#include "core/model/describe.h"

namespace ec2mimic {

struct ConnectionTrackingSpecificationRequest {
  std::optional<std::int64_t> tcp_established_timeout{};
  std::optional<std::int64_t> udp_stream_timeout{};
  std::optional<std::int64_t> udp_timeout{};
};

template <>
struct model::Describe<ConnectionTrackingSpecificationRequest> {
  static constexpr std::string_view name = "ConnectionTrackingSpecificationRequest";
  static constexpr auto members = model::members(
      member<&ConnectionTrackingSpecificationRequest::tcp_established_timeout>(
          "TcpEstablishedTimeout", "For established TCP connections, in seconds."),
      member<&ConnectionTrackingSpecificationRequest::udp_stream_timeout>("UdpStreamTimeout",
                                                                          "For UDP streams, in seconds."),
      member<&ConnectionTrackingSpecificationRequest::udp_timeout>("UdpTimeout", "For other UDP traffic, in seconds."));
};

}  // namespace ec2mimic
