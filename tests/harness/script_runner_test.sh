#!/bin/sh
# Tests script_runner.sh, because a runner that passed everything would turn all scripts green.
# usage: script_runner_test.sh PROGRAM
# shellcheck disable=SC2016 # the scripts written here are not for this shell to expand
set -u
program=$1
runner=$(dirname "$0")/script_runner.sh
command -v jq >/dev/null || { echo "jq is not installed; .ci/setup test installs it"; exit 1; }
work=$(mktemp -d "${TMPDIR:-/tmp}/script runner test.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
failures=0

# check EXIT-CODE TEXT SCRIPT: the runner must exit so, and say so.
check() {
  echo "$3" >"$work/script.sh"
  sh "$runner" "$program" sh "$work/script.sh" >"$work/output" 2>&1
  code=$?
  echo "ended" >>"$work/output"
  if [ "$code" != "$1" ] || ! grep -qF -- "$2" "$work/output"; then
    echo "The exit code is $code instead of $1, or '$2' is missing: $3"
    cat "$work/output"
    failures=$((failures + 1))
  fi
}

create='aws ec2 create-vpc --cidr-block 10.0.0.0/16 --query Vpc.VpcId --output text'
check 0 'ended' "aws ec2 delete-vpc --vpc-id \$($create)"
check 1 'The account changed' "$create"
check 1 'The account changed' 'aws ec2 delete-internet-gateway --internet-gateway-id $(aws ec2 create-internet-gateway \
  --query InternetGateway.InternetGatewayId --output text); aws ec2 create-tags --tags Key=a,Value=b \
  --resources $(aws ec2 describe-vpcs --query "Vpcs[0].VpcId" --output text)'
check 1 'The exit code is 3' 'exit 3'
check 1 'On stderr' 'echo oops >&2'
check 1 'The state is not sound' "aws ec2 delete-vpc --vpc-id \$($create); "'sed -i "s/\"VpcId\":\"vpc-./\"VpcId\":\"vpc-f/" \
  "$EC2MIMIC_STATE"'
check 1 '+ false' 'set -e; false'

[ "$failures" = 0 ]
