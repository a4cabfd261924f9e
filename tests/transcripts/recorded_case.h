// What the real AWS CLI did when it was asked: one line of ../shared/reference/transcripts, whose README names the
// fields. Tests that read them are passed over where the folder is not beside the project.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/seam/json.h"

namespace ec2mimic::test {

/// The two voices that the program speaks, named by the releases that were recorded.
enum class Voice {
  earlier,  ///< v2 2.9.19: the default
  today,    ///< v2 2.36.7: once an error format is chosen
};

struct RecordedCase {
  std::string name;
  Voice voice = Voice::today;
  std::vector<std::string> words;  ///< Behind the program's name.
  std::map<std::string, std::string> environment{}, files{};
  int exit = 0;
  std::string out{}, err{};
  Json fields{};  ///< All that was recorded, for what only some groups have.

  /// A field's text; empty where there is none.
  [[nodiscard]] std::string text(const char* field) const;
};

/// The folder of the transcripts, empty if it is not there.
[[nodiscard]] std::string transcripts_folder();

/// A document of that folder or of the one above it.
[[nodiscard]] Json read_reference(const std::string& name);

/// The cases of `NAME.jsonl` that were recorded from a release whose voice the program speaks, once for each of them. A
/// case that was recorded a second time with the Python that AWS ships stands for the first.
[[nodiscard]] std::vector<RecordedCase> read_cases(const std::string& name);

}  // namespace ec2mimic::test
