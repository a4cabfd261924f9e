#!/bin/sh
# Tests spec_runner as a whole, with a stand-in for the program, because a runner that passed everything would turn all
# specs green. usage: spec_runner_test.sh PATH-OF-SPEC_RUNNER
# shellcheck disable=SC2016 # the specs written here are not for this shell to expand
set -u
runner=$1
work=$(mktemp -d "${TMPDIR:-/tmp}/spec runner test.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failures=0

cat >program <<'END'
#!/bin/sh
case $1 in
  greet) echo "Hello from $HOME" ;;
  token) cat /proc/sys/kernel/random/uuid ;;
  fail) printf '\nAn error\n' >&2; exit 254 ;;
  world) env | sort; cat; ls -A . ;;
esac
END
chmod +x program

# check NAME EXIT-CODE TEXT ARGUMENT...: runs the runner on `case.spec` (or the given files); its output must contain
# TEXT.
check() {
  name=$1 wanted=$2 text=$3
  shift 3
  "$runner" --program ./program "$@" >output 2>&1 </dev/null
  code=$?
  if [ "$code" != "$wanted" ] || ! grep -qF -- "$text" output; then
    echo "FAILED: $name: exit code $code instead of $wanted, or no '$text' in:"
    sed 's/^/    /' output
    failures=$((failures + 1))
  fi
}

# same NAME: the file `case.spec` must equal `wanted.spec`.
same() {
  if ! diff wanted.spec case.spec; then
    echo "FAILED: $1"
    failures=$((failures + 1))
  fi
}

cat >case.spec <<'END'
# A spec in which everything passes.
$ ec2mimic greet; x=5; cd /
Hello from $HOME

$ echo $x; pwd
5
/
$ ec2mimic fail
!
! An error
? 254
$ echo $?
254
$ ec2mimic token
<uuid>
$ printf 'a\n\nb'
a
\
b
\ no newline
$ cd; ec2mimic world
EC2MIMIC_SEED=spec
HOME=$HOME
LC_ALL=C.UTF-8
OLDPWD=/
PATH=$BIN:/usr/bin:/bin
PWD=$HOME
SPEC_FOLDER=$SPEC_FOLDER
TMPDIR=$TMPDIR
TZ=UTC
END
check "what is right passes" 0 "7 passed, 0 failed" case.spec
cp case.spec wanted.spec
check "an update changes nothing that is right" 0 "7 passed, 0 failed" --update case.spec
same "an update changes nothing that is right"

printf '$ echo a\nb\n' >case.spec
check "other stdout fails" 1 "case.spec:1: " case.spec
check "the difference is shown" 1 "    -b" case.spec
check "the difference is shown" 1 "    +a" case.spec
check "failures are counted" 1 "0 passed, 1 failed" case.spec
printf '$ echo a\n' >wanted.spec
printf 'a\n' >>wanted.spec
check "an update writes what is" 0 "case.spec: updated" --update case.spec
same "an update writes what is"

printf '$ echo a >&2\na\n' >case.spec
check "stdout is not stderr" 1 "    +! a" case.spec
printf '$ echo a >&2\n' >case.spec
check "other stderr fails" 1 "    +! a" case.spec
printf '$ echo a\n' >case.spec
check "more stdout than expected fails" 1 "    +a" case.spec
printf '$ true\na\n' >case.spec
check "less stdout than expected fails" 1 "    -a" case.spec
printf '$ printf a\na\n' >case.spec
check "a missing line break fails" 1 'no newline' case.spec
printf '$ (exit 3)\n' >case.spec
check "another exit code fails" 1 "    +? 3" case.spec
printf '$ echo x\n<uuid>\n' >case.spec
check "the wildcard is for a UUID only" 1 "    +x" case.spec

u=550e8400-e29b-41d4-a716-446655440000
printf '$ echo %s\n$ ec2mimic token\n' $u >case.spec
printf '$ echo %s\n%s\n$ ec2mimic token\n<uuid>\n' $u $u >wanted.spec
check "an update knows random UUIDs from chosen ones" 0 "2 passed" --update case.spec
same "an update knows random UUIDs from chosen ones"

printf '$ echo a\na\n$ exit 7\n$ echo b\nb\n' >case.spec
check "a shell that ends is a failure" 1 "1 passed, 2 failed" case.spec
check "where the shell ended is said" 1 "case.spec:3: " case.spec
printf '$ echo a\nz\n$ exit 7\n' >case.spec
cp case.spec wanted.spec
check "a spec that did not end is not updated" 1 "case.spec:3: " --update case.spec
same "a spec that did not end is not updated"
printf '$ sleep 60\n' >case.spec
check "the time-out ends a file" 1 "time was up here" --timeout 1 case.spec
printf '$ sleep 60 &\n$ sleep 60 | cat &\n' >case.spec
check "what is left running is not waited for" 0 "2 passed" --timeout 10 case.spec
printf '$ sleep 60 & echo left $!\n' >case.spec
check "what is left running is ended" 1 "+left" case.spec
left=$(sed -n 's/.*+left //p' output)
# It is now a child of init, which may take a while to reap it: a zombie counts as ended.
runs() { case $(cat "/proc/$1/stat" 2>/dev/null) in '' | *') Z '*) return 1 ;; esac; }
tries=0
while runs "$left" && [ $tries -lt 100 ]; do sleep 0.1; tries=$((tries + 1)); done
! runs "$left" || { echo "FAILED: what is left running is ended"; failures=$((failures + 1)); kill "$left"; }
printf '$ trap "echo stray" EXIT\n' >case.spec
check "output after the last step fails" 1 "stray" case.spec
printf '$ if\n' >case.spec
check "a syntax error is reported" 1 "the shell ended here" case.spec

printf 'out\n' >case.spec
check "what is no spec is refused" 2 "case.spec:1: " case.spec
check "a file that is not there is refused" 2 "absent.spec" absent.spec
check "a program that is not there is refused" 2 "absent" --program ./absent wanted.spec

printf '# shell: bash\n$ echo ${BASH_VERSION:+yes}\nyes\n' >case.spec
check "a spec chooses its shell" 0 "1 passed" case.spec

printf 'Words.\n```console\n$ x=1\n```\n```console\n$ echo $x\n2\n```\n' >case.md
check "blocks of Markdown are one session" 1 "case.md:6: " case.md
check "blocks of Markdown are updated" 0 "case.md: updated" --update case.md
check "blocks of Markdown are updated" 0 "2 passed, 0 failed" case.md

printf '$ mkdir -p a/b; chmod 0 a; echo x >"$TMPDIR/g"; expr "$HOME" : "\\(.*scratch space\\)" >/dev/null\n' >case.spec
mkdir "scratch space"
TMPDIR="$work/scratch space"
export TMPDIR
check "the world may stand in a folder with a space" 0 "1 passed" case.spec
[ -z "$(ls -A 'scratch space')" ] || { echo "FAILED: the world is removed"; failures=$((failures + 1)); }

[ "$failures" = 0 ] && echo "all right"
exit "$failures"
