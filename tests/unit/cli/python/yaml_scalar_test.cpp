#include "cli/python/yaml_scalar.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace ec2mimic::cli {
namespace {

struct KindCase {
  YamlKind kind;
  const char* name;
  std::vector<std::string_view> texts;
};

void PrintTo(const KindCase& one, std::ostream* out) { *out << one.name; }

class YamlPlainKind : public testing::TestWithParam<KindCase> {};

TEST_P(YamlPlainKind, MatchesTheLibrary) {
  for (const std::string_view text : GetParam().texts) EXPECT_EQ(plain_kind(text), GetParam().kind) << text;
}

INSTANTIATE_TEST_SUITE_P(
    Each, YamlPlainKind,
    testing::Values(KindCase{YamlKind::null, "null", {"", "~", "null", "Null", "NULL"}},
                    KindCase{YamlKind::boolean, "boolean", {"true", "True", "TRUE", "false", "False", "FALSE"}},
                    KindCase{YamlKind::integer,
                             "integer",
                             {"0", "1", "-1", "+1", "0123", "09", "1_000", "0_", "-_", "0b101", "-0b1_0", "0o17",
                              "+0o7_", "0x1f", "0xAbC_", "-0x0"}},
                    KindCase{YamlKind::real,
                             "real",
                             {"1.5", "1.", "-1.5", "+1_0.5_", "1e3", "1E+3", "1.5e-3", "1.e5", "._", ".5", "-.5",
                              ".5e+3", ".5e-3", ".inf", "-.Inf", "+.INF", ".nan", ".NaN", ".NAN"}},
                    KindCase{YamlKind::timestamp,
                             "timestamp",
                             {"2024-01-02", "2024-1-2t3:04:05", "2024-01-02T03:04:05Z", "2024-01-02 03:04:05.123 +7",
                              "2024-01-02\t03:04:05-07:30", "0000-00-00", "2024-01-02T03:04:05."}},
                    KindCase{YamlKind::merge, "merge", {"<<"}}, KindCase{YamlKind::value, "value", {"="}},
                    KindCase{YamlKind::string,
                             "string",
                             {"yes",
                              "no",
                              "on",
                              "off",
                              "y",
                              "tRue",
                              "nULL",
                              "none",
                              "~~",
                              "<",
                              "<<<",
                              "==",
                              "a",
                              "_1",
                              "0o",
                              "0o8",
                              "0b",
                              "0b2",
                              "0x",
                              "0xg",
                              "1-2",
                              "1e",
                              "1e+",
                              "e3",
                              ".",
                              "-",
                              "+",
                              "-.nan",
                              ".5e3",
                              ".e3",
                              ".Nan",
                              ".iNF",
                              "1.5.2",
                              "10.0.0.0/16",
                              "--1",
                              "1 ",
                              "0123x",
                              "1:30",
                              "2024-1-02",
                              "2024-01-2",
                              "24-01-02",
                              "2024-01-02T",
                              "2024-01-02T03:04",
                              "2024-01-02T3:4:5",
                              "2024-01-02 03:04:05 Zulu",
                              "2024-01-02T03:04:05+1:3",
                              "2024-01-02 T03:04:05",
                              "2024-01-02T03:04:05 +123",
                              "2024/01/02"}}),
    [](const auto& one) { return std::string(one.param.name); });

}  // namespace
}  // namespace ec2mimic::cli
