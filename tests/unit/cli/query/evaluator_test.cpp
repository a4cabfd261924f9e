// What cases as data cannot show: that values are shared and not copied, and where a query hits its limits.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>

#include "cli/python/value.h"
#include "cli/query/query.h"

namespace ec2mimic::query {
namespace {

std::string error_of(const std::string& expression, const Json& document) {
  try {
    return Expression(expression).search(document).document().dump();
  } catch (const EvaluationError& error) {
    return error.what();
  }
}

constexpr const char* kTooMuch = "The query uses too much memory: more than 1 GiB.";

std::string repeated(const std::string& step, int times) {
  std::string text = step;
  for (int i = 1; i < times; ++i) text += '|' + step;
  return text;
}

TEST(Evaluator, DoesNotCopyPartsOfTheDocument) {
  const Json document = {{"a", {{"b", {1, 2, 3}}}}};
  const Expression expression("a.b");
  EXPECT_EQ(&expression.search(document).document(), &document["a"]["b"]);
}

TEST(Evaluator, ReturnsFunctionResultsThatOutliveTheSearch) {
  const Result result = Expression("join('-', @)").search(Json({"a", "b"}));
  EXPECT_EQ(result.document(), "a-b");
}

TEST(Evaluator, RejectsAResultThatDoublesAtEachStep) {
  EXPECT_EQ(error_of(repeated("[@,@]", 40), 1), kTooMuch);
  EXPECT_EQ(error_of(repeated("{a:@,b:@}", 40), 1), kTooMuch);
  EXPECT_EQ(error_of(repeated("[@,@][]", 40), 1), kTooMuch);
  EXPECT_EQ(error_of("length(" + repeated("[@,@]", 40) + ')', 1), "2");
}

TEST(Evaluator, RejectsATextThatDoublesAtEachStep) {
  std::string joined = "@";
  for (int i = 0; i < 40; ++i) joined = "join('', [" + joined + ',' + "@])";
  EXPECT_EQ(error_of(joined, "x"), Json(std::string(41, 'x')).dump());
  const std::string megabyte(1 << 20, 'x');
  EXPECT_EQ(error_of("length(" + repeated("join('', [@,@])", 5) + ')', megabyte), std::to_string(32 << 20));
  EXPECT_EQ(error_of("length(" + repeated("join('', [@,@])", 12) + ')', megabyte), kTooMuch);
}

TEST(Evaluator, CountsIntermediateValues) {
  std::string nested = "@";
  for (int i = 0; i < 40; ++i) nested = "to_string([" + nested + "])";
  EXPECT_EQ(error_of("length(" + nested + ')', "x"), kTooMuch);
}

TEST(Evaluator, ProcessesTextsWithoutCopyOrCountsTheCopy) {
  // 256 MiB are reversed in place, not as a list of characters, which would take 1 GiB.
  const std::string megabytes(16 << 20, 'x');
  EXPECT_EQ(error_of("length(reverse(" + repeated("join('',[@,@])", 4) + "))", megabytes), std::to_string(256 << 20));
  EXPECT_EQ(error_of("to_number(" + repeated("join('',[@,@])", 4) + ')', megabytes), kTooMuch);
}

TEST(Evaluator, ComparesSharedPartsOnce) {
  const std::string doubled = '(' + repeated("[@,@]", 100) + ')';
  EXPECT_EQ(error_of(doubled + "==" + doubled, 1), "true");
  EXPECT_EQ(error_of(doubled + "==(" + repeated("[@,@]", 99) + "|[@,[@]])", 1), "false");
  const std::string named = '(' + repeated("{a:@,b:@}", 100) + ')';
  EXPECT_EQ(error_of("contains([" + named + "]," + named + ')', 1), "true");
}

constexpr const char* kTooLong = "The query takes too long: more than 2,000,000,000 steps.";

TEST(Evaluator, CountsNodesThatMakeNoValue) {
  // Three nested filters of a thousand elements each: a billion evaluations.
  const std::string many = '`' + Json(std::vector<int>(1000, 1)).dump() + '`';
  EXPECT_EQ(error_of(many + "[?" + many + "[?" + many + "[?a]]]", 1), kTooLong);
}

class WorkOnTexts : public testing::TestWithParam<const char*> {};

TEST_P(WorkOnTexts, IsBounded) {
  const Json texts = {std::string(8 << 20, 'x') + 'y', std::string(8 << 20, 'x') + 'z'};
  std::string all = GetParam();
  for (int i = 0; i < 14; ++i) all = '(' + all + ")!=(" + all + ')';
  EXPECT_EQ(error_of(all, texts), kTooLong);
}

INSTANTIATE_TEST_SUITE_P(Evaluator, WorkOnTexts,
                         testing::Values("@[0]==@[1]", "sort(@)", "contains(@[0],@[1])", "length(@[0])"));

TEST(Evaluator, RejectsDeepValuesWithoutOverflow) {
  std::string deep = "[@]";
  for (int i = 0; i < 2; ++i) deep = "(" + repeated(deep, 30) + ")";  // 900 levels
  EXPECT_EQ(error_of("length(" + deep + ')', 1), "1");
  EXPECT_EQ(error_of(deep + " == " + deep, 1), "true");
  const std::string deeper = deep + '|' + deep;
  EXPECT_EQ(error_of(deeper, 1), "The query's values are nested too deeply.");
  EXPECT_EQ(error_of('(' + deeper + ") == (" + deeper + ')', 1), "The query's values are nested too deeply.");
}

TEST(Evaluator, ComparesIntegersWithoutRounding) {
  const Json document = {{"a", 9007199254740993}, {"b", 9007199254740992.0}};
  EXPECT_EQ(error_of("a == b", document), "false");
  EXPECT_EQ(error_of("a > b", document), "true");
  EXPECT_EQ(error_of("b < a", document), "true");
  EXPECT_EQ(error_of("sort([a, b])[0] == b", document), "true");
  EXPECT_EQ(error_of("a == @.a", document), "true");
}

TEST(Evaluator, TreatsNanAsEqualOnlyInsideListsAndSortsItLast) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const Json document = {{"n", nan}, {"l", {nan, 3.0, nan, 1.0, 2.0}}};
  EXPECT_EQ(error_of("n == n", document), "false");
  EXPECT_EQ(error_of("[n] == [n]", document), "true");
  EXPECT_EQ(error_of("{a: n} == {a: n}", document), "true");
  EXPECT_EQ(error_of("n < `1`", document), "false");
  EXPECT_EQ(error_of("n >= `1`", document), "false");
  const Result sorted = Expression("sort(l)").search(document);
  EXPECT_EQ(sorted.document()[0], 1.0);
  EXPECT_EQ(sorted.document()[2], 3.0);
  EXPECT_TRUE(std::isnan(sorted.document()[3].get<double>()));
  EXPECT_TRUE(std::isnan(sorted.document()[4].get<double>()));
  EXPECT_EQ(error_of("sort_by([{k: l[0]}, {k: l[1]}, {k: l[3]}], &k)[:2].k", document), "[1.0,3.0]");
}

TEST(Evaluator, KeepsNumbersTooLargeForAnInteger) {
  EXPECT_EQ(error_of("floor(@)", 1e300), "1e+300");
  EXPECT_EQ(error_of("ceil(@)", -1e300), "-1e+300");
  EXPECT_EQ(error_of("floor(@)", 9223372036854774784.0), "9223372036854774784");
  EXPECT_EQ(error_of("floor(@)", 9223372036854775808.0), "9.223372036854776e+18");
}

std::string shown(const std::string& expression) {
  try {
    return python::str(Expression(expression).search(0).document());
  } catch (const EvaluationError& error) {
    return error.what();
  }
}

TEST(Evaluator, TreatsIntegersOfMoreThan64BitsAsNumbers) {
  const std::string large = "`123456789012345678901234567890`";
  EXPECT_EQ(shown(large), "123456789012345678901234567890");
  EXPECT_EQ(shown("type(" + large + ')'), "number");
  EXPECT_EQ(shown("to_string(" + large + ')'), "123456789012345678901234567890");
  EXPECT_EQ(shown("abs(`-123456789012345678901234567890`)"), "123456789012345678901234567890");
  EXPECT_EQ(shown("floor(" + large + ')'), "123456789012345678901234567890");
  EXPECT_EQ(shown("sum([" + large + ", `1`])"), "1.2345678901234568e+29");
  EXPECT_EQ(shown("to_number(' +00_123456789012345678901234567890 ')"), "123456789012345678901234567890");
  EXPECT_EQ(shown("to_number('-00123456789012345678901234567890')"), "-123456789012345678901234567890");
  EXPECT_EQ(shown(large + " == " + large), "True");
  EXPECT_EQ(shown(large + " == `123456789012345678901234567891`"), "False");
  EXPECT_EQ(shown(large + " < `123456789012345678901234567891`"), "True");
  EXPECT_EQ(shown(large + " > `9223372036854775807`"), "True");
  EXPECT_EQ(shown("`-123456789012345678901234567890` < `1.5`"), "True");
  EXPECT_EQ(shown("`-123456789012345678901234567890` < `-20000000000000000000`"), "True");
  EXPECT_EQ(shown("`-20000000000000000000` < `-123456789012345678901234567890`"), "False");
  EXPECT_EQ(
      shown("sort([`-20000000000000000000`, `20000000000000000000`, `-30000000000000000000`, `100000000000000000000`, "
            "`0`])"),
      "[-30000000000000000000, -20000000000000000000, 0, 20000000000000000000, 100000000000000000000]");
}

TEST(Evaluator, DoesNotConvertAnExpressionToANumber) {
  EXPECT_EQ(error_of("to_number(&a)", nullptr),
            "int() argument must be a string, a bytes-like object or a real number, not '_Expression'");
}

}  // namespace
}  // namespace ec2mimic::query
