#!/usr/bin/env bash
# Reads every answer with jq instead of --query, as scripts do whose authors do not like JMESPath.
set -euo pipefail

vpc=$(aws ec2 create-vpc --cidr-block 10.60.0.0/16 | jq -r .Vpc.VpcId)
aws ec2 create-tags --resources "$vpc" --tags Key=Name,Value=jq Key=Owner,Value=ops

# Four blocks of a /18 each, named by number.
for i in {0..3}; do
  aws ec2 create-subnet --vpc-id "$vpc" --cidr-block "10.60.$((i * 64)).0/18" |
    jq -r '.Subnet | "\(.SubnetId) \(.CidrBlock)"' |
    while read -r subnet block; do
      aws ec2 create-tags --resources "$subnet" --tags "Key=Name,Value=part-$i" "Key=Block,Value=$block"
    done
done

names=$(aws ec2 describe-subnets --filters "Name=vpc-id,Values=$vpc" |
  jq -r '[.Subnets[] | .Tags | from_entries? // (map({(.Key): .Value}) | add)] | sort_by(.Name) | map(.Name) | join(" ")')
[[ $names == "part-0 part-1 part-2 part-3" ]]

free=$(aws ec2 describe-subnets --filters "Name=vpc-id,Values=$vpc" | jq '[.Subnets[].AvailableIpAddressCount] | add')
((free == 4 * (16384 - 5)))

table=$(aws ec2 describe-route-tables |
  jq -r --arg vpc "$vpc" '.RouteTables[] | select(.VpcId == $vpc and any(.Associations[]; .Main)) | .RouteTableId')
jq -e '.RouteTables | length == 1' <(aws ec2 describe-route-tables --route-table-ids "$table") > /dev/null

jq -n --arg vpc "$vpc" '{VpcId: $vpc, TagSpecifications: [{ResourceType: "route-table", Tags: [{Key: "a", Value: "b"}]}]}' \
  > request.json
created=$(aws ec2 create-route-table --cli-input-json file://request.json | jq -r .RouteTable.RouteTableId)
aws ec2 describe-route-tables --route-table-ids "$created" | jq -e '.RouteTables[0].Tags == [{Key: "a", Value: "b"}]' \
  > /dev/null

aws ec2 delete-route-table --route-table-id "$created"
aws ec2 describe-subnets --filters "Name=vpc-id,Values=$vpc" | jq -r '.Subnets[].SubnetId' |
  xargs -n 1 aws ec2 delete-subnet --subnet-id
aws ec2 delete-vpc --vpc-id "$vpc"
