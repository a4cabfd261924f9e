#!/bin/sh
# Tests the output of `ec2mimic activate` in each shell: `aws` runs the program in the shell and its children, no real
# aws is run if the program is removed, and ec2mimic_deactivate undoes all of it. Shells that are not installed are left
# out; without any, the test is skipped.
# usage: activate.sh FOLDER-OF-THE-SOURCES
set -u
program=${EC2MIMIC_PROGRAM:?names the program}
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
# A home folder whose name needs quoting, and a real aws that must not be run.
home="$folder/it's \"a\" home \$HOME \\ *"
mkdir "$folder/bin" "$folder/more" "$home" && cp "$program" "$folder/bin/ec2mimic" || exit 2
printf '#!/bin/sh\necho the real one\n' >"$folder/bin/aws" && chmod +x "$folder/bin/aws" || exit 2
cd "$folder" || exit 2
links=$home/.local/state/ec2mimic/bin
run() {
  env -i HOME="$home" ZDOTDIR="$home" PATH="$folder/bin:/usr/bin:/bin" TERM=xterm LC_ALL=C.UTF-8 "$@"
}

cat >expected <<'END'
before: the real one
ec2mimic: `aws` runs ec2mimic in this shell; ec2mimic_deactivate undoes it.
here: path-of-aws 123456789012
child: 123456789012
ec2mimic: `aws` is what it was before.
after: the real one
PATH is as before
nothing is left
ec2mimic: `aws` runs ec2mimic in this shell; ec2mimic_deactivate undoes it.
ec2mimic: `aws` runs ec2mimic in this shell; ec2mimic_deactivate undoes it.
twice: 2
here: 123456789012
ec2mimic: `aws` is what it was before.
what was added to PATH stays
PATH is as before
first: A=set exported [https://a  b] B=set [] C=set exported [] S=set exported [./s.json] L=set [l]
ec2mimic: `aws` runs ec2mimic in this shell; ec2mimic_deactivate undoes it.
inside: A=set exported [http://127.0.0.1:9] B=set exported [http://127.0.0.1:9] C=set exported [] S=set exported [FOLDER/s.json] L=set [l]
ec2mimic: `aws` runs ec2mimic in this shell; ec2mimic_deactivate undoes it.
again: A=set exported [http://127.0.0.1:9] B=set exported [http://127.0.0.1:9] C=set exported [] S=set exported [FOLDER/s.json] L=set [l]
ec2mimic: `aws` is what it was before.
first: A=set exported [https://a  b] B=set [] C=set exported [] S=set exported [./s.json] L=set [l]
second: A= [] B=set exported [] C=set [true] S= [] L=set exported [../l]
ec2mimic: `aws` runs ec2mimic in this shell; ec2mimic_deactivate undoes it.
inside: A=set exported [http://127.0.0.1:9] B=set exported [http://127.0.0.1:9] C=set exported [] S=set exported [/elsewhere] L=set exported [FOLDER/../l]
ec2mimic: `aws` is what it was before.
second: A= [] B=set exported [] C=set [true] S=set exported [/elsewhere] L=set exported [../l]
ec2mimic: `aws` runs ec2mimic in this shell; ec2mimic_deactivate undoes it.
ec2mimic: PROGRAM cannot be run, and no other `aws` is run instead. Reinstall ec2mimic, or call ec2mimic_deactivate if it was activated.
gone: 127
ec2mimic: PROGRAM cannot be run, and no other `aws` is run instead. Reinstall ec2mimic, or call ec2mimic_deactivate if it was activated.
gone for a child: 127
ec2mimic: `aws` is what it was before.
gone and deactivated: the real one
function: from a function
ec2mimic: `aws` runs ec2mimic in this shell; ec2mimic_deactivate undoes it.
function: 123456789012
ec2mimic: `aws` is what it was before.
function: from a function
END

# The script for bash, zsh and the plain shell; dash cannot save a function, and says so.
cat >try.sh <<'END'
set -eu
account() { aws ec2 describe-vpcs | sed -n 's/.*"OwnerId": "\(.*\)".*/\1/p'; }
count() { printf '%s\n' "$PATH" | tr ':' '\n' | grep -c 'ec2mimic/[bg]'; }
same() { if [ "$PATH" = "$1" ]; then echo "PATH is as before"; else echo "PATH was $1 and is $PATH"; fi; }
aws=$(aws) && echo "before: $aws"
before=$PATH
one= name= exported=
show() {
  printf '%s:' "$1"
  for one in A=AWS_ENDPOINT_URL B=AWS_ENDPOINT_URL_EC2 C=AWS_IGNORE_CONFIGURED_ENDPOINT_URLS S=EC2MIMIC_STATE \
    L=EC2MIMIC_LOG; do
    name=${one#*=}
    exported=$(sh -c "printf %s \"\${$name+ exported}\"")
    eval "printf ' %s=%s%s [%s]' ${one%%=*} \"\${$name+set}\" \"\$exported\" \"\${$name-}\""
  done
  echo
}
variables() { set | grep -c -i '^_ec2mimic' || :; }
eval "$(ec2mimic activate)"
[ "$(command -v aws)" = "$LINKS/aws" ] && echo "here: path-of-aws $(account)"
sh -c 'aws ec2 describe-vpcs' | sed -n 's/.*"OwnerId": "\(.*\)".*/child: \1/p'
ec2mimic_deactivate
echo "after: $(aws)"
same "$before"
[ "$(variables)" = 0 ] && ! command -v ec2mimic_deactivate && ! command -v _ec2mimic_strip && echo "nothing is left"
eval "$(ec2mimic activate)"
eval "$(ec2mimic activate "$SHELL_NAME")"
echo "twice: $(count)"
echo "here: $(account)"
PATH=$MORE:$PATH
ec2mimic_deactivate
[ "$PATH" = "$MORE:$before" ] && echo "what was added to PATH stays"
PATH=$before
same "$before"
unset AWS_ENDPOINT_URL AWS_ENDPOINT_URL_EC2 AWS_IGNORE_CONFIGURED_ENDPOINT_URLS EC2MIMIC_STATE EC2MIMIC_LOG
export AWS_ENDPOINT_URL='https://a  b' AWS_IGNORE_CONFIGURED_ENDPOINT_URLS= EC2MIMIC_STATE=./s.json
AWS_ENDPOINT_URL_EC2= EC2MIMIC_LOG=l
show first
eval "$(ec2mimic activate)"
show inside
cd "$MORE"
eval "$(ec2mimic activate)"
cd "$OLDPWD"
show again
ec2mimic_deactivate
show first
unset AWS_ENDPOINT_URL AWS_ENDPOINT_URL_EC2 AWS_IGNORE_CONFIGURED_ENDPOINT_URLS EC2MIMIC_STATE EC2MIMIC_LOG
export AWS_ENDPOINT_URL_EC2= EC2MIMIC_LOG=../l
AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=true
show second
eval "$(ec2mimic activate)"
export EC2MIMIC_STATE=/elsewhere
show inside
ec2mimic_deactivate
show second
unset EC2MIMIC_STATE EC2MIMIC_LOG
eval "$(ec2mimic activate)"
mv "$BIN/ec2mimic" "$BIN/moved"
aws ec2 delete-vpc --vpc-id vpc-1 || echo "gone: $?"
sh -c 'aws ec2 delete-vpc --vpc-id vpc-1' || echo "gone for a child: $?"
ec2mimic_deactivate
echo "gone and deactivated: $(aws)"
mv "$BIN/moved" "$BIN/ec2mimic"
END
cat >try-function.sh <<'END'
aws() { echo "from a function"; }
echo "function: $(aws)"
eval "$(ec2mimic activate)"
echo "function: $(account)"
ec2mimic_deactivate
echo "function: $(aws)"
END
cat try.sh try-function.sh >try.bash
cp try.bash try.zsh
cp try.sh try.dash
cat >try.fish <<'END'
function account; aws ec2 describe-vpcs | sed -n 's/.*"OwnerId": "\(.*\)".*/\1/p'; end
function same; if test "$(string join " " $PATH)" = "$argv"; echo "PATH is as before"; else; echo "PATH was $argv and is $(string join " " $PATH)"; end; end
function show
    set --local line $argv[1]:
    for one in A=AWS_ENDPOINT_URL B=AWS_ENDPOINT_URL_EC2 C=AWS_IGNORE_CONFIGURED_ENDPOINT_URLS S=EC2MIMIC_STATE \
        L=EC2MIMIC_LOG
        set --local both (string split = $one)
        set --local name $both[2]
        set --local what
        set --query $name; and set what set
        set --query --export $name; and set what 'set exported'
        set line "$line $both[1]=$what [$$name]"
    end
    echo $line
end
echo before: (aws)
set before $PATH
ec2mimic activate | source
test (command -v aws) = "$LINKS/aws"; and echo here: path-of-aws (account)
sh -c 'aws ec2 describe-vpcs' | sed -n 's/.*"OwnerId": "\(.*\)".*/child: \1/p'
ec2mimic_deactivate
echo after: (aws)
same "$before"
set --names | grep -q '^_ec2mimic'; or functions --all | grep -q ec2mimic; or echo "nothing is left"
ec2mimic activate | source
ec2mimic activate fish | source
echo twice: (string match '*ec2mimic/*' $PATH | count)
echo here: (account)
set PATH $MORE $PATH
ec2mimic_deactivate
test "$(string join " " $PATH)" = "$MORE $before"; and echo "what was added to PATH stays"
set PATH $before
same "$before"
set --global --export AWS_ENDPOINT_URL 'https://a  b'
set --global AWS_ENDPOINT_URL_EC2 ''
set --global --export AWS_IGNORE_CONFIGURED_ENDPOINT_URLS ''
set --global --export EC2MIMIC_STATE ./s.json
set --global EC2MIMIC_LOG l
show first
ec2mimic activate | source
show inside
cd $MORE
ec2mimic activate | source
cd ..
show again
ec2mimic_deactivate
show first
set --erase AWS_ENDPOINT_URL AWS_ENDPOINT_URL_EC2 AWS_IGNORE_CONFIGURED_ENDPOINT_URLS EC2MIMIC_STATE EC2MIMIC_LOG
set --global --export AWS_ENDPOINT_URL_EC2 ''
set --global --export EC2MIMIC_LOG ../l
set --global AWS_IGNORE_CONFIGURED_ENDPOINT_URLS true
show second
ec2mimic activate | source
set --global --export EC2MIMIC_STATE /elsewhere
show inside
ec2mimic_deactivate
show second
set --erase EC2MIMIC_STATE EC2MIMIC_LOG
ec2mimic activate | source
mv "$BIN/ec2mimic" "$BIN/moved"
aws ec2 delete-vpc --vpc-id vpc-1; or echo "gone: $status"
sh -c 'aws ec2 delete-vpc --vpc-id vpc-1'; or echo "gone for a child: $status"
ec2mimic_deactivate
echo gone and deactivated: (aws)
mv "$BIN/moved" "$BIN/ec2mimic"
function aws; echo "from a function"; end
echo function: (aws)
ec2mimic activate | source
echo function: (account)
ec2mimic_deactivate
echo function: (aws)
END

# Aliases are expanded only in interactive shells, and only in lines that are read after the definition was run.
cat >alias.sh <<'END'
alias aws='echo from an alias; :'
eval "aws"
eval "$(ec2mimic activate)"
eval "aws --version" | cut -d/ -f1
ec2mimic_deactivate
eval "aws"
END
cat >expected-alias <<'END'
from an alias
aws-cli
from an alias
END

tried=0
wrong=0
for shell in bash zsh dash fish; do
  command -v "$shell" >/dev/null || { echo "no $shell here: left out"; continue; }
  tried=1
  case $shell in
    zsh) set -- zsh -f -o alias_func_def -o warn_create_global ;;
    bash) set -- bash --norc --noprofile ;;
    *) set -- "$shell" ;;
  esac
  rm -rf "$home/.local"
  run LINKS="$links" BIN="$folder/bin" MORE="$folder/more" SHELL_NAME="$shell" SHELL=/bin/tcsh "$@" "try.$shell" >got 2>&1 </dev/null
  lines=$(wc -l <expected)
  [ $shell = dash ] && lines=$((lines - 5))
  sed -i -e "s|$folder/bin/ec2mimic|PROGRAM|" -e "s|$folder|FOLDER|g" got
  head -n "$lines" expected | diff - got || { echo "$shell behaves otherwise (< expected, > got)"; wrong=1; }
  [ $shell = fish ] && continue
  case $shell in zsh) aliases=aliases ;; bash) aliases=expand_aliases ;; *) aliases= ;; esac
  case $shell in bash) set -- "$@" -O "$aliases" ;; zsh) set -- "$@" -o "$aliases" ;; esac
  run "$@" alias.sh 2>/dev/null </dev/null | diff expected-alias - || { echo "$shell: alias"; wrong=1; }
done
[ $tried = 1 ] || exit 77

# In a user namespace the owner of the root folder is not mapped. Root has to become another user to try that.
as_user=
if [ "$(id -u)" = 0 ]; then as_user="setpriv --reuid 1000 --regid 1000 --clear-groups"; fi
other=$(mktemp -d) || exit 2
trap 'rm -rf "$folder" "$other"' EXIT
cp "$program" "$other/ec2mimic" && chmod 755 "$other" || exit 2
if [ -n "$as_user" ]; then chown 1000:1000 "$other"; fi
if $as_user unshare -Ur true 2>/dev/null; then
  (cd / && $as_user unshare -Ur env HOME="$other" "$other/ec2mimic" run true) ||
    { echo "run does not work in a user namespace"; wrong=1; }
fi
[ "$("$folder/bin/aws")" = "the real one" ] || { echo "the real aws was touched"; wrong=1; }
exit $wrong
