#!/bin/sh
# What `ec2mimic activate` prints, in each shell: `aws` runs the program in the shell and its children, and
# ec2mimic_deactivate undoes all of it. A shell that is not installed is left out; without any of them the test is
# skipped. usage: activate.sh FOLDER-OF-THE-SOURCES
set -u
program=${EC2MIMIC_PROGRAM:?names the program}
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
# A home that wants quotes, and a real aws that must not be touched.
home="$folder/it's \"a\" home \$HOME \\ *"
mkdir "$folder/bin" "$folder/more" "$home" && ln -s "$program" "$folder/bin/ec2mimic" || exit 2
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
twice: 1
here: 123456789012
ec2mimic: `aws` is what it was before.
what was added to PATH stays
PATH is as before
function: from a function
ec2mimic: `aws` runs ec2mimic in this shell; ec2mimic_deactivate undoes it.
function: 123456789012
ec2mimic: `aws` is what it was before.
function: from a function
END

# The lines for bash, zsh and the plain shell; dash cannot put a function aside and says so.
cat >try.sh <<'END'
set -eu
account() { aws ec2 describe-vpcs | sed -n 's/.*"OwnerId": "\(.*\)".*/\1/p'; }
count() { printf '%s\n' "$PATH" | tr ':' '\n' | grep -c 'ec2mimic/bin$'; }
same() { if [ "$PATH" = "$1" ]; then echo "PATH is as before"; else echo "PATH was $1 and is $PATH"; fi; }
aws=$(aws) && echo "before: $aws"
before=$PATH
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
echo twice: (string match --all '*ec2mimic/bin' $PATH | count)
echo here: (account)
set PATH $MORE $PATH
ec2mimic_deactivate
test "$(string join " " $PATH)" = "$MORE $before"; and echo "what was added to PATH stays"
set PATH $before
same "$before"
function aws; echo "from a function"; end
echo function: (aws)
ec2mimic activate | source
echo function: (account)
ec2mimic_deactivate
echo function: (aws)
END

# Aliases count in interactive shells alone. The line that uses one has to be read after the one that makes it.
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
  run LINKS="$links" MORE="$folder/more" SHELL_NAME="$shell" SHELL=/bin/tcsh "$@" "try.$shell" >got 2>&1 </dev/null
  lines=$(wc -l <expected)
  [ $shell = dash ] && lines=$((lines - 5))
  head -n "$lines" expected | diff - got || { echo "$shell behaves otherwise (< expected, > got)"; wrong=1; }
  [ $shell = fish ] && continue
  case $shell in zsh) aliases=aliases ;; bash) aliases=expand_aliases ;; *) aliases= ;; esac
  case $shell in bash) set -- "$@" -O "$aliases" ;; zsh) set -- "$@" -o "$aliases" ;; esac
  run "$@" alias.sh 2>/dev/null </dev/null | diff expected-alias - || { echo "$shell: alias"; wrong=1; }
done
[ $tried = 1 ] || exit 77
[ "$("$folder/bin/aws")" = "the real one" ] || { echo "the real aws was touched"; wrong=1; }
exit $wrong
