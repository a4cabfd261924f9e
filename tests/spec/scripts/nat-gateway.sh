#!/bin/sh
# Public and private subnets in two zones; the private ones reach the internet through a NAT gateway.
set -eu

tag() { aws ec2 create-tags --resources "$1" --tags "Key=Name,Value=$2" "Key=Project,Value=nat-demo"; }

vpc=$(aws ec2 create-vpc --cidr-block 10.20.0.0/16 --output text --query 'Vpc.VpcId')
tag "$vpc" nat-demo
aws ec2 wait vpc-available --vpc-ids "$vpc"

igw=$(aws ec2 create-internet-gateway --output text --query 'InternetGateway.InternetGatewayId')
tag "$igw" nat-demo-igw
aws ec2 attach-internet-gateway --internet-gateway-id "$igw" --vpc-id "$vpc"

public_table=$(aws ec2 create-route-table --vpc-id "$vpc" --output text --query 'RouteTable.RouteTableId')
private_table=$(aws ec2 create-route-table --vpc-id "$vpc" --output text --query 'RouteTable.RouteTableId')
tag "$public_table" public
tag "$private_table" private
aws ec2 create-route --route-table-id "$public_table" --destination-cidr-block 0.0.0.0/0 --gateway-id "$igw" >/dev/null

n=0
for zone in $(aws ec2 describe-availability-zones --query 'AvailabilityZones[0:2].ZoneName' --output text); do
  public=$(aws ec2 create-subnet --vpc-id "$vpc" --cidr-block "10.20.$n.0/24" --availability-zone "$zone" \
    --output text --query 'Subnet.SubnetId')
  private=$(aws ec2 create-subnet --vpc-id "$vpc" --cidr-block "10.20.1$n.0/24" --availability-zone "$zone" \
    --output text --query 'Subnet.SubnetId')
  aws ec2 wait subnet-available --subnet-ids "$public" "$private"
  tag "$public" "public-$zone"
  tag "$private" "private-$zone"
  aws ec2 associate-route-table --route-table-id "$public_table" --subnet-id "$public" >/dev/null
  aws ec2 associate-route-table --route-table-id "$private_table" --subnet-id "$private" >/dev/null
  n=$((n + 1))
done
[ "$n" = 2 ]

allocation=$(aws ec2 allocate-address --domain vpc --query AllocationId --output text)
nat=$(aws ec2 create-nat-gateway --subnet-id "$public" --allocation-id "$allocation" \
  --query 'NatGateway.NatGatewayId' --output text)
tag "$nat" nat-demo-nat
aws ec2 wait nat-gateway-available --nat-gateway-ids "$nat"
aws ec2 create-route --route-table-id "$private_table" --destination-cidr-block 0.0.0.0/0 --nat-gateway-id "$nat" \
  >/dev/null

# Its public address is the allocated one.
address=$(aws ec2 describe-addresses --allocation-ids "$allocation" --query 'Addresses[0].PublicIp' --output text)
[ "$(aws ec2 describe-nat-gateways --filter "Name=vpc-id,Values=$vpc" "Name=state,Values=available" \
  --query 'NatGateways[].NatGatewayAddresses[].PublicIp' --output text)" = "$address" ]

# An address in use is not released, and neither is a subnet deleted whose NAT gateway still is there.
if aws ec2 release-address --allocation-id "$allocation" 2>error; then exit 1; fi
if aws ec2 delete-subnet --subnet-id "$public" 2>error; then exit 1; fi
grep -q DependencyViolation error

# Removal in the order that AWS needs.
aws ec2 delete-nat-gateway --nat-gateway-id "$nat" >/dev/null
aws ec2 wait nat-gateway-deleted --nat-gateway-ids "$nat"
[ "$(aws ec2 describe-route-tables --route-table-ids "$private_table" --output text \
  --query "RouteTables[0].Routes[?NatGatewayId=='$nat'].State")" = blackhole ]
aws ec2 release-address --allocation-id "$allocation"
for association in $(aws ec2 describe-route-tables --filters "Name=vpc-id,Values=$vpc" --output text \
  --query 'RouteTables[].Associations[?Main==`false`].RouteTableAssociationId'); do
  aws ec2 disassociate-route-table --association-id "$association"
done
aws ec2 delete-route-table --route-table-id "$public_table"
aws ec2 delete-route-table --route-table-id "$private_table"
aws ec2 detach-internet-gateway --internet-gateway-id "$igw" --vpc-id "$vpc"
aws ec2 delete-internet-gateway --internet-gateway-id "$igw"
for subnet in $(aws ec2 describe-subnets --filters "Name=vpc-id,Values=$vpc" --query 'Subnets[].SubnetId' --output text)
do
  aws ec2 delete-subnet --subnet-id "$subnet"
done
aws ec2 delete-vpc --vpc-id "$vpc"
