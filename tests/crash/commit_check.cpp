#include "tests/crash/commit_check.h"

#include <algorithm>
#include <cstring>
#include <memory>

#include "state/state_error.h"

namespace ec2mimic::harness {
namespace {

using state::StateError;
using state::StateErrorKind;

enum class End { committed, refused, unknown, cut };

struct Run {
  End end = End::committed;
  std::string message;
};

Run run(const Scenario& scenario, MemoryDisk& disk) {
  state::FileStore store(disk, scenario.path, scenario.rules);
  try {
    scenario.act(store);
    return {};
  } catch (const PowerCut&) {
    return {End::cut, "power cut"};
  } catch (const StateError& error) {
    return {error.kind() == StateErrorKind::unknown_outcome ? End::unknown : End::refused, error.what()};
  }
}

std::unique_ptr<MemoryDisk> prepared(const Scenario& scenario) {
  auto disk = std::make_unique<MemoryDisk>();
  scenario.prepare(*disk);
  disk->reset_step_count();
  return disk;
}

/// What the file held before and after a run without faults, and the number of steps in it.
struct CleanRun {
  std::optional<std::string> before;
  std::optional<std::string> after;
  int steps = 0;
};

CleanRun clean_run(const Scenario& scenario) {
  const auto disk = prepared(scenario);
  CleanRun clean{.before = disk->content(scenario.place), .after = {}, .steps = 0};
  run(scenario, *disk);
  clean.after = disk->content(scenario.place);
  clean.steps = disk->steps();
  return clean;
}

/// Makes another commit, on a disk where everything works again, and returns what is wrong with the result.
std::string problem_of_next_commit(const Scenario& scenario, MemoryDisk& disk) {
  state::FileStore store(disk, scenario.path, scenario.rules);
  try {
    const auto decide = [](const state::Snapshot&) {
      return state::Changes{
          .account = "123456789012", .serial = 10, .tables = {{"cats", {{"cat-9", R"({"Next":1})"}}}}};
    };
    if (scenario.name == "a damaged file replaced") {
      static_cast<void>(store.replace(decide, state::Store::Loss::of_state));
    } else {
      store.change(decide);
    }
    if (store.read()->find("cats", "cat-9") != R"({"Next":1})") return "the next commit is lost";
    if (disk.content(scenario.place + ".new")) return "the next commit leaves a temporary";
  } catch (const StateError& error) {
    return std::string("the next commit fails: ") + error.what();
  }
  return {};
}

std::string problem_after_cut(const Scenario& scenario, const CleanRun& clean, const Run& cut, MemoryDisk& found) {
  const auto content = found.content(scenario.place);
  if (content != clean.before && content != clean.after) return "the file is neither the old nor the new one";
  if (cut.end == End::committed && content != clean.after) return "a commit that had returned is lost";
  if (content == clean.after && !scenario.backup.empty() && found.content(scenario.backup) != clean.before) {
    return "the older file is lost";
  }
  if (content == clean.after && !scenario.forgotten.empty() && found.content(scenario.forgotten)) {
    return "a revision of the account that was replaced is left";
  }
  return problem_of_next_commit(scenario, found);
}

std::string problem_after_failure(const Scenario& scenario, const CleanRun& clean, const Run& failed, MemoryDisk& disk,
                                  int step) {
  const auto content = disk.content(scenario.place);
  if (disk.open_handles() != 0) return "a handle stays open";
  if (failed.end == End::refused && content != clean.before) return "refused, and the file is another";
  if (failed.end != End::refused && content != clean.after) return "not refused, and the file is not the new one";
  const bool cleaning = disk.log()[static_cast<std::size_t>(step)].starts_with("unlink ");
  const bool had_temporary = scenario.name == "a left-over temporary";
  if (!cleaning && !had_temporary && disk.content(scenario.place + ".new")) return "a temporary is left";
  if (failed.message.find('\n') != std::string::npos) return "the message has several lines";
  if (failed.end != End::committed && failed.message.find('/') == std::string::npos) return "the message names no path";
  return problem_of_next_commit(scenario, disk);
}

}  // namespace

std::vector<std::string> check_power_cuts(const Scenario& scenario, const std::function<void(MemoryDisk&)>& spoil) {
  const auto clean = clean_run(scenario);
  std::vector<std::string> problems;
  for (int step = 0; step <= clean.steps; ++step) {
    const auto disk = prepared(scenario);
    if (spoil) spoil(*disk);
    disk->cut_power_at(step);
    const auto cut = run(scenario, *disk);
    disk->cut_power();
    for (const auto data : {UnsyncedData::kept, UnsyncedData::dropped, UnsyncedData::spoilt}) {
      for (std::size_t surviving = 0; surviving <= disk->pending_entries(); ++surviving) {
        const auto found = disk->after_power_cut(data, surviving);
        const auto problem = problem_after_cut(scenario, clean, cut, *found);
        if (problem.empty()) continue;
        problems.push_back(scenario.name + ", power cut before step " + std::to_string(step) + ", " +
                           std::to_string(surviving) + " entries survive, data " +
                           std::to_string(static_cast<int>(data)) + ": " + problem);
      }
    }
  }
  return problems;
}

std::vector<std::string> check_failures(const Scenario& scenario, int error) {
  const auto clean = clean_run(scenario);
  std::vector<std::string> problems;
  // A run with a retry has more steps than the clean one, so the end is reached when the step to fail is never taken.
  for (int step = 0;; ++step) {
    const auto disk = prepared(scenario);
    disk->fail_step(step, error);
    const auto failed = run(scenario, *disk);
    if (disk->steps() <= step) return problems;
    disk->fail_step(-1, 0);
    const auto problem = problem_after_failure(scenario, clean, failed, *disk, step);
    if (problem.empty()) continue;
    problems.push_back(scenario.name + ", " + std::strerror(error) + " in step " + std::to_string(step) + " (" +
                       disk->log()[static_cast<std::size_t>(step)] + "): " + problem + " [" + failed.message + "]");
  }
}

}  // namespace ec2mimic::harness
