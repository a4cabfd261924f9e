#!/bin/sh
# A route whose target goes becomes a blackhole and is repaired with replace-route, as after an outage.
set -eu

vpc=$(aws ec2 create-vpc --cidr-block 10.150.0.0/16 --query Vpc.VpcId --output text)
table=$(aws ec2 create-route-table --vpc-id "$vpc" --query RouteTable.RouteTableId --output text)
gateway() {
  id=$(aws ec2 create-internet-gateway --query InternetGateway.InternetGatewayId --output text)
  aws ec2 attach-internet-gateway --internet-gateway-id "$id" --vpc-id "$vpc"
  echo "$id"
}
remove() {
  aws ec2 detach-internet-gateway --internet-gateway-id "$1" --vpc-id "$vpc"
  aws ec2 delete-internet-gateway --internet-gateway-id "$1"
}
blackholes() {
  aws ec2 describe-route-tables --filters "Name=vpc-id,Values=$vpc" Name=route.state,Values=blackhole --output text \
    --query 'RouteTables[].Routes[?State==`blackhole`].DestinationCidrBlock[]'
}

# A gateway that is not attached is no target.
loose=$(aws ec2 create-internet-gateway --query InternetGateway.InternetGatewayId --output text)
if aws ec2 create-route --route-table-id "$table" --destination-cidr-block 0.0.0.0/0 --gateway-id "$loose" 2>error
then exit 1; fi
aws ec2 delete-internet-gateway --internet-gateway-id "$loose"

first=$(gateway)
aws ec2 create-route --route-table-id "$table" --destination-cidr-block 0.0.0.0/0 --gateway-id "$first" >/dev/null
aws ec2 create-route --route-table-id "$table" --destination-cidr-block 198.51.100.0/24 --gateway-id "$first" >/dev/null
[ -z "$(blackholes)" ]
remove "$first"
[ "$(blackholes | tr '\t' ' ')" = "198.51.100.0/24 0.0.0.0/0" ]

second=$(gateway)
aws ec2 replace-route --route-table-id "$table" --destination-cidr-block 0.0.0.0/0 --gateway-id "$second"
[ "$(blackholes)" = 198.51.100.0/24 ]
aws ec2 delete-route --route-table-id "$table" --destination-cidr-block 198.51.100.0/24
[ -z "$(blackholes)" ]
if aws ec2 delete-route --route-table-id "$table" --destination-cidr-block 198.51.100.0/24 2>error; then exit 1; fi
grep -q "(InvalidRoute.NotFound)" error
if aws ec2 replace-route --route-table-id "$table" --destination-cidr-block 198.51.100.0/24 --gateway-id "$second" \
  2>error; then exit 1; fi

remove "$second"
aws ec2 delete-route-table --route-table-id "$table"
aws ec2 delete-vpc --vpc-id "$vpc"
