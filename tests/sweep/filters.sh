#!/bin/sh
# Finds the filters of AWS that match nothing in an account that has one of everything, and compares them with those of
# which the manual says so.
# usage: filters.sh FOLDER-OF-THE-SOURCES
set -eu

folder=$(realpath "${1:?usage: filters.sh FOLDER-OF-THE-SOURCES}")
program=${EC2MIMIC_PROGRAM:?names the program}
command -v jq >/dev/null || { echo "jq is not installed"; exit 77; }
home=$(mktemp -d) || exit 2
trap 'rm -rf "$home"' EXIT
cd "$home"
ec2() { env -i HOME="$home" PATH=/usr/bin:/bin EC2MIMIC_SEED=filters EC2MIMIC_STATE=state.json "$program" "$@"; }
# id QUERY WORD...: makes a call and prints an id of its answer.
id() {
  query=$1
  shift
  ec2 "$@" --query "$query" --output text
}

vpc=$(id Vpc.VpcId create-vpc --cidr-block 10.0.0.0/16 --amazon-provided-ipv6-cidr-block)
peer=$(id Vpc.VpcId create-vpc --cidr-block 10.1.0.0/16)
six=$(id 'Vpcs[0].Ipv6CidrBlockAssociationSet[0].Ipv6CidrBlock' describe-vpcs --vpc-ids "$vpc")
subnet=$(id Subnet.SubnetId create-subnet --vpc-id "$vpc" --cidr-block 10.0.0.0/24 --ipv6-cidr-block "${six%/*}/64")
igw=$(id InternetGateway.InternetGatewayId create-internet-gateway)
ec2 attach-internet-gateway --internet-gateway-id "$igw" --vpc-id "$vpc"
eigw=$(id EgressOnlyInternetGateway.EgressOnlyInternetGatewayId create-egress-only-internet-gateway --vpc-id "$vpc")
vgw=$(id VpnGateway.VpnGatewayId create-vpn-gateway --type ipsec.1 --availability-zone us-east-1a)
ec2 attach-vpn-gateway --vpn-gateway-id "$vgw" --vpc-id "$vpc" >answer
dhcp=$(id DhcpOptions.DhcpOptionsId create-dhcp-options --dhcp-configurations Key=domain-name,Values=example.org)
address=$(id AllocationId allocate-address)
nat_address=$(id AllocationId allocate-address)
nat=$(id NatGateway.NatGatewayId create-nat-gateway --subnet-id "$subnet" --allocation-id "$nat_address")
eni=$(id NetworkInterface.NetworkInterfaceId create-network-interface --subnet-id "$subnet")
default=$(id 'Subnets[0].SubnetId' describe-subnets --filters Name=default-for-az,Values=true)
ec2 create-network-interface --subnet-id "$default" >answer  # in a VPC that gives DNS names
ec2 associate-address --allocation-id "$address" --network-interface-id "$eni" >answer
pcx=$(id VpcPeeringConnection.VpcPeeringConnectionId create-vpc-peering-connection --vpc-id "$vpc" --peer-vpc-id "$peer")
ec2 accept-vpc-peering-connection --vpc-peering-connection-id "$pcx" >answer
ec2 create-vpc-peering-connection --vpc-id "$peer" --peer-vpc-id "$vpc" >answer  # a request, which expires
tgw=$(id TransitGateway.TransitGatewayId create-transit-gateway)
attachment=$(id TransitGatewayVpcAttachment.TransitGatewayAttachmentId create-transit-gateway-vpc-attachment \
  --transit-gateway-id "$tgw" --vpc-id "$vpc" --subnet-ids "$subnet")
list=$(id PrefixList.PrefixListId create-managed-prefix-list --prefix-list-name x --address-family IPv4 --max-entries 1)
endpoint=$(id VpcEndpoint.VpcEndpointId create-vpc-endpoint --vpc-id "$vpc" --service-name com.amazonaws.us-east-1.s3)
ec2 create-vpc-endpoint --vpc-id "$vpc" --vpc-endpoint-type Interface --no-private-dns-enabled \
  --service-name com.amazonaws.us-east-1.sqs >answer

