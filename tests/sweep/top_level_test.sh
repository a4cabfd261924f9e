#!/bin/sh
# Tests top_level.sh, with git and without.
set -u
script=$(cd "$(dirname "$0")" && pwd)/top_level.sh
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
# A git repository around the temporary folder must not interfere.
GIT_CEILING_DIRECTORIES=$(dirname "$work")
export GIT_CEILING_DIRECTORIES
failures=0

# expect CODE WHAT
expect() {
  sh "$script" "$work" >"$work/.output"
  code=$?
  [ "$code" = "$1" ] || { echo "FAILED: $2: exit code $code instead of $1"; failures=$((failures + 1)); }
}

mkdir "$work/cli" "$work/build" "$work/.ci"
touch "$work/README.md" "$work/cli/main.cpp" "$work/build/x" "$work/.gitignore"
expect 0 "a top level in order, without git"
touch "$work/notes.txt"
expect 1 "a file too many, without git"
if command -v git >/dev/null; then
  git init -q "$work"
  expect 1 "a file too many, not yet added"
  rm "$work/notes.txt"
  echo /build/ >"$work/.gitignore"
  expect 0 "a top level in order, the build folder ignored"
  mkdir "$work/docs"
  touch "$work/docs/a b"
  git -C "$work" add docs
  expect 1 "a folder too many, added"
fi
exit "$failures"
