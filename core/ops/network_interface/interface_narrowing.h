// What the filters of network interfaces rule out, where the values are those of other records or made of others.
#pragma once

#include <string>
#include <vector>

#include "core/operation/narrow_to_named.h"
#include "core/ops/address/address.h"

namespace ec2mimic::interface_narrowing {

using Patterns = std::vector<std::string>;

/// Rules out interfaces in other zones, as far as their subnets tell: by the names of the zones, and by their ids.
void by_zone(Narrowing& narrowing, const Patterns& patterns, Context& context);
void by_zone_id(Narrowing& narrowing, const Patterns& patterns, Context& context);

/// Rules out interfaces in a state that only a transition or an attachment explains.
void by_status(Narrowing& narrowing, const Patterns& patterns, Context& context);

/// Rules out interfaces without the private address that the filter names, or that a DNS name is made of.
void by_private_address(Narrowing& narrowing, const Patterns& patterns, Context& context);
void by_private_name(Narrowing& narrowing, const Patterns& patterns, Context& context);

/// Rules out interfaces without an Elastic IP address.
void by_any_address(Narrowing& narrowing, const Patterns& patterns, Context& context);

/// Rules out interfaces without an Elastic IP address whose view has such a value at a member.
template <auto Member>
void by_address(Narrowing& narrowing, const Patterns& patterns, Context& context) {
  Narrowing addresses;
  narrow(addresses, detail::storage<Member>(), model::described_member<Member>(), "", patterns);
  narrow_to_named(narrowing, addresses, context, &AddressRecord::network_interface_id);
}

/// Rules out all of them: no interface has such a value here.
void never(Narrowing& narrowing, const Patterns& patterns, Context& context);

}  // namespace ec2mimic::interface_narrowing
