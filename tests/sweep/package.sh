#!/bin/sh
# Tests the packages that cpack makes: the .deb is installed in an otherwise empty root, where the walkthrough runs, and
# removed without a trace; the program of the .tar.gz runs there too. lintian is run by .ci/run.
# usage: package.sh FOLDER-OF-THE-SOURCES
set -u
sources=$(realpath "${1:?usage: package.sh FOLDER-OF-THE-SOURCES}")
build=${EC2MIMIC_BUILD:?names the build folder}
command -v dpkg >/dev/null || { echo "no dpkg: this is no Debian"; exit 77; }
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder" "$build/install_manifest_Unspecified.txt"' EXIT
root=$folder/root
wrong=0
fail() { echo "$*"; wrong=1; }

# What `cmake --install` has installed, for whoever wants to remove it.
installed() { cat "$build/install_manifest.txt" 2>/dev/null; }
installed >"$folder/manifest"

# The umask of whoever makes the package must not show in it.
(umask 077; cd "$build" && cpack -B "$folder/packages") >"$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }
installed | cmp -s - "$folder/manifest" || fail "cpack has overwritten install_manifest.txt"
deb=$(ls "$folder"/packages/*.deb) && archive=$(ls "$folder"/packages/*.tar.gz) || exit 1

for folder_mode in "$(dpkg-deb -c "$deb")" "$(tar -tvf "$archive")"; do
  printf '%s\n' "$folder_mode" | awk '/^d/ && $1 != "drwxr-xr-x" { print "not for everyone: " $0; bad = 1 } END { exit bad }' || wrong=1
done

# Debian's locations.
{
  echo ./usr/bin/ec2mimic
  for page in "$sources"/man/*.[1-9]; do echo "./usr/share/man/man${page##*.}/${page##*/}.gz"; done
  echo ./usr/share/bash-completion/completions/ec2mimic
  echo ./usr/share/zsh/vendor-completions/_ec2mimic
  echo ./usr/share/fish/vendor_completions.d/ec2mimic.fish
  echo ./usr/share/doc/ec2mimic/changelog.gz
  echo ./usr/share/doc/ec2mimic/copyright
  echo ./usr/share/lintian/overrides/ec2mimic
} | sort >"$folder/expected"
dpkg-deb --fsys-tarfile "$deb" | tar -t | grep -v '/$' | sort | diff "$folder/expected" - ||
  fail "the package holds other files (>) than expected (<)"
[ -z "$(dpkg-deb -f "$deb" Depends)" ] || fail "it depends on: $(dpkg-deb -f "$deb" Depends)"

# Needs root, or root in a user namespace; `inside` runs a program in the new root.
if [ "$(id -u)" = 0 ]; then as_root=; else as_root='unshare --map-root-user'; fi
if ! $as_root chroot / /bin/true 2>/dev/null; then
  echo "neither root nor able to become it in a namespace, as installing takes"
  exit 77
fi
inside() { $as_root env -i HOME=/home PATH=/usr/bin:/usr/sbin:/bin:/sbin chroot "$root" "$@"; }
# dpkg_there ARGUMENT...: runs dpkg on the new root. That has no shell and needs none, because the package has no
# scripts.
dpkg_there() {
  $as_root dpkg --root="$root" --force-script-chrootless --log="$folder/dpkg.log" "$@" >"$folder/log" 2>&1 || {
    cat "$folder/log"
    fail "dpkg $* failed"
  }
}

mkdir -p "$root/home" "$root/tmp" "$root/dev" "$root/var/lib/dpkg/updates" "$root/var/lib/dpkg/info"
: >"$root/var/lib/dpkg/status"
: >"$root/dev/null"
(cd "$root" && find . -path ./var -prune -o -print) | sort >"$folder/before"
dpkg_there --install "$deb"
inside ec2mimic walkthrough >"$folder/told" 2>&1 || fail "the walkthrough ended with $?"
# The walkthrough is complete: its output contains the last command of the lesson.
last=$(grep '^\$ ' "$sources/cli/builtin/lessons/2-blog.spec" | tail -1)
grep -qF -- "$last" "$folder/told" || { fail "the walkthrough does not tell '$last':"; cat "$folder/told"; }
rm -rf "${root:?}/home" && mkdir "$root/home"
dpkg_there --purge ec2mimic
(cd "$root" && find . -path ./var -prune -o -print) | sort | diff "$folder/before" - || fail "what is left (>) after a removal"

tar -xzf "$archive" -C "$root" --strip-components=1 || fail "the archive cannot be unpacked"
[ "$(inside /bin/ec2mimic --version)" = "$("${EC2MIMIC_PROGRAM:?names the program}" --version)" ] ||
  fail "the program of the archive does not run"
[ -f "$root/share/doc/ec2mimic/LICENSE" ] || fail "the archive has no licence"
exit $wrong
