#!/bin/sh
# Does create-table.sh make one table if answers get lost? The same as create-table.bats without bats: it ends at the
# first line that fails, with that line's exit code.
set -eu
cd "$(dirname "$0")"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for name in $(env | cut -d= -f1 | grep -E '^(AWS|EC2MIMIC)_'); do unset "$name"; done
export EC2MIMIC_STATE="$folder/state.json" EC2MIMIC_LOG="$folder/calls.log" AWS_REGION=us-east-1 PAUSES='0 0 0 0 0'
vpc='vpc-00c84bd9dcad1d728'

table=$(ec2mimic run --seed blog --fault create-route-table/lose-response:2calls ./create-table.sh $vpc)
ec2mimic history --assert 'CreateRouteTable calls=3 created=1'
tables=$(ec2mimic describe-route-tables --filters Name=vpc-id,Values=$vpc \
  --query 'RouteTables[?!(Associations[?Main])].RouteTableId' --output text)
[ "$tables" = "$table" ]
