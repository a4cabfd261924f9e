// The example in the documentation is a state that the program reads and writes, to the byte.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "tests/unit/state/some_state.h"

namespace ec2mimic::state {
namespace {

std::string source_text(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(std::string(EC2MIMIC_SOURCE_DIR) + "/" + path).rdbuf();
  return text.str();
}

TEST(DocumentedFormat, MatchesFormatMd) {
  EXPECT_NE(source_text("state/FORMAT.md").find("```json\n" + kSomeState + "```\n"), std::string::npos);
}

TEST(DocumentedFormat, MatchesTheManual) {
  auto example = kSomeState;
  example.replace(example.find('\\'), 1, "\\e");
  EXPECT_NE(source_text("man/ec2mimic-state.5").find(".Bd -literal\n" + example + ".Ed\n"), std::string::npos);
}

}  // namespace
}  // namespace ec2mimic::state
