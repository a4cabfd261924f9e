#!/bin/sh
# A VPC with one public subnet, as most tutorials begin, and its removal step by step.
set -e

VPC_ID=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 --query Vpc.VpcId --output text)
aws ec2 create-tags --resources "$VPC_ID" --tags Key=Name,Value=demo-vpc
aws ec2 modify-vpc-attribute --vpc-id "$VPC_ID" --enable-dns-support '{"Value":true}'
aws ec2 modify-vpc-attribute --vpc-id "$VPC_ID" --enable-dns-hostnames '{"Value":true}'
echo "VPC $VPC_ID"

SUBNET_ID=$(aws ec2 create-subnet --vpc-id "$VPC_ID" --cidr-block 10.0.1.0/24 --availability-zone us-east-1a \
  --query Subnet.SubnetId --output text)
aws ec2 modify-subnet-attribute --subnet-id "$SUBNET_ID" --map-public-ip-on-launch
[ "$(aws ec2 describe-subnets --subnet-ids "$SUBNET_ID" --query 'Subnets[0].MapPublicIpOnLaunch')" = true ]

IGW_ID=$(aws ec2 create-internet-gateway --query InternetGateway.InternetGatewayId --output text)
aws ec2 attach-internet-gateway --vpc-id "$VPC_ID" --internet-gateway-id "$IGW_ID"
[ "$(aws ec2 describe-internet-gateways --filter "Name=attachment.vpc-id,Values=$VPC_ID" \
  --query 'InternetGateways[0].InternetGatewayId' --output text)" = "$IGW_ID" ]

RTB_ID=$(aws ec2 create-route-table --vpc-id "$VPC_ID" --query RouteTable.RouteTableId --output text)
[ "$(aws ec2 create-route --route-table-id "$RTB_ID" --destination-cidr-block 0.0.0.0/0 --gateway-id "$IGW_ID" \
  --query Return --output text)" = True ]
ASSOCIATION_ID=$(aws ec2 associate-route-table --route-table-id "$RTB_ID" --subnet-id "$SUBNET_ID" \
  --query AssociationId --output text)

ROUTES=$(aws ec2 describe-route-tables --route-table-id "$RTB_ID" \
  --query 'RouteTables[0].Routes[].[DestinationCidrBlock,GatewayId,State]' --output text)
echo "$ROUTES" | grep -q "^10.0.0.0/16.local.active$"
echo "$ROUTES" | grep -q "^0.0.0.0/0.$IGW_ID.active$"

# A VPC that is in use is not deleted.
if aws ec2 delete-vpc --vpc-id "$VPC_ID" 2>error; then exit 1; fi
grep -q "(DependencyViolation).* The vpc '$VPC_ID' has dependencies and cannot be deleted." error

aws ec2 disassociate-route-table --association-id "$ASSOCIATION_ID"
aws ec2 delete-route-table --route-table-id "$RTB_ID"
aws ec2 detach-internet-gateway --internet-gateway-id "$IGW_ID" --vpc-id "$VPC_ID"
aws ec2 delete-internet-gateway --internet-gateway-id "$IGW_ID"
aws ec2 delete-subnet --subnet-id "$SUBNET_ID"
aws ec2 delete-vpc --vpc-id "$VPC_ID"
