#!/bin/sh
# Creates a route table in a VPC and prints its id, whatever becomes of answers on the way.
# usage: create-table.sh VPC
set -u

# One token for the whole loop: with a new one in each round, every lost answer would leave another table behind.
token=$(cat /proc/sys/kernel/random/uuid)
for pause in ${PAUSES:-1 2 4 8 0}; do
  aws ec2 create-route-table --vpc-id "$1" --client-token "$token" --query RouteTable.RouteTableId --output text
  code=$?
  # 0 and 254 are answers; without one (255), or if the client was killed (137), nobody knows whether the table is there.
  case $code in 137 | 255) sleep "$pause" ;; *) break ;; esac
done
exit "$code"
