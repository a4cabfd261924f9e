#!/bin/sh
# `cmake --install` puts everything in its place, and takes from the build folder the program alone, so that it works as
# soon as that is built. usage: install.sh FOLDER-OF-THE-SOURCES
set -u
sources=$(realpath "${1:?usage: install.sh FOLDER-OF-THE-SOURCES}")
build=${EC2MIMIC_BUILD:?names the build folder}
folder=$(mktemp -d) || exit 2
# CMake's list of what was installed gets a name of its own by --component, so that a user's is left alone.
trap 'rm -rf "$folder" "$build/install_manifest_Unspecified.txt"' EXIT
wrong=0

# Lines that name a file of the build folder, but for those of CMake itself.
made=$(grep -v -e 'include(' -e CMAKE_INSTALL_MANIFEST "$build/cmake_install.cmake" | grep -o "\"$build/[^\"]*\"" | sort -u)
[ "$made" = "\"$build/ec2mimic\"" ] || { echo "installed from the build folder:" "$made"; wrong=1; }

cmake --install "$build" --prefix "$folder/usr" --component Unspecified >"$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }

# same SOURCE INSTALLED: adds to what must be there, and compares.
same() {
  echo "./$2" >>"$folder/expected"
  cmp "$sources/$1" "$folder/usr/$2" || wrong=1
}
echo ./bin/ec2mimic >"$folder/expected"
for page in "$sources"/man/*.[1-9]; do
  name=${page##*/}
  same "man/$name" "share/man/man${name##*.}/$name"
done
same completions/ec2mimic.bash share/bash-completion/completions/ec2mimic
same completions/_ec2mimic share/zsh/site-functions/_ec2mimic
same completions/ec2mimic.fish share/fish/vendor_completions.d/ec2mimic.fish
same LICENSE share/doc/ec2mimic/LICENSE
same packaging/copyright share/doc/ec2mimic/copyright
(cd "$folder/usr" && find . -type f) | sort >"$folder/installed"
sort "$folder/expected" | diff - "$folder/installed" || { echo "other files are installed (>) than expected (<)"; wrong=1; }

env -i HOME="$folder" PATH="$folder/usr/bin" ec2mimic describe-vpcs --query 'length(Vpcs)' >"$folder/answer" || wrong=1
[ "$(cat "$folder/answer")" = 1 ] || { echo "the installed program answers: $(cat "$folder/answer")"; wrong=1; }
exit $wrong
