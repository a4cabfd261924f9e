#!/bin/sh
# Opens ports in all the ways the CLI has, reads the rules back, and closes them again.
# shellcheck disable=SC2016 # queries are quoted
set -eu

vpc=$(aws ec2 create-vpc --cidr-block 10.120.0.0/16 --query Vpc.VpcId --output text)
bastion=$(aws ec2 create-security-group --group-name bastion --description 'SSH from outside' --vpc-id "$vpc" \
  --query GroupId --output text)
internal=$(aws ec2 create-security-group --group-name internal --description 'SSH from the bastion' --vpc-id "$vpc" \
  --query GroupId --output text)

aws ec2 authorize-security-group-ingress --group-id "$bastion" --protocol tcp --port 22 --cidr 203.0.113.7/32 >/dev/null
aws ec2 authorize-security-group-ingress --group-id "$internal" --protocol tcp --port 22 --source-group "$bastion" \
  >/dev/null
aws ec2 authorize-security-group-ingress --group-id "$internal" --ip-permissions \
  'IpProtocol=tcp,FromPort=8000,ToPort=8010,IpRanges=[{CidrIp=10.120.0.0/16,Description=peers}]' \
  'IpProtocol=icmp,FromPort=-1,ToPort=-1,IpRanges=[{CidrIp=10.120.0.0/16}]' >/dev/null

# What is there already is not added twice.
if aws ec2 authorize-security-group-ingress --group-id "$bastion" --protocol tcp --port 22 --cidr 203.0.113.7/32 \
  2>error; then exit 1; fi
grep -q InvalidPermission.Duplicate error

[ "$(aws ec2 describe-security-groups --group-ids "$internal" --query 'length(SecurityGroups[0].IpPermissions)')" = 3 ]
[ "$(aws ec2 describe-security-group-rules --filters "Name=group-id,Values=$internal" --output text \
  --query 'SecurityGroupRules[?FromPort==`8000`].Description')" = peers ]
[ "$(aws ec2 describe-security-groups --filters "Name=vpc-id,Values=$vpc" Name=ip-permission.from-port,Values=22 \
  --query 'sort(SecurityGroups[].GroupName)' --output text)" = "$(printf 'bastion\tinternal')" ]

# Nothing leaves the bastion any more but HTTPS.
aws ec2 revoke-security-group-egress --group-id "$bastion" --ip-permissions \
  'IpProtocol=-1,IpRanges=[{CidrIp=0.0.0.0/0}]' >/dev/null
aws ec2 authorize-security-group-egress --group-id "$bastion" --ip-permissions \
  'IpProtocol=tcp,FromPort=443,ToPort=443,IpRanges=[{CidrIp=0.0.0.0/0}]' >/dev/null
[ "$(aws ec2 describe-security-groups --group-ids "$bastion" --output text \
  --query 'SecurityGroups[0].IpPermissionsEgress[].[IpProtocol,FromPort]')" = "$(printf 'tcp\t443')" ]

# One rule by its id, another by its values.
rule=$(aws ec2 describe-security-group-rules --filters "Name=group-id,Values=$internal" --output text \
  --query 'SecurityGroupRules[?IpProtocol==`icmp`].SecurityGroupRuleId')
aws ec2 revoke-security-group-ingress --group-id "$internal" --security-group-rule-ids "$rule" >/dev/null
aws ec2 revoke-security-group-ingress --group-id "$internal" --protocol tcp --port 22 --source-group "$bastion" \
  >/dev/null
[ "$(aws ec2 describe-security-groups --group-ids "$internal" --query 'length(SecurityGroups[0].IpPermissions)')" = 1 ]

# Now nothing refers to the bastion's group, so it can go first.
aws ec2 delete-security-group --group-id "$bastion" >/dev/null
aws ec2 delete-security-group --group-id "$internal" >/dev/null
aws ec2 delete-vpc --vpc-id "$vpc"
