#!/bin/sh
# The examples in the README work whatever the AWS CLI's configuration says about region and output.
# usage: readme.sh FOLDER-OF-THE-SOURCES
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
awk '/^```console/ && !done {
  print "```console"
  print "$ mkdir .aws && printf \"[default]\\\\nregion = eu-west-1\\\\noutput = text\\\\n\" > .aws/config"
  print "$ ec2mimic configure get region"
  print "eu-west-1"
  print "```"
  print ""
  done = 1
}
{ print }' "$1/README.md" > "$folder/README.md"
"$EC2MIMIC_BUILD/tests/spec_runner" --program "$EC2MIMIC_PROGRAM" "$folder/README.md"
