#include "cli/output/table.h"

#include <gtest/gtest.h>

#include "cli/errors/failure.h"

namespace ec2mimic::cli {
namespace {

std::string table_of(std::string_view document, int width = 80, Colour colour = Colour::none) {
  std::string text;
  append_table(text, Json::parse(document), "Title", width, colour);
  return text;
}

std::string failure_of(std::string_view document) {
  std::string text;
  try {
    append_table(text, Json::parse(document), "Title", 80, Colour::none);
  } catch (const Failure& failure) {
    return text + std::to_string(failure.exit_code()) + ' ' + failure.what();
  }
  return "printed " + text;
}

TEST(Table, IsEmptyForNothing) {
  for (const char* nothing : {"null", "false", "0", "0.0", "\"\"", "[]", "{}"}) EXPECT_EQ(table_of(nothing), "");
}

TEST(Table, IsATitleIfThereIsNothingToShow) {
  constexpr std::string_view kTitle =
      "-------\n"
      "|Title|\n"
      "+-----+\n";
  EXPECT_EQ(table_of("\"x\""), kTitle);
  EXPECT_EQ(table_of("true"), kTitle);
  EXPECT_EQ(table_of(R"({"Vpcs": []})"), kTitle);
  EXPECT_EQ(table_of("[{}]"), "-------\n|Title|\n");
}

TEST(Table, ShowsAMapOfOneScalarAsARowAndALargerOneWithHeaders) {
  EXPECT_EQ(table_of(R"({"a": 1})"),
            "------------\n"
            "|   Title  |\n"
            "+----+-----+\n"
            "|  a |  1  |\n"
            "+----+-----+\n");
  EXPECT_EQ(table_of(R"({"b": "x", "Key": null})"),
            "---------------\n"
            "|    Title    |\n"
            "+-------+-----+\n"
            "|  Key  |  b  |\n"
            "+-------+-----+\n"
            "|  None |  x  |\n"
            "+-------+-----+\n");
}

TEST(Table, ShowsListsOfScalarsAsRows) {
  EXPECT_EQ(table_of(R"([["a", "bb"], ["ccc", "d"]])"),
            "---------------\n"
            "|    Title    |\n"
            "+------+------+\n"
            "|  a   |  bb  |\n"
            "|  ccc |  d   |\n"
            "+------+------+\n");
  // Deeper lists continue in the same section; of a map among them the names are shown.
  EXPECT_EQ(table_of(R"([["a", ["b"]], [[1]], {"c": 2}, true])"),
            "----------\n"
            "|  Title |\n"
            "+--------+\n"
            "|  a     |\n"
            "|  b     |\n"
            "|  1     |\n"
            "|  c     |\n"
            "|  True  |\n"
            "+--------+\n");
}

TEST(Table, GivesEachMapWithNestedPartsItsOwnSection) {
  EXPECT_EQ(table_of(R"({"Vpcs": [{"VpcId": "vpc-1", "State": "available", "Tags": [{"Key": "é日", "Value": "x"}]},
                                  {"VpcId": "vpc-2", "Tags": []}],
                         "NextToken": "t"})"),
            "--------------------------\n"
            "|          Title         |\n"
            "+-----------------+------+\n"
            "|  NextToken      |  t   |\n"
            "+-----------------+------+\n"
            "||         Vpcs         ||\n"
            "|+------------+---------+|\n"
            "||    State   |  VpcId  ||\n"
            "|+------------+---------+|\n"
            "||  available |  vpc-1  ||\n"
            "|+------------+---------+|\n"
            "|||        Tags        |||\n"
            "||+--------+-----------+||\n"
            "|||   Key  |   Value   |||\n"
            "||+--------+-----------+||\n"
            "|||  é日  |  x        |||\n"
            "||+--------+-----------+||\n"
            "||         Vpcs         ||\n"
            "|+----------+-----------+|\n"
            "||   State  |   VpcId   ||\n"
            "|+----------+-----------+|\n"
            "||          |  vpc-2    ||\n"
            "|+----------+-----------+|\n");
}

TEST(Table, PutsFlatMapsOfAListInOneSection) {
  EXPECT_EQ(table_of(R"({"Rows": [{"b": 1}, {"a": "x"}]})"),
            "--------------\n"
            "|    Title   |\n"
            "+------------+\n"
            "||   Rows   ||\n"
            "|+----+-----+|\n"
            "||  a |  b  ||\n"
            "|+----+-----+|\n"
            "||    |  1  ||\n"
            "||  x |     ||\n"
            "|+----+-----+|\n");
}

TEST(Table, ShowsAMemberThatIsAScalarElsewhereAsCellAndSection) {
  EXPECT_EQ(table_of(R"([{"a": [1]}, {"a": 2}])"),
            "---------\n"
            "| Title |\n"
            "+-------+\n"
            "|   a   |\n"
            "+-------+\n"
            "|  [1]  |\n"
            "+-------+\n"
            "||  a  ||\n"
            "|+-----+|\n"
            "||  1  ||\n"
            "|+-----+|\n"
            "| Title |\n"
            "+-------+\n"
            "|   a   |\n"
            "+-------+\n"
            "|  2    |\n"
            "+-------+\n"
            "||  a  ||\n"
            "|+-----+|\n");
}

