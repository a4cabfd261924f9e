#!/bin/sh
# Every header compiles on its own. The build has shown that for each one that some source includes first; the others
# are compiled here. usage: headers.sh FOLDER-OF-THE-SOURCES
set -u
cd "${1:?usage: headers.sh FOLDER-OF-THE-SOURCES}" || exit 2
compiler=$(sed -n 's/^CMAKE_CXX_COMPILER:[A-Z]*=//p' "${EC2MIMIC_BUILD:?names the build folder}/CMakeCache.txt")
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT

# The headers that are the first include of some source. Benchmarks are not always built.
find state core cli tests -name '*.cpp' ! -path 'tests/bench/*' -exec grep -m 1 -h '^#include' {} \; |
  sed -n 's/^#include "\(.*\)"$/\1/p' | sort -u >"$folder/first"
find state core cli tests -name '*.h' | sort | comm -23 - "$folder/first" >"$folder/others"
if [ ! -s "$folder/first" ] || [ ! -s "$folder/others" ]; then
  echo "no headers found"
  exit 1
fi

# shellcheck disable=SC2016 # for the shell that xargs starts
xargs -P "$(nproc)" -I HEADER sh -c \
  'echo "#include \"HEADER\"" | "$0" -std=c++20 -I . -fsyntax-only -x c++ - || { echo "HEADER does not compile alone"; exit 1; }' \
  "$compiler" <"$folder/others"
