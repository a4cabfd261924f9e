#!/bin/sh
# Makes a released program write the state that later releases must be able to read, as X.Y.Z.json in this folder.
# usage: make.sh PROGRAM
set -eu
program=$(realpath "${1:?usage: make.sh PROGRAM}")
state=$(cd "$(dirname "$0")" && pwd)/$("$program" --version | cut -d' ' -f2).json
[ ! -e "$state" ] || { echo "$state is there, and does not change" >&2; exit 1; }
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
ec2() { env -i HOME="$home" PATH=/usr/bin:/bin EC2MIMIC_STATE="$state" EC2MIMIC_SEED=golden "$program" --output text "$@"; }

ec2 state seed blog
vpc=$(ec2 create-vpc --cidr-block 10.20.0.0/16 --amazon-provided-ipv6-cidr-block --instance-tenancy dedicated \
  --tag-specifications 'ResourceType=vpc,Tags=[{Key=Name,Value=golden},{Key=quoted,Value="a \"b\" \\ é"}]' --query Vpc.VpcId)
table=$(ec2 create-route-table --vpc-id "$vpc" --client-token table --query RouteTable.RouteTableId \
  --tag-specifications 'ResourceType=route-table,Tags=[{Key=Name,Value=old},{Key=team,Value=net}]')
ec2 create-network-acl --vpc-id "$vpc" --client-token acl >"$home/acl"
# A used token whose resource was deleted.
spent=$(ec2 create-route-table --vpc-id "$vpc" --client-token spent --query RouteTable.RouteTableId)
ec2 delete-route-table --route-table-id "$spent"
# Tags that were changed after the create, and one that was deleted.
ec2 create-tags --resources "$table" "$vpc" --tags Key=Name,Value=new Key=empty,Value=
ec2 delete-tags --resources "$table" --tags Key=team
# Another region, with a token of the same name.
there=$(ec2 create-vpc --cidr-block 10.21.0.0/16 --region eu-west-1 --query Vpc.VpcId)
ec2 create-route-table --vpc-id "$there" --client-token table --region eu-west-1 >"$home/there"
gone=$(ec2 create-vpc --cidr-block 10.22.0.0/16 --query Vpc.VpcId)
ec2 delete-vpc --vpc-id "$gone"
ec2 state verify
rm -f "$state.lock"
