#!/bin/sh
# The files in tests/data that come from the reference material are what tests/data/refresh.sh makes of it. Skipped if
# that material is not beside the project. usage: data.sh FOLDER-OF-THE-SOURCES
set -u
sources=${1:?usage: data.sh FOLDER-OF-THE-SOURCES}
reference=$sources/../shared/reference
[ -d "$reference" ] || { echo "no $reference"; exit 77; }
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
"$sources/tests/data/refresh.sh" "$reference" "$folder" || exit 1
wrong=0
for file in "$folder"/*.json "$folder"/aws-cli/*; do
  cmp "$file" "$sources/tests/data/${file#"$folder/"}" || wrong=1
done
[ $wrong = 0 ] || echo "refresh with: tests/data/refresh.sh $reference"
exit $wrong
