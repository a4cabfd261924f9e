#include "cli/help/man.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <tuple>

#include "cli/config/variables.h"
#include "cli/data/embedded.h"
#include "cli/help/command_pages.h"
#include "cli/help/wait_pages.h"
#include "core/account/seed_shape.h"
#include "core/operation/registry.h"
#include "core/text/ascii.h"
#include "core/text/split.h"

namespace ec2mimic::cli {
namespace {

// The date of the last change to the pages as a whole. A build date would make every build produce other pages.
constexpr std::string_view kDate = "November 25, 2026";
constexpr std::size_t kWidth = 78;

// Escapes characters that are special to roff. A minus sign is escaped so that it can be copied as one.
// `\e` and not a second backslash, which the arguments of a macro would take away again.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out;
}

// Protects a line whose first character would make it a control line.
std::string protect(std::string line) {
  if (!line.empty() && (line[0] == '.' || line[0] == '\'')) line.insert(0, "\\&");
  return line;
}

// Escapes running text. Words in `back quotes` become bold; hyphens outside them stay hyphens, unless doubled.
// `literal` says whether the text begins inside quotes, and on return whether it ends there.
std::string running(std::string_view text, bool& literal) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '`') {
      out += literal ? "\\fP" : "\\fB";
      literal = !literal;
    } else if (c == '\\') {
      out += "\\e";
    } else if (c == '-' && (literal || text[i + 1 < text.size() ? i + 1 : i] == '-' || (i > 0 && text[i - 1] == '-'))) {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out;
}

// Running text, with each sentence on its own line, as is usual in mdoc, and long lines broken. Readers of the page see
// neither.
std::string filled(std::string_view text) {
  std::string out, line;
  bool literal = false;
  const auto flush = [&] {
    if (!line.empty()) out += protect(std::move(line)) + '\n';
    line.clear();
  };
  const auto words = lines_of(text, ' ');
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string word = running(words[i], literal);
    if (!line.empty() && line.size() + 1 + word.size() > kWidth) flush();
    line += (line.empty() ? "" : " ") + word;
    if (word.back() == '.' && i + 1 < words.size() && ascii::is_upper(words[i + 1].front())) flush();
  }
  flush();
  return out;
}

// `--dry-run | --no-dry-run` and `--vpc-ids <value> ...` as arguments of a macro.
std::string option_macros(std::string_view term) {
  std::string out;
  for (const std::string_view word : lines_of(term, ' ')) {
    if (!out.empty()) out += ' ';
    if (word.starts_with("--")) {
      out += "Fl " + std::string(word.substr(1));
    } else if (word == "|") {
      out += '|';
    } else if (word == "...") {
      out += "No ...";
    } else {
      out += "Ar " + escaped(word);
    }
  }
  return out;
}

std::string item(const Block& block) {
  std::string line = ".It ";
  line += block.term.starts_with("--") ? option_macros(block.term) : "Sy " + escaped(block.term);
  if (!block.note.empty()) line += " Pq " + block.note;
  return line + '\n';
}

std::string blocks_mdoc(const std::vector<Block>& blocks);

std::string entry_mdoc(const Block& block) {
  std::string out = item(block) + filled(block.text);
  if (!block.inside.empty()) out += blocks_mdoc(block.inside);
  return out;
}

std::string literal_mdoc(std::string_view text) {
  std::string out = ".Bd -literal -offset indent\n";
  for (const std::string_view line : lines_of(text)) out += protect(escaped(line)) + '\n';
  return out + ".Ed\n";
}

// Consecutive entries form one list.
std::string blocks_mdoc(const std::vector<Block>& blocks) {
  std::string out;
  bool in_list = false;
  bool first = true;
  for (const Block& block : blocks) {
    const bool entry = block.kind == Block::Kind::entry;
    if (in_list && !entry) out += ".El\n";
    if (!in_list && entry) out += ".Bl -tag -width 4n\n";
    if (!entry && block.kind == Block::Kind::paragraph && !first) out += ".Pp\n";
    in_list = entry;
    first = false;
    out += entry                                ? entry_mdoc(block)
           : block.kind == Block::Kind::literal ? literal_mdoc(block.text)
                                                : filled(block.text);
  }
  return in_list ? out + ".El\n" : out;
}

