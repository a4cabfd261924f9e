// Runs the program under test as a process, with a temporary folder for its state.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace ec2mimic::test {

/// A new folder in the system's folder for temporary files, removed with its contents by the destructor.
class TemporaryFolder {
 public:
  TemporaryFolder();
  explicit TemporaryFolder(const std::string& parent);
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// Reads a whole file; an empty string if it does not exist.
[[nodiscard]] std::string read_file(const std::string& path);
void write_file(const std::string& path, const std::string& content);

/// A process that was started and may have ended.
class Process {
 public:
  struct Result {
    int exit_code = -1;  ///< -1 if it was ended by a signal
    int signal = 0;
    std::string out{};
    std::string err{};
  };

  /// Starts the program with these arguments and only these `NAME=value` entries in its environment.
  Process(const std::string& program, const std::vector<std::string>& arguments,
          const std::vector<std::string>& environment);
  Process(Process&& other) noexcept;
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  Process& operator=(Process&&) = delete;
  /// Waits for the process to end.
  ~Process();

  void kill(int signal) const;

  /// Waits for the process to end and returns its output. Call once.
  [[nodiscard]] Result wait();

 private:
  pid_t id_ = -1;
  int out_ = -1;  // unnamed temporary files, not pipes: a process that fills a pipe waits for its reader
  int err_ = -1;
};

}  // namespace ec2mimic::test
