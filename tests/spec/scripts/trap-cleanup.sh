#!/usr/bin/env bash
# Whatever happens, everything that was created is removed in the reverse order, by a trap.
set -euo pipefail

undo=()
later() { undo+=("$(printf '%q ' "$@")"); }
clean_up() {
  for ((i = ${#undo[@]} - 1; i >= 0; i--)); do eval "${undo[i]}" > /dev/null; done
}

(
  trap clean_up EXIT
  vpc=$(aws ec2 create-vpc --cidr-block 10.90.0.0/16 --query Vpc.VpcId --output text)
  later aws ec2 delete-vpc --vpc-id "$vpc"
  igw=$(aws ec2 create-internet-gateway --query InternetGateway.InternetGatewayId --output text)
  later aws ec2 delete-internet-gateway --internet-gateway-id "$igw"
  aws ec2 attach-internet-gateway --internet-gateway-id "$igw" --vpc-id "$vpc"
  later aws ec2 detach-internet-gateway --internet-gateway-id "$igw" --vpc-id "$vpc"
  subnet=$(aws ec2 create-subnet --vpc-id "$vpc" --cidr-block 10.90.0.0/24 --query Subnet.SubnetId --output text)
  later aws ec2 delete-subnet --subnet-id "$subnet"
  group=$(aws ec2 create-security-group --group-name g --description g --vpc-id "$vpc" --query GroupId --output text)
  later aws ec2 delete-security-group --group-id "$group"

  # It fails in the middle: the block is outside the VPC.
  aws ec2 create-subnet --vpc-id "$vpc" --cidr-block 192.168.0.0/24 2> error
) && exit 1
grep -q InvalidSubnet.Range error
