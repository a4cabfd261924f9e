#!/bin/sh
# Deletes the default VPC of a region with all that is in it, as hardening guides demand, and has AWS make a new one.
set -eu

vpc=$(aws ec2 describe-vpcs --filters Name=isDefault,Values=true --query 'Vpcs[0].VpcId' --output text)
[ "$vpc" != None ]

for igw in $(aws ec2 describe-internet-gateways --filters "Name=attachment.vpc-id,Values=$vpc" --output text \
  --query 'InternetGateways[].InternetGatewayId'); do
  aws ec2 detach-internet-gateway --internet-gateway-id "$igw" --vpc-id "$vpc"
  aws ec2 delete-internet-gateway --internet-gateway-id "$igw"
done
for subnet in $(aws ec2 describe-subnets --filters "Name=vpc-id,Values=$vpc" --query 'Subnets[].SubnetId' --output text)
do
  aws ec2 delete-subnet --subnet-id "$subnet"
done
for group in $(aws ec2 describe-security-groups --filters "Name=vpc-id,Values=$vpc" --output text \
  --query 'SecurityGroups[?GroupName!=`default`].GroupId'); do
  aws ec2 delete-security-group --group-id "$group" >/dev/null
done
aws ec2 delete-vpc --vpc-id "$vpc"
[ "$(aws ec2 describe-vpcs --filters Name=is-default,Values=true --query 'Vpcs' --output text)" = "" ]

# Without a default VPC some commands have nowhere to go.
if aws ec2 create-default-subnet --availability-zone us-east-1a 2>error; then exit 1; fi
if aws ec2 create-security-group --group-name lost --description lost 2>error; then exit 1; fi

new=$(aws ec2 create-default-vpc --query Vpc.VpcId --output text)
[ "$new" != "$vpc" ]
[ "$(aws ec2 describe-vpcs --vpc-ids "$new" --query 'Vpcs[0].CidrBlock' --output text)" = 172.31.0.0/16 ]
if aws ec2 create-default-vpc 2>error; then exit 1; fi
grep -q DefaultVpcAlreadyExists error

# One of its subnets can be made again as well.
zone=us-east-1c
subnet=$(aws ec2 describe-subnets --filters Name=default-for-az,Values=true "Name=availability-zone,Values=$zone" \
  --query 'Subnets[0].SubnetId' --output text)
aws ec2 delete-subnet --subnet-id "$subnet"
aws ec2 create-default-subnet --availability-zone $zone --query 'Subnet.DefaultForAz' | grep -qx true
