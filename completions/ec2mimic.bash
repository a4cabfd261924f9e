# Completion of ec2mimic in bash. To try it: eval "$(ec2mimic completion bash)"
# If `aws` is a link to ec2mimic, also run: complete -F _ec2mimic aws
#
# The program itself finds the candidates (cli/complete/complete.h); this passes it the line.

_ec2mimic() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      $'\topen') compopt -o nospace ;;
      $'\tfiles '*) _ec2mimic_files "${line#$'\tfiles '}" "$2" ;;
      *) COMPREPLY+=("${line%%$'\t'*}") ;;
    esac
  done < <("$1" __complete line "${COMP_LINE:0:COMP_POINT}" "${COMP_LINE:COMP_POINT}" "$2" 2>/dev/null)
}

# _ec2mimic_files PREFIX FRAGMENT: FRAGMENT begins with PREFIX; offers the files whose names continue the rest of it,
# with PREFIX before each.
_ec2mimic_files() {
  local file
  while IFS= read -r file; do
    if [[ -d $file ]]; then
      file+=/
      compopt -o nospace
    fi
    COMPREPLY+=("$1$(printf %q "$file")")
  done < <(compgen -f -- "${2#"$1"}")
}

complete -F _ec2mimic ec2mimic
