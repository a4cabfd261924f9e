// The members of requests that take the addresses of a VPC from a pool, for their descriptions. There are no pools
// here, so none of them has an effect.
#pragma once

#include "core/model/describe.h"

namespace ec2mimic::address_pool {

template <auto Pointer>
inline constexpr auto ipv6_pool = model::member<Pointer>("Ipv6Pool", "An IPv6 address pool of your own.",
                                                         {.no_effect = true});

template <auto Pointer>
inline constexpr auto ipv6_cidr_block = model::member<Pointer>("Ipv6CidrBlock", "The block to take from that pool.",
                                                               {.no_effect = true});

template <auto Pointer>
inline constexpr auto ipv4_ipam_pool_id = model::member<Pointer>("Ipv4IpamPoolId",
                                                                 "The IPAM pool to take the IPv4 addresses from.",
                                                                 {.no_effect = true});

template <auto Pointer>
inline constexpr auto ipv4_netmask_length = model::member<Pointer>("Ipv4NetmaskLength",
                                                                   "The size of the block to take from that pool.",
                                                                   {.no_effect = true});

template <auto Pointer>
inline constexpr auto ipv6_ipam_pool_id = model::member<Pointer>("Ipv6IpamPoolId",
                                                                 "The IPAM pool to take the IPv6 addresses from.",
                                                                 {.no_effect = true});

template <auto Pointer>
inline constexpr auto ipv6_netmask_length = model::member<Pointer>("Ipv6NetmaskLength",
                                                                   "The size of the block to take from that pool.",
                                                                   {.no_effect = true});

template <auto Pointer>
inline constexpr auto ipv6_cidr_block_network_border_group =
    model::member<Pointer>("Ipv6CidrBlockNetworkBorderGroup",
                           "The location from which the IPv6 addresses are advertised.", {.no_effect = true});

}  // namespace ec2mimic::address_pool
