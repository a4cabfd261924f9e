#!/bin/sh
# The arrows between the layers: reads every #include of the program and fails on one that no rule allows.
# usage: layers.sh FOLDER-OF-THE-SOURCES
#
# An include is matched as it stands, `"core/engine.h"` as core/engine.h, and one in angle brackets with its origin:
# std:string, posix:fcntl.h (any <*.h> of the system), lib:xxhash.h (a package). The first rule that matches decides;
# what no rule matches is wrong. To allow an arrow, add a rule with its reason and hear what the others say.
#
# Besides, cli/ has rooms, listed below, and in cli/ and state/ no file may come back to itself by its includes, header
# and source taken as one.
set -uf

# The rooms of cli/ from the bottom up: what each is for, and the rooms that it may include, all of them above it here.
# The sources outside all rooms, main, run, dispatch and commands, may include every room, and no room includes them.
rooms() {
  cat <<'END'
python | Python's habits and its YAML, where bytes depend on them | -
errors | failures of the front end, as values | python
system | the doors to the real world, and the real world | errors
data | what the AWS CLI has that is data, and the texts inside the program | -
query | JMESPath, usable alone | -
args | what was typed: options, commands, values | python errors system
config | what was not typed: variables and configuration files | python errors system args
output | what is shown, and how errors are worded | python errors system query args config
help | what explains: help and the manual | errors system data args config output
call | one operation called: pages, waiting, skeletons, the log | python errors system data query args config output help
builtin | our own commands | python errors system data args config output help call
complete | completion | python errors system data args config output help call
END
}

rules() {
  cat <<'END'
# in               may  what                  because
*                  no   std:iostream          its global objects cost start-up in every run
*                  no   std:regex             it is slow to start, slow to run and recurses without bound
*                  no   std:locale            it throws where a locale is not installed
*                  no   *.cpp                 a source is compiled once; an operation is no helper for another
core/json.h        yes  lib:nlohmann/json.hpp it names the type of documents, for who makes or takes one apart
state/json_events.h yes lib:nlohmann/json.hpp the parser's event handler, which the parser alone includes
*.h                no   lib:nlohmann/json.hpp it doubles the time to compile; headers take json_fwd.hpp
*.h                no   lib:CLI/*             its globals cost start-up in each file that sees it
*                  yes  std:*                 the standard library is everyone's
state/*            yes  state/*               a layer may use itself
state/*            yes  posix:*               files and locks are its trade
state/*            yes  lib:nlohmann/*        edited files are parsed in full
state/*            yes  lib:xxhash.h          the checksum of a file
core/ops/*         no   core/engine*          an operation is called and does not call
core/ops/*         no   core/registry*        operations do not know each other
core/ops/*         no   core/json*            an operation sees structs; the engine reads and writes JSON
core/ops/*         no   lib:nlohmann/*        for the same reason
core/ops/*         yes  core/*                model, context, errors and the headers of nouns
core/engine*       yes  state/store.h         the engine opens snapshots and transactions
core/engine*       yes  state/state_error.h   and says what went wrong with them
core/table*        yes  state/store.h         tables read the store's lines
core/records*      yes  state/store.h         records are what tables hand out and the engine commits
core/*             yes  core/*                a layer may use itself
core/new_ids.cpp   yes  lib:xxhash.h          ids that follow from a seed are hashes of it
core/*             yes  lib:nlohmann/*        requests, responses and records are JSON
cli/main.cpp       yes  *                     the real world is plugged in here
cli/system/real_world.* yes  state/*               the store is built here
cli/system/real_world.* yes  core/*                clock and identifiers are interfaces of core
cli/system/real_world.* yes  lib:uuid/*            the one door to identifiers
cli/system/real_links.* yes state/posix_lock.h a folder is locked while something is placed in it, with patience
cli/system/real_lines.* yes  state/posix_lock.h    a log is locked as a state is: with patience, and naming the holder
cli/system/world.h yes  core/clock.h          the world holds the doors that core asks for
cli/system/world.h yes  core/identifiers.h    the same
cli/*              yes  cli/*                 a layer may use itself
cli/*              yes  core/engine.h         the way to call an operation
cli/builtin/sts.cpp yes  core/sts/*            the one operation beside EC2, which no registry has
cli/*              yes  core/registry.h       the way to find one
cli/*              yes  core/regions.h        completion offers their names
cli/*              yes  core/operation.h      what an operation says of itself
cli/*              yes  core/api_error.h      how the engine answers a failure
cli/*              yes  core/json.h           requests and responses
cli/*              yes  core/text_error.h     messages are passed on whole
cli/*              yes  core/object_builder.h objects as they are read
cli/*              yes  core/python/*         what the AWS CLI has from Python
cli/*              yes  core/model/*          descriptions, which options and help are made from
cli/*              yes  lib:nlohmann/*        requests and responses
cli/output/*       yes  lib:yaml.h            the emitter under the AWS CLI too
cli/python/yaml*   yes  lib:yaml.h            and its parser, for --cli-input-yaml
cli/*              yes  lib:CLI/*             names, presence and counts of options (one source file, see below)
cli/*              yes  posix:*               terminals and processes; the disk is guarded by one_door.sh
END
}

# allowed FILE INCLUDE: true if the first rule that matches says yes; `why` is its reason.
allowed() {
  why="no rule allows it"
  while read -r where verdict what reason; do
    # shellcheck disable=SC2254 # the rules are patterns
    case $1 in $where) ;; *) continue ;; esac
    # shellcheck disable=SC2254
    case $2 in $what) ;; *) continue ;; esac
    why=$reason
    [ "$verdict" = yes ]
    return
  done <<END
$table
END
  return 1
}

# room_of PATH: the room that the path is in, in `room`; empty outside all rooms.
room_of() {
  case $1 in
    cli/*/*) room=${1#cli/} room=${room%%/*} ;;
    *) room= ;;
  esac
}

