#include "cli/output/svg.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "cli/output/graph.h"
#include "cli/output/sequence.h"

namespace ec2mimic::cli {
namespace {

using Colours = std::map<std::string, std::string>;

// The variables of the first rule in a palette, `--back: #ffffff`.
Colours colours_in(std::string_view css) {
  Colours colours;
  css = css.substr(css.find("{ --") + 2);
  css = css.substr(0, css.find('}'));
  for (std::size_t at = 0; (at = css.find("--", at)) != std::string_view::npos;) {
    const std::size_t colon = css.find(": #", at);
    colours[std::string(css.substr(at + 2, colon - at - 2))] = css.substr(colon + 3, 6);
    at = colon;
  }
  return colours;
}

// WCAG 2.2, relative luminance and contrast ratio.
double luminance(const std::string& hex) {
  const auto part = [&](std::size_t at) {
    const double value = std::stoi(hex.substr(at, 2), nullptr, 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4);
}

double contrast(const std::string& one, const std::string& other) {
  const double a = luminance(one), b = luminance(other);
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

TEST(Palette, MeetsWcagAaInLightAndDark) {
  EXPECT_NEAR(contrast("000000", "ffffff"), 21, 0.01);
  EXPECT_NEAR(contrast("777777", "ffffff"), 4.48, 0.01);
  const std::string css = palette("svg");
  const std::size_t dark = css.find("@media (prefers-color-scheme: dark)");
  ASSERT_NE(dark, std::string::npos);
  const Colours schemes[] = {colours_in(css.substr(0, dark)), colours_in(css.substr(dark))};
  for (const Colours& colours : schemes) {
    ASSERT_EQ(colours.size(), 10U) << css;
    EXPECT_NE(colours.at("back"), schemes[&colours == schemes ? 1 : 0].at("back"));
    for (const auto& [name, colour] : colours) {
      if (name == "back" || name == "box" || name == "mark") continue;
      const double least = name == "line" ? 3 : 4.5;
      EXPECT_GE(contrast(colour, colours.at("back")), least) << name << " on back " << colours.at("back");
      EXPECT_GE(contrast(colour, colours.at("box")), least) << name << " on box " << colours.at("box");
    }
    EXPECT_GE(contrast(colours.at("plain"), colours.at("mark")), 4.5);
  }
}

// Without its palette.
std::string rest_of(std::string picture) {
  const std::string colours = palette("svg");
  const std::size_t at = picture.find(colours);
  EXPECT_NE(at, std::string::npos);
  return picture.erase(at, colours.size());
}

TEST(Svg, HasColoursOnlyFromThePalette) {
  const Sequence sequence{"t", {"a", "b"}, {{SequenceStep::Kind::broken, 0, 1, "x", Tone::lost}}};
  for (const std::string& picture : {drawn(sequence, "svg"), drawn({{"g", "t", {{.id = "n"}}}}, "t", "svg")}) {
    const std::string rest = rest_of(picture);
    EXPECT_EQ(rest.find('#'), std::string::npos) << rest;
    EXPECT_EQ(rest.find("rgb"), std::string::npos) << rest;
    for (std::size_t at = 0; (at = rest.find("fill: ", at)) != std::string::npos; ++at) {
      const std::string value = rest.substr(at + 6, 4);
      EXPECT_TRUE(value == "var(" || value == "none") << value;
    }
  }
}

TEST(Svg, FitsTheWindowAsFarAsItsLettersStayReadable) {
  const auto fits = [](std::size_t width, std::size_t height, const char* how) {
    return svg_head(width, height, "t").find(std::string("svg:root { background: var(--back); ") + how) !=
           std::string::npos;
  };
  EXPECT_TRUE(fits(1600, 900, "max-width: 100%; max-height: 100vh; }"));
  EXPECT_TRUE(fits(1600, 901, "max-width: 100%; height: auto; }"));
  EXPECT_TRUE(fits(1601, 900, "}"));
}

TEST(Svg, CutsLinesBetweenCharactersWhereTheyGetTooWide) {
  const std::string wide(100, 'W'), umlauts = "\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4";
  EXPECT_EQ(cut_to_pixels("short", 200), "short");
  EXPECT_EQ(cut_to_pixels(wide, 200), std::string(11, 'W') + "...");
  EXPECT_EQ(cut_to_pixels(wide, 200, true), std::string(8, 'W') + "...");
  EXPECT_EQ(cut_to_pixels(umlauts, 80), "\u00e4\u00e4\u00e4...");
  EXPECT_EQ(cut_to_pixels(wide, 1), "...");
}

TEST(Svg, HasStylesForItselfAlone) {
  std::string style = rest_of(svg_head(1, 1, "t"));
  style = style.substr(style.find("<style>") + 8);
  style = style.substr(0, style.find("</style>"));
  std::size_t rules = 0;
  // A selector is what is before a brace, back to the end of the rule before it.
  for (std::size_t at = 0, brace = 0; (brace = style.find('{', at)) != std::string::npos;
       at = style.find('}', at) + 1) {
    std::string selectors = style.substr(at, brace - at) + ',';
    for (std::size_t comma = 0; (comma = selectors.find(',')) != std::string::npos; selectors.erase(0, comma + 1)) {
      const std::string one = selectors.substr(selectors.find_first_not_of(" \n"));
      EXPECT_TRUE(one.starts_with("svg ") || one.starts_with("svg:root ")) << one;
      ++rules;
    }
  }
  EXPECT_GT(rules, 15U);
}

}  // namespace
}  // namespace ec2mimic::cli