table=$(id RouteTable.RouteTableId create-route-table --vpc-id "$vpc")
ec2 associate-route-table --route-table-id "$table" --subnet-id "$subnet" >answer
gateways=$(id RouteTable.RouteTableId create-route-table --vpc-id "$vpc")
ec2 associate-route-table --route-table-id "$gateways" --gateway-id "$igw" >answer
route() { ec2 create-route --route-table-id "$table" "$@" >answer; }
route --destination-ipv6-cidr-block ::/0 --egress-only-internet-gateway-id "$eigw"
route --destination-prefix-list-id "$list" --nat-gateway-id "$nat"
route --destination-cidr-block 10.1.0.0/16 --vpc-peering-connection-id "$pcx"
route --destination-cidr-block 10.2.0.0/16 --transit-gateway-id "$tgw"

acl=$(id NetworkAcl.NetworkAclId create-network-acl --vpc-id "$vpc")
entry() { ec2 create-network-acl-entry --network-acl-id "$acl" --rule-action allow --ingress "$@"; }
entry --rule-number 1 --protocol tcp --port-range From=1,To=2 --cidr-block 0.0.0.0/0
entry --rule-number 2 --protocol 58 --icmp-type-code Code=-1,Type=-1 --ipv6-cidr-block ::/0

group=$(id GroupId create-security-group --vpc-id "$vpc" --group-name x --description x)
for direction in ingress egress; do
  ec2 authorize-security-group-$direction --group-id "$group" --ip-permissions "[{\"IpProtocol\": \"tcp\",
    \"FromPort\": 1, \"ToPort\": 2, \"IpRanges\": [{\"CidrIp\": \"10.0.0.0/8\"}],
    \"Ipv6Ranges\": [{\"CidrIpv6\": \"2001:db8::/32\"}], \"PrefixListIds\": [{\"PrefixListId\": \"$list\"}],
    \"UserIdGroupPairs\": [{\"GroupId\": \"$group\"}]}]" >answer
done
rule=$(id 'SecurityGroupRules[0].SecurityGroupRuleId' describe-security-group-rules --filters Name=group-id,Values="$group")
ec2 create-tags --tags Key=Name,Value=x --resources "$vpc" "$subnet" "$igw" "$eigw" "$vgw" "$dhcp" "$address" "$nat" \
  "$eni" "$pcx" "$tgw" "$attachment" "$list" "$endpoint" "$table" "$acl" "$group" "$rule"

# found OPERATION FILTER: whether anything has a value for it. In describe-subnets `vpc-id` takes no wildcards.
found() {
  case $1:$2 in
    describe-subnets:vpc-id) values=$vpc ;;
    *:tag:) set -- "$1" tag:Name && values='*' ;;
    *) values='*' ;;
  esac
  option=--filters
  [ "$1" != describe-nat-gateways ] || option=--filter
  ec2 "$1" $option "Name=$2,Values=$values" >answer &&
    jq -e '[.[] | arrays | length] | add > 0' answer >/dev/null
}

kebab() { printf '%s\n' "$1" | sed 's/\([A-Z]\)/-\1/g; s/^-//' | tr '[:upper:]' '[:lower:]'; }
jq -r 'to_entries[] | .key as $operation | .value.names[] | "\($operation) \(.)"' "$folder/tests/data/ec2-filters.json" |
  while read -r operation filter; do
    command=$(kebab "$operation")
    ec2 "$command" help >/dev/null 2>&1 </dev/null || continue  # an operation that is not mimicked
    found "$command" "$filter" </dev/null || echo "$command $filter"
  done | sort >nothing

# The sentence of the manual: names of filters, then `of` and the operation.
sed -n '/accepted and match nothing/,/^\.It/p' "$folder/man/ec2mimic.1" | awk '
  /^\.Cm/ { if (of) { for (i = 0; i < count; ++i) print $2, names[i]; count = of = 0 } else names[count++] = $2 }
  /^of$/ { of = 1 }' | sort >said
diff -u said nothing || { echo "the manual (-) names other filters that match nothing than there are (+)"; exit 1; }
echo "$(wc -l <nothing) filters match nothing, as the manual says"
