#!/bin/sh
# Counts the VPCs of every region, then works in two regions side by side: their resources do not meet.
set -eu

total=0
for region in $(aws ec2 describe-regions --query 'Regions[].RegionName' --output text); do
  count=$(aws ec2 describe-vpcs --region "$region" --query 'length(Vpcs)')
  total=$((total + count))
done
[ "$total" -ge 1 ]

here=$(aws ec2 create-vpc --cidr-block 10.140.0.0/16 --region eu-west-1 --query Vpc.VpcId --output text)
there=$(AWS_DEFAULT_REGION=eu-central-1 aws ec2 create-vpc --cidr-block 10.140.0.0/16 --query Vpc.VpcId --output text)

# `Name=region-name` narrows the list, and each zone says where it is.
[ "$(aws ec2 describe-regions --filters 'Name=region-name,Values=eu-*' \
  --query 'length(Regions[?RegionName==`eu-west-1`])')" = 1 ]
zone=$(aws --region eu-central-1 ec2 describe-availability-zones --query 'AvailabilityZones[0].ZoneName' --output text)
subnet=$(aws ec2 --region eu-central-1 create-subnet --vpc-id "$there" --cidr-block 10.140.0.0/24 \
  --availability-zone "$zone" --query Subnet.SubnetId --output text)

if aws ec2 describe-vpcs --region eu-west-1 --vpc-ids "$there" 2>error; then exit 1; fi
grep -q "(InvalidVpcID.NotFound).*The vpc ID '$there' does not exist" error
if aws ec2 create-subnet --region eu-west-1 --vpc-id "$here" --cidr-block 10.140.0.0/24 --availability-zone "$zone" \
  2>error; then exit 1; fi

aws ec2 delete-subnet --subnet-id "$subnet" --region eu-central-1
aws ec2 delete-vpc --vpc-id "$there" --region eu-central-1
aws ec2 delete-vpc --vpc-id "$here" --region=eu-west-1
