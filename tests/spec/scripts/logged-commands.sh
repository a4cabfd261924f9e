#!/usr/bin/env bash
# Every command goes through a wrapper that logs and runs it, one of them as a string for eval.
set -u
AWS="aws ec2 --output text"
run() { echo "+ $*" >> commands.log; "$@"; }
run_string() { echo "+ $1" >> commands.log; eval "$1"; }
die() { echo "failed: $1" >&2; exit 1; }

VPC=$(run $AWS create-vpc --cidr-block=10.200.0.0/16 --query=Vpc.VpcId) || die vpc
SUBNET=$(run_string "$AWS create-subnet --vpc-id $VPC --cidr 10.200.0.0/24 --query 'Subnet.SubnetId'") || die subnet
run_string "$AWS create-tags --resources $VPC $SUBNET --tags 'Key=Name,Value=logged by eval' Key=Empty,Value=" || die tags
NAME=$(run_string "$AWS describe-subnets --subnet-id $SUBNET --query 'Subnets[0].Tags[?Key==\`Name\`].Value'") || die name
[ "$NAME" = "logged by eval" ] || die "name is $NAME"
run $AWS delete-tags --resources $SUBNET --tags Key=Empty || die delete-tags
[ "$(run $AWS describe-tags --filters Name=resource-id,Values=$SUBNET --query 'length(Tags)')" = 1 ] || die count

run $AWS delete-subnet --subnet-id $SUBNET || die delete
run $AWS delete-vpc --vpc-id $VPC || die delete
[ "$(wc -l < commands.log)" -eq 8 ] || die "$(wc -l < commands.log) commands"
