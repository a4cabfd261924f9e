#!/bin/sh
# Tests one_door.sh with small libraries of its own. usage: one_door_test.sh SOURCES [COMPILER]
set -u
script=$(cd "$(dirname "$0")" && pwd)/one_door.sh
compiler=${2:-c++}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failures=0

# expect CODE LIBRARY OBJECT SOURCE
expect() {
  printf '%s\n' "$4" >source.cpp
  rm -f ./*.a
  "$compiler" -std=c++20 -c source.cpp -o "$3" && ar rc "$2" "$3" || exit 1
  sh "$script" "$2" >output 2>&1
  code=$?
  if [ "$code" != "$1" ]; then
    echo "FAILED: exit code $code instead of $1 for $2[$3]: $4"
    cat output
    failures=$((failures + 1))
  fi
}

disk='#include <fcntl.h>
int f() { return open("x", O_RDONLY); }'
expect 0 libec2mimic_state.a posix_file_system.cpp.o "$disk"
expect 0 libec2mimic_cli.a real_system.cpp.o "$disk"
expect 1 libec2mimic_cli.a command_line.cpp.o "$disk"
expect 1 libec2mimic_state.a file_store.cpp.o "$disk"
expect 1 libec2mimic_core.a posix_file_system.cpp.o "$disk"
expect 1 libec2mimic_cli.a run.cpp.o "$disk"
expect 1 libec2mimic_cli.a run.cpp.o '#include <fstream>
int f() { std::ifstream file("x"); return file.get(); }'
expect 1 libec2mimic_cli.a run.cpp.o '#include <filesystem>
bool f() { return std::filesystem::exists("x"); }'
expect 1 libec2mimic_core.a engine.cpp.o '#include <chrono>
auto f() { return std::chrono::system_clock::now(); }'
expect 1 libec2mimic_core.a engine.cpp.o '#include <ctime>
auto f() { return std::time(nullptr); }'
expect 1 libec2mimic_core.a new_ids.cpp.o '#include <random>
auto f() { return std::random_device()(); }'
expect 1 libec2mimic_core.a new_ids.cpp.o 'extern "C" void uuid_generate_random(unsigned char*);
void f(unsigned char* out) { uuid_generate_random(out); }'
expect 1 libec2mimic_core.a engine.cpp.o '#include <cstdlib>
auto f() { return std::getenv("HOME"); }'
expect 0 libec2mimic_core.a engine.cpp.o '#include <string>
struct Door { virtual int open(const std::string&) = 0; virtual int rename() = 0; };
int f(Door& door) { return door.open("time(") + door.rename(); }  // now(), getenv()'
exit "$failures"
