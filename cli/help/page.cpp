#include "cli/help/page.h"

#include <algorithm>
#include <optional>

#include "cli/args/command_line.h"
#include "cli/data/embedded.h"
#include "cli/help/spec.h"
#include "core/operation/registry.h"

namespace ec2mimic::cli {
namespace {

using model::Kind;
using model::Member;
using model::Shape;

// If an enumeration has more values than this, only those that name a resource of this program are listed.
constexpr std::size_t kManyChoices = 20;

std::string kind_name(const Shape& shape) {
  switch (shape.kind) {
    case Kind::boolean:
      return "boolean";
    case Kind::integer:
      return "integer";
    case Kind::string:
      return "string";
    case Kind::structure:
      return "structure";
    case Kind::list:
      return "list of " + kind_name(*shape.element) + 's';
  }
  return {};
}

void add_choices(std::string& text, std::span<const std::string_view> choices) {
  std::string list;
  const bool many = choices.size() > kManyChoices;
  for (const std::string_view choice : choices) {
    const bool known =
        std::any_of(nouns().begin(), nouns().end(), [&](const Noun* noun) { return noun->type == choice; });
    if (!many || known) list += (list.empty() ? "" : ", ") + std::string(choice);
  }
  if (!list.empty()) text += (many ? " Here: " : " One of: ") + list + '.';
}

// A member's description, followed by sentences derived from its traits.
std::string says(const Member& member, bool request) {
  std::string text(member.doc);
  add_choices(text, member.traits.choices);
  if (!request) return text;
  if (member.traits.minimum != INT64_MIN) text += " At least " + std::to_string(member.traits.minimum) + '.';
  if (member.traits.idempotency_token) text += " A random UUID is sent if omitted.";
  if (member.traits.no_effect) text += " No effect: accepted so that scripts run.";
  return text;
}

Block entry(std::string term, std::string note, std::string text) {
  return {Block::Kind::entry, std::move(text), std::move(term), std::move(note), {}};
}

std::string placeholder(const OperationOption& option) {
  if (!option.opposite.empty()) return option.name + " | " + option.opposite;
  if (option.arity == Arity::nothing) return option.name;
  return option.name + (option.arity == Arity::many ? " <value> ..." : " <value>");
}

void add_forms(std::vector<Block>& blocks, const Shape& shape) {
  if (shape.kind != Kind::list && shape.kind != Kind::structure) return;
  blocks.push_back(paragraph("Shorthand:"));
  blocks.push_back({Block::Kind::literal, shorthand_form(shape)});
  blocks.push_back(paragraph("JSON:"));
  blocks.push_back({Block::Kind::literal, json_form(shape)});
}

Block option_entry(const OperationOption& option) {
  if (option.member == nullptr) return entry(placeholder(option), "string", std::string(option.doc));
  const Member& member = *option.member;
  std::string note = kind_name(*member.shape);
  if (member.traits.required) note += ", required";
  if (member.traits.no_effect) note += ", no effect";
  Block block = entry(placeholder(option), std::move(note), says(member, true));
  block.inside = member_entries(*member.shape, true);
  add_forms(block.inside, *member.shape);
  return block;
}

Section options_section(const std::vector<OperationOption>& options) {
  Section section{"OPTIONS"};
  for (const OperationOption& option : options) section.blocks.push_back(option_entry(option));
  return section;
}

Section filters_section(std::span<const FilterRule> filters) {
  Section section{"FILTERS"};
  section.blocks.push_back({Block::Kind::paragraph,
                            "All of several filters must match, and any of the values of one filter. In a value `*` "
                            "matches any characters and `?` exactly one; a backslash before them makes them literal. "
                            "Values are case-sensitive."});
  for (const FilterRule& rule : filters) {
    std::string name(rule.name);
    if (name.ends_with(':')) name += "KEY";
    section.blocks.push_back(entry(std::move(name), {}, std::string(rule.doc)));
  }
  return section;
}

Section output_section(const Shape* result) {
  Section section{"OUTPUT"};
  if (result == nullptr) {
    section.blocks.push_back(paragraph("None; the exit code tells whether the call succeeded."));
  } else {
    section.blocks = member_entries(*result, false);
  }
  return section;
}

Section errors_section(std::span<const std::string_view> errors, bool has_dry_run) {
  // Not called ERRORS, which manual pages reserve for errno.
  Section section{"ERROR CODES"};
  std::string codes;
  for (const std::string_view code : errors) codes += std::string(code) + '\n';
  if (!codes.empty()) section.blocks.push_back({Block::Kind::literal, codes});
  section.blocks.push_back(
      {Block::Kind::paragraph,
       std::string("Every operation may also answer ") + (has_dry_run ? "DryRunOperation and " : "") +
           "InvalidCharacter. The exit code is 254 for an error of the service and 252 for a wrong command line."});
  return section;
}

// One option per line, in the AWS CLI's style.
std::vector<std::string> synopsis(const std::vector<OperationOption>& options) {
  std::vector<std::string> lines;
  for (const OperationOption& option : options) {
    // Shown together with --cli-input-json, because only one of them may be given.
    if (option.name == "--cli-input-yaml") continue;
    std::string line = placeholder(option);
    if (line.ends_with(" ...")) line.resize(line.size() - 4);
    if (option.name == "--cli-input-json") line = "--cli-input-json | --cli-input-yaml";
    lines.push_back(option.required ? std::move(line) : '[' + line + ']');
  }
  return lines;
}

std::string shown(const SpecStep& step) {
  std::string text = "$ " + step.command + '\n';
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos && at + 1 < text.size();) {
    // As a shell asks for the rest of a command.
    text.insert(at + 1, "> ");
    at += 3;
  }
  return text + step.out + step.err;
}

bool has_prose(const SpecStep& step) {
  return std::any_of(step.before.begin(), step.before.end(), [](const std::string& line) { return !line.empty(); });
}

}  // namespace