std::string head(const Page& page) {
  std::string summary = page.summary;
  bool literal = false;
  // Manual pages begin the text after `NAME -` in lower case. An acronym keeps its capitals.
  if (summary.size() > 1 && ascii::is_lower(summary[1])) summary[0] = ascii::lower(summary[0]);
  return ".\\\" Made by `ec2mimic man " + page.name + "`; not to be edited.\n.Dd " + std::string(kDate) + "\n.Dt " +
         ascii::upper(page.name) + " 1\n.Os ec2mimic\n.Sh NAME\n.Nm " + page.name + "\n.Nd " +
         running(summary, literal) + '\n';
}

std::string synopsis(const Page& page) {
  std::string out =
      ".Sh SYNOPSIS\n.Nm ec2mimic\n.Op Cm ec2\n.Cm " + page.command.substr(page.command.rfind(' ') + 1) + '\n';
  for (const std::string& option : page.options) {
    if (option.starts_with('[')) {
      out += ".Op " + option_macros(std::string_view(option).substr(1, option.size() - 2)) + '\n';
    } else {
      out += '.' + option_macros(option) + '\n';
    }
  }
  return out;
}

std::string macros_of(const BuiltinOption& option) {
  return ".Op Fl " + std::string(option.name.substr(1)) + (option.takes_value() ? " Ar " + shown(option.value) : "") +
         '\n';
}

std::string macros_of(const BuiltinOperand& operand) {
  const std::string more = operand.repeats ? " ..." : "";
  return (operand.called.empty() ? ".Op Ar " : ".Ar ") + escaped(shown(operand.value)) + more + '\n';
}

// Each form is on its own line. Options follow the operands, except in a command without subcommands.
std::string synopsis(const BuiltinCommand& command) {
  std::string out = ".Sh SYNOPSIS\n";
  for (const BuiltinForm& form : command.forms) {
    const bool has_subcommand = !form.subcommand.empty();
    out += ".Nm ec2mimic\n.Cm " + std::string(command.name) + '\n';
    if (has_subcommand) out += ".Cm " + escaped(form.subcommand) + '\n';
    std::string options, operands;
    for (const BuiltinOption& option : form.options) options += macros_of(option);
    if (command.runs_other) operands = ".Op Fl -\n";
    for (const BuiltinOperand& operand : form.operands) operands += macros_of(operand);
    out += has_subcommand ? operands + options : options + operands;
  }
  return out;
}

std::string references(std::vector<std::string> names) {
  // In the order that mandoc asks for: by section, then by name.
  std::sort(names.begin(), names.end(), [](const std::string& one, const std::string& other) {
    const Reference left = reference_to(one);
    const Reference right = reference_to(other);
    return std::tie(left.section, left.name) < std::tie(right.section, right.name);
  });
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const Reference other = reference_to(names[i]);
    out.append(".Xr ").append(other.name).append({' ', other.section}).append(i + 1 < names.size() ? " ,\n" : "\n");
  }
  return out;
}

// The contents of the slots of ec2mimic.1.in.
std::string operations_slot(BuiltinCommands) {
  std::string out;
  for (const Operation* operation : operations()) {
    out += ".It Xr " + page_name(*operation) + " 1\n" + filled(std::string(operation->summary) + '.');
  }
  return out + ".It Cm " + std::string(kWait) + " Ar waiter\n" + filled(std::string(kWaitSummary) + '.');
}

std::string waiters_slot(BuiltinCommands) {
  std::string out;
  for (const Waiter* waiter : waiters()) {
    out += ".It Cm " + escaped(kebab_case(waiter->name)) + '\n' + filled(waiter_summary(*waiter) + '.');
  }
  return out;
}

std::string builtin_slot(BuiltinCommands commands) {
  std::string out;
  for (const BuiltinCommand* command : commands) {
    out += ".It Xr " + page_name(*command) + " 1\n" + filled(std::string(command->summary) + '.');
  }
  return out;
}

std::string globals_slot(BuiltinCommands) {
  std::string out;
  for (const Block& block : globals_section().blocks) {
    if (block.kind == Block::Kind::entry) out += item(block) + filled(block.text);
  }
  return out;
}

std::string idle_globals_slot(BuiltinCommands) { return filled(globals_section().blocks.back().text); }

