#!/bin/sh
# Disk, clock, identifiers and environment are each accessed through one interface only, which tests replace; nothing
# may bypass it. Reads which system functions each object file calls. usage: one_door.sh LIBRARY...
#
# Object files are read, and not the text of the sources, because they contain exactly the calls: no methods named open
# or rename, comments or strings that look like one, and also those hidden in macros and inline functions.
set -u

# The files that may call these functions, as library[object]: the real implementations, which tests replace.
doors='libec2mimic_state.a[posix_*
libec2mimic_cli.a[real_*'

# CLI11's headers contain readers of configuration files and variables, which we never call. This is the only file that
# includes CLI11 (layers.sh); calls of our own to open, rename and so on in it would still be noticed.
by_cli11() {
  case $1 in
    "libec2mimic_cli.a[command_line.cpp.o] "*filesystem* | "libec2mimic_cli.a[command_line.cpp.o] "*filebuf* | \
      "libec2mimic_cli.a[command_line.cpp.o] "*ifstream* | "libec2mimic_cli.a[command_line.cpp.o] getenv") ;;
    *) return 1 ;;
  esac
}

# The guarded functions, as patterns of symbols; C++ ones are mangled.
guarded() {
  case $1 in
    open | open64 | openat | openat64 | creat | creat64 | __open*_2 | fopen | fopen64 | freopen* | opendir) what="the disk" ;;
    rename | renameat | renameat2 | unlink | unlinkat | remove | link | linkat | symlink | symlinkat) what="the disk" ;;
    mkdir | mkdirat | rmdir | mkstemp* | mkdtemp | chmod | fchmod | chown | fchown | truncate* | ftruncate*) what="the disk" ;;
    fsync | fdatasync | sync | syncfs | flock | mmap | mmap64 | stat | stat64 | fstat | fstat64 | lstat | lstat64) what="the disk" ;;
    *basic_filebuf* | *basic_ifstream* | *basic_ofstream* | *basic_fstream* | _ZNSt10filesystem* | _ZNKSt10filesystem*) what="the disk" ;;
    time | clock_gettime | gettimeofday | timespec_get | ftime | _ZNSt6chrono*3nowEv) what="the clock" ;;
    getrandom | getentropy | rand | rand_r | srand | random | srandom | *random_device* | uuid_generate*) what="identifiers" ;;
    getenv | secure_getenv | environ | __environ) what="the environment" ;;
    *) return 1 ;;
  esac
}

is_door() {
  while read -r door; do
    # shellcheck disable=SC2254 # the doors are patterns, but for their bracket
    case $1 in "${door%%\[*}["${door#*\[}) return 0 ;; esac
  done <<END
$doors
END
  return 1
}

[ $# -gt 0 ] || { echo "usage: one_door.sh LIBRARY..."; exit 2; }
symbols=$(nm -A -u -P "$@") || exit 2
[ -n "$symbols" ] || { echo "no symbols in $*"; exit 2; }
printf '%s\n' "$symbols" | sed -E 's,^(.*/)?([^/]*\[[^]]*\]): ([^ ]+).*,\2 \3,' | sort -u | {
  wrong=0
  while read -r object symbol; do
    if guarded "$symbol" && ! is_door "$object" && ! by_cli11 "$object $symbol"; then
      echo "$object calls $symbol: $what has one door, and this is not it"
      wrong=1
    fi
  done
  exit $wrong
}
