#!/bin/sh
# A VPC that ran out of addresses gets a second block, which is given up again.
set -eu

vpc=$(aws ec2 create-vpc --cidr-block 10.210.0.0/28 --query Vpc.VpcId --output text)
full=$(aws ec2 create-subnet --vpc-id "$vpc" --cidr-block 10.210.0.0/28 --query Subnet.SubnetId --output text)
if aws ec2 create-subnet --vpc-id "$vpc" --cidr-block 10.210.1.0/24 2>error; then exit 1; fi
grep -q InvalidSubnet.Range error

association=$(aws ec2 associate-vpc-cidr-block --vpc-id "$vpc" --cidr-block 10.210.1.0/24 \
  --query CidrBlockAssociation.AssociationId --output text)
[ "$(aws ec2 describe-vpcs --filters Name=cidr-block-association.cidr-block,Values=10.210.1.0/24 --output text \
  --query 'Vpcs[].VpcId')" = "$vpc" ]
more=$(aws ec2 create-subnet --vpc-id "$vpc" --cidr-block 10.210.1.0/24 --query Subnet.SubnetId --output text)

# Every route table has a local route for it.
[ "$(aws ec2 describe-route-tables --filters "Name=vpc-id,Values=$vpc" --output text \
  --query 'sort(RouteTables[0].Routes[?GatewayId==`local`].DestinationCidrBlock)')" = \
  "$(printf '10.210.0.0/28\t10.210.1.0/24')" ]

# A block with a subnet in it stays.
if aws ec2 disassociate-vpc-cidr-block --association-id "$association" 2>error; then exit 1; fi
aws ec2 delete-subnet --subnet-id "$more"
aws ec2 disassociate-vpc-cidr-block --association-id "$association" >/dev/null
[ "$(aws ec2 describe-route-tables --filters "Name=vpc-id,Values=$vpc" --query 'length(RouteTables[0].Routes)')" = 1 ]

aws ec2 delete-subnet --subnet-id "$full"
aws ec2 delete-vpc --vpc-id "$vpc"
