#!/bin/sh
# `cmake --install` puts everything in its place and takes only the program from the build folder, so that it works as
# soon as that is built. usage: install.sh FOLDER-OF-THE-SOURCES
set -u
sources=$(realpath "${1:?usage: install.sh FOLDER-OF-THE-SOURCES}")
build=${EC2MIMIC_BUILD:?names the build folder}
folder=$(mktemp -d) || exit 2
# With --component, CMake's list of installed files gets a name of its own, so it does not overwrite a user's.
trap 'rm -rf "$folder" "$build/install_manifest_Unspecified.txt"' EXIT
wrong=0

# Install commands that read a file in the build folder, except CMake's own.
made=$(grep -v -e 'include(' -e CMAKE_INSTALL_MANIFEST "$build/cmake_install.cmake" | grep -o "\"$build/[^\"]*\"" | sort -u)
[ "$made" = "\"$build/ec2mimic\"" ] || { echo "installed from the build folder:" "$made"; wrong=1; }

cmake --install "$build" --prefix "$folder/usr" --component Unspecified >"$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }

# same SOURCE INSTALLED: compares the files, and expects the second to be installed.
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