std::vector<Block> member_entries(const Shape& shape, bool request) {
  if (shape.kind == Kind::list) return member_entries(*shape.element, request);
  std::vector<Block> entries;
  for (const Member& member : shape.members) {
    std::string note = kind_name(*member.shape);
    if (request && member.traits.required) note += ", required";
    entries.push_back(entry(std::string(member.name), std::move(note), says(member, request)));
    entries.back().inside = member_entries(*member.shape, request);
  }
  return entries;
}

std::vector<Block> paragraphs(std::string_view text) {
  std::vector<Block> blocks;
  while (!text.empty()) {
    const std::size_t end = text.find("\n\n");
    blocks.push_back(paragraph(std::string(text.substr(0, end))));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 2);
  }
  return blocks;
}

std::vector<Block> example_blocks(std::string_view text) {
  const Spec spec = parse_spec(text);
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < spec.steps.size(); ++i) {
    const SpecStep& step = spec.steps[i];
    // Such a step only creates the account that the others work in, so its output is not shown.
    if (i == 0 && !has_prose(step)) {
      blocks.push_back(paragraph("In an account created by `" + step.command + "`:"));
      continue;
    }
    std::string prose;
    for (const std::string& line : step.before) {
      const std::string_view says = prose_text(line);
      if (!says.empty()) prose += (prose.empty() ? "" : " ") + std::string(says);
    }
    if (!prose.empty()) blocks.push_back(paragraph(prose));
    blocks.push_back({Block::Kind::literal, shown(step)});
  }
  return blocks;
}

std::string page_name(const Operation& operation) {
  return (service_of(operation) == Service::sts ? "ec2mimic-sts-" : "ec2mimic-") + kebab_case(operation.name);
}

Page operation_page(const Operation& operation) {
  const std::string command = kebab_case(operation.name);
  const std::vector<OperationOption> options = options_of(operation);
  const std::string service = service_of(operation) == Service::sts ? "sts " : "[ec2] ";
  Page page{page_name(operation), std::string(operation.summary), "ec2mimic " + service + command, {}, {},
            {"ec2mimic"}};
  page.options = synopsis(options);
  page.takes_globals = true;
  std::vector<Block> description = paragraphs(operation.description);
  if (description.empty()) description.push_back(paragraph(page.summary + '.'));
  page.sections.push_back({"DESCRIPTION", std::move(description)});
  page.sections.push_back(options_section(options));
  if (const std::string_view examples = embedded("examples/" + command + ".spec"); !examples.empty()) {
    page.sections.push_back({"EXAMPLES", example_blocks(examples)});
  }
  page.sections.push_back(output_section(operation.result));
  if (operation.filters != nullptr) page.sections.push_back(filters_section(*operation.filters));
  page.sections.push_back(errors_section(errors_of(operation), operation.request->member(kDryRun) != nullptr));
  for (const std::string& other : see_also_of(operation)) page.see_also.push_back("ec2mimic-" + other);
  return page;
}

}  // namespace ec2mimic::cli
