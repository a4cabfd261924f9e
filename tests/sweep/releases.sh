#!/bin/sh
# Each release in the README has a date, a golden state and its answers, and the newest is the version in
# CMakeLists.txt. usage: releases.sh FOLDER-OF-THE-SOURCES
set -u
cd "${1:?usage: releases.sh FOLDER-OF-THE-SOURCES}" || exit 2
wrong=0
fail() { echo "$*"; wrong=1; }

headings=$(sed -n '/^## Changes/,/^## [^C]/s/^### //p' README.md)
releases=$(printf '%s\n' "$headings" | grep -v '^Unreleased$')
[ -n "$releases" ] || fail "README.md has no release"
printf '%s\n' "$headings" | tail -n +2 | grep -q '^Unreleased' && fail "what is unreleased is not on top in README.md"

newest=$(printf '%s\n' "$releases" | sed -n '1s/ .*//p')
version=$(sed -n 's/^project(.* VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
[ "$newest" = "$version" ] || fail "the newest release in README.md is $newest, and CMakeLists.txt has $version"

while IFS= read -r heading; do
  release=${heading%% *}
  printf '%s\n' "$heading" | grep -Eqx '[0-9]+\.[0-9]+\.[0-9]+ \([0-9]{4}-[0-9]{2}-[0-9]{2}\)' ||
    fail "README.md: '### $heading' is not a version with its date"
  for file in "tests/data/states/$release.json" "tests/spec/states/$release.spec"; do
    [ -s "$file" ] || fail "$file is missing: .github/CONTRIBUTING.md says how it is made"
  done
done <<END_OF_LIST
$releases
END_OF_LIST
exit $wrong
