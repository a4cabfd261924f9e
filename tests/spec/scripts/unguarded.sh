#!/bin/sh
# No `set -e`: tests exit codes, empty strings and the word None by hand.

VPC_ID=$(aws ec2 describe-vpcs --filters Name=tag:Name,Values=legacy --query 'Vpcs[0].VpcId' --output text)
if [ "$VPC_ID" = "None" ] || [ -z "$VPC_ID" ]; then
  VPC_ID=$(aws ec2 create-vpc --cidr-block 10.100.0.0/16 \
    --tag-specification 'ResourceType=vpc,Tags=[{Key=Name,Value=legacy}]' --query Vpc.VpcId --output text)
fi
if [ $? -ne 0 ]; then
  echo "Cannot create the VPC"
  exit 1
fi

aws ec2 create-subnet --vpc-id $VPC_ID --cidr-block 10.100.1.0/24 > /dev/null
if [ $? -eq 0 ]; then echo "Subnet created"; else exit 1; fi
aws ec2 create-subnet --vpc-id $VPC_ID --cidr-block 10.100.1.0/25 > /dev/null 2>&1
if [ $? -ne 254 ]; then exit 1; fi

# A missing --cidr-block and an unknown option are errors of the command line.
aws ec2 create-subnet > /dev/null 2>&1
if [ $? -ne 252 ]; then exit 1; fi
aws ec2 delete-vpc --vpc-id $VPC_ID --force > /dev/null 2>&1
if [ $? -ne 252 ]; then exit 1; fi

SUBNETS=`aws ec2 describe-subnets --filter "Name=vpc-id, Values=$VPC_ID" --query 'Subnets[*].SubnetId' --output text`
if [ -z "$SUBNETS" ]; then exit 1; fi
aws ec2 delete-subnet --subnet-id $SUBNETS || exit 1
SUBNETS=`aws ec2 describe-subnets --filters Name=vpc-id,Values=$VPC_ID --query 'Subnets[*].SubnetId' --output text`
if [ -n "$SUBNETS" ]; then exit 1; fi
NONE=`aws ec2 describe-subnets --filters Name=vpc-id,Values=$VPC_ID --query 'Subnets[0].SubnetId' --output text`
if [ "$NONE" != "None" ]; then exit 1; fi

aws ec2 delete-vpc --vpc-id $VPC_ID
aws ec2 delete-vpc --vpc-id $VPC_ID > /dev/null 2>&1 && exit 1
exit 0
