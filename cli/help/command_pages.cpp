#include "cli/help/command_pages.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/args/global_options.h"
#include "cli/config/variables.h"
#include "cli/data/embedded.h"
#include "cli/data/waiters.h"
#include "cli/help/wait_pages.h"
#include "core/operation/registry.h"

namespace ec2mimic::cli {
namespace {

constexpr std::size_t kTableWidth = 76;

// Names and their summaries, in two columns that fit on 80 with the indent of a section.
Block table(const std::vector<std::pair<std::string, std::string_view>>& rows) {
  std::size_t widest = 0;
  for (const auto& [name, says] : rows) widest = std::max(widest, name.size());
  std::string text;
  for (const auto& [name, says] : rows) {
    text += name;
    text.append(widest + 2 - name.size(), ' ');
    std::string_view rest = says;
    while (widest + 2 + rest.size() > kTableWidth) {
      const std::size_t space = rest.rfind(' ', kTableWidth - widest - 2);
      if (space == std::string_view::npos) break;
      text.append(rest.substr(0, space)).append(1, '\n').append(widest + 2, ' ');
      rest.remove_prefix(space + 1);
    }
    text.append(rest).append(1, '\n');
  }
  return {Block::Kind::literal, std::move(text)};
}

Block operations_table() {
  std::vector<std::pair<std::string, std::string_view>> rows;
  for (const Operation* operation : operations()) rows.emplace_back(kebab_case(operation->name), operation->summary);
  rows.emplace_back(kWait, kWaitSummary);
  return table(rows);
}

Block services_table(BuiltinCommands commands) {
  std::vector<std::pair<std::string, std::string_view>> rows{{"ec2", "EC2 operations, as in `aws ec2`"}};
  for (const BuiltinCommand* command : commands) rows.emplace_back(command->name, command->summary);
  return table(rows);
}

Block entry(std::string term, std::string_view text) {
  return {Block::Kind::entry, std::string(text), std::move(term), {}, {}};
}

Section environment_section() {
  Section section{"ENVIRONMENT"};
  for (const Variable& variable : variables()) {
    section.blocks.push_back(entry(std::string(variable.name), variable.doc));
  }
  return section;
}

Section options_section(const BuiltinCommand& command) {
  Section section{"OPTIONS"};
  for (const BuiltinOption& option : command.options) {
    std::string term(option.name);
    if (option.takes_value()) term += " <" + shown(option.value) + '>';
    section.blocks.push_back(entry(std::move(term), option.doc));
  }
  return section;
}

// About the file that `state` works on.
constexpr std::string_view kFormatPage = "ec2mimic-state.5";

}  // namespace

Page program_page(std::string_view program, BuiltinCommands commands) {
  const std::string name(program);
  Page page{
      name, "Behaves like `aws ec2`, without AWS", name + " [GLOBAL OPTION ...] [ec2] COMMAND [OPTION ...]", {}, {},
      {}};
  page.sections.push_back(
      {"DESCRIPTION",
       {paragraph("Answers EC2 calls as the AWS CLI would print them, from an account that is one file. There is no "
                  "network, and no credentials are needed. With a client token a create call can safely be repeated, "
                  "as in AWS."),
        paragraph("`" + name + " COMMAND help` describes one command, `" + name +
                  " walkthrough` shows what client tokens do.")}});
  page.sections.push_back({"AVAILABLE COMMANDS", {services_table(commands)}});
  page.sections.push_back({"EC2 OPERATIONS", {operations_table()}});
  Section globals = globals_section();
  globals.blocks.insert(globals.blocks.begin(), entry("-h, --help", "Shows help, as the word `help` does."));
  page.sections.push_back(std::move(globals));
  page.sections.push_back(environment_section());
  page.see_also = command_pages(commands);
  page.see_also.emplace_back(kFormatPage);
  return page;
}

Page service_page(std::string_view program) {
  const std::string name = std::string(program) + " ec2";
  Page page{name, "EC2 operations", name + " OPERATION [OPTION ...]", {}, {}, {"ec2mimic"}};
  page.sections.push_back(
      {"DESCRIPTION",
       {paragraph(
           "Virtual networks and their parts: VPCs, subnets, route tables, network ACLs, internet gateways and tags. "
           "`" +
           name + " OPERATION help` describes one operation.")}});
  page.sections.push_back({"AVAILABLE COMMANDS", {operations_table()}});
  return page;
}

Page builtin_page(const BuiltinCommand& command, std::string_view program) {
  const std::string name = std::string(program) + ' ' + std::string(command.name);
  const std::string usage = usage_of(command);
  Page page{name, std::string(command.summary), usage.empty() ? name : name + ' ' + usage, {}, {}, {"ec2mimic"}};
  for (const std::string_view other : command.see_also) {
    if (other != command.name) page.see_also.push_back("ec2mimic-" + std::string(other));
  }
  page.sections.push_back({"DESCRIPTION", paragraphs(command.description)});
  if (!command.options.empty()) page.sections.push_back(options_section(command));
  Section exits{"EXIT STATUS"};
  for (const ExitDoc& exit : command.exits) exits.blocks.push_back(entry(std::string(exit.code), exit.doc));
  page.sections.push_back(std::move(exits));
  const std::string_view examples = embedded("examples/" + std::string(command.name) + ".spec");
  page.sections.push_back({"EXAMPLES", example_blocks(examples)});
  return page;
}

std::vector<std::string> command_pages(BuiltinCommands commands) {
  std::vector<std::string> names;
  for (const Service service : {Service::ec2, Service::sts}) {
    for (const Operation* operation : operations(service)) names.push_back(page_name(*operation));
  }
  for (const BuiltinCommand* command : commands) names.push_back(page_name(*command));
  std::sort(names.begin(), names.end());
  return names;
}

std::string page_name(const BuiltinCommand& command) { return "ec2mimic-" + std::string(command.name); }

Section globals_section() {
  Section section{"GLOBAL OPTIONS"};
  std::string idle;
  for (const auto kind : {GlobalOption::Kind::ours, GlobalOption::Kind::aws, GlobalOption::Kind::idle}) {
    for (const GlobalOption& option : global_options()) {
      if (option.kind != kind) continue;
      std::string term(option.name);
      if (!option.value.empty()) term += ' ' + std::string(option.value);
      // Listed by name only, because there is nothing to say about each of them.
      if (kind == GlobalOption::Kind::idle) {
        idle += (idle.empty() ? "" : ", ") + term;
      } else {
        section.blocks.push_back(entry(std::move(term), option.doc));
      }
    }
  }
  section.blocks.push_back(paragraph("Accepted and checked as by the AWS CLI, but without effect: " + idle + '.'));
  return section;
}

}  // namespace ec2mimic::cli
