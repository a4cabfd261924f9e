#include "cli/help/help.h"

#include <algorithm>
#include <span>

#include "cli/args/globals.h"
#include "cli/errors/failure.h"
#include "cli/help/help_tables.h"
#include "cli/help/wait_pages.h"
#include "cli/output/stdout.h"
#include "core/python/text.h"
#include "core/registry.h"

namespace ec2mimic::cli {
namespace {

constexpr std::size_t kIndent = 4;

// Writes blocks one below the other.
class Text {
 public:
  explicit Text(std::size_t width) : width_(width) {}

  void title(std::string_view title) {
    gap();
    text_ += title;
    text_ += '\n';
  }

  void blocks(const std::vector<Block>& blocks, std::size_t indent) {
    bool first = true;
    bool short_before = false;
    for (const Block& block : blocks) {
      // Entries of one line each stand close together.
      const bool is_short = block.kind == Block::Kind::entry && block.inside.empty();
      if (!first && !(is_short && short_before)) gap();
      first = false;
      short_before = is_short;
      one(block, indent);
    }
  }

  void paragraph(std::string_view text, std::size_t indent) {
    std::size_t column = 0;
    while (!text.empty()) {
      const std::size_t end = text.find(' ');
      const std::string_view word = text.substr(0, end);
      text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
      const std::size_t length = python::length(word);
      if (column != 0 && column + 1 + length > width_) {
        text_ += '\n';
        column = 0;
      }
      text_.append(column == 0 ? indent : 1, ' ') += word;
      column += (column == 0 ? indent : 1) + length;
    }
    text_ += '\n';
  }

  // An option of the synopsis: at its column, and no word of it by itself.
  void line(std::string_view text, std::size_t indent) { (text_.append(indent, ' ') += text) += '\n'; }

  std::string take() { return std::move(text_); }

 private:
  void gap() {
    if (!text_.empty()) text_ += '\n';
  }

  void one(const Block& block, std::size_t indent) {
    if (block.kind == Block::Kind::paragraph) return paragraph(block.text, indent);
    if (block.kind == Block::Kind::literal) return literal(block.text, indent);
    line(block.note.empty() ? block.term : block.term + " (" + block.note + ')', indent);
    if (!block.text.empty()) paragraph(block.text, indent + kIndent);
    if (block.inside.empty()) return;
    gap();
    blocks(block.inside, indent + kIndent);
  }

  void literal(std::string_view text, std::size_t indent) {
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      const std::string_view one = text.substr(0, end);
      text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
      line(one, one.empty() ? 0 : indent);
    }
  }

  std::size_t width_;
  std::string text_{};
};

Block paragraph(std::string text) { return {Block::Kind::paragraph, std::move(text)}; }

// Names and what they are for, in two columns.
Block table(const std::vector<std::pair<std::string, std::string_view>>& rows) {
  std::size_t widest = 0;
  for (const auto& [name, says] : rows) widest = std::max(widest, name.size());
  std::string text;
  for (const auto& [name, says] : rows) {
    text += name;
    text.append(widest + 2 - name.size(), ' ') += says;
    text += '\n';
  }
  return {Block::Kind::literal, std::move(text)};
}

Block operations_table() {
  std::vector<std::pair<std::string, std::string_view>> rows;
  for (const Operation* operation : operations()) rows.emplace_back(kebab_case(operation->name), operation->summary);
  rows.emplace_back(kWait, kWaitSummary);
  return table(rows);
}

Block services_table() {
  std::vector<std::pair<std::string, std::string_view>> rows{
      {"ec2", "Operations of EC2, by the name that AWS's client has for them"}};
  for (const OwnCommand& command : own_commands()) rows.emplace_back(command.name, command.summary);
  return table(rows);
}

Block entry(std::string term, std::string_view text) {
  return {Block::Kind::entry, std::string(text), std::move(term), {}, {}};
}

Section globals_section() {
  Section section{"GLOBAL OPTIONS"};
  for (const GlobalOption& option : global_options()) {
    std::string term(option.name);
    if (!option.value.empty()) term += ' ' + std::string(option.value);
    section.blocks.push_back(entry(std::move(term), option.doc));
  }
  return section;
}

Section environment_section() {
  Section section{"ENVIRONMENT"};
  for (const EnvironmentDoc& variable : environment_docs()) {
    section.blocks.push_back(entry(std::string(variable.name), variable.doc));
  }
  return section;
}

void show(Text& text, const Section& section) {
  text.title(section.title);
  text.blocks(section.blocks, kIndent);
}

void show_synopsis(Text& text, const Page& page) {
  text.title("SYNOPSIS");
  text.line(page.command, kIndent);
  for (const std::string& option : page.options) text.line(option, 2 * kIndent);
  if (!page.takes_globals) return;
  for (const GlobalOption& option : global_options()) {
    text.line('[' + std::string(option.name) + (option.value.empty() ? "]" : " <value>]"), 2 * kIndent);
  }
}

std::size_t columns(int width) { return static_cast<std::size_t>(std::clamp(width, 40, 100)); }

}  // namespace

