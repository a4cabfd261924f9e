#!/bin/sh
# Plays every lesson as `ec2mimic walkthrough` does, and proves that what a lesson claims follows from its faults, tokens
# and clock, and not from its text: without them, the step that makes the claim fails, and with the result that one would
# expect. usage: lessons.sh FOLDER-OF-THE-SOURCES
# shellcheck disable=SC2016 # what sed is given is not for this shell to expand
set -u
lessons=$(cd "${1:?}/cli/builtin/lessons" && pwd) || exit 2
program=${EC2MIMIC_PROGRAM:?names the program}
runner=${EC2MIMIC_BUILD:?names the folder of the build}/tests/spec_runner
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 2
mkdir scratch
export HOME="$folder" TMPDIR="$folder/scratch"
# The user's own variables must not matter.
export AWS_REGION=eu-west-1 EC2MIMIC_FAULT=unavailable EC2MIMIC_SEED=other EC2MIMIC_TOKEN_TTL=1s
failures=0
fail() { printf 'FAILED: %s\n' "$*"; failures=$((failures + 1)); }

names=$("$program" walkthrough --list | cut -d' ' -f1)
[ "$(echo "$names" | wc -l)" = "$(find "$lessons" -name '*.spec' | wc -l)" ] || fail "the list has other lessons: $names"
[ "$(echo "$names" | head -n 1)" = lost-response ] || fail "lost-response is not the first of the list"
for name in $names; do
  "$program" walkthrough "$name" >told 2>err || { fail "the lesson $name ended with $?"; cat err; }
  [ -z "$(ls -A scratch)" ] || fail "the lesson $name left $(ls scratch)"
done
[ "$(ls -A)" = "$(printf '%s\n' err scratch told)" ] || fail "a lesson left files: $(ls -A)"

# On a real terminal of 80x24: it goes on at each Enter, and `q` ends it.
on_terminal() { script -qec "stty cols 80 rows 24; TERM=dumb $program walkthrough $1" /dev/null >told; }
if command -v script >/dev/null; then
  yes '' | head -n 40 | on_terminal lost-response || fail "on a terminal the lesson ended with $?"
  grep -q '^The next lesson' told || fail "on a terminal the lesson did not reach its end"
  [ "$(grep -c '^\[Press Enter to see what it does, q to quit\]' told)" = 10 ] || { fail "other pauses than before the answers:"; cat told; }
  yes '' | head -n 40 | on_terminal blog || fail "on a terminal the lesson blog ended with $?"
  grep -q '14 lines as before' told || fail "the same answer is not shortened"
  printf q | on_terminal lost-response || fail "after q the lesson ended with $?"
  grep -q 'fault set' told && fail "after q the lesson went on"
  [ -z "$(ls -A scratch)" ] || fail "after q the lesson left $(ls scratch)"
fi

# claim LESSON SED LINE...: the lesson, changed by sed, fails with these lines of the difference, one after the other.
claim() {
  lesson=$1 change=$2
  shift 2
  sed -E "$change" "$lessons"/*-"$lesson".spec >changed.spec
  if cmp -s "$lessons"/*-"$lesson".spec changed.spec; then fail "$change changes nothing in $lesson"; fi
  env -u EC2MIMIC_FAULT -u EC2MIMIC_TOKEN_TTL "$runner" --program "$program" changed.spec >seen 2>&1
  code=$?
  [ "$code" = 1 ] || fail "$lesson with $change: the spec runner ended with $code"
  expected=$(for line; do printf '    %s\n' "$line"; done)
  case $(cat seen) in
    *"$expected"*) ;;
    *) fail "$lesson with $change does not fail with:"; printf '%s\n' "$expected"; cat seen ;;
  esac
}
no_faults='/^\$ ec2mimic fault set/d'
no_tokens='s/ --client-token [^ ]+//'
lost='Connection was closed before we received a valid response from endpoint URL: "https://ec2.us-east-1.amazonaws.com/".'

claim lost-response "$no_faults" "-! $lost" '-? 255' '+"rtb-0899b6226d3a3ef9a"'
claim lost-response "$no_tokens" ' [' '-    "rtb-0218925b570701dcc"' '+    "rtb-0218925b570701dcc",' \
  '+    "rtb-0b6e9257f8550bf93"' ' ]'

claim network-acls "$no_faults" "-! $lost" '-? 255' '+"acl-0c2d7e9b41f6a5380"'
claim network-acls "$no_tokens" ' [' '-    "acl-0c2d7e9b41f6a5380"' '+    "acl-0c2d7e9b41f6a5380",'

# Without faults nothing is sent twice, and with a token of one's own the second command makes no second table.
claim cli-retries "$no_faults" '-1	created	connection closed' '-2	replayed	connection closed' '-3	replayed	answered' \
  '+1	created	answered'
claim cli-retries 's/--vpc-id vpc-03683[0-9a-f]+/& --client-token mine/' ' [' '-    "rtb-0a7e9e9c8e29d2f93",' \
  '-    "rtb-0218925b570701dcc"' '+    "rtb-0a7e9e9c8e29d2f93"' ' ]'

claim race "$no_tokens" '-1' '+20'
claim race "$no_faults" '-10' '+20'

# With the right parameters nothing is refused; the order of tags is what the step is about.
claim mismatch 's/\{Key=Team,Value=blue\},\{Key=Name,Value=web\}/{Key=Name,Value=web},{Key=Team,Value=blue}/' \
  '-TagSpecifications differs: the second call is refused with IdempotentParameterMismatch.'
claim mismatch "s/ --client-token ('[^']*'|[^ ]+)//" '-rtb-0899b6226d3a3ef9a' \
  '+rtb-0899b6226d3a3ef9a	rtb-0a7e9e9c8e29d2f93	rtb-0b6e9257f8550bf93	rtb-035fe7399aa5dfc1b'

# Tokens that live forever, and a table that is not deleted.
claim afterlife 's/EC2MIMIC_TOKEN_TTL=24h //' '-2' '+1'
claim afterlife '/delete-route-table --route-table-id rtb-0899/d' \
  '-blue	rtb-0899b6226d3a3ef9a	deleted' '+blue	rtb-0899b6226d3a3ef9a	alive'

claim retry-loop "$no_faults" '-5' '+0'
claim retry-loop 's/\$\(cat token\)/$(cat \/proc\/sys\/kernel\/random\/uuid)/' '-1' '+6'
claim retry-loop 's/1 2 4 8 0/1 2 4/' '-5' '+3'
# It would go on after a refusal, until it has had five.
refused="An error occurred (InvalidVpcID.NotFound) when calling the CreateRouteTable operation: The vpc ID \
'vpc-00000000000000000' does not exist"
claim retry-loop 's/137 \| 255/254 | 255/' "+! $refused" '+!' "+! $refused" '+!' "+! $refused" '+!' "+! $refused" ' ? 254'

claim true-stories "$no_faults" '-2' '+1'
claim true-stories "$no_faults" '-3' '+1'
claim true-stories 's/ --client-token table-of-cluster-7//' '-1' '+2'
claim true-stories 's/"\$token"/"$(cat \/proc\/sys\/kernel\/random\/uuid)"/' '-1' '+3'
claim true-stories 's/(Key=Name,Value=)anna/\1ana/' '-? 254'

claim blog "$no_tokens" '-        "RouteTableId": "rtb-0899b6226d3a3ef9a",'

exit "$((failures > 0))"
