#!/bin/sh
# Gives a VPC its own DNS servers, and a prefix list for the networks of an office, then takes both back.
set -eu

vpc=$(aws ec2 create-vpc --cidr-block 10.23.0.0/16 --query Vpc.VpcId --output text)
before=$(aws ec2 describe-vpcs --vpc-ids "$vpc" --query 'Vpcs[0].DhcpOptionsId' --output text)
dhcp=$(aws ec2 create-dhcp-options --dhcp-configurations 'Key=domain-name-servers,Values=10.2.5.1,10.2.5.2' \
  'Key=domain-name,Values=corp.example.com' --query DhcpOptions.DhcpOptionsId --output text)
aws ec2 associate-dhcp-options --dhcp-options-id "$dhcp" --vpc-id "$vpc"
[ "$(aws ec2 describe-vpcs --filters "Name=dhcp-options-id,Values=$dhcp" --query 'Vpcs[].VpcId' --output text)" = \
  "$vpc" ]
if aws ec2 delete-dhcp-options --dhcp-options-id "$dhcp" 2>error; then exit 1; fi
grep -q DependencyViolation error

list=$(aws ec2 create-managed-prefix-list --prefix-list-name office --address-family IPv4 --max-entries 5 \
  --entries Cidr=198.51.100.0/24,Description=desks --query PrefixList.PrefixListId --output text)
version=$(aws ec2 describe-managed-prefix-lists --prefix-list-ids "$list" --query 'PrefixLists[0].Version')
aws ec2 modify-managed-prefix-list --prefix-list-id "$list" --current-version "$version" \
  --add-entries Cidr=203.0.113.0/24 >/dev/null
[ "$(aws ec2 get-managed-prefix-list-entries --prefix-list-id "$list" --query 'length(Entries)')" = 2 ]
# Whoever still knows the old version is refused.
if aws ec2 modify-managed-prefix-list --prefix-list-id "$list" --current-version "$version" \
  --add-entries Cidr=192.0.2.0/24 2>error; then exit 1; fi

aws ec2 delete-managed-prefix-list --prefix-list-id "$list" >/dev/null
aws ec2 associate-dhcp-options --dhcp-options-id "$before" --vpc-id "$vpc"
aws ec2 delete-dhcp-options --dhcp-options-id "$dhcp"
aws ec2 delete-vpc --vpc-id "$vpc"
