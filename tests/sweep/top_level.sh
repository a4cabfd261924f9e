#!/bin/sh
# The top-level folder contains what one expects there and nothing else. usage: top_level.sh FOLDER-OF-THE-SOURCES
set -u
cd "${1:?usage: top_level.sh FOLDER-OF-THE-SOURCES}" || exit 2

# Files that git ignores, such as the build folder, do not count; without git, only that folder is left out.
if files=$(git ls-files --cached --others --exclude-standard 2>/dev/null) && [ -n "$files" ]; then
  names=$(printf '%s\n' "$files" | sed 's,/.*,,' | sort -u)
else
  names=$(find . -mindepth 1 -maxdepth 1 ! -name build | sed 's,^\./,,')
fi

printf '%s\n' "$names" | {
  wrong=0
  while read -r name; do
    case $name in
      CMakeLists.txt | CMakePresets.json | LICENSE | README.md | cli | completions | core | man | packaging | state | tests \
        | .*) ;;
      *) echo "$name: does not belong at the top level"; wrong=1 ;;
    esac
  done
  exit $wrong
}
