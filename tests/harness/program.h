// The program under test as a process of its own, and a folder of its own for its state.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace ec2mimic::test {

/// A fresh folder below the system's folder for temporary files; it goes, with all that is in it, when this does.
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

/// Reads a whole file; an empty text if there is none.
[[nodiscard]] std::string read_file(const std::string& path);
void write_file(const std::string& path, const std::string& content);

/// A process started and perhaps not ended yet.
class Process {
 public:
  struct Result {
    int exit_code = -1;  ///< -1 if a signal ended it
    int signal = 0;
    std::string out{};
    std::string err{};
  };

  /// Starts the program with these arguments and nothing in its environment but these `NAME=value`s.
  Process(const std::string& program, const std::vector<std::string>& arguments,
          const std::vector<std::string>& environment);
  Process(Process&& other) noexcept;
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  Process& operator=(Process&&) = delete;
  /// Waits for the end.
  ~Process();

  void kill(int signal) const;

  /// Waits for the end and takes what it wrote. Call once.
  [[nodiscard]] Result wait();

 private:
  pid_t id_ = -1;
  int out_ = -1;  // temporary files without a name: a process that fills a pipe would wait for its reader
  int err_ = -1;
};

}  // namespace ec2mimic::test
