#!/bin/sh
# Tests how the program ends on signals and resource limits, and what it leaves. usage: signals.sh FOLDER-OF-THE-SOURCES
set -u
program=${EC2MIMIC_PROGRAM:?names the program}
command -v script >/dev/null || { echo "no script here: skipped"; exit 77; }
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 2
mkdir bin scratch && ln -s "$program" bin/ec2mimic || exit 2
export HOME="$folder" PATH="$folder/bin:$PATH" TMPDIR="$folder/scratch" SHELL=/bin/sh
unset EC2MIMIC_STATE EC2MIMIC_LOG
failures=0

# check WHAT EXPECTED GOT
check() {
  [ "$2" = "$3" ] && return
  printf 'FAILED: %s: expected %s, got %s\n' "$1" "$2" "$3"
  failures=$((failures + 1))
}

# until_true COMMAND...: waits until it succeeds, for at most ten seconds.
until_true() {
  tries=0
  until "$@"; do
    tries=$((tries + 1))
    [ "$tries" -lt 200 ] || { echo "FAILED: waited in vain for: $*"; failures=$((failures + 1)); return 1; }
    sleep 0.05
  done
}
# shellcheck disable=SC2317 # called by until_true
has_scratch() { [ -n "$(find scratch -name state.json)" ]; }
# shellcheck disable=SC2317
is_empty() { [ -z "$(ls -A scratch)" ]; }

# start_walkthrough [BEFORE]: starts it on a terminal, where it waits for a third key once it has a state. INT and QUIT have
# their default action, as in an interactive shell, and are not ignored as after `&`. The file `pid` gets its process
# id, `code` later its exit code.
start_walkthrough() {
  rm -rf pid code scratch/*
  mkfifo keys 2>/dev/null
  TERM=dumb script -qec "sh -c '${1-} echo \$\$ >pid; exec env --default-signal=INT,QUIT ec2mimic walkthrough'; echo \$? >code" /dev/null \
    <keys >/dev/null 2>&1 &
  terminal=$!
  exec 3>keys
  printf '\n\n' >&3
  until_true has_scratch
}
end_walkthrough() {
  exec 3>&-
  wait "$terminal" 2>/dev/null
}

# Files that the program did not make itself are removed as well.
for signal in HUP:129 TERM:143 QUIT:131 XCPU:152 INT:130; do
  start_walkthrough 'ulimit -c 0;'
  : >"$(echo scratch/*)/state.json.v1"
  kill -s "${signal%:*}" "$(cat pid)"
  until_true test -s code
  check "exit code after SIG${signal%:*}" "${signal#*:}" "$(cat code)"
  check "left by SIG${signal%:*}" '' "$(ls -A scratch)"
  end_walkthrough
done

# The terminal disappears, and with it the shell that would have written the exit code.
start_walkthrough
kill -s KILL "$terminal"
until_true is_empty
end_walkthrough

# Signals ignored by the parent process stay ignored.
start_walkthrough 'trap "" TERM;'
kill -s TERM "$(cat pid)"
printf 'q\n' >&3
until_true test -s code
check "exit code where SIGTERM is ignored" 0 "$(cat code)"
check "left where SIGTERM is ignored" '' "$(ls -A scratch)"
end_walkthrough

# The same while sh runs a step of a lesson, and something that an earlier step left running.
cat >steps.spec <<'END'
$ sleep 100 & echo $! >"$OUT/background"
$ sh -c 'echo $$ >"$OUT/step"; exec sleep 100'
END
sed -i "s|\$OUT|$folder|" steps.spec
# shellcheck disable=SC2317 # called by until_true
both_run() { [ -s background ] && [ -s step ]; }
has_ended() { ! kill -0 "$1" 2>/dev/null; }
for signal in INT:130 TERM:143 HUP:129 QUIT:131; do
  rm -f background step code
  sh -c 'ulimit -c 0; echo $$ >pid; exec env --default-signal=INT,QUIT ec2mimic walkthrough ./steps.spec' >/dev/null 2>&1 &
  lesson=$!
  until_true both_run
  kill -s "${signal%:*}" "$(cat pid)"
  wait "$lesson"
  check "exit code after SIG${signal%:*} during a step" "${signal#*:}" $?
  has_ended "$(cat step)" || check "the step after SIG${signal%:*}" ended running
  has_ended "$(cat background)" || check "the background after SIG${signal%:*}" ended running
  check "left by SIG${signal%:*} during a step" '' "$(ls -A scratch)"
done
# At the end of a lesson, too, what it left running ends. Ctrl-C on a terminal reaches only the program, and it the step.
sed -i 2d steps.spec
ec2mimic walkthrough ./steps.spec >/dev/null
check "exit code of a lesson that leaves something running" 0 $?
has_ended "$(cat background)" || check "the background at the end of the lesson" ended running

# A limit on file sizes makes the write fail, and no partial file is left.
ec2mimic state seed blog
ec2mimic create-vpc --cidr-block 10.0.0.0/16 --output off
cp .local/state/ec2mimic/state.json before
(ulimit -f 1; ec2mimic create-vpc --cidr-block 10.1.0.0/16 2>err)
check "exit code at the limit of a state" 255 $?
check "files beside the state" 'state.json state.json.lock' "$(cd .local/state/ec2mimic && echo *)"
cmp before .local/state/ec2mimic/state.json || failures=$((failures + 1))
grep -q 'File too large' err || { echo "FAILED: $(cat err)"; failures=$((failures + 1)); }

(ulimit -f 1; ec2mimic describe-vpcs >out 2>err)
check "exit code at the limit of stdout" 255 $?
check "what is said at the limit of stdout" 'Unable to write to standard output: File too large' "$(sed 1d err)"

# A block has 512 or 1024 bytes, depending on the shell; each line has about 300.
(ulimit -f 1; for _ in 1 2 3 4 5 6; do ec2mimic state path --log calls.log; done >out 2>err)
check "exit code at the limit of a log" 0 $?
check "bytes behind the last line of a log" 0 "$(tail -c 1 calls.log | tr -d '\n' | wc -c)"
grep -q "^Unable to write to the call log 'calls.log': File too large. The call itself was made and is missing from the log.\$" err ||
  { echo "FAILED: $(cat err)"; failures=$((failures + 1)); }

# Signals that the program ignores are not ignored by its pager.
cat >bin/signals <<'EOF'
#!/bin/sh
cat >/dev/null
grep SigIgn /proc/self/status
EOF
chmod +x bin/signals
ignored=$(TERM=dumb AWS_PAGER=signals script -qec 'ec2mimic describe-vpcs' /dev/null </dev/null | tr -dc 0-9a-f)
# Bits 12 and 24 are SIGPIPE and SIGXFSZ.
check "signals that a pager ignores" 0 $((0x$ignored & 0x1001000))
exit "$failures"
