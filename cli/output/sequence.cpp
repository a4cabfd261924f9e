#include "cli/output/sequence.h"

#include <algorithm>

#include "cli/output/mermaid.h"
#include "cli/output/svg.h"
#include "cli/system/visible.h"

namespace ec2mimic::cli {
namespace {

using Kind = SequenceStep::Kind;

std::string_view class_of(Tone tone) {
  switch (tone) {
    case Tone::good:
      return "good";
    case Tone::repeated:
      return "repeated";
    case Tone::lost:
      return "lost";
    case Tone::bad:
      return "bad";
    case Tone::plain:
      break;
  }
  return "plain";
}

// Columns of characters: each party has one, and arrows run between their middles.
constexpr std::size_t kColumn = 34;
constexpr std::size_t kMiddle = 9;

std::size_t column_of(std::size_t party) { return kMiddle + party * kColumn; }

std::string lifelines(std::size_t parties) {
  std::string line(column_of(parties - 1) + 1, ' ');
  for (std::size_t party = 0; party < parties; ++party) line[column_of(party)] = '|';
  return line;
}

void put(std::string& line, std::size_t at, std::string_view text) {
  if (line.size() < at + text.size()) line.resize(at + text.size(), ' ');
  line.replace(at, text.size(), text);
}

// The text above the arrow; one that has no room beside the lifelines covers them.
std::string text_step(const SequenceStep& step, std::size_t parties) {
  const std::string text = visible_line(step.text);
  std::string line = lifelines(parties);
  if (step.kind == Kind::heading) return '\n' + text + '\n';
  if (step.kind == Kind::note) {
    put(line, column_of(step.from) + 2, text);
    return line + '\n';
  }
  const std::size_t from = column_of(step.from), to = column_of(step.to);
  const std::size_t left = std::min(from, to), right = std::max(from, to);
  put(line, left + 2, text);
  std::string arrow = lifelines(parties);
  for (std::size_t at = left + 1; at < right; ++at) arrow[at] = '-';
  if (step.kind == Kind::broken) {
    arrow[to] = 'X';
  } else {
    arrow[to > from ? to - 1 : to + 1] = to > from ? '>' : '<';
  }
  return line + '\n' + arrow + '\n';
}

std::string text_of_sequence(const Sequence& sequence) {
  std::string head;
  for (std::size_t party = 0; party < sequence.parties.size(); ++party) {
    const std::string& name = sequence.parties[party];
    put(head, column_of(party) - std::min(name.size() / 2, column_of(party)), name);
  }
  std::string text = head + '\n';
  for (const SequenceStep& step : sequence.steps) text += text_step(step, sequence.parties.size());
  return text;
}

// Mermaid ends a statement at a semicolon, and takes `#` for the beginning of a character's number.
std::string in_mermaid(std::string_view text) { return mermaid_text(visible_line(text), ";#<>"); }

std::string mermaid_of(const Sequence& sequence) {
  std::string text = "sequenceDiagram\n";
  const auto id = [](std::size_t party) { return 'p' + std::to_string(party); };
  for (std::size_t party = 0; party < sequence.parties.size(); ++party) {
    text += "  participant " + id(party) + " as " + in_mermaid(sequence.parties[party]) + '\n';
  }
  for (const SequenceStep& step : sequence.steps) {
    const std::string words = in_mermaid(step.text);
    if (step.kind == Kind::heading) {
      text += "  Note over " + id(0) + ',' + id(sequence.parties.size() - 1) + ": " + words + '\n';
    } else if (step.kind == Kind::note) {
      text += "  Note right of " + id(step.from) + ": " + words + '\n';
    } else {
      const std::string_view arrow = step.kind == Kind::broken ? "-x" : step.to > step.from ? "->>" : "-->>";
      text += "  " + id(step.from) + std::string(arrow) + id(step.to) + ": " + words + '\n';
    }
  }
  return text;
}

constexpr std::size_t kWide = 1280;
constexpr std::size_t kTop = 64;
constexpr std::size_t kStep = 38;

std::size_t x_of(std::size_t party, std::size_t parties) {
  constexpr std::size_t kMargin = 190;
  return parties < 2 ? kWide / 2 : kMargin + party * (kWide - 2 * kMargin) / (parties - 1);
}

std::string number(std::size_t value) { return std::to_string(value); }

std::string line_between(std::size_t x1, std::size_t y1, std::size_t x2, std::size_t y2, std::string_view style) {
  return "<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2) + "\" y2=\"" + number(y2) +
         "\" class=\"" + std::string(style) + "\"/>\n";
}

std::string text_at(std::size_t x, std::size_t y, std::string_view style, std::string_view anchor,
                    const std::string& text) {
  return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" class=\"" + std::string(style) + "\" text-anchor=\"" +
         std::string(anchor) + "\">" + in_xml(visible_line(text)) + "</text>\n";
}

std::string tip(std::size_t x, std::size_t y, bool to_right, bool is_broken, std::string_view style) {
  if (is_broken) {
    return "<path d=\"M" + number(x - 9) + ' ' + number(y - 9) + "l18 18m0 -18l-18 18\" class=\"cross " +
           std::string(style) + "\"/>\n";
  }
  return "<path d=\"M" + number(to_right ? x - 10 : x + 10) + ' ' + number(y - 6) +
         (to_right ? "l10 6l-10 6" : "l-10 6l10 6") + "\" class=\"" + std::string(style) + "\"/>\n";
}

std::string svg_of(const Sequence& sequence) {
  const std::size_t parties = sequence.parties.size();
  const std::size_t height = kTop + sequence.steps.size() * kStep + 40;
  std::string text = svg_head(kWide, height, sequence.title);
  for (std::size_t party = 0; party < parties; ++party) {
    const std::size_t x = x_of(party, parties);
    text += line_between(x, 52, x, height - 16, "quiet");
    text += "<rect x=\"" + number(x - 90) + "\" y=\"16\" width=\"180\" height=\"36\" rx=\"6\"/>\n";
    text += text_at(x, 40, "title", "middle", sequence.parties[party]);
  }
  std::size_t y = kTop;
  for (const SequenceStep& step : sequence.steps) {
    y += kStep;
    const std::string_view style = class_of(step.tone);
    if (step.kind == Kind::heading) {
      text +=
          "<rect x=\"24\" y=\"" + number(y - 26) + "\" width=\"" + number(kWide - 48) + "\" height=\"32\" rx=\"4\"/>\n";
      constexpr std::size_t kIndent = 40;
      text +=
          text_at(kIndent, y - 4, "title", "start", cut_to_pixels(visible_line(step.text), kWide - 2 * kIndent, true));
    } else if (step.kind == Kind::note) {
      // Inwards, because beside the last party there is little room.
      const std::size_t x = x_of(step.from, parties);
      const bool is_last = step.from + 1 == parties;
      text += text_at(is_last ? x - 14 : x + 14, y, style, is_last ? "end" : "start", step.text);
    } else {
      const std::size_t from = x_of(step.from, parties), to = x_of(step.to, parties);
      const bool is_broken = step.kind == Kind::broken;
      text += text_at((from + to) / 2, y - 8, style, "middle", step.text);
      text += line_between(from, y, to, y, style) + tip(to, y, to > from, is_broken, style);
    }
  }
  return text + "</svg>\n";
}

}  // namespace

bool is_sequence_format(std::string_view word) { return word == "text" || word == "mermaid" || word == "svg"; }

std::string drawn(const Sequence& sequence, std::string_view format) {
  if (format == "svg") return svg_of(sequence);
  return format == "mermaid" ? mermaid_of(sequence) : text_of_sequence(sequence);
}

}  // namespace ec2mimic::cli
