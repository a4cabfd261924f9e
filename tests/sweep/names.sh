#!/bin/sh
# Tests follow the naming rule in .github/CONTRIBUTING.md.
# usage: names.sh FOLDER-OF-THE-SOURCES      EC2MIMIC_BUILD, if set, names the build whose ctest is asked
set -u
cd "${1:?usage: names.sh FOLDER-OF-THE-SOURCES}/tests" || exit 2
listing=$(mktemp) || exit 2
trap 'rm -f "$listing"' EXIT
wrong=0
fail() { echo "$*"; wrong=1; }

# Every GoogleTest as FILE:LINE MACRO(Suite, Test), even if it spans two lines.
# shellcheck disable=SC2016 # for awk
tests=$(find . -name '*.cpp' | sort | xargs awk '
  FNR == 1 { start = "" }
  start != "" { print start, $1; start = "" }
  /^(TYPED_)?TEST(_F|_P)?\(/ {
    here = substr(FILENAME, 3) ":" FNR " " $0
    if (/\)/) { sub(/\).*/, ")", here); print here } else start = here
  }')
[ -n "$tests" ] || fail "no GoogleTest found"
bad=$(printf '%s\n' "$tests" | grep -Ev '^[^ ]+ [A-Z_]+\([A-Z][A-Za-z0-9]*, [A-Z][A-Za-z0-9]*\)')
[ -z "$bad" ] || fail "not TEST(Subject, SaysWhatHolds) in CamelCase:
$bad"
bad=$(printf '%s\n' "$tests" | grep -v '^[a-z0-9_/]*_test\.cpp:')
[ -z "$bad" ] || fail "GoogleTests in a file that is not <subject>_test.cpp:
$bad"
for file in $(find . -name '*_test.cpp' | sort); do
  printf '%s\n' "$tests" | grep -q "^${file#./}:" || fail "$file holds no test"
done

# all_named GLOB PATTERN: the file names, without folders, match an extended regular expression.
all_named() {
  bad=$(find .. -path ../build -prune -o -name "$1" -print | sed 's,.*/,,' | grep -Exv "$2")
  [ -z "$bad" ] || fail "$1 not named as $2: $bad"
}
all_named '*.spec' '[a-z0-9]+([-.][a-z0-9]+)*\.spec'
for script in sweep/*.sh; do
  printf '%s\n' "${script##*/}" | grep -Eqx '[a-z][a-z0-9_]*\.sh' || fail "$script is not named <what_it_guards>.sh"
  case $script in *_test.sh) [ -e "${script%_test.sh}.sh" ] || fail "$script tests no script beside it" ;; esac
done
for target in fuzz/*.cpp; do
  name=${target##*/}
  printf '%s\n' "$name" | grep -Eqx '[a-z][a-z0-9_]*_fuzz\.cpp' || fail "$target is not named <what>_fuzz.cpp"
  [ -d "fuzz/corpus/${name%.cpp}" ] || fail "$target has no corpus in fuzz/corpus/${name%.cpp}"
done

# The names in ctest begin with their kind.
if [ -n "${EC2MIMIC_BUILD:-}" ]; then
  ctest --test-dir "$EC2MIMIC_BUILD" --show-only=json-v1 >"$listing" || fail "ctest lists no tests"
  bad=$(jq -r '.tests[] | (.properties[]? | select(.name == "LABELS") | .value[0]) as $kind
               | select(.name | startswith($kind + "/") | not) | .name + " is of the kind " + $kind' "$listing")
  [ -z "$bad" ] || fail "$bad"
  bad=$(jq -r '.tests[] | select([.properties[]?.name] | index("LABELS") | not) | .name' "$listing")
  [ -z "$bad" ] || fail "of no kind: $bad"
  [ "$(jq '.tests | length' "$listing")" -gt 100 ] || fail "ctest lists hardly any tests"
fi
exit $wrong
