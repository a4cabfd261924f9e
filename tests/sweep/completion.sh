#!/bin/sh
# Tests the scripts in completions/, each in its shell: what Tab adds to a line with only one continuation. Shells that
# are not installed are left out; without any, the test is skipped. usage: completion.sh FOLDER-OF-THE-SOURCES
set -u
program=${EC2MIMIC_PROGRAM:?names the program}
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/bin" "$folder/home" && ln -s "$program" "$folder/bin/ec2mimic" && touch "$folder/some-file" || exit 2
cd "$folder" || exit 2
# Independent of the user: only these variables, and no start-up files.
run() {
  env -i HOME="$folder/home" ZDOTDIR="$folder/home" PATH="$folder/bin:/usr/bin:/bin" TERM=xterm LC_ALL=C.UTF-8 \
    EC2MIMIC_STATE="$folder/state.json" "$@"
}
run ec2mimic state seed blog || exit 2

# A line, and what Tab adds to it. No other operation of EC2 begins like this.
cat >cases <<'END'
ec2mimic create-route-t|able
ec2mimic ec2 delete-route-t|able
ec2mimic create-route-table --vp|c-id
ec2mimic create-route-table --vpc-id vpc-0368|3f950edba6643
ec2mimic describe-route-tables --filters Name=vpc-|id,Values=
ec2mimic describe-route-tables --filters Name=vpc-id,Values=vpc-0368|3f950edba6643
ec2mimic --region=eu-n|orth-1
ec2mimic --region eu-n|orth-1
ec2mimic state se|ed
ec2mimic walkthrough lost-r|esponse
ec2mimic --state some-f|ile
ec2mimic create-vpc --cli-input-json file://some-f|ile
ec2mimic create-vpc --bogus-|
END
cut -d'|' -f1 cases >lines
tr -d '|' <cases >expected

cat >try.bash <<'END'
eval "$(ec2mimic completion bash)"
compopt() { :; }  # fails outside of a completion started by readline
while IFS= read -r line; do
  COMP_LINE=$line COMP_POINT=${#line}
  fragment=${line##*[ =:]}
  _ec2mimic ec2mimic "$fragment" ""
  printf '%s\n' "${line%"$fragment"}${COMPREPLY[0]-$fragment}"
done <lines
END

cat >try.fish <<'END'
ec2mimic completion fish | source
while read -l line
    set -l word (string split ' ' -- $line)[-1]
    set -l found (complete -C $line | string split -f1 \t)
    test (count $found) -gt 0; or set found $word
    echo (string sub -l (math (string length -- $line) - (string length -- $word)) -- $line)$found[1]
end <lines
END

# An interactive zsh on a terminal of its own, with a key that writes its line to a file.
cat >try.zsh <<'END'
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell 'PS1=; autoload -Uz compinit; compinit -D -u; eval "$(ec2mimic completion zsh)"'
zpty -w shell 'keep() { print -r -- ${BUFFER% } >>kept; BUFFER=; }; zle -N keep; bindkey "^T" keep; touch ready'
for (( i = 0; i < 300; ++i )); do [[ -e ready ]] && break; sleep 0.1; done
while IFS= read -r line; do zpty -w -n shell $line$'\t\x14'; done <lines
for (( i = 0; i < 300; ++i )); do [[ -e kept && $(wc -l <kept) -ge $(wc -l <lines) ]] && break; sleep 0.1; done
zpty -d shell
cat kept
END

tried=0
wrong=0
for shell in bash fish zsh; do
  command -v "$shell" >/dev/null || { echo "no $shell here: left out"; continue; }
  tried=1
  case $shell in zsh) set -- zsh -f ;; bash) set -- bash --norc ;; *) set -- fish ;; esac
  run "$@" "try.$shell" >"got.$shell" 2>"errors.$shell" </dev/null
  diff expected "got.$shell" || { echo "$shell completes otherwise (< expected, > got)"; cat "errors.$shell"; wrong=1; }
done
[ $tried = 1 ] || exit 77
exit $wrong
