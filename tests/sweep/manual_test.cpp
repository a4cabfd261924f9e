// The committed manual pages are what the program renders, and mandoc finds nothing wrong with them.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "cli/builtin/commands.h"
#include "cli/help/man.h"
#include "state/layout.h"

namespace ec2mimic::cli {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(EC2MIMIC_SOURCE_DIR) / "man";

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

class EachPage : public testing::TestWithParam<std::string> {};

INSTANTIATE_TEST_SUITE_P(Sweep, EachPage, testing::ValuesIn(manual_pages(builtin_commands())), [](const auto& tested) {
  std::string name = tested.param;
  for (char& c : name) c = c == '-' || c == '.' ? '_' : c;
  return name;
});

TEST_P(EachPage, MatchesTheCommittedFile) {
  EXPECT_EQ(read(kFolder / manual_file(GetParam())), manual_source(GetParam(), builtin_commands()))
      << "refresh with: cmake --build build --target man";
}

TEST_P(EachPage, PassesMandocLint) {
  ASSERT_EQ(std::system("command -v mandoc >/dev/null"), 0) << "mandoc is not installed; .ci/setup test installs it";
  const std::string page = kFolder / manual_file(GetParam());
  EXPECT_EQ(std::system(("mandoc -T lint -W warning '" + page + "'").c_str()), 0);
}

TEST(Manual, HasNoStalePages) {
  std::set<std::string> rendered;
  for (const std::string& name : manual_pages(builtin_commands())) rendered.insert(manual_file(name));
  for (const auto& entry : fs::directory_iterator(kFolder)) {
    if (entry.path().extension() != ".1" && entry.path().extension() != ".5") continue;
    EXPECT_TRUE(rendered.contains(entry.path().filename())) << entry.path();
  }
}

TEST(Manual, ShowsWhatAStateOfTheNextVersionIsRefusedWith) {
  const std::string refusal = "state.json is of version " + std::to_string(state::kCurrentVersion + 1) + ' ';
  EXPECT_NE(read(kFolder / "ec2mimic-state.5.in").find(refusal), std::string::npos) << refusal;
}

}  // namespace
}  // namespace ec2mimic::cli
