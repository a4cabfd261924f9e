#include "cli/python/yaml_reader.h"

#include <gtest/gtest.h>

#include <string>

#include "cli/python/value.h"

namespace ec2mimic::cli {
namespace {

std::string error_of(std::string_view text) {
  try {
    return "read " + load_yaml(text).dump();
  } catch (const YamlError& error) {
    return error.what();
  }
}

TEST(YamlReader, ReadsBlockAndFlowStylesInOrder) {
  EXPECT_EQ(load_yaml("b:\n- x\n- {d: 1, c: [2, '3']}\na:\n  e: |\n    l\n    m\n  f: \"\\u00e9\\n\"\n"),
            Json::parse(R"({"b": ["x", {"d": 1, "c": [2, "3"]}], "a": {"e": "l\nm\n", "f": "é\n"}})"));
  EXPECT_EQ(load_yaml(R"({"Json": ["is", "YAML", true, null]})"),
            Json::parse(R"({"Json": ["is", "YAML", true, null]})"));
}

TEST(YamlReader, TreatsAnEmptyTextAsNull) {
  for (const char* text : {"", "\n", "# nothing\n", "---\n", "~", "null\n...\n"})
    EXPECT_EQ(load_yaml(text), nullptr) << text;
}

TEST(YamlReader, GivesPlainScalarsTheTypeOfTheirForm) {
  EXPECT_EQ(
      load_yaml("[true, FALSE, yes, ~, '1', 0123, 1_0, -0x1F, 0o17, 0b11, 1.5, 1e3, 10.0.0.0/16, 123456789012, -.inf]")
          .dump(),
      R"([true,false,"yes",null,"1",123,10,-31,15,3,1.5,1000.0,"10.0.0.0/16",123456789012,null])");
}

TEST(YamlReader, LetsTagsDecideTheTypeOfAScalar) {
  EXPECT_EQ(load_yaml("[!!str 1, !!int '7', !!float 1, !!bool yes, !!null x, ! '12', !!seq [], !!map {}]"),
            Json::parse(R"(["1", 7, 1.0, true, null, 12, [], {}])"));
  for (const char* text : {"!foo x", "!!set {a, b}", "!!omap [a: 1]", "!!seq {}", "!!map []", "!!str []"}) {
    EXPECT_EQ(error_of(text), "unknown tag: line 1 column 1") << text;
  }
  EXPECT_EQ(error_of("!!int x"), "\"x\" is not of its kind: line 1 column 1");
}

TEST(YamlReader, KeepsTheTypesOfKeys) {
  EXPECT_EQ(
      python::str(load_yaml("1: a\n~: b\ntrue: c\n1.0: d\n=: e\n2024-01-02: f\n? [x, 1]\n: g\n? [y]\n: h\n'1': i\n")),
      "{1: 'a', None: 'b', True: 'c', 1.0: 'd', '=': 'e', 2024-01-02: 'f', ('x', 1): 'g', ('y',): 'h', '1': 'i'}");
  EXPECT_EQ(error_of("? [{}]\n: b"), "found unhashable key: line 1 column 3");
  EXPECT_EQ(error_of("? {a: b}\n: c"), "found unhashable key: line 1 column 3");
}

TEST(YamlReader, RejectsDuplicateKeys) {
  EXPECT_EQ(error_of("a: 1\nb: 2\na: 3\n"), "found duplicate key \"a\": line 3 column 1");
  EXPECT_EQ(error_of("{a: {b: 1, b: 2}}"), "found duplicate key \"b\": line 1 column 12");
}

TEST(YamlReader, ResolvesAliases) {
  EXPECT_EQ(load_yaml("a: &x [1, &y z]\nb: *x\nc: *y\n*y : d\n"),
            Json::parse(R"({"a": [1, "z"], "b": [1, "z"], "c": "z", "z": "d"})"));
  EXPECT_EQ(error_of("*x"), "found undefined alias \"x\": line 1 column 1");
  EXPECT_EQ(error_of("&x [*x]"), "found undefined alias \"x\": line 1 column 5");
  EXPECT_EQ(error_of("[&x 1, &x 2]"), "found duplicate anchor \"x\"");
}

TEST(YamlReader, PutsMergedMembersFirstAndLetsOwnOnesOverride) {
  EXPECT_EQ(load_yaml("- &m {a: 1, b: 2}\n- {b: 3, c: 4, <<: *m}\n")[1].dump(), R"({"a":1,"b":3,"c":4})");
  EXPECT_EQ(load_yaml("- &m {a: 1, b: 2}\n- &n {b: 5, d: 6}\n- {<<: [*m, *n]}\n")[2].dump(), R"({"b":2,"d":6,"a":1})");
  // Names may repeat if something is merged.
  EXPECT_EQ(load_yaml("{<<: {a: 1}, b: 2, b: 3}").dump(), R"({"a":1,"b":3})");
  EXPECT_EQ(error_of("{<<: {}, b: 2, b: 3}"), "found duplicate key \"b\": line 1 column 16");
  EXPECT_EQ(error_of("{<<: {a: 1}, <<: {b: 1}}"), "found duplicate key \"<<\": line 1 column 14");
  EXPECT_EQ(error_of("<<: x"), "expected a mapping or list of mappings for merging: line 1 column 5");
  EXPECT_EQ(error_of("<<: [x]"), "expected a mapping for merging: line 1 column 5");
  EXPECT_EQ(load_yaml("'<<': x").dump(), R"({"<<":"x"})");
  EXPECT_EQ(error_of("a: <<"), "\"<<\" is not of its kind: line 1 column 4");
  EXPECT_EQ(error_of("a: ="), "\"=\" is not of its kind: line 1 column 4");
}

// As ruamel.yaml 0.17.21 reads them.
TEST(YamlReader, FollowsYaml11IfTheDocumentAsksForIt) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"y", "true"},          {"N", "false"},
      {"YES", "true"},        {"No", "false"},
      {"on", "true"},         {"Off", "false"},
      {"oN", "\"oN\""},       {"'yes'", "\"yes\""},
      {"010", "8"},           {"-010", "-8"},
      {"0_7", "7"},           {"08", "\"08\""},
      {"0o10", "\"0o10\""},   {"08.5", "8.5"},
      {"0b11", "3"},          {"0x1f", "31"},
      {"1:30", "90"},         {"+1:30", "90"},
      {"1__0:3", "603"},      {"190:20:30", "685230"},
      {"1:60", "\"1:60\""},   {"0:30", "\"0:30\""},
      {"1:3_0", "\"1:3_0\""}, {"1:30.", "90.0"},
      {"-1:30.25", "-90.25"}, {"12:30:45.6", "45045.6"},
      {".5", "0.5"},          {"+.5", "\"+.5\""},
      {"1e3", "1000.0"},
  };
  for (const auto& [text, value] : cases) {
    EXPECT_EQ(load_yaml("%YAML 1.1\n---\na: " + std::string(text))["a"].dump(), value) << text;
  }
  EXPECT_EQ(error_of("%YAML 1.1\n---\na: 1:1:1:1:1:1:1:1:1:1:1:1:1"),
            "an integer of more than 64 bits: line 3 column 4");
  EXPECT_EQ(load_yaml("%YAML 1.2\n---\n[yes, 010, 1:30]").dump(), R"(["yes",10,"1:30"])");
  EXPECT_EQ(load_yaml("%YAML 1.1\n---\n{yes: no}").dump(), load_yaml("{true: false}").dump()) << "in keys as well";
}

