#!/bin/sh
# Runs one of the scripts in tests/spec/scripts in an account of its own, and checks that it succeeds, that it prints
# nothing to stderr, and that it leaves the account as it found it: every describe operation must show the same, save
# for the ids of what was deleted and created again.
# usage: script_runner.sh PROGRAM SHELL SCRIPT
set -u
program=$1 shell=$2 script=$3
command -v "$shell" >/dev/null && command -v jq >/dev/null || {
  echo "$shell or jq is not installed; .ci/setup test installs them"
  exit 1
}

work=$(mktemp -d "${TMPDIR:-/tmp}/script runner.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
unset EC2MIMIC_NOW EC2MIMIC_TRANSITIONS EC2MIMIC_SEED AWS_REGION AWS_PROFILE AWS_DEFAULT_OUTPUT
export HOME="$work" EC2MIMIC_STATE="$work/state.json" AWS_DEFAULT_REGION=us-east-1 AWS_PAGER=

# What all describe operations that need no parameters show, long after the script ended: AWS lists some resources for
# a while after they were deleted.
# shellcheck disable=SC2016 # for jq
shown='def masked: if type == "string" then gsub("-[0-9a-f]{17}"; "-ID") elif type == "array" then sort else . end;
  .[] | arrays[] | [$operation, walk(masked)]'
account() {
  "$program" help | grep -o '^ *describe-[a-z-]*' | while read -r operation; do
    EC2MIMIC_NOW=+30d "$program" "$operation" >answer 2>refusal
    case $? in
      0) jq -c --arg operation "$operation" "$shown" answer ;;
      252) ;; # it needs parameters
      *) echo "$operation failed"; cat refusal ;;
    esac
  done | sort
}

account >before
"$program" run -- "$shell" "$script" >output 2>errors
code=$?
account >after

verdict=0
[ $code = 0 ] || { echo "The exit code is $code."; verdict=1; }
[ ! -s errors ] || { echo "On stderr:"; cat errors; verdict=1; }
[ -s before ] || { echo "The account was empty at the beginning."; verdict=1; }
cmp -s before after || { echo "The account changed:"; diff before after; verdict=1; }
"$program" state verify >verified || { echo "The state is not sound:"; cat verified; verdict=1; }
# Where it went wrong is seen in a second run.
[ $verdict = 0 ] || { rm -f state.json*; "$program" run -- "$shell" -x "$script" 2>&1 | tail -n 30; }
exit $verdict
