# Completion of ec2mimic in bash. Try it with: eval "$(ec2mimic completion bash)"
# Where `aws` is a link to ec2mimic, say as well: complete -F _ec2mimic aws
#
# The program knows what may follow (cli/complete.h); this hands it the line and takes its answer.

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

# _ec2mimic_files PREFIX FRAGMENT: the names of files that FRAGMENT begins with behind PREFIX.
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
