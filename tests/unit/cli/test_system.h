// A system in memory for tests of the front end: streams are strings; files, variables and states are maps.
#pragma once

#include <cerrno>
#include <cstring>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/errors/failure.h"
#include "cli/run.h"
#include "cli/system/real_system.h"
#include "cli/system/system.h"
#include "tests/harness/memory_store.h"

namespace ec2mimic::cli {

class TestStreams final : public Streams {
 public:
  std::string out{}, err{}, in{};
  int out_error = 0;  ///< The errno of writing to stdout; 0 if it works.
  bool terminal = false;
  int writes = 0;

  Written write_out(std::string_view text) override {
    ++writes;
    if (out_error == 0) out += text;
    return {out_error};
  }
  void put_error(std::string_view text) override { err += text; }
  std::string read_in(std::size_t) override { return in; }
  std::optional<std::string> read_line() override {
    if (in.empty()) return std::nullopt;
    return in.substr(0, in.find('\n'));
  }
  std::optional<char> read_key() override {
    if (in.empty()) return std::nullopt;
    const char key = in.front();
    in.erase(0, 1);
    return key;
  }
  bool in_is_terminal() const override { return terminal; }
  bool out_is_terminal() const override { return terminal; }
  int width() const override { return 80; }
  int rows = 24;
  int height() const override { return rows; }
};

class TestEnvironment final : public Environment {
 public:
  std::map<std::string, std::string> variables{};
  std::optional<std::string_view> variable(const char* name) const override {
    const auto found = variables.find(name);
    return found == variables.end() ? std::nullopt : std::optional<std::string_view>(found->second);
  }
};

class TestEngineHost : public EngineHost {
 public:
  TestEngineHost(Clock& clock, Identifiers& identifiers) : clock_(clock), identifiers_(identifiers) {}

  std::map<std::string, test::MemoryStore> stores{};
  int visits = 0;
  std::string failure{};  ///< The error of the next call; none if empty.

  void with_engine(const std::string& path, const Engine::Options& options,
                   const std::function<void(Engine&)>& use) override {
    ++visits;
    if (!failure.empty()) throw AccountFailure(failure);
    Engine engine(stores[path], clock_, identifiers_, options);
    use_engine(engine, use);
  }

  void with_scratch(const std::function<void(const std::string& path)>& use) override {
    use("/scratch");
    stores.erase("/scratch");
  }

 private:
  Clock& clock_;
  Identifiers& identifiers_;
};

class TestLines final : public LineFile {
 public:
  TestLines(std::string& text, const int& error) : text_(text), error_(error) {}
  std::string append(std::string_view line) override {
    if (error_ != 0) return std::strerror(error_);
    text_ += line;
    return {};
  }

 private:
  std::string& text_;
  const int& error_;
};

class TestFiles final : public Files {
 public:
  explicit TestFiles(const TestEngineHost& engines) : accounts_(engines) {}
  std::map<std::string, std::string> files{};
  int reads = 0;         ///< Reads of configuration files.
  int change_error = 0;  ///< The errno of change(); 0 if it works.
  std::map<std::string, std::string> links{}, scripts{};
  std::string place_error{};  ///< The error of placing links; none if empty.
  int append_error = 0;       ///< The errno of appending a line; 0 if it works.

  Content read(const std::string& path) override {
    if (path == ".") return {EISDIR, {}};
    const auto found = files.find(path);
    return found == files.end() ? Content{ENOENT, {}} : Content{0, found->second};
  }
  Content read_regular(const std::string& path) override {
    ++reads;
    return read(path);
  }
  using Files::change;
  Changed change(const std::string& path, const Edit& edit, New) override {
    if (path == ".") return {EISDIR, "it is a folder"};
    const auto found = files.find(path);
    const auto text = edit(found == files.end() ? "" : found->second);
    if (change_error == 0 && text) files[path] = *text;
    return {change_error, {}};
  }
  Changed remove(const std::string& path) override {
    if (change_error == 0) files.erase(path);
    return {change_error, {}};
  }
  bool has_content(const std::string& path) override {
    const auto found = accounts_.stores.find(path);
    return found != accounts_.stores.end() && !found->second.tables.empty();
  }
  Lines open_lines(const std::string& path) override {
    if (path.empty() || path == ".") return {std::strerror(path.empty() ? ENOENT : EISDIR), nullptr};
    return {{}, std::make_unique<TestLines>(files[path], append_error)};
  }
  bool belongs_to(const std::string& path, const std::string& owner) override { return path == owner; }
  std::string place_links(const std::string& folder, std::span<const std::string_view> names,
                          const std::string& target) override {
    if (!place_error.empty()) return place_error;
    for (const std::string_view name : names) links[folder + '/' + std::string(name)] = target;
    return {};
  }
  std::string place_scripts(const std::string& folder, std::span<const std::string_view> names,
                            std::string_view text) override {
    if (!place_error.empty()) return place_error;
    for (const std::string_view name : names) scripts[folder + '/' + std::string(name)] = text;
    return {};
  }

