#!/bin/sh
# A VPC with IPv4 and IPv6: a public subnet behind an internet gateway, a private one that only talks outwards.
set -eu

vpc=$(aws ec2 create-vpc --cidr-block 10.80.0.0/16 --amazon-provided-ipv6-cidr-block --query Vpc.VpcId --output text)
block=$(aws ec2 describe-vpcs --vpc-ids "$vpc" --query 'Vpcs[0].Ipv6CidrBlockAssociationSet[0].Ipv6CidrBlock' \
  --output text)
prefix=${block%00::/56}

public=$(aws ec2 create-subnet --vpc-id "$vpc" --cidr-block 10.80.0.0/24 --ipv6-cidr-block "${prefix}01::/64" \
  --query Subnet.SubnetId --output text)
private=$(aws ec2 create-subnet --vpc-id "$vpc" --cidr-block 10.80.1.0/24 --ipv6-cidr-block "${prefix}02::/64" \
  --query Subnet.SubnetId --output text)
aws ec2 modify-subnet-attribute --subnet-id "$public" --assign-ipv6-address-on-creation
[ "$(aws ec2 describe-subnets --subnet-ids "$public" --query 'Subnets[0].AssignIpv6AddressOnCreation')" = true ]

igw=$(aws ec2 create-internet-gateway --query InternetGateway.InternetGatewayId --output text)
aws ec2 attach-internet-gateway --internet-gateway-id "$igw" --vpc-id "$vpc"
eigw=$(aws ec2 create-egress-only-internet-gateway --vpc-id "$vpc" --output text \
  --query EgressOnlyInternetGateway.EgressOnlyInternetGatewayId)

outward=$(aws ec2 create-route-table --vpc-id "$vpc" --query RouteTable.RouteTableId --output text)
aws ec2 create-route --route-table-id "$outward" --destination-ipv6-cidr-block ::/0 \
  --egress-only-internet-gateway-id "$eigw" >/dev/null
open=$(aws ec2 create-route-table --vpc-id "$vpc" --query RouteTable.RouteTableId --output text)
aws ec2 create-route --route-table-id "$open" --destination-ipv6-cidr-block ::/0 --gateway-id "$igw" >/dev/null
aws ec2 create-route --route-table-id "$open" --destination-cidr-block 0.0.0.0/0 --gateway-id "$igw" >/dev/null
aws ec2 associate-route-table --route-table-id "$outward" --subnet-id "$private" >/dev/null
aws ec2 associate-route-table --route-table-id "$open" --subnet-id "$public" >/dev/null

[ "$(aws ec2 describe-route-tables --route-table-ids "$open" --output text \
  --query "RouteTables[0].Routes[?GatewayId=='$igw'].DestinationIpv6CidrBlock")" = ::/0 ]
[ "$(aws ec2 describe-route-tables --route-table-ids "$outward" --output text \
  --query 'RouteTables[0].Routes[?EgressOnlyInternetGatewayId].State')" = active ]

aws ec2 delete-route --route-table-id "$outward" --destination-ipv6-cidr-block ::/0
for table in $outward $open; do
  association=$(aws ec2 describe-route-tables --route-table-ids "$table" --output text \
    --query 'RouteTables[0].Associations[0].RouteTableAssociationId')
  aws ec2 disassociate-route-table --association-id "$association"
  aws ec2 delete-route-table --route-table-id "$table"
done
aws ec2 delete-egress-only-internet-gateway --egress-only-internet-gateway-id "$eigw" >/dev/null
aws ec2 detach-internet-gateway --internet-gateway-id "$igw" --vpc-id "$vpc"
aws ec2 delete-internet-gateway --internet-gateway-id "$igw"
aws ec2 delete-subnet --subnet-id "$public"
aws ec2 delete-subnet --subnet-id "$private"
aws ec2 delete-vpc --vpc-id "$vpc"
