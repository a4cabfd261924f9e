#!/bin/sh
# Checks the dependencies between layers: reads every #include of the program and fails on any that no rule allows.
# usage: layers.sh FOLDER-OF-THE-SOURCES
#
# An include is matched as written, `"core/engine.h"` as core/engine.h, and one in angle brackets with its origin:
# std:string, posix:fcntl.h (any <*.h> of the system), lib:xxhash.h (a package). The first rule that matches decides; an
# include that no rule matches is wrong. To allow a dependency, add a rule with its reason, for the reviewers to judge.
#
# In addition, cli/ and core/ have modules, listed below, and includes must not form a cycle, where a header and its
# source count as one file. So that no include is missing that the linker makes up for, a function that a header declares
# is defined in the header's own folder.
set -uf

# The modules of core/ and cli/ from the bottom up: what each is for, and which modules of its layer it may include, all of
# them listed above it. Sources outside the modules (the engine; main, run, dispatch and commands) may include every module,
# and no module includes them.
core_modules() {
  cat <<'END'
seam | the interface of core to the outside: time, ids, documents, errors | -
text | string helpers | -
net | IP addresses, and the table of regions | -
model | descriptions of structs, and their conversion to and from documents | seam text
records | the records as one call sees them: tables, ids, context | seam text model
operation | what operations and nouns are, and what they have in common | seam text net model records
ops | the operations, in a folder for each noun | seam text net model records operation
account | the default contents of an account, and the checks of its state | seam text net model records operation ops
END
}

cli_modules() {
  cat <<'END'
python | Python's behaviour and YAML, where the output depends on them | -
errors | failures of the front end, as values | python
system | interfaces to the operating system, and their real implementations | python errors
data | tables taken from the AWS CLI, and the texts embedded in the program | -
query | JMESPath | python
args | what was typed: options, commands, values | python errors system data
config | settings that were not typed: variables and configuration files | python errors system args
output | output formats, and the wording of errors | python errors system query args config
help | help and the manual | python errors system data args config output
call | calling an operation: pages, waiting, skeletons, the log, retries, and the wire on which calls can be lost | python errors system data query args config output help
builtin | built-in commands, those that AWS does not have | python errors system data args config output help call
complete | completion | python errors system data args config output help call builtin
END
}