std::string blocks_text(const std::vector<Block>& blocks, int width) {
  Text text(columns(width));
  text.blocks(blocks, 0);
  return text.take();
}

std::string page_text(const Page& page, int width) {
  Text text(columns(width));
  text.title("NAME");
  text.paragraph(page.name + " - " + page.summary, kIndent);
  std::span<const Section> sections(page.sections);
  if (!sections.empty() && sections.front().title == "DESCRIPTION") {
    show(text, sections.front());
    sections = sections.subspan(1);
  }
  show_synopsis(text, page);
  for (const Section& section : sections) {
    show(text, section);
    if (page.takes_globals && section.title == "OPTIONS") show(text, globals_section());
  }
  if (!page.see_also.empty()) {
    std::string names;
    for (const std::string& name : page.see_also) names += (names.empty() ? "" : ", ") + name + "(1)";
    text.title("SEE ALSO");
    text.paragraph(names, kIndent);
  }
  return text.take();
}

Page program_page(std::string_view program) {
  const std::string name(program);
  Page page{name,
            "Behaves like `aws ec2` with no AWS behind it",
            name + " [GLOBAL OPTION ...] [ec2] COMMAND [OPTION ...]",
            {},
            {},
            {}};
  page.sections.push_back(
      {"DESCRIPTION",
       {paragraph("Answers calls of EC2 as the AWS CLI would print them, from an account that is one file. There is "
                  "no network, and no credentials are asked for. A client token makes a repeated create harmless, as "
                  "it does in AWS."),
        paragraph("`" + name + " COMMAND help` tells all about one command, `" + name +
                  " walkthrough` shows what client tokens do.")}});
  page.sections.push_back(globals_section());
  page.sections.push_back({"AVAILABLE SERVICES", {services_table()}});
  page.sections.push_back({"OPERATIONS OF EC2", {operations_table()}});
  page.sections.push_back(environment_section());
  for (const Operation* operation : operations()) page.see_also.push_back(page_name(*operation));
  return page;
}

Page service_page(std::string_view program) {
  const std::string name = std::string(program) + " ec2";
  Page page{name, "Operations of EC2", name + " OPERATION [OPTION ...]", {}, {}, {"ec2mimic"}};
  page.sections.push_back(
      {"DESCRIPTION",
       {paragraph("Virtual networks and what is in them: VPCs, route tables, network ACLs and tags. "
                  "`" +
                  name + " OPERATION help` tells all about one operation.")}});
  page.sections.push_back({"AVAILABLE COMMANDS", {operations_table()}});
  return page;
}

Page own_page(const OwnCommand& command, std::string_view program) {
  const std::string name = std::string(program) + ' ' + std::string(command.name);
  std::string usage = name;
  if (!command.usage.empty()) usage += ' ' + std::string(command.usage);
  Page page{name, std::string(command.summary), std::move(usage), {}, {}, {"ec2mimic"}};
  page.sections.push_back({"DESCRIPTION", paragraphs(command.description)});
  if (command.options.empty()) return page;
  Section options{"OPTIONS"};
  for (const OwnOption& option : command.options) {
    std::string term(option.name);
    if (!option.value.empty()) term += " <" + std::string(option.value) + '>';
    options.blocks.push_back({Block::Kind::entry, {}, std::move(term), {}, {paragraph(std::string(option.doc))}});
  }
  page.sections.push_back(std::move(options));
  return page;
}

int print_help(World& world, const Page& page) {
  PagedOutput(world, [&world] { return help_pager(world.environment); }).write(page_text(page, world.streams.width()));
  return kSuccess;
}

}  // namespace ec2mimic::cli
