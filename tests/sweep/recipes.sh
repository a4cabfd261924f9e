#!/bin/sh
# The recipes in tests/recipes accept the script that they test, and reject it once it is wrong; the README shows what
# is in them. usage: recipes.sh FOLDER-OF-THE-SOURCES
set -u
program=${EC2MIMIC_PROGRAM:?names the program}
for tool in bats make jq; do
  command -v "$tool" >/dev/null || { echo "$tool is not installed; .ci/setup test installs it"; exit 1; }
done
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
unset EC2MIMIC_NOW EC2MIMIC_SEED EC2MIMIC_FAULT EC2MIMIC_LOG EC2MIMIC_STATE AWS_PROFILE AWS_MAX_ATTEMPTS MAKEFLAGS PAUSES
mkdir "$work/bin" && ln -s "$program" "$work/bin/ec2mimic"
export HOME="$work" PATH="$work/bin:$PATH"
wrong=0
fail() { echo "$*"; wrong=1; }

# The ways to run them are those of the CI job, but for what it installs.
grep '^ *- run: ' "$1/tests/recipes/workflow.yml" | sed 's/^ *- run: //' | grep -v apt-get >"$work/ways"
[ "$(wc -l <"$work/ways")" = 3 ] || fail "The CI job has no three ways to run the test: $(cat "$work/ways")"

# try VERDICT WHAT [EDIT]: whether each way accepts (0) the script, edited by sed or not, or rejects it (1).
try() {
  while read -r way; do
    rm -rf "$work/recipes" && cp -R "$1/tests/recipes" "$work/recipes"
    if [ $# = 4 ]; then
      sed "$4" "$1/tests/recipes/create-table.sh" >"$work/recipes/create-table.sh"
      ! cmp -s "$1/tests/recipes/create-table.sh" "$work/recipes/create-table.sh" || fail "$3: not edited"
    fi
    (cd "$work/recipes" && exec sh -c "$way") >"$work/output" 2>&1 </dev/null
    code=$?
    [ $((code != 0)) = "$2" ] || { fail "$3: \`$way\` exits with $code"; cat "$work/output"; }
  done <"$work/ways"
}
# shellcheck disable=SC2016 # for the script
fresh='s/"\$token"/"$(cat \/proc\/sys\/kernel\/random\/uuid)"/'
try "$1" 0 'the script'
# What a caller has set does not matter.
(
  export EC2MIMIC_FAULT=unavailable EC2MIMIC_FAULT_FILE="$work/none" EC2MIMIC_NOW=+1h EC2MIMIC_TOKEN_TTL=1s EC2MIMIC_SEED=x
  export EC2MIMIC_STATE="$work/other.json" EC2MIMIC_LOG="$work/other.log" AWS_REGION=eu-west-1 AWS_DEFAULT_REGION=eu-west-1
  export AWS_PROFILE=missing AWS_DEFAULT_OUTPUT=yaml AWS_MAX_ATTEMPTS=1 PAUSES=
  try "$1" 0 'the script with other variables'
  [ ! -e "$work/other.json" ] && [ ! -e "$work/other.log" ] || fail "A recipe used the caller's account or log"
  exit $wrong
) || wrong=1
try "$1" 1 'a new token for each call' "$fresh"
grep -q '^+CreateRouteTable calls=2 created=2$' "$work/output" || fail "The assertion does not show the second table: $(cat "$work/output")"
try "$1" 1 'no token' 's/ --client-token "$token"//'
try "$1" 1 'no second call' 's/for pause in .*;/for pause in 0;/'

# shown LANGUAGE FILE: the README's block in that language is the beginning of the file.
shown() {
  awk -v fence="\`\`\`$2" '$0 == fence { on = 1; next } on && $0 == "```" { exit } on' "$1/README.md" >"$work/block"
  [ -s "$work/block" ] || fail "The README shows no $3"
  head -n "$(wc -l <"$work/block")" "$1/tests/recipes/$3" | cmp -s - "$work/block" || fail "The README shows another $3"
}
shown "$1" bats create-table.bats
shown "$1" make Makefile
shown "$1" yaml workflow.yml
exit $wrong
