// Any command line, one word per line, ends with one of the documented exit codes, and writes to stderr (apart from
// warnings) exactly if that is not 0. There is no state: every call that gets that far fails.
#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "cli/errors/failure.h"
#include "cli/run.h"

namespace {

namespace cli = ec2mimic::cli;
using ec2mimic::Clock;
using ec2mimic::Engine;
using ec2mimic::Identifiers;

void expect(bool held) {
  if (!held) std::abort();
}

class NoStreams final : public cli::Streams {
 public:
  std::string out{}, err{};
  cli::Written write_out(std::string_view text) override { return out += text, cli::Written{}; }
  void put_error(std::string_view text) override { err += text; }
  std::string read_in(std::size_t) override { return "{}"; }
  std::optional<std::string> read_line() override { return std::nullopt; }
  bool in_is_terminal() const override { return false; }
  bool out_is_terminal() const override { return false; }
  int width() const override { return 80; }
};

class NoEnvironment final : public cli::Environment {
 public:
  std::optional<std::string_view> variable(const char* name) const override {
    return std::string_view(name) == "HOME" ? std::optional<std::string_view>("/home") : std::nullopt;
  }
};

class NoFiles final : public cli::Files {
 public:
  Content read(const std::string& path) override { return path == "f" ? Content{0, "[\"a\"]\n"} : Content{ENOENT, {}}; }
  Content read_regular(const std::string& path) override { return read(path); }
  Changed change(const std::string&, const Edit&, New) override { return {EROFS, {}}; }
  Changed remove(const std::string&) override { return {EACCES, {}}; }
  bool has_content(const std::string&) override { return true; }
  Lines open_lines(const std::string&) override { return {"Permission denied", nullptr}; }
  bool belongs_to(const std::string&, const std::string&) override { return false; }
  std::string place_links(const std::string&, std::span<const std::string_view>, const std::string&) override {
    return "There is no place for links here.";
  }
  std::string place_scripts(const std::string&, std::span<const std::string_view>, std::string_view) override {
    return {};
  }
};

class NoClock final : public Clock {
 public:
  std::chrono::sys_seconds now() override { return {}; }
};

class NoIdentifiers final : public Identifiers {
 public:
  std::string hex17() override { return std::string(17, '0'); }
  std::string uuid() override { return std::string(36, '0'); }
};

class NoProcess final : public cli::Process {
 public:
  std::string program() const override { return "/bin/ec2mimic"; }
  std::string parent() const override { return {}; }
  std::string folder() const override { return "/"; }
  cli::Moment now() const override { return {}; }
  [[noreturn]] void die() override { throw cli::AccountFailure("The client has died."); }
  Kept keep_file(std::string_view) override { return {{}, "There is no place for files here."}; }
  void sleep(std::chrono::milliseconds) override {}
  Started start(const std::vector<std::string>&, const std::pair<std::string, std::string>&) override {
    return {ENOENT, nullptr};
  }
  std::unique_ptr<cli::ProcessGroup> new_group() override { throw cli::AccountFailure("There are no processes here."); }
  Found find_program(const std::string& name, std::string_view) const override { return {ENOENT, name}; }
  int become(const std::string&, const std::vector<std::string>&, std::span<const Variable>) override { return ENOENT; }
};

class NoAccounts final : public cli::EngineHost {
 public:
  void with_engine(const std::string&, const Engine::Options&, const std::function<void(Engine&)>&) override {
    throw cli::AccountFailure("There is no state here.");
  }
  void with_scratch(const std::function<void(const std::string&)>&) override {
    throw cli::AccountFailure("There is no place for a state here.");
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::vector<std::string_view> words;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = std::min(text.find('\n', from), text.size());
    words.push_back(text.substr(from, to - from));
    from = to + 1;
  }
  for (const std::string_view program : {"aws", "ec2mimic"}) {
    NoStreams streams;
    const NoEnvironment environment;
    NoFiles files;
    NoClock clock;
    NoIdentifiers identifiers;
    NoAccounts engines;
    NoProcess process;
    cli::System system{program, streams, environment, files, clock, identifiers, engines, process};
    const int code = cli::run(system, words);
    expect(code == cli::kSuccess || (code >= cli::kBadUsage && code <= cli::kGeneralError));
    const bool silent = streams.err.empty() || streams.err.starts_with("warning: ");
    expect(code == cli::kSuccess ? silent : !streams.err.empty());
    expect(code == cli::kSuccess || streams.out.empty());
  }
  return 0;
}
