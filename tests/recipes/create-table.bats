#!/usr/bin/env bats
# Does create-table.sh make one table, whatever gets lost? The account and the log are new for each test.

setup() {
  unset "${!AWS_@}" "${!EC2MIMIC_@}"
  export EC2MIMIC_STATE=$BATS_TEST_TMPDIR/state.json EC2MIMIC_LOG=$BATS_TEST_TMPDIR/calls.log
  export AWS_REGION=us-east-1 PAUSES='0 0 0 0 0'
  vpc='vpc-00c84bd9dcad1d728'
  ec2mimic state seed blog
}

# create_table FAULT [VPC]: the script under test, with `aws` as ec2mimic, behind a wire that loses messages.
create_table() { ec2mimic run --fault "create-route-table/$1" "$BATS_TEST_DIRNAME/create-table.sh" "${2:-$vpc}"; }
tables() {
  ec2mimic describe-route-tables --filters "Name=vpc-id,Values=$vpc" \
    --query 'RouteTables[?!(Associations[?Main])].RouteTableId' --output text
}

@test "a lost answer makes no second table" {
  table=$(create_table lose-response:1calls)
  ec2mimic history --assert 'CreateRouteTable calls=2 created=1'
  [ "$(tables)" = "$table" ]
}

@test "neither does a client that is killed after its call" {
  table=$(create_table kill:1calls)
  ec2mimic history --assert 'CreateRouteTable calls=2 created=1 replayed=1'
  [ "$(tables)" = "$table" ]
}

@test "a lost request is sent again" {
  create_table lose-request:2calls
  ec2mimic history --assert 'CreateRouteTable calls=3 created=1'
}

@test "it gives up after five calls" {
  run create_table lose-request
  [ "$status" -eq 255 ]
  [ "$(ec2mimic history --count calls)" -eq 5 ]
}

@test "it does not repeat what was refused" {
  run create_table delay:1s vpc-00000000000000000
  [ "$status" -eq 254 ]
  ec2mimic history --assert 'CreateRouteTable calls=1 InvalidVpcID.NotFound=1'
}
