#!/usr/bin/env bash
# Web, application and database tiers over three zones, each with a security group that admits only the tier above.
set -euo pipefail

readonly NAME=shop
readonly -a TIERS=(web app db)
declare -A PORTS=([web]=443 [app]=8080 [db]=5432)
declare -A GROUPS_BY_TIER TABLES

log() { printf '%s %s\n' "$NAME:" "$*"; }
id_of() { aws ec2 "$@" --output text; }
named() { echo "ResourceType=$1,Tags=[{Key=Name,Value=$NAME-$2},{Key=Stack,Value=$NAME}]"; }

vpc=$(id_of create-vpc --cidr-block 10.30.0.0/16 --tag-specifications "$(named vpc vpc)" --query Vpc.VpcId)
log "vpc $vpc"

mapfile -t zones < <(aws ec2 describe-availability-zones --filters Name=state,Values=available \
  --query 'sort_by(AvailabilityZones, &ZoneName)[:3].[ZoneName]' --output text)
((${#zones[@]} == 3))

block=0
for tier in "${TIERS[@]}"; do
  TABLES[$tier]=$(id_of create-route-table --vpc-id "$vpc" --tag-specifications "$(named route-table "$tier")" \
    --query RouteTable.RouteTableId)
  for zone in "${zones[@]}"; do
    subnet=$(id_of create-subnet --vpc-id "$vpc" --cidr-block "10.30.$block.0/24" --availability-zone "$zone" \
      --tag-specifications "$(named subnet "$tier-$zone")" --query Subnet.SubnetId)
    block=$((block + 1))
    aws ec2 associate-route-table --route-table-id "${TABLES[$tier]}" --subnet-id "$subnet" > /dev/null
  done
done

source=
for tier in "${TIERS[@]}"; do
  group=$(id_of create-security-group --group-name "$NAME-$tier" --description "The $tier tier" --vpc-id "$vpc" \
    --tag-specifications "$(named security-group "$tier")" --query GroupId)
  GROUPS_BY_TIER[$tier]=$group
  if [[ -z $source ]]; then
    aws ec2 authorize-security-group-ingress --group-id "$group" --protocol tcp --port "${PORTS[$tier]}" \
      --cidr 0.0.0.0/0 > /dev/null
  else
    aws ec2 authorize-security-group-ingress --group-id "$group" --protocol tcp --port "${PORTS[$tier]}" \
      --source-group "$source" > /dev/null
  fi
  source=$group
done

# Each tier has three subnets with its table, and only the web tier is open to all.
for tier in "${TIERS[@]}"; do
  count=$(aws ec2 describe-route-tables --route-table-ids "${TABLES[$tier]}" \
    --query 'length(RouteTables[0].Associations)')
  ((count == 3))
done
open=$(aws ec2 describe-security-groups --filters "Name=vpc-id,Values=$vpc" Name=ip-permission.cidr,Values=0.0.0.0/0 \
  --query 'SecurityGroups[].GroupName' --output text)
[[ $open == "$NAME-web" ]]
admitted=$(aws ec2 describe-security-groups --group-ids "${GROUPS_BY_TIER[db]}" --output text \
  --query 'SecurityGroups[0].IpPermissions[0].UserIdGroupPairs[0].GroupId')
[[ $admitted == "${GROUPS_BY_TIER[app]}" ]]

# A group that another one admits cannot be deleted first.
if aws ec2 delete-security-group --group-id "${GROUPS_BY_TIER[web]}" 2> error; then exit 1; fi
grep -q DependencyViolation error

for tier in db app web; do
  aws ec2 delete-security-group --group-id "${GROUPS_BY_TIER[$tier]}" > /dev/null
done
mapfile -t subnets < <(aws ec2 describe-subnets --filters "Name=tag:Stack,Values=$NAME" \
  --query 'Subnets[].[SubnetId]' --output text)
((${#subnets[@]} == 9))
for subnet in "${subnets[@]}"; do aws ec2 delete-subnet --subnet-id "$subnet"; done
for tier in "${TIERS[@]}"; do aws ec2 delete-route-table --route-table-id "${TABLES[$tier]}"; done
aws ec2 delete-vpc --vpc-id "$vpc"
log "removed"
