#!/bin/sh
# Runs the loop of ec2mimic(1) that repeats a create call: it ends, with one table, with a refusal, or after five calls.
# usage: retry_loop.sh FOLDER-OF-THE-SOURCES
set -eu
program=${EC2MIMIC_PROGRAM:?names the program}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME="$folder" EC2MIMIC_STATE="$folder/state.json" PATH="$folder/bin:$PATH" program folder
mkdir "$folder/bin"

# The block of the page that has the loop, without the page's markup and the prompts.
sed -n '/^\.Bd -literal/,/^\.Ed/{
  /^\.Bd/{ h; d; }
  /^\.Ed/!{ H; d; }
  g
  /for pause/p
}' "$1/man/ec2mimic.1.in" | sed -e '/^\./d' -e 's/^[$>] //' -e 's/\\-/-/g' -e 's/\\e/\\/g' >"$folder/loop"
grep -q 'create-route-table' "$folder/loop" || { echo "ec2mimic(1) has no such loop"; exit 1; }

# The answers of the first calls are lost.
cat >"$folder/bin/ec2mimic" <<'END'
#!/bin/sh
"$program" "$@" >"$folder/answer" 2>&1
code=$?
echo "$code" >>"$folder/calls"
if [ "$(wc -l <"$folder/calls")" -le "$lost" ]; then exit 255; fi
exit $code
END
cat >"$folder/bin/sleep" <<'END'
#!/bin/sh
echo "$1" >>"$folder/pauses"
END
chmod +x "$folder/bin/ec2mimic" "$folder/bin/sleep"

wrong=0
# expect LOST VPC CODE PAUSES: runs the loop in an account of its own.
expect() {
  rm -f "$folder/calls" "$folder/pauses"
  "$program" state seed blog --yes
  : >"$folder/pauses"
  code=$(vpc=$2 lost=$1 sh -c '. "$folder/loop" >/dev/null 2>&1; echo "$code"')
  pauses=$(tr '\n' ' ' <"$folder/pauses")
  if [ "$code" != "$3" ] || [ "$pauses" != "$4" ]; then
    echo "$1 lost answers, VPC $2: exit code $code after pauses of ${pauses:-no }seconds, expected $3 after ${4:-no}"
    wrong=1
  fi
}
tables() { "$program" describe-route-tables --filters Name=vpc-id,Values="$vpc" --query 'length(RouteTables)'; }

vpc='vpc-00c84bd9dcad1d728'
expect 0 $vpc 0 ''
expect 2 $vpc 0 '1 2 '
[ "$(tables)" = 2 ] || { echo "not one new table but the main one and $(tables) in all"; wrong=1; }
expect 0 vpc-00000000000000000 254 ''
expect 9 $vpc 255 '1 2 4 8 0 '
[ "$(wc -l <"$folder/calls")" = 5 ] || { echo "not five calls"; wrong=1; }
exit $wrong
