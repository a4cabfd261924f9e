#!/usr/bin/env bash
# Fills in a skeleton and passes it back as a file, from standard input's place and as an argument.
set -euo pipefail

aws ec2 create-vpc --generate-cli-skeleton > skeleton.json
jq '{CidrBlock: "10.170.0.0/16", InstanceTenancy: "default"}' skeleton.json > request.json
jq -e 'has("CidrBlock") and has("TagSpecifications")' skeleton.json > /dev/null
vpc=$(aws ec2 create-vpc --cli-input-json file://request.json --query Vpc.VpcId --output text)

# An option overrides the file.
subnet=$(aws ec2 create-subnet --cli-input-json '{"VpcId":"vpc-0","CidrBlock":"10.170.3.0/24"}' --vpc-id "$vpc" \
  --query Subnet.SubnetId --output text)
cat > filters.json << END
[{"Name": "vpc-id", "Values": ["$vpc"]}, {"Name": "cidr-block", "Values": ["10.170.3.0/24"]}]
END
found=$(aws ec2 describe-subnets --filters file://filters.json --query 'Subnets[].SubnetId' --output text)
[[ $found == "$subnet" ]]

aws ec2 create-tags --resources "$subnet" --tags '[{"Key":"Name","Value":"with spaces, and commas"}]'
name=$(aws ec2 describe-subnets --subnet-ids "$subnet" --query 'Subnets[0].Tags[?Key==`Name`].Value|[0]' --output text)
[[ $name == "with spaces, and commas" ]]

aws ec2 delete-subnet --subnet-id "$subnet"
aws ec2 delete-vpc --vpc-id "$vpc"
