#!/bin/sh
# Generates the parts of tests/data that come from the reference material, which is not in this repository.
# usage: refresh.sh REFERENCE [FOLDER]      writes to FOLDER, or to tests/data if it is omitted
#
# Only facts are taken: what the AWS CLI printed for which document, what it sent, and the names and types of EC2's
# model. Cases of releases that the program does not follow, notes, and fields that no test reads are left out.
set -eu
reference=${1:?usage: refresh.sh REFERENCE [FOLDER]}
folder=${2:-$(dirname "$0")}
mkdir -p "$folder/aws-cli"

for group in format literals paging requests; do
  jq -c 'select(.version | startswith("v2 "))
         | {name, argv, files, document, operation, pages, version, also, exit, stdout, stderr, requests}
         | .also |= (. // [] | map(select(startswith("v2 "))))
         | with_entries(select(.value != null))' \
    "$reference/transcripts/$group.jsonl" >"$folder/aws-cli/$group.jsonl"
done
# Copied byte for byte, because jq would round numbers.
for name in documents pages; do cat "$reference/transcripts/$name.json" >"$folder/aws-cli/$name.json"; done
cat "$reference/ec2-filters.json" >"$folder/ec2-filters.json"

# One shape per line, for readable diffs.
jq -r 'def lines: to_entries | map((.key | tojson) + ":" + (.value | tojson)) | join(",\n");
       "{\"apiVersion\":" + (.apiVersion | tojson) + ",\n\"operations\":{\n" + (.operations | lines)
       + "\n},\n\"paginators\":{\n" + (.paginators | lines)
       + "\n},\n\"shapes\":{\n" + (.shapes | lines) + "\n},\n\"waiters\":{\n" + (.waiters | lines) + "\n}}"' \
  "$reference/ec2-model.json" >"$folder/ec2-model.json"
