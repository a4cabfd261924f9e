// `ec2mimic activate [SHELL]`: a script that makes `aws` run this program in a shell and its children, and defines
// ec2mimic_deactivate, which undoes it.
//
// It puts a folder first on PATH that holds a link `aws` to this program, and one named `aws_completer`. A real `aws`
// is neither touched nor looked for. Without a SHELL the one that started us decides; where that cannot be told, SHELL
// in the environment does. bash, zsh and the plain shell get the same script, so that only fish must not be mistaken.
#include <array>
#include <string>

#include "cli/command_line.h"
#include "cli/embedded.h"
#include "cli/own/own.h"
#include "cli/voice.h"

namespace ec2mimic::cli {
namespace {

constexpr std::array<std::string_view, 5> kShells{"bash", "zsh", "sh", "dash", "fish"};
constexpr std::array<std::string_view, 2> kLinks{"aws", "aws_completer"};

// The name of a shell from that of a program: a login shell's begins with a dash, and other shells of the Bourne family
// have names of their own.
std::string_view shell_named(std::string_view program) {
  program.remove_prefix(program.starts_with('-') ? 1 : program.rfind('/') + 1);
  for (const std::string_view shell : kShells) {
    if (program == shell) return shell;
  }
  return program.ends_with("sh") && program != "csh" && program != "tcsh" ? "sh" : "";
}

std::string_view present_shell(const World& world) {
  const std::string parent = world.process.parent();
  if (const std::string_view shell = shell_named(parent); !shell.empty()) return shell;
  const std::string_view shell = shell_named(world.environment.filled("SHELL").value_or(""));
  return shell == "fish" ? shell : "sh";
}

std::string_view chosen_shell(const OwnCall& call) {
  const PlainLine line = read_plain_line({}, call.words);
  if (line.words.size() > 1) throw failures::unknown_options({line.words[1]});
  if (line.words.empty()) return present_shell(call.world);
  for (const std::string_view shell : kShells) {
    if (line.words.front() == shell) return shell;
  }
  throw failures::invalid_choice("shell", line.words.front(), {kShells.begin(), kShells.end()});
}

// The text in single quotes. In fish a backslash escapes within them; elsewhere nothing does, and a quote stands
// outside.
std::string quoted(std::string_view text, bool fish) {
  std::string result = "'";
  for (const char c : text) {
    if (c == '\'') {
      result += fish ? "\\'" : "'\\''";
    } else {
      if (c == '\\' && fish) result += '\\';
      result += c;
    }
  }
  return result + '\'';
}

std::string links_folder(const World& world) {
  std::string folder = state_folder(world.environment) + "/bin";
  if (folder.front() != '/' || folder.find(':') != std::string::npos) {
    throw failures::general("The folder " + folder + " cannot stand on PATH.");
  }
  return folder;
}

}  // namespace

int run_activate(const OwnCall& call) {
  const bool fish = chosen_shell(call) == "fish";
  const std::string folder = links_folder(call.world);
  const std::string program = call.world.process.program();
  if (program.empty()) throw failures::general("The system does not tell where this program is.");
  const std::string problem = call.world.files.place_links(folder, kLinks, program);
  if (!problem.empty()) throw failures::general(problem);
  std::string script(embedded(fish ? "activate/fish" : "activate/sh"));
  constexpr std::string_view kFolder = "@folder@";
  script.replace(script.find(kFolder), kFolder.size(), quoted(folder, fish));
  print(call.world, script);
  return kSuccess;
}

}  // namespace ec2mimic::cli
