#!/bin/sh
# Fails over by hand: an Elastic IP moves from one network interface to another.
set -eu

vpc=$(aws ec2 create-vpc --cidr-block 10.190.0.0/16 --query Vpc.VpcId --output text)
subnet=$(aws ec2 create-subnet --vpc-id "$vpc" --cidr-block 10.190.0.0/24 --query Subnet.SubnetId --output text)
igw=$(aws ec2 create-internet-gateway --query InternetGateway.InternetGatewayId --output text)
aws ec2 attach-internet-gateway --internet-gateway-id "$igw" --vpc-id "$vpc"

free() { aws ec2 describe-subnets --subnet-ids "$subnet" --query 'Subnets[0].AvailableIpAddressCount'; }
before=$(free)
primary=$(aws ec2 create-network-interface --subnet-id "$subnet" --description primary \
  --query NetworkInterface.NetworkInterfaceId --output text)
standby=$(aws ec2 create-network-interface --subnet-id "$subnet" --description standby --private-ip-address 10.190.0.77 \
  --query NetworkInterface.NetworkInterfaceId --output text)
[ "$(free)" = $((before - 2)) ]
[ "$(aws ec2 describe-network-interfaces --network-interface-ids "$standby" --output text \
  --query 'NetworkInterfaces[0].PrivateIpAddress')" = 10.190.0.77 ]

allocation=$(aws ec2 allocate-address --query AllocationId --output text)
first=$(aws ec2 associate-address --allocation-id "$allocation" --network-interface-id "$primary" \
  --query AssociationId --output text)
second=$(aws ec2 associate-address --allocation-id "$allocation" --network-interface-id "$standby" --allow-reassociation \
  --query AssociationId --output text)
[ "$first" != "$second" ]
[ "$(aws ec2 describe-addresses --allocation-ids "$allocation" --query 'Addresses[0].NetworkInterfaceId' \
  --output text)" = "$standby" ]

aws ec2 disassociate-address --association-id "$second"
aws ec2 release-address --allocation-id "$allocation"
for interface in $(aws ec2 describe-network-interfaces --filters "Name=subnet-id,Values=$subnet" --output text \
  --query 'NetworkInterfaces[].NetworkInterfaceId'); do
  aws ec2 delete-network-interface --network-interface-id "$interface"
done
[ "$(free)" = "$before" ]
aws ec2 detach-internet-gateway --internet-gateway-id "$igw" --vpc-id "$vpc"
aws ec2 delete-internet-gateway --internet-gateway-id "$igw"
aws ec2 delete-subnet --subnet-id "$subnet"
aws ec2 delete-vpc --vpc-id "$vpc"
