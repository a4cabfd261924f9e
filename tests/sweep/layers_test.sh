#!/bin/sh
# Tests layers.sh: a correct tree passes, and each wrong include is reported with its file.
set -u
layers=$(cd "$(dirname "$0")" && pwd)/layers.sh
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
failures=0

fresh() {
  rm -rf "$work/tree"
  mkdir -p "$work/tree/state" "$work/tree/core/model" "$work/tree/core/seam" "$work/tree/core/records" "$work/tree/core/account" "$work/tree/core/text" "$work/tree/core/ops/vpc" "$work/tree/cli/args" "$work/tree/cli/builtin" "$work/tree/cli/system" "$work/tree/cli/query" && cd "$work/tree" || exit 1
  printf '#include <fcntl.h>\n#include <xxhash.h>\n#include <string>\n#include "state/store.h"\n' >state/store.cpp
  printf '#include "core/seam/errors.h"\n#include "core/ops/subnet/subnet.h"\n' >core/ops/vpc/create_vpc.cpp
  printf '#include "state/store.h"\n#include <nlohmann/json.hpp>\n' >core/engine.cpp
  printf '#include <nlohmann/json_fwd.hpp>\n' >core/seam/json.h
  printf '#include <CLI/CLI.hpp>\n#include "core/engine.h"\n#include "core/model/shape.h"\n' >cli/args/command_line.cpp
  printf '#include "state/file_store.h"\n#include <uuid/uuid.h>\n' >cli/system/real_system.cpp
  printf '#include "state/file_store.h"\n' >cli/main.cpp
}

fresh
sh "$layers" "$work/tree" || { echo "FAILED: a tree in order"; failures=1; }

# caught FILE INCLUDE: the include in that file must be reported.
caught() {
  fresh
  printf '#pragma once\n  #  include %s  // why not\n' "$2" >"$1"
  if output=$(sh "$layers" "$work/tree") || ! printf '%s\n' "$output" | grep -q "^$1:2: must not include"; then
    echo "FAILED: $2 in $1 was not caught: $output"
    failures=$((failures + 1))
  fi
}

caught state/a.cpp '"core/seam/errors.h"'
caught state/a.h '"cli/run.h"'
caught state/a.cpp '<CLI/CLI.hpp>'
caught state/a.cpp '<uuid/uuid.h>'
caught state/a.cpp '"store.h"'
caught core/a.cpp '"cli/output/error_text.h"'
caught core/a.cpp '"state/store.h"'
caught core/a.cpp '<CLI/CLI.hpp>'
caught core/a.cpp '<unistd.h>'
caught core/a.cpp '<arpa/inet.h>'
caught core/engine.cpp '"state/file_store.h"'
caught core/records/table.h '"state/layout.h"'
caught core/a.h '<nlohmann/json.hpp>'
caught core/ops/vpc/a.cpp '"state/store.h"'
caught core/ops/vpc/a.cpp '<nlohmann/json.hpp>'
caught core/ops/vpc/a.cpp '"core/engine.h"'
caught core/ops/vpc/a.cpp '"core/seam/json.h"'
caught core/ops/vpc/a.cpp '"core/ops/vpc/create_vpc.cpp"'
caught cli/a.cpp '"state/store.h"'
caught cli/builtin/a.cpp '"state/store.h"'
caught cli/a.cpp '"core/records/context.h"'
caught cli/a.cpp '"core/ops/vpc/vpc.h"'
caught cli/a.cpp '<iostream>'
caught cli/main.cpp '<iostream>'
caught core/model/a.cpp '<regex>'
caught cli/a.h '<CLI/App.hpp>'
caught core/text/a.cpp '"core/records/table.h"'
caught core/ops/vpc/a.cpp '"core/account/default_region.h"'
caught core/records/a.cpp '"core/engine.h"'
caught cli/args/a.cpp '"cli/config/settings.h"'
caught cli/builtin/a.cpp '"cli/complete/complete.h"'
caught cli/query/a.cpp '"cli/errors/failure.h"'
caught cli/args/a.cpp '"cli/nowhere/a.h"'
caught cli/system/a.cpp '"cli/run.h"'

fresh
printf '#include <CLI/App.hpp>\n' >cli/args/second.cpp
if output=$(sh "$layers" "$work/tree") || ! printf '%s\n' "$output" | grep -q '^cli/args/second.cpp$'; then
  echo "FAILED: CLI11 in a second source file was not caught: $output"
  failures=$((failures + 1))
fi

fresh
printf '#include <string>\n#include <string>\n' >cli/args/twice.cpp
if output=$(sh "$layers" "$work/tree") || ! printf '%s\n' "$output" | grep -q '^cli/args/twice.cpp:2: includes <string> a second time$'; then
  echo "FAILED: a header that is included twice was not caught: $output"
  failures=$((failures + 1))
fi

# circle FIRST SECOND: two files that include each other must be reported.
circle() {
  fresh
  mkdir -p "$(dirname "$1")"
  printf '#include "%s"\n' "$2" >"${1%.h}.cpp"
  printf '#include "%s"\n' "$1" >"$2"
  if output=$(sh "$layers" "$work/tree") || ! printf '%s\n' "$output" | grep -q "tsort: ${1%.h}$"; then
    echo "FAILED: the circle of $1 and $2 was not caught: $output"
    failures=$((failures + 1))
  fi
}

circle cli/args/one.h cli/args/two.h
circle core/model/one.h core/model/two.h
circle state/one.h state/two.h

# A function must not be defined in another folder than its header: the linker would make up for the missing include.
fresh
printf '[[nodiscard]] int answer(int of,\n                         int what);\nint inside(int of);\ninline int inside(int of) { return of; }\n' >cli/args/one.h
printf 'int answer(int of, int what) {\n  return of + what;\n}\n' >cli/args/one.cpp
sh "$layers" "$work/tree" || { echo "FAILED: functions that are defined where they are declared"; failures=$((failures + 1)); }
mv cli/args/one.cpp cli/builtin/one.cpp
if output=$(sh "$layers" "$work/tree") ||
  ! printf '%s\n' "$output" | grep -qx 'cli/args/one.h: declares answer, which cli/builtin/one.cpp defines'; then
  echo "FAILED: a function that another folder defines was not caught: $output"
  failures=$((failures + 1))
fi

exit "$failures"
