#!/bin/sh
# Tests the limits on the memory and time of a query, and on the size of its input, with so little memory available that
# anything not counted fails with a different message than that of the limit.
# shellcheck disable=SC3045  # dash has ulimit -v and -t, as bash has
set -u

program=${EC2MIMIC_PROGRAM:?names the program}
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
HOME=$folder
export HOME
bad=0

# repeat TIMES TEXT
repeat() {
  i=0
  while [ "$i" -lt "$1" ]; do
    printf '%s' "$2"
    i=$((i + 1))
  done
}

# expect MEBIBYTES WORDS ARGUMENT...: the program must print the words, with that much address space and ten seconds of
# CPU time.
expect() {
  memory=$1 words=$2
  shift 2
  said=$( (ulimit -v $((memory * 1024)) && ulimit -t 10 && exec "$program" "$@") 2>&1 >/dev/null)
  case $said in
    *"$words"*) ;;
    *)
      bad=1
      echo "$*" | cut -c 1-200
      echo "    should say: $words"
      echo "    says:       $said" | cut -c 1-200
      ;;
  esac
}

if ! (ulimit -v 1310720 && exec "$program" --version) >/dev/null 2>&1; then
  echo "the program does not start with so little memory: sanitizers do not"
  exit 77
fi

much='The query uses too much memory: more than 1 GiB.'
long='The query takes too long: more than 2,000,000,000 steps.'
shown='The answer is too large to show: more than 1 GiB, including its text.'
printf '"x"' >"$folder/x.json"
query() {
  memory=$1 words=$2
  shift 2
  expect "$memory" "$words" query "$@" <"$folder/x.json"
}

thousand="join('',[@$(repeat 999 ,@)])"
most="$thousand|$thousand|join('',[@$(repeat 899 ,@)])"
query 1280 "$long" "$most|reverse(@)|[@,@]|sort(@)|length(@)"
query 1280 "$much" "$(repeat 40 'to_string([')@$(repeat 40 '])')"
query 1280 "$much" "$most|to_number(@)"
query 1280 "$much" "$most|abs(@)"
query 1280 "$much" "[@]$(repeat 40 '|[@,@][]')|sort(@)|length(@)"
query 1280 "$much" "{a:@}$(repeat 40 '|{a:@,b:@}')"
doubled="(@$(repeat 40 '|[@,@]'))"
same=$( (ulimit -t 10 && exec "$program" query "$doubled==$doubled") <"$folder/x.json")
if [ "$same" != true ]; then
  bad=1
  echo "a doubled list beside another one: $same"
fi
# Small documents whose text is large: deeply indented, with columns that no other row has, with titles.
deep="@$(repeat 20 '|[@,@]')$(repeat 400 '|[[@]]')"
query 2304 "$shown" "$deep"
# A list that occurs twice is an alias in YAML; a string is not.
flat="[@]$(repeat 21 '|[@,@][]')$(repeat 400 '|[[@]]')"
query 2304 "$shown" "$flat" --output yaml
awk 'BEGIN { printf "["; for (i = 0; i < 60000; ++i) printf "{\"k%d\":1},", i; print "{}]" }' >"$folder/columns.json"
expect 1536 "$shown" query @ --output text <"$folder/columns.json"
expect 1536 "$shown" query @ --output table <"$folder/columns.json"

# At most 64 MiB of a file are read, and 1 GiB of a document.
{ printf '{"a":"' && head -c 67108864 /dev/zero | tr '\0' x && printf '"}'; } >"$folder/large.json"
expect 1280 'is larger than 64 MiB' create-vpc --cli-input-json "file://$folder/large.json"
expect 1280 'is larger than 64 MiB' state seed "$folder/large.json" --yes
expect 1280 'is larger than 64 MiB' state seed - --yes <"$folder/large.json"
length=$("$program" query 'length(a)' <"$folder/large.json")
if [ "$length" != 67108864 ]; then
  bad=1
  echo "a document of more than 64 MiB: $length"
fi
truncate -s 1073741825 "$folder/huge.json"
expect 4096 'is larger than 1024 MiB' query @ <"$folder/huge.json"
exit "$bad"
