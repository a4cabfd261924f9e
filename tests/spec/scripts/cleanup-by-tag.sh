#!/bin/sh
# Creates a stack and removes it with nothing but its tag: no id is remembered.
set -eu

STACK=blue
FILTER="Name=tag:Stack,Values=$STACK"
tags() { echo "ResourceType=$1,Tags=[{Key=Stack,Value=$STACK}]"; }

build() {
  vpc=$(aws ec2 create-vpc --cidr-block 10.50.0.0/16 --tag-specifications "$(tags vpc)" \
    --query Vpc.VpcId --output text)
  for third in 1 2 3; do
    aws ec2 create-subnet --vpc-id "$vpc" --cidr-block "10.50.$third.0/24" --tag-specifications "$(tags subnet)" \
      >/dev/null
  done
  aws ec2 create-route-table --vpc-id "$vpc" --tag-specifications "$(tags route-table)" >/dev/null
  aws ec2 create-network-acl --vpc-id "$vpc" --tag-specifications "$(tags network-acl)" >/dev/null
  aws ec2 create-security-group --vpc-id "$vpc" --group-name blue --description blue \
    --tag-specifications "$(tags security-group)" >/dev/null
  igw=$(aws ec2 create-internet-gateway --tag-specifications "$(tags internet-gateway)" \
    --query InternetGateway.InternetGatewayId --output text)
  aws ec2 attach-internet-gateway --internet-gateway-id "$igw" --vpc-id "$vpc"
}

ids() { aws ec2 "describe-$1" --filters "$FILTER" --query "$2[].[$3]" --output text; }

remove() {
  for igw in $(ids internet-gateways InternetGateways InternetGatewayId); do
    for vpc in $(aws ec2 describe-internet-gateways --internet-gateway-ids "$igw" --output text \
      --query 'InternetGateways[0].Attachments[].VpcId'); do
      aws ec2 detach-internet-gateway --internet-gateway-id "$igw" --vpc-id "$vpc"
    done
    aws ec2 delete-internet-gateway --internet-gateway-id "$igw"
  done
  for id in $(ids subnets Subnets SubnetId); do aws ec2 delete-subnet --subnet-id "$id"; done
  for id in $(ids route-tables RouteTables RouteTableId); do aws ec2 delete-route-table --route-table-id "$id"; done
  for id in $(ids network-acls NetworkAcls NetworkAclId); do aws ec2 delete-network-acl --network-acl-id "$id"; done
  for id in $(ids security-groups SecurityGroups GroupId); do
    aws ec2 delete-security-group --group-id "$id" >/dev/null
  done
  for id in $(ids vpcs Vpcs VpcId); do aws ec2 delete-vpc --vpc-id "$id"; done
}

build
tagged=$(aws ec2 describe-tags --filters Name=key,Values=Stack "Name=value,Values=$STACK" --query 'length(Tags)')
[ "$tagged" = 8 ]
remove
[ "$(aws ec2 describe-tags --filters Name=key,Values=Stack --query 'length(Tags)')" = 0 ]
# A second removal finds nothing and succeeds.
remove
