#!/bin/sh
# Two VPCs that are peered, with routes to each other, and what is refused on the way.
set -eu

vpc() {
  aws ec2 create-vpc --cidr-block "$1" --tag-specifications "ResourceType=vpc,Tags=[{Key=Name,Value=$2}]" \
    --query Vpc.VpcId --output text
}
main_table() {
  aws ec2 describe-route-tables --filters "Name=vpc-id,Values=$1" Name=association.main,Values=true \
    --query 'RouteTables[0].RouteTableId' --output text
}
status() {
  aws ec2 describe-vpc-peering-connections --vpc-peering-connection-ids "$1" --output text \
    --query 'VpcPeeringConnections[0].Status.Code'
}

left=$(vpc 10.21.0.0/16 left)
right=$(vpc 10.22.0.0/16 right)
pcx=$(aws ec2 create-vpc-peering-connection --vpc-id "$left" --peer-vpc-id "$right" \
  --query VpcPeeringConnection.VpcPeeringConnectionId --output text)
aws ec2 wait vpc-peering-connection-exists --vpc-peering-connection-ids "$pcx"
[ "$(status "$pcx")" = pending-acceptance ]
aws ec2 accept-vpc-peering-connection --vpc-peering-connection-id "$pcx" >/dev/null
[ "$(status "$pcx")" = active ]

aws ec2 create-route --route-table-id "$(main_table "$left")" --destination-cidr-block 10.22.0.0/16 \
  --vpc-peering-connection-id "$pcx" >/dev/null
aws ec2 create-route --route-table-id "$(main_table "$right")" --destination-cidr-block 10.21.0.0/16 \
  --vpc-peering-connection-id "$pcx" >/dev/null
[ "$(aws ec2 describe-route-tables --filters "Name=route.vpc-peering-connection-id,Values=$pcx" \
  --query 'length(RouteTables)')" = 2 ]

# A VPC that is peered cannot be deleted.
if aws ec2 delete-vpc --vpc-id "$right" 2>error; then exit 1; fi
grep -q DependencyViolation error

aws ec2 delete-vpc-peering-connection --vpc-peering-connection-id "$pcx" >/dev/null
aws ec2 wait vpc-peering-connection-deleted --vpc-peering-connection-ids "$pcx"
[ "$(aws ec2 describe-route-tables --filters "Name=vpc-id,Values=$left" Name=route.state,Values=blackhole \
  --query 'length(RouteTables)')" = 1 ]
for vpc in $left $right; do aws ec2 delete-vpc --vpc-id "$vpc"; done