std::string environment_slot(BuiltinCommands) {
  std::string out;
  for (const Variable& variable : variables()) {
    out += ".It Ev " + std::string(variable.name) + '\n' + filled(variable.doc);
  }
  return out;
}

std::string seed_members_slot(BuiltinCommands) { return blocks_mdoc(member_entries(seed_shape(), true)); }

std::string seed_example_slot(BuiltinCommands) {
  return blocks_mdoc(example_blocks(embedded("examples/state.5.spec")));
}

std::string see_also_slot(BuiltinCommands commands) {
  std::string out;
  for (const std::string& name : command_pages(commands)) out += ".Xr " + name + " 1 ,\n";
  return out;
}

struct Slot {
  std::string_view line;
  std::string (*fill)(BuiltinCommands commands);
};

constexpr std::array<Slot, 9> kSlots{{
    {".\\\" @operations@", &operations_slot},
    {".\\\" @waiters@", &waiters_slot},
    {".\\\" @builtin-commands@", &builtin_slot},
    {".\\\" @global-options@", &globals_slot},
    {".\\\" @idle-global-options@", &idle_globals_slot},
    {".\\\" @environment@", &environment_slot},
    {".\\\" @see-also@", &see_also_slot},
    {".\\\" @seed-members@", &seed_members_slot},
    {".\\\" @seed-example@", &seed_example_slot},
}};

std::string fill_slot(std::string_view line, BuiltinCommands commands) {
  for (const Slot& slot : kSlots) {
    if (slot.line == line) return slot.fill(commands);
  }
  throw std::logic_error("nothing fills the slot " + std::string(line));
}

}  // namespace

namespace {

std::string page_mdoc(const Page& page, const std::string& synopsis) {
  std::string out = head(page) + synopsis;
  for (const Section& section : page.sections) {
    out += ".Sh " + std::string(section.title) + '\n' + blocks_mdoc(section.blocks);
    // Help lists them instead.
    if (page.takes_globals && section.title == "OPTIONS") {
      out += ".Pp\n" + filled("The global options, such as --region and --state, are described in ec2mimic(1).");
    }
  }
  return page.see_also.empty() ? out : out + ".Sh SEE ALSO\n" + references(page.see_also);
}

std::string page_mdoc(const BuiltinCommand& command) {
  Page page = builtin_page(command, "ec2mimic");
  page.name = page_name(command);
  return page_mdoc(page, synopsis(command));
}

// The only page of another section than 1.
constexpr std::string_view kStatePage = "ec2mimic-state.5";

}  // namespace

std::string page_mdoc(const Page& page) { return page_mdoc(page, synopsis(page)); }

std::string fill_slots(std::string_view text, BuiltinCommands commands) {
  std::string out;
  for (const std::string_view line : lines_of(text)) {
    out += line.starts_with(".\\\" @") ? fill_slot(line, commands) : std::string(line) + '\n';
  }
  return out;
}

std::vector<std::string> manual_pages(BuiltinCommands commands) {
  std::vector<std::string> names{"ec2mimic", std::string(kStatePage)};
  for (std::string& name : command_pages(commands)) names.push_back(std::move(name));
  std::sort(names.begin(), names.end());
  return names;
}

std::string manual_file(std::string_view name) { return std::string(name) + (name == kStatePage ? "" : ".1"); }

std::optional<std::string> manual_source(std::string_view name, BuiltinCommands commands) {
  constexpr std::string_view kPrefix = "ec2mimic-";
  if (name == "ec2mimic") return fill_slots(embedded("man/ec2mimic.1.in"), commands);
  // `create-vpc` will do as well as `ec2mimic-create-vpc`.
  if (name.starts_with(kPrefix)) name.remove_prefix(kPrefix.size());
  if (name == kStatePage.substr(kPrefix.size())) return fill_slots(embedded("man/ec2mimic-state.5.in"), commands);
  constexpr std::string_view kSts = "sts-";
  const Operation* operation =
      name.starts_with(kSts) ? find_operation(name.substr(kSts.size()), Service::sts) : find_operation(name);
  if (operation != nullptr) return page_mdoc(operation_page(*operation));
  if (const BuiltinCommand* command = find_builtin_command(commands, name)) return page_mdoc(*command);
  return std::nullopt;
}

}  // namespace ec2mimic::cli
