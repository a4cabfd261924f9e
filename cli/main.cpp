#include "cli/run.h"
#include "cli/system/real_system.h"

int main(int argc, char** argv) { ec2mimic::cli::run_in_real_world(argc, argv, &ec2mimic::cli::run); }
