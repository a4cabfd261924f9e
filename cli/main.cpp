#include "cli/run.h"
#include "cli/system/real_system.h"

int main(int argc, char** argv) { ec2mimic::cli::run_on_real_system(argc, argv, &ec2mimic::cli::run); }
