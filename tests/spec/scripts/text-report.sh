#!/bin/sh
# Cuts text output by column with awk, and prints a table for people.
set -eu

vpc=$(aws ec2 create-vpc --cidr-block 10.180.0.0/16 --query Vpc.VpcId --output text)
for i in 1 2 3; do
  aws ec2 create-subnet --vpc-id "$vpc" --cidr-block "10.180.$i.0/2$((i + 3))" \
    --tag-specifications "ResourceType=subnet,Tags=[{Key=Name,Value=net$i}]" >/dev/null
done

aws ec2 describe-subnets --filters "Name=vpc-id,Values=$vpc" --output text \
  --query 'Subnets[].[SubnetId,CidrBlock,AvailableIpAddressCount,Tags[?Key==`Name`]|[0].Value]' >report
[ "$(awk '{ sum += $3 } END { print sum }' report)" = $((251 + 123 + 59)) ]
[ "$(awk '$4 == "net2" { print $2 }' report)" = 10.180.2.0/25 ]

aws ec2 describe-subnets --filters "Name=vpc-id,Values=$vpc" --output table \
  --query 'Subnets[].{Block:CidrBlock,Free:AvailableIpAddressCount}' >table
grep -q '|  10.180.1.0/24 *|  251 *|' table
[ "$(grep -c 10.180. table)" = 3 ]

# Without --query each line begins with the name of its list.
aws ec2 describe-vpcs --vpc-ids "$vpc" --output text >whole
[ "$(awk '/^VPCS/ { print $2 }' whole)" = 10.180.0.0/16 ]
aws ec2 describe-vpcs --vpc-ids "$vpc" --output yaml | grep -q 'CidrBlock: 10.180.0.0/16'

cut -f 1 report | while read -r subnet; do aws ec2 delete-subnet --subnet-id "$subnet"; done
aws ec2 delete-vpc --vpc-id "$vpc"
