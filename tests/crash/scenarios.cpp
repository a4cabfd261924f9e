#include <array>

#include "state/rewrite.h"
#include "tests/crash/commit_check.h"

namespace ec2mimic::harness {
namespace {

using state::Changes;
using state::Document;
using state::Header;
using state::Migration;

const std::string kPath = "/home/state.json";

std::string record(int number) { return R"({"Number":)" + std::to_string(number) + "}"; }

std::string some_state(std::uint64_t revision = 7, const char* account = "123456789012") {
  const state::TableChanges tables = {{"cats", {{"cat-1", record(1)}, {"cat-2", record(2)}, {"cat-3", record(3)}}},
                                      {"dogs", {{"dog-1", record(1)}}}};
  const Header header{.account = account, .revision = revision, .serial = 4};
  return state::rewrite({}, header, state::kCurrentVersion, tables).joined();
}

void put_state(MemoryDisk& disk) {
  disk.put_folder("/home");
  disk.put(kPath, some_state());
  disk.put(kPath + ".lock", "");
}

const Changes& some_changes() {
  static const Changes changes = {
      .account = "123456789012",
      .serial = 9,
      .tables = {{"cats", {{"cat-2", record(22)}, {"cat-3", std::nullopt}}}, {"fish", {{"fish-1", record(1)}}}}};
  return changes;
}

void commit(state::Store& store) {
  store.change([](const state::Snapshot&) { return some_changes(); });
}
void start_over(state::Store& store) {
  static_cast<void>(store.replace([](const state::Snapshot&) { return some_changes(); }, state::Store::Loss::of_state));
}

void commit_and_keep(state::Store& store) {
  store.change([](const state::Snapshot&) {
    Changes changes = some_changes();
    changes.kept_revisions = 2;
    return changes;
  });
}

void accept(state::Store& store) {
  store.change([](const state::Snapshot& before) {
    const Header& header = before.header();
    return Changes{.account = header.account, .serial = header.serial, .tables = {}, .force_rewrite = true};
  });
}

const std::array<Migration, 1> kSteps = {{{.from = state::kCurrentVersion, .apply = [](Document& document) {
                                             document.tables["dogs"]["dog-2"] = record(2);
                                           }}}};

}  // namespace

std::vector<Scenario> scenarios() {
  std::vector<Scenario> all;
  const auto add = [&](std::string name, std::function<void(MemoryDisk&)> prepare) -> Scenario& {
    return all.emplace_back(Scenario{std::move(name), kPath, kPath, std::move(prepare), commit, {}, {}, {}});
  };
  add("a change", put_state);
  add("a left-over temporary", [](MemoryDisk& disk) {
    put_state(disk);
    disk.put(kPath + ".new", some_state().substr(0, 50));
  });
  add("an edited file", [](MemoryDisk& disk) {
    put_state(disk);
    disk.put(kPath, " " + some_state());
  });
  auto& accepted = add("an edited file accepted", [](MemoryDisk& disk) {
    put_state(disk);
    disk.put(kPath, " " + some_state());
  });
  accepted.act = accept;
  add("an empty file", [](MemoryDisk& disk) {
    disk.put_folder("/home");
    disk.put(kPath, "");
  });
  add("another mode and owner", [](MemoryDisk& disk) {
    disk.act_as(0);
    put_state(disk);
    disk.put(kPath, some_state(), 0644);
    disk.set_owner_of(kPath, 1000, 1000);
  });
  add("short writes and reads", [](MemoryDisk& disk) {
    put_state(disk);
    disk.shorten_writes(100);
    disk.shorten_reads(100);
  });
  auto& first = add("the first commit", [](MemoryDisk&) {});
  first.path = first.place = "/home/user/.local/state.json";
  auto& killed = add("folders of a killed process", [](MemoryDisk& disk) {
    disk.put_folder("/home");
    disk.make_folder("/home/user", 0700);
    disk.make_folder("/home/user/.local", 0700);
  });
  killed.path = killed.place = "/home/user/.local/state.json";
  auto& link = add("a symbolic link", [](MemoryDisk& disk) {
    put_state(disk);
    disk.put_folder("/desk");
    disk.put_link("/desk/link.json", "/home/state.json");
  });
  link.path = "/desk/link.json";
  auto& replacement = add("a damaged file replaced", [](MemoryDisk& disk) {
    put_state(disk);
    disk.put(kPath, "{\n\"format\": \"ec2mimic-state\",\n\"version\": 1,\n{");
  });
  replacement.act = start_over;
  const auto put_revisions = [](MemoryDisk& disk) {
    put_state(disk);
    for (const std::uint64_t number : {5, 6, 8}) {
      disk.put(kPath + ".revision-" + std::to_string(number), some_state(number));
    }
  };
  auto& kept = add("a revision kept", put_revisions);
  kept.act = commit_and_keep;
  kept.backup = kPath + ".revision-7";
  auto& occupied = add("a revision in the place of another", [](MemoryDisk& disk) {
    put_state(disk);
    disk.put(kPath + ".revision-7", some_state(7, "210987654321"));
  });
  occupied.act = commit_and_keep;
  occupied.backup = kPath + ".revision-7";
  auto& forgotten = add("an account with kept revisions replaced", put_revisions);
  forgotten.act = start_over;
  forgotten.forgotten = kPath + ".revision-6";
  auto& older = add("an older version", put_state);
  older.rules = {.check = {}, .knows_table = {}, .migrations = kSteps, .version = state::kCurrentVersion + 1};
  older.backup = kPath + ".v" + std::to_string(state::kCurrentVersion);
  return all;
}

}  // namespace ec2mimic::harness
