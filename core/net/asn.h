// Numbers of autonomous systems, by which networks know each other in BGP.
#pragma once

#include <cstdint>

namespace ec2mimic::net {

/// True for the numbers of 16 and of 32 bits that RFC 6996 reserves for private use.
constexpr bool is_private_asn(std::int64_t number) {
  return (number >= 64512 && number <= 65534) || (number >= 4200000000 && number <= 4294967294);
}

}  // namespace ec2mimic::net
