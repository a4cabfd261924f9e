# Completion of ec2mimic in fish. To try it: ec2mimic completion fish | source
# If `aws` is a link to ec2mimic, also run: complete -c aws -f -a '(__ec2mimic_complete)'
#
# The program itself finds the candidates (cli/complete/complete.h); this passes it the line.

function __ec2mimic_complete
    set -l given (commandline -opc) (commandline -ct | string unescape 2>/dev/null; or commandline -ct)
    test (count $given) -gt (count (commandline -opc)); or set -a given ''
    for line in (command $given[1] __complete words (math (count $given) - 1) $given 2>/dev/null)
        if string match -q \t'files *' -- $line
            set -l prefix (string replace \t'files ' '' -- $line)
            for file in (__fish_complete_path (string replace -- $prefix '' $given[-1]))
                echo -- $prefix$file
            end
        else if test "$line" != \topen
            echo -- $line
        end
    end
end

complete -c ec2mimic -f -a '(__ec2mimic_complete)'