TEST(Table, ShowsEmptyElementsAmongMapsWithoutScalarsAsEmptyRows) {
  EXPECT_EQ(table_of(R"([{"a": [1]}, []])"), table_of(R"([{"a": [1]}, ""])"));
  EXPECT_EQ(table_of(R"([{"a": [1]}, []])"),
            "---------\n"
            "| Title |\n"
            "||  a  ||\n"
            "|+-----+|\n"
            "||  1  ||\n"
            "|+-----+|\n"
            "| Title |\n");
}

TEST(Table, TurnsSingleRowsUprightOnANarrowTerminal) {
  constexpr const char* kDocument =
      R"({"Name": "abcdef", "Value": "ghijkl", "Rows": [{"x": 1, "y": 2}, {"x": 3, "y": 4}]})";
  EXPECT_EQ(table_of(kDocument, 22),
            "----------------------\n"
            "|        Title       |\n"
            "+---------+----------+\n"
            "|  Name   |  Value   |\n"
            "+---------+----------+\n"
            "|  abcdef |  ghijkl  |\n"
            "+---------+----------+\n"
            "||       Rows       ||\n"
            "|+--------+---------+|\n"
            "||    x   |    y    ||\n"
            "|+--------+---------+|\n"
            "||  1     |  2      ||\n"
            "||  3     |  4      ||\n"
            "|+--------+---------+|\n");
  EXPECT_EQ(table_of(kDocument, 21),
            "---------------------\n"
            "|       Title       |\n"
            "+--------+----------+\n"
            "|  Name  |  abcdef  |\n"
            "|  Value |  ghijkl  |\n"
            "+--------+----------+\n"
            "||      Rows       ||\n"
            "|+-------+---------+|\n"
            "||   x   |    y    ||\n"
            "|+-------+---------+|\n"
            "||  1    |  2      ||\n"
            "||  3    |  4      ||\n"
            "|+-------+---------+|\n");
}

TEST(Table, EmitsColourCodesLikeTheAwsCli) {
  const std::string reset = "\x1b[0m", bar = "\x1b[2m\x1b[33m|" + reset, value = "\x1b[1m\x1b[34m1" + reset;
  const auto line = [&](const std::string& bars, const std::string& text) {
    return bars + reset + text + reset + bars + reset + '\n' + reset;
  };
  EXPECT_EQ(table_of(R"({"a": [1]})", 80, Colour::writes), "---------\n" + reset +                 //
                                                               line("", "| Title |") +             //
                                                               line("", "+-------+") +             //
                                                               line(bar, "|  a  |") +              //
                                                               line(bar, "+-----+") +              //
                                                               line(bar, "|  " + value + "  |") +  //
                                                               line(bar, "+-----+"));
}

TEST(Table, ColoursOnlyCellsForAPager) {
  const std::string bar = "\x1b[2m\x1b[33m|\x1b[0m";
  EXPECT_EQ(table_of(R"({"a": [1]})", 80, Colour::cells), "---------\n| Title |\n+-------+\n" +                     //
                                                              bar + "|  a  |" + bar + '\n' +                        //
                                                              bar + "+-----+" + bar + '\n' +                        //
                                                              bar + "|  \x1b[1m\x1b[34m1\x1b[0m  |" + bar + '\n' +  //
                                                              bar + "+-----+" + bar + '\n');
}

TEST(Table, FailsWithPythonsMessageForUnequalRows) {
  EXPECT_EQ(failure_of("[[1, 2], 3]"), "255 Row should have 2 elements, instead it has 1");
  EXPECT_EQ(failure_of(R"([["a", "b"], []])"), "255 Row should have 2 elements, instead it has 0");
  EXPECT_EQ(failure_of(R"([[], [{"a": 1}]])"), "255 Row should have 0 elements, instead it has 1");
  EXPECT_EQ(failure_of(R"([[{"a": 1}], [{"a": 1, "b": 2}]])"), "255 list index out of range");
  EXPECT_EQ(failure_of(R"([[{"a": 1, "b": 2}], [{"a": 1}]])"), "255 Row should have 2 elements, instead it has 1");
}

TEST(Table, FailsWithPythonsMessageForOtherElementsAmongMaps) {
  EXPECT_EQ(failure_of(R"([{"a": 1}, 2])"), "255 'int' object is not iterable");
  EXPECT_EQ(failure_of(R"([{"a": 1}, null])"), "255 'NoneType' object is not iterable");
  EXPECT_EQ(failure_of(R"([{"a": 1}, "x"])"), "255 string indices must be integers, not 'str'");
  EXPECT_EQ(failure_of(R"([{"a": 1}, ""])"), "255 'str' object has no attribute 'get'");
  EXPECT_EQ(failure_of(R"([{"a": 1}, []])"), "255 'list' object has no attribute 'get'");
  EXPECT_EQ(failure_of(R"([{"a": 1}, ["x"]])"), "255 list indices must be integers or slices, not str");
  EXPECT_EQ(failure_of(R"([{"a": 1}, [null]])"), "255 list indices must be integers or slices, not NoneType");
  EXPECT_EQ(failure_of(R"([{"a": 1}, [1]])"), "255 list index out of range");
  EXPECT_EQ(failure_of(R"([{"a": 1}, [-2]])"), "255 list index out of range");
  EXPECT_EQ(failure_of(R"([{"a": 1}, [18446744073709551615]])"), "255 list index out of range");
  EXPECT_EQ(failure_of(R"([{"a": 1}, [-1]])"), "255 '<' not supported between instances of 'int' and 'str'");
  EXPECT_EQ(failure_of(R"([{"a": []}, [0]])"), "255 'list' object has no attribute 'get'");
}

}  // namespace
}  // namespace ec2mimic::cli