rules() {
  cat <<'END'
# in               may  what                  because
*                  no   std:iostream          its global objects cost start-up in every run
*                  no   std:regex             it is slow to start, slow to run and recurses without bound
*                  no   std:locale            it throws where a locale is not installed
*                  no   *.cpp                 a source is compiled once; operations do not share code this way
core/seam/json.h   yes  lib:nlohmann/json.hpp it names the type of documents, for files that build or read them
state/json_events.h yes lib:nlohmann/json.hpp the parser's event handler, which only the parser includes
*.h                no   lib:nlohmann/json.hpp it doubles the time to compile; headers take json_fwd.hpp
*.h                no   lib:CLI/*             its globals cost start-up in each file that includes it
*                  yes  std:*                 the standard library
state/*            yes  state/*               a layer may use itself
state/*            yes  posix:*               it is the layer for files and locks
state/*            yes  lib:nlohmann/*        edited files are parsed in full
state/*            yes  lib:xxhash.h          the checksum of a file
core/ops/*         no   core/operation/registry* operations do not know each other
core/ops/*         no   core/seam/json*       an operation sees structs; the engine reads and writes JSON
core/ops/*         no   lib:nlohmann/*        for the same reason
core/engine*       yes  state/store.h         the engine opens snapshots and transactions
core/engine*       yes  state/state_error.h   and passes on their errors
core/records/*     yes  state/store.h         records are read from tables and committed by the engine
core/account/*     yes  state/load_rules.h    core knows the content of records and checks it
core/account/*     yes  state/migrations.h    and migrates it from older versions
core/*             yes  core/*                a layer may use itself
core/net/*         yes  posix:arpa/inet.h     converts IPv6 addresses, without any system call
core/records/derived_id.cpp yes lib:xxhash.h  derived ids are hashes
cli/call/hash.cpp  yes  lib:xxhash.h          draws of faults and pauses are hashes
core/*             yes  lib:nlohmann/*        requests, responses and records are JSON
cli/main.cpp       yes  *                     the real implementations are plugged in here
cli/system/real_system.* yes  state/*               the store is built here
cli/system/real_system.* yes  core/*                clock and identifiers are interfaces of core
cli/system/real_system.* yes  lib:uuid/*            the only source of random identifiers
cli/system/real_links.* yes state/posix_lock.h a folder is locked while something is placed in it, with a time limit
cli/system/real_lines.* yes  state/posix_lock.h    a log is locked like a state: with a time limit, and naming the holder
cli/system/system.h yes  core/seam/clock.h          the system holds the interfaces that core needs
cli/system/system.h yes  core/seam/identifiers.h    the same
cli/*              yes  cli/*                 a layer may use itself
cli/*              yes  core/engine.h         the way to call an operation
cli/*              yes  core/operation/registry.h the way to find one
cli/*              yes  core/text/iso_time.h  EC2MIMIC_NOW is a time in the format of the state
cli/*              yes  core/net/region_table.h    completion offers region names
cli/call/wire_times.cpp yes core/operation/shown_time.h the form that times have in answers
cli/*              yes  core/operation/operation.h the descriptions of operations
cli/*              yes  core/seam/api_error.h the errors that the engine returns
cli/*              yes  core/seam/json.h      requests and responses
cli/*              yes  core/text/*           string helpers
cli/*              yes  core/seam/text_error.h messages are passed on unchanged
cli/builtin/seed.cpp yes core/account/seed.h  the description of seed documents
cli/builtin/import.cpp yes core/account/*     seeds are made of answers, and checked
cli/help/man.cpp   yes  core/account/seed_shape.h  the manual describes the members of seeds and records
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

# module_of PATH: sets `layer` and `module`; the module is empty for a source outside the modules.
module_of() {
  layer=${1%%/*}
  case $1 in
    cli/*/* | core/*/*) module=${1#*/} module=${module%%/*} ;;
    *) module= ;;
  esac
}

# may_enter LAYER FROM TO: true if a file in that layer's module FROM may include one in its module TO.
may_enter() {
  [ -n "$2" ] && [ "$2" != "$3" ] || return 0
  if [ "$1" = cli ]; then plan=$cli_plan; else plan=$core_plan; fi
  printf '%s\n' "$plan" | grep -q "^$2 |.*|.* $3\( \|\$\)"
}

# check_plan PLAN: each module may list only modules above it, so that there is no cycle.
check_plan() {
  above=' - '
  while IFS='|' read -r name _ includes; do
    for listed in $includes; do
      case $above in
        *" $listed "*) ;;
        *) echo "the module $name lists $listed, which is not above it"; wrong=$((wrong + 1)) ;;
      esac
    done
    above="$above$name "
  done <<END
$1
END
}

# origin INCLUDE: sets `name` to `<x>` or `"x"` in the notation of the rules.
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

cli_plan=$(cli_modules)
core_plan=$(core_modules)
wrong=0
check_plan "$cli_plan"
check_plan "$core_plan"
cli11=
while read -r file line include; do
  origin "$include"
  if ! allowed "$file" "$name"; then
    echo "$file:$line: must not include $name: $why"
    wrong=$((wrong + 1))
  fi
  case $name in
    cli/* | core/*)
      module_of "$file"
      from_layer=$layer from=$module
      module_of "$name"
      if [ "$from_layer" = "$layer" ] && ! may_enter "$layer" "$from" "$module"; then
        echo "$file:$line: must not include $name: the module $from does not list ${module:-what is outside all modules}"
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

twice=$(printf '%s\n' "$found" | awk 'seen[$1, $3]++ { print $1 ":" $2 ": includes " $3 " a second time" }')
if [ -n "$twice" ]; then
  printf '%s\n' "$twice"
  wrong=$((wrong + 1))
fi

circles=$(printf '%s\n' "$found" |
  sed -nE 's/^((cli|core|state)\/[^ ]*)\.(h|cpp) [0-9]+ "((cli|core|state)\/[^"]*)\.(h|cpp)"$/\1 \4/p' | tsort 2>&1 >/dev/null)
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
# strays: functions declared in a header, at the margin and so outside classes, that no source of its folder defines at
# the margin, though one elsewhere does. Functions that a build generates are defined nowhere, and are not reported.
strays() {
  find state core cli -type f \( -name '*.h' -o -name '*.cpp' \) | sort | while read -r file; do
    awk -v file="$file" '
      # A declaration may be broken over several lines: it ends in a semicolon or begins a body.
      /^[A-Za-z\[]/ && !/^(namespace|using|struct|class|enum|template|static|extern|typedef|return)/ { text = "" ; open = 1 }
      open {
        text = text " " $0
        if (text ~ /[;{]/) {
          open = 0
          name = text
          sub(/\[\[[a-z]*\]\] /, "", name)
          if (name !~ /^[^(=;]* [*&]?[a-z_0-9]+\(/) next
          sub(/\(.*/, "", name)
          sub(/.*[ *&]/, "", name)
          folder = file
          sub(/\/[^\/]*$/, "", folder)
          kind = text ~ /\{/ ? "defines" : "declares"
          print kind, name, folder, file
        }
      }' "$file"
  done | awk '
    $1 == "defines" { here[$2, $3] = 1; at[$2] = $4 }
    $1 == "declares" && $4 ~ /\.h$/ { name[++n] = $2; folder[n] = $3; file[n] = $4 }
    END {
      for (i = 1; i <= n; ++i)
        if (!((name[i], folder[i]) in here) && name[i] in at)
          print file[i] ": declares " name[i] ", which " at[name[i]] " defines"
    }'
}

found_strays=$(strays)
if [ -n "$found_strays" ]; then
  echo "functions that are not defined where they are declared:"
  printf '%s\n' "$found_strays"
  wrong=$((wrong + $(printf '%s\n' "$found_strays" | wc -l)))
fi
[ "$wrong" = 0 ] || { echo "$wrong wrong arrows"; exit 1; }
