#!/bin/sh
# Tests unusual configurations of the build: as a distribution does it, with shared libraries; for another machine; and
# with a linker that does not know --gc-sections. usage: configure.sh FOLDER-OF-THE-SOURCES
set -u
sources=$(realpath "${1:?usage: configure.sh FOLDER-OF-THE-SOURCES}")
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
wrong=0
fail() { echo "$*"; wrong=1; }

mkdir "$folder/linker"
cat >"$folder/linker/ld" <<END
#!/bin/sh
case " \$* " in *" --gc-sections "*) echo "ld: unrecognized option '--gc-sections'" >&2; exit 1 ;; esac
exec $(command -v ld) "\$@"
END
chmod +x "$folder/linker/ld"

# Setting CMAKE_SYSTEM_NAME makes CMake cross-compile.
cmake -S "$sources" -B "$folder/build" -G Ninja -DBUILD_TESTING=OFF -DEC2MIMIC_STATIC=OFF -DCMAKE_SYSTEM_NAME=Linux \
  -DCMAKE_CXX_FLAGS="-B$folder/linker" >"$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }
ninja -C "$folder/build" -t commands all >"$folder/commands" || exit 1
grep -e ' -o ec2mimic ' "$folder/commands" >"$folder/link" || fail "no command links the program"
link=$(cat "$folder/link")

grep -q -e ' -static' -e 'lib\(uuid\|yaml\)\.a' "$folder/link" && fail "static libraries are linked: $link"
grep -q -e '-lyaml' -e 'libyaml\.so' "$folder/link" || fail "libyaml is not linked: $link"
grep -q -e '--gc-sections' "$folder/link" && fail "the linker was not asked for --gc-sections"
grep -q -e 'ec2mimic man' "$folder/commands" && fail "the program is run, which cannot be done on this machine"

# In the usual configuration --gc-sections is passed to a linker that supports it.
if grep -q '^EC2MIMIC_LINKER_DROPS_SECTIONS:INTERNAL=1' "${EC2MIMIC_BUILD:?names the build folder}/CMakeCache.txt"; then
  ninja -C "$EC2MIMIC_BUILD" -t commands ec2mimic | grep -q -e '--gc-sections' || fail "--gc-sections is not given to ld"
fi
exit $wrong