# may_enter FROM TO: true if a file in the room FROM may include one in the room TO.
may_enter() {
  [ -n "$1" ] && [ "$1" != "$2" ] || return 0
  printf '%s\n' "$plan" | grep -q "^$1 |.*|.* $2\( \|\$\)"
}

# Each room lists only rooms above it, so that there is no circle.
check_plan() {
  above=' - '
  while IFS='|' read -r name _ includes; do
    for listed in $includes; do
      case $above in
        *" $listed "*) ;;
        *) echo "the room $name lists $listed, which is not above it"; wrong=$((wrong + 1)) ;;
      esac
    done
    above="$above$name "
  done <<END
$plan
END
}

# origin INCLUDE: `<x>` or `"x"` in the notation of the rules, in `name`.
origin() {
  name=${1#?}
  name=${name%?}
  case $1 in
    \"*) ;;
    *nlohmann/* | *CLI/* | *uuid/* | *xxhash.h* | *yaml.h*) name=lib:$name ;;
    *.h\>) name=posix:$name ;;
    *) name=std:$name ;;
  esac
}

cd "${1:?usage: layers.sh FOLDER-OF-THE-SOURCES}" || exit 2
table=$(rules | grep -v '^#')
found=$(find state core cli -type f \( -name '*.h' -o -name '*.hpp' -o -name '*.cpp' -o -name '*.cc' \) \
  -exec grep -nE '^[[:space:]]*#[[:space:]]*include[[:space:]]*[<"]' /dev/null {} + |
  sed -E 's/^([^:]*):([0-9]+):[^<"]*([<"][^>"]*[>"]).*/\1 \2 \3/')
[ -n "$found" ] || { echo "no includes found in $PWD"; exit 2; }

plan=$(rooms)
wrong=0
check_plan
cli11=
while read -r file line include; do
  origin "$include"
  if ! allowed "$file" "$name"; then
    echo "$file:$line: must not include $name: $why"
    wrong=$((wrong + 1))
  fi
  case $name in
    cli/*)
      room_of "$file" && from=$room
      room_of "$name"
      if ! may_enter "$from" "$room"; then
        echo "$file:$line: must not include $name: the room $from does not list ${room:-what is outside all rooms}"
        wrong=$((wrong + 1))
      fi
      ;;
  esac
  case $name in
    lib:CLI/*) cli11="$cli11$file
" ;;
  esac
done <<END
$found
END

circles=$(printf '%s\n' "$found" |
  sed -nE 's/^((cli|state)\/[^ ]*)\.(h|cpp) [0-9]+ "((cli|state)\/[^"]*)\.(h|cpp)"$/\1 \4/p' | tsort 2>&1 >/dev/null)
if [ -n "$circles" ]; then
  echo "files that come back to themselves by their includes:"
  printf '%s\n' "$circles"
  wrong=$((wrong + 1))
fi

if [ "$(printf '%s' "$cli11" | sort -u | wc -l)" -gt 1 ]; then
  echo "CLI11 is included by more than one file, and its globals cost start-up in each:"
  printf '%s' "$cli11" | sort -u
  wrong=$((wrong + 1))
fi
[ "$wrong" = 0 ] || { echo "$wrong wrong arrows"; exit 1; }
