#!/bin/sh
# Retries a create whose answer is lost: with a client token no second resource appears, without one it does.
set -eu

vpc=$(aws ec2 create-vpc --cidr-block 10.70.0.0/16 --query Vpc.VpcId --output text)
tables() {
  aws ec2 describe-route-tables --filters "Name=vpc-id,Values=$vpc" Name=association.main,Values=false \
    --query 'length(RouteTables)'
  aws ec2 describe-route-tables --filters "Name=vpc-id,Values=$vpc" --output text \
    --query 'RouteTables[?!(Associations[?Main])].RouteTableId' | tr '\t' '\n' | sort
}

# The work is done, but nobody reads the answer.
create_and_lose_answer() { aws ec2 create-route-table --vpc-id "$vpc" "$@" >/dev/null; }

token=$(cat /proc/sys/kernel/random/uuid)
create_and_lose_answer --client-token "$token"
attempt=1
table=
while [ -z "$table" ]; do
  [ "$attempt" -le 3 ]
  attempt=$((attempt + 1))
  table=$(aws ec2 create-route-table --vpc-id "$vpc" --client-token "$token" --query RouteTable.RouteTableId \
    --output text) || sleep 0.1
done
[ "$(tables | tail -n +2)" = "$table" ]

# The token with another parameter is refused.
if create_and_lose_answer --client-token "$token" \
  --tag-specifications 'ResourceType=route-table,Tags=[{Key=a,Value=b}]' 2>error; then exit 1; fi
grep -q IdempotentParameterMismatch error

# Without a token each attempt creates a table.
create_and_lose_answer
create_and_lose_answer
[ "$(tables | tail -n +2 | wc -l)" -eq 3 ]

# The token of a deleted table is spent.
for id in $(tables | tail -n +2); do aws ec2 delete-route-table --route-table-id "$id"; done
if create_and_lose_answer --client-token "$token" 2>error; then exit 1; fi
grep -q IdempotentParameterMismatch error

aws ec2 delete-vpc --vpc-id "$vpc"
