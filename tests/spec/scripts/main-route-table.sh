#!/bin/sh
# Makes another route table the main one of a VPC, and back: subnets without a table of their own follow it.
set -eu

vpc=$(aws ec2 create-vpc --cidr-block 10.110.0.0/16 --query Vpc.VpcId --output text)
old=$(aws ec2 describe-route-tables --filters "Name=vpc-id,Values=$vpc" Name=association.main,Values=true \
  --query 'RouteTables[0].RouteTableId' --output text)
new=$(aws ec2 create-route-table --vpc-id "$vpc" --query RouteTable.RouteTableId --output text)

main_association() {
  aws ec2 describe-route-tables --filters "Name=vpc-id,Values=$vpc" --output text \
    --query 'RouteTables[].Associations[?Main==`true`].RouteTableAssociationId[] | [0]'
}
main_table() {
  aws ec2 describe-route-tables --filters "Name=vpc-id,Values=$vpc" Name=association.main,Values=true --output text \
    --query 'RouteTables[].RouteTableId'
}

[ "$(main_table)" = "$old" ]
# The main table can be neither disassociated nor deleted.
if aws ec2 disassociate-route-table --association-id "$(main_association)" 2>error; then exit 1; fi
if aws ec2 delete-route-table --route-table-id "$old" 2>error; then exit 1; fi
grep -q DependencyViolation error

aws ec2 replace-route-table-association --association-id "$(main_association)" --route-table-id "$new" \
  --query NewAssociationId --output text >association
[ "$(main_table)" = "$new" ]
[ "$(main_association)" = "$(cat association)" ]
if aws ec2 delete-route-table --route-table-id "$new" 2>error; then exit 1; fi

aws ec2 replace-route-table-association --association-id "$(main_association)" --route-table-id "$old" >/dev/null
[ "$(main_table)" = "$old" ]
aws ec2 delete-route-table --route-table-id "$new"
aws ec2 delete-vpc --vpc-id "$vpc"
