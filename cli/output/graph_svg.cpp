#include "cli/output/graph_svg.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

#include "cli/output/svg.h"
#include "cli/system/visible.h"

namespace ec2mimic::cli {
namespace {

constexpr std::size_t kSheetMargin = 16;  // around the groups
constexpr std::size_t kGroupGap = 16, kGroupPadding = 12;
constexpr std::size_t kGroupHead = 42;
constexpr std::size_t kCardGap = 10, kCardPadding = 12;
constexpr std::size_t kCardHead = 36;  // a card with nothing but its name
constexpr std::size_t kLine = 19;

// The width of cards if so many are beside each other, in so many groups; 0 if there is no room for any.
constexpr std::size_t card_width(std::size_t picture, std::size_t columns, std::size_t groups) {
  const std::size_t between = (groups - 1) * kGroupGap + (columns - groups) * kCardGap;
  const std::size_t taken = 2 * kSheetMargin + groups * 2 * kGroupPadding + between;
  return picture < taken ? 0 : (picture - taken) / columns;
}

// So many cards may be beside each other, and so many in a picture that is larger than the screen.
constexpr std::size_t kColumns = 3, kMoreColumns = 4;
// Longer words are cut, so that all these columns have room: the name of a resource may have 256 letters.
constexpr std::size_t kWidestWord = card_width(kMostWidth, kMoreColumns, 1) - 2 * kCardPadding;

std::string with_short_words(std::string_view line) {
  std::string text;
  for (;;) {
    const std::size_t end = std::min(line.find(' '), line.size());
    text += cut_to_pixels(line.substr(0, end), kWidestWord);
    if (end == line.size()) return text;
    text += ' ';
    line.remove_prefix(end + 1);
  }
}

std::string title_of(const GraphGroup& group) {
  return cut_to_pixels(visible_line(group.title), kScreenWidth - 2 * (kSheetMargin + kGroupPadding), true);
}

// The name of a node, and what is said of it below.
std::vector<std::string> texts_of(const GraphNode& node) {
  std::vector<std::string> texts = lines_of_node(node);
  texts.insert(texts.begin(), name_of_node(node));
  for (std::string& text : texts) text = with_short_words(text);
  return texts;
}

// The widest word of a line.
std::size_t widest_word(std::string_view line) {
  std::size_t widest = 0;
  for (;;) {
    const std::size_t end = std::min(line.find(' '), line.size());
    widest = std::max(widest, pixels_of(line.substr(0, end)));
    if (end == line.size()) return widest;
    line.remove_prefix(end + 1);
  }
}

// A line broken at spaces where it would be wider than that.
std::vector<std::string> broken(std::string_view line, std::size_t width) {
  std::vector<std::string> parts;
  while (pixels_of(line) > width) {
    std::size_t end = line.size();
    do {
      end = end == 0 ? std::string_view::npos : line.rfind(' ', end - 1);
    } while (end != std::string_view::npos && pixels_of(line.substr(0, end)) > width);
    // An arrow stays with what it leads to.
    constexpr std::string_view kArrow = " ->";
    if (end != std::string_view::npos && line.substr(0, end).ends_with(kArrow)) end -= kArrow.size();
    if (end == std::string_view::npos || end == 0) end = std::min(line.find(' '), line.size());
    parts.emplace_back(line.substr(0, end));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  if (!line.empty() || parts.empty()) parts.emplace_back(line);
  return parts;
}

struct CardLine {
  std::string text{};
  std::string_view style{};
};

struct Card {
  std::vector<CardLine> lines{};
  bool repeats = false;
  std::size_t column = 0, y = 0;  // within its group, below the heading

  [[nodiscard]] std::size_t height() const { return kCardHead + (lines.size() - 1) * kLine; }
};

Card card_of(const GraphNode& node, std::size_t width) {
  Card card{.repeats = !node.same_as.empty()};
  const auto add = [&](const std::string& line, std::string_view style) {
    for (std::string& part : broken(line, width - 2 * kCardPadding)) card.lines.push_back({std::move(part), style});
  };
  const std::vector<std::string> texts = texts_of(node);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    add(texts[i], i == 0 ? "in-box" : card.repeats && i == 1 ? "in-box lost" : "in-box quiet");
  }
  return card;
}

// What cards and titles need at least.
struct Needs {
  std::size_t card = 0;  // with its padding
  std::size_t title = 0;
};

Needs needs_of(const std::vector<GraphGroup>& groups) {
  Needs needs;
  for (const GraphGroup& group : groups) {
    needs.title = std::max(needs.title, pixels_of(title_of(group), true));
    for (const GraphNode& node : group.nodes) {
      for (const std::string& text : texts_of(node)) needs.card = std::max(needs.card, widest_word(text));
    }
  }
  needs.card += 2 * kCardPadding;
  return needs;
}

// A group with its cards in columns: each goes where the least is so far, and one that repeats another beside that one.
struct Block {
  std::string title{};
  std::vector<Card> cards{};
  std::size_t columns = 1, card = 0;  // how many columns, and how wide
  std::size_t bottom = 0;             // of the cards, below the heading

