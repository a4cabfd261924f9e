#include "cli/builtin/lesson_page.h"

#include <gtest/gtest.h>

#include "cli/data/built_in_lessons.h"
#include "cli/data/embedded.h"
#include "cli/output/svg.h"
#include "core/text/replaced.h"
#include "tests/unit/cli/test_system.h"

namespace ec2mimic::cli {
namespace {

class LessonPageTest : public testing::Test {
 protected:
  LessonPageTest() { here.system.program = "ec2mimic"; }

  // The page of a lesson with one step.
  static std::string page_of(const PlayedStep& step) { return lesson_page({"name", {{step, ""}}, "", {}, {}}); }

  ShownLesson play(std::string_view lesson) {
    here.engines.stores.erase("/scratch");
    here.files.files.erase("/scratch.calls");
    LessonPlay playing(here.system, &run, parse_spec(lesson), "/scratch");
    return watched(here.system, playing, "name");
  }

  TestSystem here;
};

bool has(const std::string& page, std::string_view text) { return page.find(text) != std::string::npos; }

std::size_t count(std::string_view page, std::string_view text) {
  std::size_t times = 0;
  for (std::size_t at = 0; (at = page.find(text, at)) != std::string_view::npos; ++at) ++times;
  return times;
}

constexpr std::string_view kTwice =
    "# Make `one`.\n"
    "$ ec2mimic create-vpc --cidr-block 10.0.0.0/16 --output off\n"
    "$ ec2mimic create-vpc --cidr-block 10.0.0.0/16 --output off\n"
    "\n# And look.\n"
    "$ ec2mimic describe-vpcs --query 'length(Vpcs)'\n3\n"
    "\n# The end.\n";

TEST_F(LessonPageTest, EscapesWhatItShows) {
  const std::string nasty = "</pre><script>alert(\"1\" & '2')</script>";
  const std::string safe = "&lt;/pre&gt;&lt;script&gt;alert(&quot;1&quot; &amp; '2')&lt;/script&gt;";
  PlayedStep step{nasty + " `" + nasty + '`', nasty + '\n' + nasty, {nasty, nasty, 1}, {}, {}};
  step.calls = {LoggedCall{.operation = nasty, .token = nasty, .ids = {nasty}, .attempts = {{.service = nasty}}}};
  const std::string page =
      lesson_page({nasty,
                   {{step, nasty}},
                   nasty,
                   {},
                   {{"vpc", nasty, {{.id = nasty, .kind = nasty, .details = {nasty}, .edges = {{nasty, nasty}}}}}}});
  EXPECT_EQ(count(page, "<script>"), 1U) << "its own";
  EXPECT_FALSE(has(page, "alert(\""));
  EXPECT_GT(count(page, safe), 12U);
  EXPECT_TRUE(has(page_of({"", "", {"\x1b[31m\xff", "", 0}, {}, {}}), "\\u001b[31m\\udcff")) << "as on a terminal";
}

TEST_F(LessonPageTest, DoesNotFillInWhatItShows) {
  const std::string page = page_of({"{script} {style}", "{name}", {"{palette}", "", 0}, {}, {}});
  for (const char* text : {"{script} {style}", "{name}", "{palette}"}) EXPECT_TRUE(has(page, text)) << text;
}

TEST_F(LessonPageTest, KeepsTheFirstLineOfOutput) {
  // A browser drops a line break that comes first.
  EXPECT_TRUE(has(page_of({"", "c", {"\na\n", "", 0}, {}, {}}), "<pre class=\"out\">\n\na\n</pre>"));
}

TEST_F(LessonPageTest, ShowsStepsAndTheirAnswers) {
  const std::string page = lesson_page(play(kTwice));
  EXPECT_EQ(count(page, "<section "), 3U) << "a step of which nothing is said belongs to the one before";
  EXPECT_TRUE(has(page, "<p>Make <code>one</code>.</p>"));
  EXPECT_TRUE(has(page, "<span class=\"prompt\">$ </span>ec2mimic describe-vpcs --query 'length(Vpcs)'"));
  EXPECT_TRUE(has(page, "<h2 tabindex=\"-1\">In the end</h2>\n<div class=\"prose\">\n<p>The end.</p>"));
  EXPECT_TRUE(has(page, "<td>Create<wbr>Vpc</td><td>2</td><td>2</td><td>2</td>"));
}

TEST_F(LessonPageTest, MarksErrorsAndTheirCodes) {
  const std::string page = page_of({"", "c", {"", "\nbad\n", 254}, {}, {}});
  EXPECT_TRUE(has(page, "<pre class=\"err\">\nbad\n</pre>\n<p class=\"none\">exit code 254</p>"));
  EXPECT_TRUE(has(page_of({"", "c", {"", "note\n", 0}, {}, {}}), "<pre class=\"note\">\nnote\n</pre>"));
}

TEST_F(LessonPageTest, ShowsTheAccountBeforeAndAfter) {
  const ShownLesson lesson = play(
      "# a\n$ ec2mimic describe-vpcs --output off\n"
      "$ ec2mimic create-vpc --cidr-block 10.0.0.0/16 --output off\n");
  ASSERT_EQ(lesson.after.size(), 2U);
  const std::string page = lesson_page(lesson);
  EXPECT_TRUE(has(page, "<h3>Before</h3>"));
  const std::string id = lesson.after.back().id;
  EXPECT_TRUE(has(page, "<h4>vpc " + id + " 10.0.0.0/16 in us-east-1</h4>"));
  EXPECT_TRUE(has(page, "<p class=\"news new\">new</p>"));
  EXPECT_TRUE(has(page, "<summary>What changed in the account: "));
  EXPECT_TRUE(has(page, "vpcs " + id + ": added"));
}

TEST_F(LessonPageTest, LeavesOutVpcsThatStayTheSame) {
  const GraphGroup same{"vpc-1", "vpc-1", {{.id = "rtb-1", .kind = "route-table"}}};
  const GraphGroup old{"vpc-2", "vpc-2", {{.id = "rtb-2", .kind = "route-table"}}};
  GraphGroup grown = old;
  grown.nodes.push_back({.id = "rtb-3", .kind = "route-table", .same_as = "rtb-2"});
  PlayedStep step{"", "c", {}, {LoggedCall{.operation = "X", .attempts = {{}}}}, {}};
  const std::string page = lesson_page({"n", {{step, ""}}, "", {same, grown}, {same, old}});
  EXPECT_FALSE(has(page, "vpc-1"));
  EXPECT_EQ(count(page, "<h4>vpc-2</h4>"), 2U);
  EXPECT_TRUE(
      has(page, "<p>route-table rtb-3</p>\n<p class=\"news gone\">gone</p>\n<p class=\"same\">the same as rtb-2"));
  EXPECT_TRUE(has(lesson_page({"n", {{step, ""}}, "", {same}, {same}}), "have changed nothing in any VPC"));
}

TEST_F(LessonPageTest, MarksTheIdsThatMatterFromThenOn) {
  PlayedStep before{"", "c", {"vpc-1 and vpc-2\n", "", 0}, {}, {}}, made = before;
  made.calls = {LoggedCall{.operation = "CreateVpc", .ids = {"vpc-1"}, .attempts = {{.service = "created"}}}};
  const std::string page = lesson_page({"n", {{before, ""}, {made, ""}, {before, ""}}, "", {}, {}});
  EXPECT_EQ(count(page, "<mark>vpc-1</mark> and vpc-2"), 2U);
  EXPECT_EQ(count(page, "vpc-1 and vpc-2"), 1U);
}

TEST_F(LessonPageTest, DrawsMessagesOfCallsThatDoSomething) {
  PlayedStep step{"", "c", {}, {}, {}};
  step.calls = {LoggedCall{.operation = "DescribeVpcs", .attempts = {{1, "", "read", "answered"}}}};
  EXPECT_FALSE(has(page_of(step), "<figure>"));
  step.calls.front().attempts.front().client = "connection closed";
  const std::string page = page_of(step);
  EXPECT_EQ(count(page, "<figure>"), 2U) << "of the step, and of all";
  EXPECT_EQ(count(page, "<svg "), 2U);
  EXPECT_TRUE(has(page, "<li class=\"lost\">service → wire: answer lost</li>\n<li class=\"lost\">client: connection"));
}

TEST_F(LessonPageTest, RefersToNothingOutside) {
  for (const std::string& page : {lesson_page(play(kTwice)), std::string(embedded("page/lesson.js"))}) {
    std::string rest = replaced(page, "<link rel=\"icon\" href=\"data:,\">", "");
    rest = replaced(rest, "xmlns=\"http://www.w3.org/2000/svg\"", "");
    for (const char* word :
         {"href", "src=", "url(", "@import", "http:", "https:", "//www", "fetch(", "XMLHttp", "import(",
          "action=", "poster=", "srcset", "<object", "<embed", "<iframe", "sendBeacon", "WebSocket"}) {
      EXPECT_FALSE(has(rest, word)) << word;
    }
  }
  EXPECT_TRUE(has(lesson_page({}), "content=\"default-src 'none'; style-src 'unsafe-inline'; script-src"));
}

TEST_F(LessonPageTest, IsTheSameForTheSameLesson) {
  const ShownLesson lesson = play(kTwice);
  EXPECT_EQ(lesson_page(lesson), lesson_page(lesson));
}

TEST_F(LessonPageTest, IsALongPageWithoutItsScript) {
  const std::string page = lesson_page(play(kTwice));
  EXPECT_TRUE(has(page, "<nav hidden "));
  EXPECT_EQ(count(page, "<section "), count(page, "<section id=\"")) << "and so none is hidden";
  EXPECT_FALSE(has(page, "class=\"asking"));
  EXPECT_TRUE(has(page, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"));
}

TEST_F(LessonPageTest, HasColoursOnlyFromThePalette) {
  const std::string css(embedded("page/lesson.css"));
  EXPECT_EQ(css.find('#'), std::string::npos);
  EXPECT_TRUE(has(lesson_page({}), palette(":root")));
  for (const char* property : {"color: ", "background: ", "fill: ", "border-color: "}) {
    for (std::size_t at = 0; (at = css.find(property, at)) != std::string::npos; ++at) {
      const std::string value = css.substr(at + std::string_view(property).size(), 11);
      EXPECT_TRUE(value.starts_with("var(--") || value.starts_with("transparent")) << property << value;
    }
  }
}

TEST_F(LessonPageTest, ReplacesOnlyAnotherPage) {
  const std::string page = lesson_page({});
  write_page(here.files, "new.html", page);
  write_page(here.files, "new.html", page + "2");
  EXPECT_EQ(here.files.files["new.html"], page + "2");
  for (const char* other : {"mine", "<!DOCTYPE html>\n<title>mine</title>\n"}) {
    here.files.files["notes"] = other;
    EXPECT_EQ(failure_of([&] { write_page(here.files, "notes", page); }),
              "252 The page 'notes' cannot be written: a file of that name exists that is not such a page.");
    EXPECT_EQ(here.files.files["notes"], other);
  }
  EXPECT_EQ(failure_of([&] { write_page(here.files, ".", "<!DOCTYPE html>"); }),
            "252 The page '.' cannot be written: Is a directory.");
  here.files.change_error = ENOSPC;
  EXPECT_EQ(failure_of([&] { write_page(here.files, "full", "<!DOCTYPE html>"); }),
            "252 The page 'full' cannot be written: No space left on device.");
}

}  // namespace
}  // namespace ec2mimic::cli
