#!/bin/sh
# Runs the program of an earlier release on files written by this one: each of its commands must either leave a state
# that this program verifies, or be refused and leave the file unchanged. That program is the one that
# EC2MIMIC_PREVIOUS_PROGRAM names, or that .ci/previous-release has built; skipped if there is neither. How this program
# reads files of earlier releases is covered by other tests.
# usage: previous_release.sh FOLDER-OF-THE-SOURCES
set -u
program=${EC2MIMIC_PROGRAM:?names the program}
previous=${EC2MIMIC_PREVIOUS_PROGRAM-}
if [ -z "$previous" ]; then
  previous=$1/build/previous/ec2mimic
  [ -x "$previous" ] || { echo "no program of an earlier release: .ci/previous-release builds it"; exit 77; }
fi
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
HOME=$folder
EC2MIMIC_STATE=$folder/state.json
EC2MIMIC_SEED=previous
export HOME EC2MIMIC_STATE EC2MIMIC_SEED
wrong=0
now() { "$program" "$@" || { echo "this program fails: $*"; wrong=1; }; }

# A file with one of everything that this program can create. First what the calls below need.
now state seed blog
vpc=$(now create-vpc --cidr-block 10.9.0.0/16 --query Vpc.VpcId --output text)
table=$(now create-route-table --vpc-id "$vpc" --client-token t --query RouteTable.RouteTableId --output text)
acl=$(now create-network-acl --vpc-id "$vpc" --client-token t --query NetworkAcl.NetworkAclId --output text)
gateway=$(now create-internet-gateway --query InternetGateway.InternetGatewayId --output text)
now create-tags --resources "$vpc" "$table" "$acl" "$gateway" --tags Key=Name,Value=x

subnet=$(now create-subnet --vpc-id "$vpc" --cidr-block 10.9.1.0/24 --query Subnet.SubnetId --output text)
transit=$(now create-transit-gateway --query TransitGateway.TransitGatewayId --output text)

# Then one call of every other create, which is offered by completion. Here is what it is called with.
words_for() {
  case $1 in
    create-vpc | create-route-table | create-network-acl | create-internet-gateway | create-tags) ;;
    create-subnet | create-transit-gateway) ;;
    create-default-subnet) echo "--availability-zone us-west-2a --region us-west-2" ;;
    create-default-vpc) echo "--region us-west-2" ;;
    create-dhcp-options) echo "--dhcp-configurations Key=domain-name,Values=example.com" ;;
    create-egress-only-internet-gateway) echo "--vpc-id $vpc" ;;
    create-managed-prefix-list) echo "--prefix-list-name p --address-family IPv4 --max-entries 2" ;;
    create-nat-gateway) echo "--subnet-id $subnet --connectivity-type private" ;;
    create-network-acl-entry) echo "--network-acl-id $acl --ingress --rule-number 7 --protocol -1 --cidr-block 10.0.0.0/8 --rule-action deny" ;;
    create-network-interface) echo "--subnet-id $subnet" ;;
    create-route) echo "--route-table-id $table --destination-cidr-block 10.7.0.0/16 --gateway-id $gateway" ;;
    create-security-group) echo "--group-name g --description d --vpc-id $vpc" ;;
    create-transit-gateway-vpc-attachment) echo "--transit-gateway-id $transit --vpc-id $vpc --subnet-ids $subnet" ;;
    create-vpc-endpoint) echo "--vpc-id $vpc --service-name com.amazonaws.us-east-1.s3 --route-table-ids $table" ;;
    create-vpc-peering-connection) echo "--vpc-id $vpc --peer-vpc-id $vpc" ;;
    create-vpn-gateway) echo "--type ipsec.1" ;;
    *) return 1 ;;
  esac
}
now attach-internet-gateway --internet-gateway-id "$gateway" --vpc-id "$vpc"
default=$(now describe-vpcs --region us-west-2 --query 'Vpcs[0].VpcId' --output text)
for subnet_there in $(now describe-subnets --region us-west-2 --query 'Subnets[].SubnetId' --output text); do
  now delete-subnet --region us-west-2 --subnet-id "$subnet_there"
done
gateway_there=$(now describe-internet-gateways --region us-west-2 --query 'InternetGateways[0].InternetGatewayId' --output text)
now detach-internet-gateway --region us-west-2 --internet-gateway-id "$gateway_there" --vpc-id "$default"
now delete-vpc --region us-west-2 --vpc-id "$default"
# The default VPC first, in which the default subnet is made.
for create in create-default-vpc $("$program" __complete words 1 ec2mimic create- | cut -f 1 | grep -vx create-default-vpc); do
  words=$(words_for "$create") || { echo "$create is new: add what it is called with"; wrong=1; continue; }
  [ -n "$words" ] || continue
  if [ "$create" = create-default-subnet ]; then
    now delete-subnet --region us-west-2 --subnet-id "$(now describe-subnets --region us-west-2 \
      --filters Name=availability-zone,Values=us-west-2a --query 'Subnets[0].SubnetId' --output text)"
  fi
  # shellcheck disable=SC2086 # they are words
  now "$create" $words >/dev/null
done
now allocate-address >/dev/null
cp "$EC2MIMIC_STATE" "$folder/whole" || exit 2

# The commands for the earlier program, one per line.
cat >"$folder/calls" <<END
describe-vpcs
describe-route-tables
describe-network-acls
describe-tags
create-vpc --cidr-block 10.8.0.0/16
create-vpc --cidr-block 10.8.0.0/16 --region eu-west-1
create-route-table --vpc-id $vpc --client-token t
create-route-table --vpc-id $vpc
create-network-acl --vpc-id $vpc
create-tags --resources $gateway --tags Key=Name,Value=y
delete-tags --resources $vpc
delete-route-table --route-table-id $table
delete-network-acl --network-acl-id $acl
delete-vpc --vpc-id $vpc
END

done_well=0
while read -r call; do
  cp "$folder/whole" "$EC2MIMIC_STATE" || exit 2
  # shellcheck disable=SC2086 # a call is words
  if "$previous" $call >/dev/null 2>"$folder/said"; then
    done_well=$((done_well + 1))
    now state verify >"$folder/verdict"
    [ "$(cat "$folder/verdict")" = ok ] || { echo "$call, done by the earlier program, leaves:"; cat "$folder/verdict"; wrong=1; }
  else
    cmp -s "$folder/whole" "$EC2MIMIC_STATE" || { echo "$call was refused by the earlier program, and the file is another"; wrong=1; }
    [ -s "$folder/said" ] || { echo "$call was refused without a word"; wrong=1; }
  fi
done <"$folder/calls"
echo "$done_well of $(wc -l <"$folder/calls") calls were done, the others refused"
exit $wrong
