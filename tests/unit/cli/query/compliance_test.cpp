// JMESPath cases as data: our own, and the official suite if the reference material is beside the project. Both have
// the format of the suite.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "cli/query/query.h"

namespace ec2mimic::query {
namespace {

struct Count {
  int right = 0;
  int all = 0;
};

// The result of a case, or its error.
Json outcome(const Json& document, const std::string& text) {
  try {
    return {{"result", Expression(text).search(document).document()}};
  } catch (const SyntaxError& error) {
    return {{"error", "syntax"}, {"message", error.what()}};
  } catch (const EvaluationError& error) {
    return {{"error", "evaluation"}, {"message", error.what()}};
  }
}

// The suite names kinds of errors that jmespath.py distinguishes only by message.
bool is_kind(const std::string& kind, const std::string& message) {
  const auto says = [&](const char* words) { return message.find(words) != std::string::npos; };
  if (kind == "unknown-function") return says("Unknown function: ");
  if (kind == "invalid-arity") return says("Expected ") && says(" received ");
  if (kind == "invalid-type") return says("invalid type for value");
  if (kind == "invalid-value") return true;  // whatever else Python says
  return false;
}

bool is_right(const Json& one, const Json& got) {
  if (one.contains("result")) return got.contains("result") && got["result"] == one["result"];
  if (one.contains("bench")) return got.value("error", "") != "syntax";
  const std::string wanted = one["error"];
  if (one.contains("message") && got.value("message", "") != one["message"]) return false;
  // jmespath.py checks that a function exists, and its number of arguments, only when it calls the function.
  if (wanted == "syntax") return got.value("error", "") == "syntax";
  return got.value("error", "") == "evaluation" && is_kind(wanted, got["message"]);
}

Count run(const std::filesystem::path& path) {
  Count count;
  std::ifstream file(path);
  for (const Json& group : Json::parse(file)) {
    for (const Json& one : group["cases"]) {
      const Json got = outcome(group["given"], one["expression"]);
      ++count.all;
      if (is_right(one, got)) {
        ++count.right;
      } else {
        ADD_FAILURE() << path.filename() << ": " << one.dump() << "\n  got " << got.dump();
      }
    }
  }
  return count;
}

void run_folder(const std::filesystem::path& folder) {
  Count sum;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    if (file.path().extension() != ".json") continue;
    const Count count = run(file.path());
    sum.right += count.right;
    sum.all += count.all;
  }
  std::printf("%d of %d cases of JMESPath in %s\n", sum.right, sum.all, folder.filename().c_str());
  EXPECT_GT(sum.all, 0);
}

TEST(JmespathCases, OfTheProjectPass) { run_folder(EC2MIMIC_SOURCE_DIR "/tests/data/jmespath"); }

TEST(JmespathCases, OfTheOfficialSuitePass) {
  const std::filesystem::path folder = EC2MIMIC_SOURCE_DIR "/../shared/reference/jmespath";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "the suite is not beside the project";
  run_folder(folder);
}

}  // namespace
}  // namespace ec2mimic::query
