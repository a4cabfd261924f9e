// What the real AWS CLI did when it was asked: one line of a file of cases, whose fields tests/data/README.md names.
//
// Cases whose texts are facts are in tests/data/aws-cli and always there. Those that quote AWS's own prose are not in
// the repository; they are read where the reference material is beside the project.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/seam/json.h"

namespace ec2mimic::test {

/// The two voices that the program speaks, named by the releases that were recorded.
enum class Era {
  v2_30,    ///< v2 2.9.19: the default
  current,  ///< v2 2.36.7: once an error format is chosen
};

struct RecordedCase {
  std::string name;
  Era era = Era::current;
  std::vector<std::string> words;  ///< Behind the program's name.
  std::map<std::string, std::string> environment{}, files{};
  int exit = 0;
  std::string out{}, err{};
  Json fields{};  ///< All that was recorded, for what only some groups have.

  /// A field's text; empty where there is none.
  [[nodiscard]] std::string text(const char* field) const;
};

/// The folder of the cases in this repository.
[[nodiscard]] std::string data_folder();

/// The folder of the cases beside the project, empty if it is not there.
[[nodiscard]] std::string reference_folder();

/// A document, named by its path. Throws std::runtime_error if it cannot be read.
[[nodiscard]] Json read_document(const std::string& path);

/// The cases in a file, named by its path, that were recorded from a release whose voice the program speaks, once for
/// each of them. A case that was recorded a second time with the Python that AWS ships replaces the first. Throws
/// std::runtime_error if the file cannot be read or holds no case.
[[nodiscard]] std::vector<RecordedCase> read_cases(const std::string& path);

}  // namespace ec2mimic::test
