// Runs specs (cli/help/spec.h) with the program and compares the whole output with what they expect.
//
//   spec_runner [--update] [--timeout SECONDS] --program PATH FILE...
//
// In a FILE ending in .md the fenced blocks marked `console` are run. A file whose first line of prose is `# shell:
// bash` runs in that shell instead of sh. --update rewrites the expectations in place; review them with a diff. Exit
// code: 0 if all steps passed, 1 if any differed, 2 for a wrong command line or a malformed file.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

#include "cli/help/spec.h"
#include "tests/harness/spec/compare.h"
#include "tests/harness/spec/document.h"
#include "tests/harness/spec/session.h"

namespace {

using ec2mimic::cli::SpecError;
using ec2mimic::cli::SpecStep;
using ec2mimic::harness::Document;
using ec2mimic::harness::Observed;

struct Arguments {
  bool update = false;
  ec2mimic::harness::SessionOptions session{};
  std::vector<std::string> files{};
};

struct Tally {
  int passed = 0;
  int failed = 0;
  bool broken = false;  ///< A file could not be read, or is not a spec.
};

[[noreturn]] void bad_usage(const char* message) {
  std::fprintf(stderr, "spec_runner: %s\nusage: spec_runner [--update] [--timeout SECONDS] --program PATH FILE...\n",
               message);
  std::exit(2);
}

Arguments read_arguments(const std::vector<std::string>& words) {
  Arguments arguments;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool has_value = i + 1 < words.size();
    if (words[i] == "--update") {
      arguments.update = true;
    } else if (words[i] == "--program" && has_value) {
      arguments.session.program = words[++i];
    } else if (words[i] == "--timeout" && has_value) {
      arguments.session.timeout_seconds = std::atoi(words[++i].c_str());
    } else if (words[i].starts_with("--")) {
      bad_usage(("unknown option, or one without its value: " + words[i]).c_str());
    } else {
      arguments.files.push_back(words[i]);
    }
  }
  if (arguments.session.program.empty()) bad_usage("no program given");
  if (arguments.session.timeout_seconds <= 0) bad_usage("the time-out must be a number of seconds");
  if (arguments.files.empty()) bad_usage("no file given");
  return arguments;
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file.is_open() || file.bad()) throw std::runtime_error(path + ": cannot be read");
  return text;
}

/// Replaces the file atomically, so that an interrupted update does not leave half of it.
void write_file(const std::string& path, const std::string& text) {
  const auto target = std::filesystem::canonical(path);
  const auto temporary = target.string() + ".new";
  std::ofstream file(temporary, std::ios::binary);
  file << text;
  file.close();
  if (!file) throw std::runtime_error(temporary + ": cannot be written");
  std::filesystem::permissions(temporary, std::filesystem::status(target).permissions());
  std::filesystem::rename(temporary, target);
}

std::string shell_of(const std::vector<SpecStep*>& steps) {
  constexpr std::string_view kShell = "# shell: ";
  if (steps.empty() || steps[0]->before.empty() || !steps[0]->before[0].starts_with(kShell)) return "/bin/sh";
  return "/bin/" + steps[0]->before[0].substr(kShell.size());
}

bool as_expected(const SpecStep& step, const Observed& seen) {
  using ec2mimic::harness::matches;
  return matches(step.out, seen.out) && matches(step.err, seen.err) && step.exit_code == seen.exit_code;
}

/// The step with its actual output as expectation. A UUID that appears neither in a command nor in the previous
/// expectation is taken to be random.
SpecStep refreshed(const SpecStep& step, const Observed& seen, const std::string& commands) {
  const auto known = commands + step.out + step.err;
  auto result = step;
  result.out = ec2mimic::harness::with_wildcards(seen.out, known);
  result.err = ec2mimic::harness::with_wildcards(seen.err, known);
  result.exit_code = seen.exit_code;
  return result;
}

void print_difference(const std::string& path, const SpecStep& expected, const SpecStep& seen) {
  const auto lines = ec2mimic::harness::difference(render_expectation(expected), render_expectation(seen), "    ");
  std::printf("%s:%d: $ %s\n%s", path.c_str(), expected.line, expected.command.c_str(), lines.c_str());
}

void run_file(const std::string& path, const Arguments& arguments, Tally& tally) {
  const auto before = read_file(path);
  Document document(before, path.ends_with(".md"));
  const auto steps = document.steps();
  std::vector<std::string> commands;
  std::string all_commands;
  for (const auto* step : steps) {
    commands.push_back(step->command);
    all_commands += step->command + "\n";
  }
  auto options = arguments.session;
  options.shell = shell_of(steps);
  options.spec_folder = std::filesystem::canonical(path).parent_path();
  const auto result = ec2mimic::harness::run_session(commands, options);
  for (std::size_t i = 0; i < result.steps.size(); ++i) {
    const bool same = as_expected(*steps[i], result.steps[i]);
    const auto now = refreshed(*steps[i], result.steps[i], all_commands);
    if (!same && !arguments.update) print_difference(path, *steps[i], now);
    if (!same && arguments.update) *steps[i] = now;
    ++(same || arguments.update ? tally.passed : tally.failed);
  }
  if (!result.trouble.empty()) {
    const auto at = std::min(result.steps.size(), steps.size() - 1);
    std::printf("%s:%d: $ %s\n    %s\n", path.c_str(), steps[at]->line, steps[at]->command.c_str(),
                result.trouble.c_str());
    tally.failed += std::max(1, static_cast<int>(steps.size() - result.steps.size()));
    return;  // and no update, because the results are incomplete
  }
  const auto after = document.text();
  if (arguments.update && after != before) {
    write_file(path, after);
    std::printf("%s: updated\n", path.c_str());
  }
}

}  // namespace

int main(int argc, char** argv) {
  const auto arguments = read_arguments({argv + 1, argv + argc});
  Tally tally;
  for (const auto& path : arguments.files) {
    try {
      run_file(path, arguments, tally);
    } catch (const SpecError& error) {
      std::printf("%s:%d: %s\n", path.c_str(), error.line(), error.what());
      tally.broken = true;
    } catch (const std::exception& error) {
      std::printf("%s\n", error.what());
      tally.broken = true;
    }
  }
  std::printf("%d passed, %d failed\n", tally.passed, tally.failed);
  return tally.broken ? 2 : tally.failed != 0 ? 1 : 0;
}
