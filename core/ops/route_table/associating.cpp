#include "core/ops/route_table/associating.h"

#include <algorithm>

#include "core/operation/lookup.h"
#include "core/ops/internet_gateway/internet_gateway.h"
#include "core/ops/subnet/subnet.h"

namespace ec2mimic {

ApiError different_networks(const std::string& table_id, const std::string& and_what) {
  return {"InvalidParameterValue", "route table " + table_id + " and " + and_what + " belong to different networks"};
}

void check_association(Context& context, const std::string& table_id, const RouteTableRecord& table,
                       const RouteTableAssociation& association) {
  if (association.subnet_id) {
    const std::string& id = *association.subnet_id;
    if (require<Subnet>(context, id).vpc_id != table.vpc_id) throw different_networks(table_id, "subnet " + id);
  }
  if (association.gateway_id) {
    const std::string& id = *association.gateway_id;
    const bool is_vpn = id.starts_with("vgw-");
    const std::string_view type = is_vpn ? std::string_view("vpn-gateway") : ops::internet_gateway.type;
    const Whereabouts place = whereabouts(context, type, id, table.vpc_id);
    if (place == Whereabouts::missing) {
      throw ApiError{"InvalidGatewayID.NotFound", "The gateway ID '" + id + "' does not exist"};
    }
    if (place == Whereabouts::elsewhere) throw different_networks(table_id, "network gateway " + id);
  }
}

bool is_associated(Context& context, const RouteTableAssociation& association) {
  const std::string& user = association.subnet_id ? *association.subnet_id : association.gateway_id.value();
  const auto tables = Table<RouteTableRecord>(context).all(Narrowing().in_line({in_quotes(user)}));
  return std::any_of(tables.begin(), tables.end(), [&](const auto& table) {
    const auto& all = table.second.associations;
    return std::any_of(all.begin(), all.end(), [&](const RouteTableAssociation& one) {
      return one.subnet_id == association.subnet_id && one.gateway_id == association.gateway_id;
    });
  });
}

TakenAssociation take_association(Context& context, const std::string& id) {
  for (auto& [table_id, table] : Table<RouteTableRecord>(context).all(Narrowing().in_line({in_quotes(id)}))) {
    const auto found =
        std::find_if(table.associations.begin(), table.associations.end(),
                     [&](const RouteTableAssociation& one) { return one.route_table_association_id == id; });
    if (found == table.associations.end()) continue;
    TakenAssociation taken{table_id, table, *found};
    taken.table.associations.erase(taken.table.associations.begin() + (found - table.associations.begin()));
    return taken;
  }
  throw ApiError{"InvalidAssociationID.NotFound", "The association ID '" + id + "' does not exist"};
}

}  // namespace ec2mimic
