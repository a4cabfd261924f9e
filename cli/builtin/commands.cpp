#include "cli/builtin/commands.h"

#include <array>

namespace ec2mimic::cli {
namespace {

// Pointers, because the commands themselves are defined in other sources, beside the functions that run them.
constexpr std::array<const BuiltinCommand*, 12> kCommands{&kActivate, &kCompletion, &kConfigure, &kFault,
                                                          &kHistory,  &kMan,        &kQuery,     &kRun,
                                                          &kState,    &kSts,        &kTokens,    &kWalkthrough};

}  // namespace

BuiltinCommands builtin_commands() { return kCommands; }

const BuiltinCommand* find_builtin_command(std::string_view name) {
  return find_builtin_command(builtin_commands(), name);
}

}  // namespace ec2mimic::cli
