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

# first_value COMMAND OPTION: the first value that completion offers, an id of the account.
first_value() { "$program" __complete words 3 ec2mimic "$1" "$2" '' | sed -n '/^[a-z]/{s/	.*//p;q;}'; }
# Then every other create, with an id of the account for each option that is required. One that needs other values has to
# be called above.
for create in $("$program" __complete words 1 ec2mimic create- | cut -f 1); do
  case $create in create-vpc | create-route-table | create-network-acl | create-internet-gateway | create-tags) continue ;; esac
  set -- "$create"
  for option in $("$program" "$create" 2>&1 | sed -n 's/.*arguments are required: //p' | tr -d ,); do
    set -- "$@" "$option" "$(first_value "$create" "$option")"
  done
  now "$@" >/dev/null
done
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
