#include "cli/output/render.h"

#include <gtest/gtest.h>

namespace ec2mimic::cli {
namespace {

std::string rendered(std::string_view format, const Json& document) { return render(document, {.format = format}); }

TEST(Render, PrintsNothingForAnEmptyAnswer) {
  EXPECT_EQ(rendered("json", Json::object()), "");
  EXPECT_EQ(rendered("json", Json::array()), "[]\n");
  EXPECT_EQ(rendered("json", nullptr), "null\n");
  EXPECT_EQ(rendered("text", Json::object()), "");
  EXPECT_EQ(rendered("text", Json::array()), "");
  EXPECT_EQ(rendered("text", nullptr), "None\n");
  EXPECT_EQ(rendered("table", Json::object()), "");
  EXPECT_EQ(rendered("table", nullptr), "");
  EXPECT_EQ(rendered("yaml", Json::object()), "");
  EXPECT_EQ(rendered("yaml", Json::array()), "[]\n");
  EXPECT_EQ(rendered("yaml", nullptr), "null\n");
  EXPECT_EQ(rendered("yaml-stream", Json::object()), "");
  EXPECT_EQ(rendered("yaml-stream", nullptr), "- null\n");
}

TEST(Render, PrintsNothingIfOff) {
  for (const Json& document : {Json(nullptr), Json("x"), Json{{"Vpcs", {1, 2}}}}) {
    EXPECT_EQ(rendered("off", document), "");
  }
}

TEST(Render, KeepsTextAddedBeforeAFailure) {
  std::string text = "first\n";
  EXPECT_ANY_THROW(append_rendered(text, Json::parse(R"([["a", "b"], [{"x": 1}, 2]])"), {.format = "text"}));
  EXPECT_EQ(text, "first\na\tb\n");
  EXPECT_ANY_THROW(append_rendered(text, Json::parse(R"([["a", "b"], "c"])"), {.format = "table"}));
  EXPECT_EQ(text, "first\na\tb\n");
}

TEST(Render, LimitsTheLengthOfTheText) {
  Json deep = 1;
  for (int i = 0; i < 100; ++i) deep = Json::array({deep});
  Json columns = Json::array();
  for (int i = 0; i < 100; ++i) columns.push_back({{"k" + std::to_string(i), 1}});
  for (const Json& document : {Json(std::string(10000, 'x')), Json::array({std::string(10000, '\x01'), 1}), columns,
                               Json{{std::string(10000, 'k'), {{{"a", 1}, {"b", 2}}}}}, deep}) {
    for (const char* format : {"json", "text", "table", "yaml", "yaml-stream"}) {
      const std::size_t size = rendered(format, document).size();
      if (size < 4096) continue;
      std::string text;
      EXPECT_THROW(append_rendered(text, document, {.format = format, .room = Room(size / 2)}), TextTooLarge) << format;
      EXPECT_LT(text.capacity(), 2 * size) << format;
      text.clear();
      // A table also counts the memory of its cells.
      append_rendered(text, document, {.format = format, .room = Room(40 * size)});
      EXPECT_EQ(text, rendered(format, document)) << format;
    }
  }
}

}  // namespace
}  // namespace ec2mimic::cli