  [[nodiscard]] std::size_t height() const { return kGroupHead + bottom + kGroupPadding; }
  [[nodiscard]] std::size_t width() const { return columns * card + (columns - 1) * kCardGap + 2 * kGroupPadding; }
};

Block block_of(const GraphGroup& group, std::size_t columns, std::size_t width) {
  Block block{.title = title_of(group), .columns = columns, .card = width};
  std::vector<std::size_t> ends(columns, 0);
  const auto place = [&](const GraphNode& node, std::size_t column, std::size_t y) {
    Card card = card_of(node, width);
    card.column = column;
    card.y = y;
    ends[column] = y + card.height() + kCardGap;
    block.bottom = std::max(block.bottom, y + card.height());
    block.cards.push_back(std::move(card));
  };
  // The column from which on so many are free first, and from where on.
  const auto least = [&](std::size_t count) {
    std::pair<std::size_t, std::size_t> best{0, std::numeric_limits<std::size_t>::max()};
    for (std::size_t column = 0; column + count <= columns; ++column) {
      const auto first = ends.begin() + static_cast<std::ptrdiff_t>(column);
      const std::size_t y = *std::max_element(first, first + static_cast<std::ptrdiff_t>(count));
      if (y < best.second) best = {column, y};
    }
    return best;
  };
  for (std::size_t i = 0; i < group.nodes.size(); ++i) {
    const GraphNode& node = group.nodes[i];
    const bool is_repeated = columns > 1 && i + 1 < group.nodes.size() && group.nodes[i + 1].same_as == node.id;
    const auto [column, y] = least(is_repeated ? 2 : 1);
    place(node, column, y);
    if (is_repeated) place(group.nodes[++i], column + 1, y);
  }
  return block;
}

// Groups beside each other.
struct Shelf {
  std::vector<Block> blocks{};
  std::size_t height = 0;
};

// How wide the picture is, and how many cards may be beside each other.
struct Sheet {
  std::size_t width = 0, columns = 1;
  Needs needs{};
};

Sheet sheet_of(std::size_t width, std::size_t columns, const Needs& needs) {
  const std::size_t around = 2 * (kSheetMargin + kGroupPadding);
  Sheet sheet{.width = std::max({width, needs.card + around, needs.title + around}), .columns = columns};
  sheet.needs = needs;
  while (sheet.columns > 1 && card_width(sheet.width, sheet.columns, 1) < needs.card) --sheet.columns;
  return sheet;
}

using Groups = std::vector<GraphGroup>::const_iterator;

// So many columns for each group that its title has room.
std::vector<std::size_t> columns_for_titles(Groups first, Groups last, std::size_t card) {
  std::vector<std::size_t> columns;
  for (; first != last; ++first) {
    const std::size_t title = pixels_of(title_of(*first), true);
    columns.push_back(std::max<std::size_t>(1, (title + kCardGap + card + kCardGap - 1) / (card + kCardGap)));
  }
  return columns;
}

// The groups beside each other: the highest gets the columns that no title needs. No blocks if there is no room.
Shelf shelf_of(Groups first, Groups last, const Sheet& sheet) {
  Shelf shelf;
  const auto count = static_cast<std::size_t>(last - first);
  for (std::size_t columns = sheet.columns; columns >= count; --columns) {
    const std::size_t card = card_width(sheet.width, columns, count);
    if (card < sheet.needs.card) continue;
    std::vector<std::size_t> taken = columns_for_titles(first, last, card);
    if (count == 1) taken = {columns};
    std::size_t sum = 0;
    for (const std::size_t one : taken) sum += one;
    if (sum > columns) continue;
    for (std::size_t i = 0; i < count; ++i) {
      shelf.blocks.push_back(block_of(first[static_cast<std::ptrdiff_t>(i)], taken[i], card));
    }
    const auto is_lower = [](const Block& one, const Block& other) { return one.bottom < other.bottom; };
    for (; sum < columns; ++sum) {
      const auto highest = std::max_element(shelf.blocks.begin(), shelf.blocks.end(), is_lower);
      *highest = block_of(first[highest - shelf.blocks.begin()], highest->columns + 1, card);
    }
    shelf.height = std::max_element(shelf.blocks.begin(), shelf.blocks.end(), is_lower)->height();
    return shelf;
  }
  return shelf;
}

// The shelves on which the groups, in their order, take the least height.
std::vector<Shelf> shelves_of(const std::vector<GraphGroup>& groups, const Sheet& sheet) {
  struct Best {
    std::size_t height = std::numeric_limits<std::size_t>::max();
    std::size_t first = 0;
    Shelf shelf{};
  };
  std::vector<Best> best(groups.size() + 1);  // for so many groups, with the last shelf
  best[0].height = 0;
  for (std::size_t last = 1; last <= groups.size(); ++last) {
    for (std::size_t first = last; first-- > 0 && last - first <= sheet.columns;) {
      Shelf shelf = shelf_of(groups.begin() + static_cast<std::ptrdiff_t>(first),
                             groups.begin() + static_cast<std::ptrdiff_t>(last), sheet);
      if (shelf.blocks.empty()) break;
      const std::size_t height = best[first].height + shelf.height + kGroupGap;
      if (height < best[last].height) best[last] = {height, first, std::move(shelf)};
    }
  }
  std::vector<Shelf> shelves;
  for (std::size_t last = groups.size(); last > 0; last = best[last].first) {
    shelves.push_back(std::move(best[last].shelf));
  }
  std::reverse(shelves.begin(), shelves.end());
  return shelves;
}

struct Arrangement {
  std::size_t width = 0, height = 0;
  std::vector<Shelf> shelves{};
};

Arrangement arrangement_of(const std::vector<GraphGroup>& groups, std::size_t width, std::size_t columns) {
  const Sheet sheet = sheet_of(width, columns, needs_of(groups));
  Arrangement all{.width = sheet.width, .height = 2 * kSheetMargin, .shelves = shelves_of(groups, sheet)};
  for (const Shelf& shelf : all.shelves) all.height += shelf.height + kGroupGap;
  if (!all.shelves.empty()) all.height -= kGroupGap;
  return all;
}

// In its own size if that fits on the screen, otherwise made smaller; if it does not fit so either, the letters may as
// well be large.
Arrangement best_arrangement(const std::vector<GraphGroup>& groups) {
  Arrangement plain = arrangement_of(groups, kScreenWidth, kColumns);
  if (plain.height <= kScreenHeight) return plain;
  Arrangement wide = arrangement_of(groups, kMostWidth, kMoreColumns);
  return wide.width <= kMostWidth && wide.height <= kMostHeight ? wide : plain;
}

std::string rectangle(std::size_t x, std::size_t y, std::size_t width, std::size_t height, std::string_view style) {
  return "<rect x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\" width=\"" + std::to_string(width) +
         "\" height=\"" + std::to_string(height) + "\" rx=\"6\" class=\"" + std::string(style) + "\"/>\n";
}

std::string words(std::size_t x, std::size_t y, std::string_view style, const std::string& text) {
  return "<text x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\" class=\"" + std::string(style) + "\">" +
         in_xml(text) + "</text>\n";
}

std::string drawn_card(const Card& card, std::size_t x, std::size_t y, std::size_t width) {
  std::string text = rectangle(x, y, width, card.height(), card.repeats ? "card lost" : "card");
  y += 23;
  for (const CardLine& line : card.lines) {
    text += words(x + kCardPadding, y, line.style, line.text);
    y += kLine;
  }
  return text;
}

std::string drawn_block(const Block& block, std::size_t x, std::size_t y, std::size_t height) {
  std::string text = rectangle(x, y, block.width(), height, "group");
  x += kGroupPadding;
  text += words(x, y + 27, "title", block.title);
  for (const Card& card : block.cards) {
    text += drawn_card(card, x + card.column * (block.card + kCardGap), y + kGroupHead + card.y, block.card);
  }
  return text;
}

}  // namespace

std::string graph_svg(const std::vector<GraphGroup>& groups, std::string_view title) {
  const Arrangement all = best_arrangement(groups);
  std::string text = svg_head(all.width, all.height, title);
  std::size_t y = kSheetMargin;
  for (const Shelf& shelf : all.shelves) {
    std::size_t x = kSheetMargin;
    for (const Block& block : shelf.blocks) {
      text += drawn_block(block, x, y, shelf.height);
      x += block.width() + kGroupGap;
    }
    y += shelf.height + kGroupGap;
  }
  return text + "</svg>\n";
}

}  // namespace ec2mimic::cli