 private:
  const TestEngineHost& accounts_;
};

class TestChild final : public Child {
 public:
  TestChild(std::string& read, bool& running) : read_(read), running_(running) { running_ = true; }
  ~TestChild() override { running_ = false; }
  void write(std::string_view text) override { read_ += text; }

 private:
  std::string& read_;
  bool& running_;
};

class TestProcess final : public Process {
 public:
  std::vector<std::vector<std::string>> started{};
  std::string child_read{};
  bool child_runs = false;
  int start_error = 0;  ///< The errno of starting a program; 0 if it works.
  Started start(const std::vector<std::string>& words, const std::pair<std::string, std::string>& variable) override {
    if (start_error != 0) return {start_error, nullptr};
    started.push_back(words);
    started.back().push_back(variable.first + '=' + variable.second);
    return {0, std::make_unique<TestChild>(child_read, child_runs)};
  }

  std::unique_ptr<ProcessGroup> new_group() override { throw std::logic_error("no test runs programs"); }

  std::string path = "/opt/ec2mimic", started_by{}, present = "/here";
  std::string program() const override { return path; }
  std::string parent() const override { return started_by; }
  std::string folder() const override { return present; }

  std::map<std::string, int> programs{};  ///< The errno of looking for a program, ENOENT if it is not listed.
  mutable std::string searched{};         ///< The PATH that was searched.
  std::string executed{};                 ///< The program and its words, separated by bars.
  std::map<std::string, std::optional<std::string>> changed_variables{};  ///< The variables that were set for it.
  int become_error = ENOEXEC;  ///< Becoming always fails, so that the test goes on.
  Found find_program(const std::string& name, std::string_view search) const override {
    searched = search;
    const auto found = programs.find(name);
    return {found == programs.end() ? ENOENT : found->second, "/found/" + name};
  }
  int become(const std::string& program, const std::vector<std::string>& words,
             std::span<const Variable> variables) override {
    executed = program;
    for (const std::string& word : words) executed += '|' + word;
    changed_variables = {variables.begin(), variables.end()};
    return become_error;
  }
  std::vector<std::chrono::milliseconds> slept{};
  std::function<void()> on_sleep{};  ///< Called during every sleep.
  struct Died {};
  [[noreturn]] void die() override { throw Died{}; }
  std::string kept{};  ///< The text of the file that was kept.
  Kept keep_file(std::string_view text) override {
    kept = text;
    return {"/kept", {}};
  }
  void sleep(std::chrono::milliseconds time) override {
    slept.push_back(time);
    if (on_sleep) on_sleep();
  }

  Moment now() const override { return {moment.time, moment.ticks += std::chrono::microseconds(1500)}; }

  mutable Moment moment{std::chrono::sys_seconds(std::chrono::seconds(1795528800)) + std::chrono::microseconds(7999),
                        {}};
};

class TestSystem {
 public:
  TestSystem() { environment.variables = {{"HOME", "/home/t"}, {"EC2MIMIC_STATE", "/state.json"}}; }
  TestSystem(const TestSystem&) = delete;
  TestSystem& operator=(const TestSystem&) = delete;

  TestStreams streams{};
  TestEnvironment environment{};
  test::FixedClock clock{};
  test::CountingIdentifiers identifiers{};
  TestEngineHost engines{clock, identifiers};
  TestFiles files{engines};
  TestProcess process{};
  System system{"aws", streams, environment, files, clock, identifiers, engines, process};

  /// Runs a command line and returns its exit code; forgets earlier output.
  int run(const std::vector<std::string_view>& words) {
    streams.out.clear();
    streams.err.clear();
    return cli::run(system, words);
  }
};

/// The AWS CLI's usage text, followed by an error.
inline std::string with_usage(const std::string& message, const std::string& program = "aws") {
  return "\nusage: " + program + " [options] <command> <subcommand> [<subcommand> ...] [parameters]\n" +
         "To see help text, you can run:\n\n  " + program + " help\n  " + program + " <command> help\n  " + program +
         " <command> <subcommand> help\n\n" + message + "\n\n";
}

/// The exit code and message of the failure that `use` throws, or "nothing".
template <class Use>
std::string failure_of(Use use) {
  try {
    use();
  } catch (const Failure& failure) {
    return std::to_string(failure.exit_code()) + ' ' + failure.message();
  }
  return "nothing";
}

}  // namespace ec2mimic::cli
