// A recording of the real AWS CLI: one line of a file of cases, whose fields are explained in tests/data/README.md.
//
// Cases whose texts are facts are in tests/data/aws-cli and always available. Those that quote AWS's own prose are not
// in the repository; they are read if the reference material is beside the project.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/seam/json.h"

namespace ec2mimic::test {

/// The two eras of the AWS CLI whose wording the program has, named by the recorded releases.
enum class Era {
  v2_30,    ///< v2 2.9.19: the default
  current,  ///< v2 2.36.7: once an error format is chosen
};

struct RecordedCase {
  std::string name;
  Era era = Era::current;
  std::vector<std::string> words;  ///< The arguments.
  std::map<std::string, std::string> environment{}, files{};
  int exit = 0;
  std::string out{}, err{};
  Json fields{};  ///< Everything that was recorded, for fields that only some groups have.

  /// The text of a field; empty if there is none.
  [[nodiscard]] std::string text(const char* field) const;
};

/// The folder of the cases in this repository.
[[nodiscard]] std::string data_folder();

/// The folder of the cases beside the project; empty if it does not exist.
[[nodiscard]] std::string reference_folder();

/// Reads a JSON document. Throws std::runtime_error if it cannot be read.
[[nodiscard]] Json read_document(const std::string& path);

/// The cases in a file that were recorded from a release whose wording the program has, once for each era. A case that
/// was recorded again with the Python that AWS ships replaces the first. Throws std::runtime_error if the file cannot
/// be read or holds no case.
[[nodiscard]] std::vector<RecordedCase> read_cases(const std::string& path);

}  // namespace ec2mimic::test