TEST(YamlReader, ReadsDatesAsDates) {
  const Json read = load_yaml("[2024-01-02, 2024-01-02 03:04:05]");
  ASSERT_TRUE(read[0].is_binary());
  EXPECT_EQ(non_json_kind(read[0]), NonJson::date);
  EXPECT_EQ(non_json_text(read[0]), "2024-01-02");
  EXPECT_EQ(non_json_kind(read[1]), NonJson::datetime);
  EXPECT_EQ(non_json_text(read[1]), "2024-01-02 03:04:05");
}

TEST(YamlReader, RejectsInvalidYamlWithAPosition) {
  EXPECT_EQ(error_of("a: [1,\nb: }"), "did not find expected node content: line 2 column 4");
  EXPECT_EQ(error_of("a: b: c"), "mapping values are not allowed in this context: line 1 column 5");
  EXPECT_EQ(error_of("a\n---\nb\n"), "expected a single document: line 2 column 1");
  EXPECT_EQ(error_of("a: \x01"), "control characters are not allowed: line 1 column 1");
  EXPECT_EQ(error_of("a: \xFF").substr(0, 13), "invalid leadi");
}

TEST(YamlReader, LimitsHostileTexts) {
  EXPECT_EQ(load_yaml(std::string(200, '[') + std::string(200, ']')).size(), 1U);
  EXPECT_EQ(error_of(std::string(201, '[') + std::string(201, ']')), "nested too deeply: line 1 column 201");
  std::string laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 9; ++i) {
    const std::string last = "*a" + std::to_string(i - 1), name = "a" + std::to_string(i);
    laughs += name + ": &" + name + " [" + last;
    for (int j = 1; j < 10; ++j) laughs += ", " + last;
    laughs += "]\n";
  }
  EXPECT_EQ(error_of(laughs), "anchors and aliases stand for too many values");
  std::string nested, list = "[";
  for (int i = 0; i < 2000; ++i) list += "x, ";
  for (int i = 0; i < 190; ++i) nested += "&a" + std::to_string(i) + " [";
  EXPECT_EQ(error_of(nested + list + ']' + std::string(190, ']')), "anchors and aliases stand for too many values");
}

}  // namespace
}  // namespace ec2mimic::cli
