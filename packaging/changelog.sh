#!/bin/sh
# Writes the changes of README.md as a Debian changelog. usage: changelog.sh VERSION MAINTAINER
# VERSION goes to the changes that are not released yet, dated SOURCE_DATE_EPOCH if set, else now.
set -eu
version=${1:?usage: changelog.sh VERSION MAINTAINER} maintainer=${2:?usage: changelog.sh VERSION MAINTAINER}
cd "$(dirname "$0")/.."

# Each heading as a line `=VERSION DATE`, each change as one line.
sed -n '/^## Changes/,/^## [^C]/p' README.md | awk '
  function flush() { if (text != "") print text; text = "" }
  /^### / { flush(); gsub(/[()]/, ""); print "=" $2, $3; next }
  /^- / { flush(); text = substr($0, 3); next }
  /^  / { text = text " " substr($0, 3) }
  END { flush() }' | {
  date=
  finish() { [ -z "$date" ] || printf '\n -- %s  %s\n\n' "$maintainer" "$date"; }
  while IFS= read -r line; do
    case $line in
      '=Unreleased'*)
        finish
        date=$(date -u -R ${SOURCE_DATE_EPOCH:+-d "@$SOURCE_DATE_EPOCH"})
        printf 'ec2mimic (%s) UNRELEASED; urgency=medium\n\n' "$version"
        ;;
      =*)
        finish
        release=${line#=}
        date=$(date -u -R -d "${release#* }")
        printf 'ec2mimic (%s) unstable; urgency=medium\n\n' "${release% *}"
        ;;
      *) printf '%s\n' "$line" | fold -s -w 74 | sed 's/ *$//; 1s/^/  * /; 1!s/^/    /' ;;
    esac
  done
  finish
}
