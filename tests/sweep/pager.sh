#!/bin/sh
# Tests the pager on a real terminal, which script(1) provides. usage: pager.sh FOLDER-OF-THE-SOURCES
set -u
program=${EC2MIMIC_PROGRAM:?names the program}
command -v script >/dev/null || { echo "no script here: skipped"; exit 77; }
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 2
mkdir bin && ln -s "$program" bin/ec2mimic || exit 2
# A pager that prints its arguments and its input.
cat >bin/frame <<'END'
#!/bin/sh
echo "[$* LESS=${LESS-}]"
sed 's/^/| /'
END
chmod +x bin/frame
failures=0

# on_terminal EXPECTED LINE: compares what the line prints on a terminal, followed by its exit code.
on_terminal() {
  env -i HOME="$folder" PATH="$folder/bin:/usr/bin:/bin" TERM=dumb LC_ALL=C.UTF-8 SHELL=/bin/sh \
    script -qec "$2; echo \"? \$?\"" /dev/null </dev/null | tr -d '\r' >got
  printf '%b' "$1" | diff - got || { echo "FAILED: $2 (< expected, > got)"; failures=$((failures + 1)); }
}

count="ec2mimic describe-vpcs --query 'length(Vpcs)'"
on_terminal '[a b LESS=FRX]\n| 1\n? 0\n' "AWS_PAGER='frame \"a b\"' $count"
on_terminal '[ LESS=R]\n| 1\n? 0\n' "export LESS=R; PAGER=frame $count"
on_terminal '1\n? 0\n' "AWS_PAGER= $count"
on_terminal '1\n? 0\n' "AWS_PAGER=frame $count --no-cli-pager"
on_terminal '1\n? 0\n' "AWS_PAGER=frame $count | cat"
on_terminal '? 0\n' "AWS_PAGER=true $count"
on_terminal "\nUnable to redirect output to pager. Received the following error when opening pager:
[Errno 2] No such file or directory: 'nopager'\n
Learn more about configuring the output pager by running \"aws help config-vars\".\n? 253\n" "AWS_PAGER=nopager $count"
on_terminal 'NAME\n? 0\n' "MANPAGER='sed -n 1p' ec2mimic state help"
exit "$failures"
