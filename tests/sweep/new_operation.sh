#!/bin/sh
# .ci/new-operation generates what people wrote by hand, except texts and function bodies: every existing operation is
# generated again, and the descriptions of its request and result must be the same, member by member with their traits.
# usage: new_operation.sh FOLDER-OF-THE-SOURCES
set -u
cd "${1:?names the folder of the sources}" || exit 2
command -v jq >/dev/null || { echo "jq is not installed; .ci/setup test installs it"; exit 1; }
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT

# The descriptions in a source, each once on a line, without white space and sentences. Some traits are left out because
# the model does not contain them: what has no effect here or names another region, the AWS CLI's own names of options,
# limits of pages, the values that occur here, and references to parts of records, to resources of any type, and by
# members whose names do not say the type. The members in core/ops/vpc/address_pool.h count as those that the generator
# writes out.
descriptions() {
  tr -d ' \n' <"$1" | sed -E '
    s/""([^,)])/\1/g; s/([^(,])""/\1/g
    s/"[^"]*[.:]"/""/g
    s/\.page_size=true,?//g; s/\.in_pages=[A-Za-z:]*//g
    s/\.(no_effect|other_region)=true,?//g; s/\.insists_on="[^"]*",?//g; s/,?\.opposite="[^"]*"//g; s/,\.refers="[a-z]*-"//g
    s/\.seen=k[A-Za-z]*,?//g
    s/,\.refers="\*"//g; s/\.refers="\*"//g; s/,\}/}/g
    s/,\{\}//g; s/\.choices=k[A-Za-z0-9]*/.choices=k/g; s/<&[A-Za-z0-9]*::/<\&/g
    s/max_results\([^)]*\)/max_results()/g; s/,([a-z]*::)?k[A-Za-z]*Doc\)/,"")/g
    s/\("((Peer|Add|Remove)[A-Za-z]*|ResourceId)","",\{\.refers="[^"]*"\}/("\1",""/g
    s/>\("[^"]*;[^"]*"\)/>("")/g; s/model::member</member</g
    s/address_pool::[a-z0-9_]*<&([a-z0-9_]*)>/pool<\1>/g
    s/member<&(ipv[46]_(ipam_pool_id|netmask_length)|ipv6_(pool|cidr_block(_network_border_group)?))>\("[A-Za-z0-9]*",""\)/pool<\1>/g' |
    grep -oE 'model::(members|described)\([^;]*\);' | sort -u
}

wrong=0
compared=0
for source in core/ops/*/*.cpp; do
  noun=$(basename "$(dirname "$source")")
  # A file with a header defines no operation: it is the noun's, or holds what operations share.
  if [ "$noun" = sts ] || [ -e "${source%.cpp}.h" ]; then continue; fi
  name=$(sed -n 's/^ *\.name = "\([A-Za-z0-9]*\)",$/\1/p' "$source")
  .ci/new-operation --into "$folder" "$name" "$noun" >/dev/null 2>"$folder/said" ||
    { echo "$name cannot be written:"; cat "$folder/said"; wrong=1; continue; }
  case $name in
    # Its results have no noun and no record, and the model has no limit for its pages.
    DescribeTags) continue ;;
    # Both have one description (core/ops/network_acl/acl_entry.h).
    CreateNetworkAclEntry | ReplaceNetworkAclEntry) continue ;;
    # Both have one request (core/ops/route_table/routing.h).
    CreateRoute | ReplaceRoute) continue ;;
    # Both have one result (core/ops/vpc/cidr_block_association.h).
    AssociateVpcCidrBlock | DisassociateVpcCidrBlock) continue ;;
    # Inbound and outbound have one description (core/ops/security_group_rule/rule_changes.h, rule_descriptions.h).
    AuthorizeSecurityGroup* | RevokeSecurityGroup* | UpdateSecurityGroupRuleDescriptions*) continue ;;
    # They describe structures that the generator takes to be there.
    DescribePrefixLists | DescribeNetworkInterfaceAttribute | ModifyNetworkInterfaceAttribute) continue ;;
  esac
  descriptions "$source" >"$folder/ours"
  descriptions "$folder/$source" >"$folder/generated"
  [ -s "$folder/ours" ] || { echo "$source: no description is found"; wrong=1; }
  diff "$folder/ours" "$folder/generated" >"$folder/difference" ||
    { echo "$name is written otherwise (< ours, > generated):"; cat "$folder/difference"; wrong=1; }
  compared=$((compared + 1))
done
[ $compared -gt 0 ] || { echo "nothing was compared"; exit 1; }

# An operation that does not exist yet, and a second one with a name that is taken.
.ci/new-operation CreateVpc 2>/dev/null && { echo "an operation that is there was written over"; wrong=1; }
.ci/new-operation --into "$folder" CreateBogus 2>/dev/null && { echo "AWS's model has no CreateBogus"; wrong=1; }
.ci/new-operation --structure Subnet | grep -q '&Subnet::availability_zone_id>("AvailabilityZoneId", ""' ||
  { echo "a structure is not written"; wrong=1; }

# Filters are filters whatever they are called, and by whichever form of description.
.ci/new-operation --into "$folder" DescribeFlowLogs >/dev/null 2>&1
flow_logs=$folder/core/ops/flow_log/describe_flow_logs.cpp
for part in 'describing::filters_as("Filter")' '"FlowLogIds", "", "vpc-flow-log"'; do
  grep -qF "$part" "$flow_logs" || { echo "describe-flow-logs has no $part:"; cat "$flow_logs"; wrong=1; }
done
jq '.shapes.DescribeFlowLogsRequest.members.Unlike = {"shape": "String"}' tests/data/ec2-model.json |
  jq -r --arg name DescribeFlowLogs --arg what operation --arg noun flow_log --arg known '' -f .ci/new-operation.jq |
  grep -q 'requested_filters<&DescribeFlowLogs::filter>("Filter")' ||
  { echo "filters that are called Filter are not known"; wrong=1; }

# Of a new noun the header is begun, once, and its operations do not describe again what it has.
.ci/new-operation --into "$folder" CreateCustomerGateway >"$folder/files" 2>"$folder/said"
header=$folder/core/ops/customer_gateway/customer_gateway.h
grep -qx "$header" "$folder/files" || { echo "the header of a new noun is not named"; wrong=1; }
for part in 'extern const Noun customer_gateway;' 'struct CustomerGateway {' '&CustomerGateway::ip_address>("IpAddress", ""'; do
  grep -qF "$part" "$header" || { echo "the header of a new noun has no $part"; wrong=1; }
done
grep -q 'struct CustomerGateway {' "$folder/core/ops/customer_gateway/create_customer_gateway.cpp" &&
  { echo "the source of a create has what belongs in the header"; wrong=1; }
echo "// by hand" >>"$header"
.ci/new-operation --into "$folder" DescribeCustomerGateways >/dev/null 2>&1
grep -q 'by hand' "$header" || { echo "the header was written over"; wrong=1; }
exit $wrong
