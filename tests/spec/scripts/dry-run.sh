#!/bin/sh
# Asks for permission first: --dry-run changes nothing and says DryRunOperation.
set -eu

allowed() {
  output=$("$@" --dry-run 2>&1) && return 1
  case $output in
    *DryRunOperation*) return 0 ;;
    *) echo "$output"; return 1 ;;
  esac
}

allowed aws ec2 create-vpc --cidr-block 10.160.0.0/16
vpc=$(aws ec2 create-vpc --cidr-block 10.160.0.0/16 --query Vpc.VpcId --output text)
allowed aws ec2 create-subnet --vpc-id "$vpc" --cidr-block 10.160.0.0/24
allowed aws ec2 create-route-table --vpc-id "$vpc"
allowed aws ec2 create-internet-gateway
allowed aws ec2 create-security-group --group-name dry --description dry --vpc-id "$vpc"
allowed aws ec2 allocate-address --domain vpc
allowed aws ec2 describe-route-tables
allowed aws ec2 delete-vpc --vpc-id "$vpc"

[ "$(aws ec2 describe-subnets --filters "Name=vpc-id,Values=$vpc" --query 'length(Subnets)')" = 0 ]
[ "$(aws ec2 describe-addresses --query 'length(Addresses)')" = 0 ]
aws ec2 delete-vpc --vpc-id "$vpc" --no-dry-run
