#!/bin/sh
# An "ensure" script: it looks for each resource by name and creates what is missing, so a second run changes nothing.
set -eu

NAME=ensured

find_or() { # FOUND COMMAND...: prints FOUND, or what the command creates
  found=$1
  shift
  if [ "$found" = None ]; then
    "$@"
    echo created >>created
  else
    echo "$found"
  fi
}
spec() { echo "ResourceType=$1,Tags=[{Key=Name,Value=$NAME}]"; }
first() { aws ec2 "$1" --filters "Name=tag:Name,Values=$NAME" --query "$2" --output text; }

ensure() {
  vpc=$(find_or "$(first describe-vpcs 'Vpcs[0].VpcId')" \
    aws ec2 create-vpc --cidr-block 10.130.0.0/16 --tag-specifications "$(spec vpc)" --query Vpc.VpcId --output text)
  subnet=$(find_or "$(first describe-subnets 'Subnets[0].SubnetId')" \
    aws ec2 create-subnet --vpc-id "$vpc" --cidr-block 10.130.0.0/20 --tag-specifications "$(spec subnet)" \
    --query Subnet.SubnetId --output text)
  table=$(find_or "$(first describe-route-tables 'RouteTables[0].RouteTableId')" \
    aws ec2 create-route-table --vpc-id "$vpc" --tag-specifications "$(spec route-table)" \
    --query RouteTable.RouteTableId --output text)
  association=$(aws ec2 describe-route-tables --route-table-ids "$table" --output text \
    --query "RouteTables[0].Associations[?SubnetId=='$subnet'] | [0].RouteTableAssociationId")
  association=$(find_or "$association" aws ec2 associate-route-table --route-table-id "$table" --subnet-id "$subnet" \
    --query AssociationId --output text)
}

: >created
ensure
[ "$(wc -l <created)" -eq 4 ]
one="$vpc $subnet $table $association"
ensure
[ "$(wc -l <created)" -eq 4 ]
[ "$vpc $subnet $table $association" = "$one" ]

# A wildcard finds the names too.
[ "$(aws ec2 describe-vpcs --filters 'Name=tag:Name,Values=ens*' --query 'Vpcs[].VpcId' --output text)" = "$vpc" ]

aws ec2 disassociate-route-table --association-id "$association"
aws ec2 delete-route-table --route-table-id "$table"
aws ec2 delete-subnet --subnet-id "$subnet"
aws ec2 delete-vpc --vpc-id "$vpc"
