// The descriptions of operations, and of the other commands, are complete, consistent and true.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>

#include "cli/args/command_line.h"
#include "cli/args/global_options.h"
#include "cli/builtin/commands.h"
#include "cli/config/variables.h"
#include "cli/data/embedded.h"
#include "cli/errors/failure.h"
#include "cli/help/spec.h"
#include "core/account/default_region.h"
#include "core/operation/registry.h"
#include "tests/unit/cli/test_system.h"

namespace ec2mimic::cli {
namespace {

namespace fs = std::filesystem;
using model::Kind;
using model::Member;
using model::Shape;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The sources in a folder, by path.
std::map<std::string, std::string> sources(const std::string& folder) {
  std::map<std::string, std::string> found;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(EC2MIMIC_SOURCE_DIR) / folder)) {
    const std::string ending = entry.path().extension();
    if (ending == ".cpp" || ending == ".h" || ending == ".spec") found[entry.path()] = read(entry.path());
  }
  return found;
}

using Visit = std::function<void(const std::string& path, const Member& member)>;

void each_member(const std::string& path, const Shape& shape, const Visit& visit) {
  if (shape.kind == Kind::list) return each_member(path, *shape.element, visit);
  for (const Member& member : shape.members) {
    const std::string here = path + '.' + std::string(member.name);
    visit(here, member);
    each_member(here, *member.shape, visit);
  }
}

void each_member(const Operation& operation, const Visit& visit) {
  each_member(std::string(operation.name), *operation.request, visit);
  if (operation.result != nullptr) each_member(std::string(operation.name) + " result", *operation.result, visit);
}

// True for sentences: a capital or a literal at the start, a full stop at the end, no superfluous blanks.
void expect_sentences(const std::string& where, std::string_view text) {
  ASSERT_FALSE(text.empty()) << where;
  EXPECT_TRUE((text[0] >= 'A' && text[0] <= 'Z') || text[0] == '`') << where << ": " << text;
  EXPECT_EQ(text.back(), '.') << where << ": " << text;
  EXPECT_EQ(text.find("  "), std::string_view::npos) << where << ": " << text;
  EXPECT_EQ(std::count(text.begin(), text.end(), '`') % 2, 0) << where << ": " << text;
}

bool is_aws_name(std::string_view name) {
  return !name.empty() && name[0] >= 'A' && name[0] <= 'Z' &&
         std::all_of(name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) != 0; });
}

class EachOperation : public testing::TestWithParam<const Operation*> {
 protected:
  const Operation& operation = *GetParam();
  std::string command = kebab_case(operation.name);
};

INSTANTIATE_TEST_SUITE_P(Sweep, EachOperation, testing::ValuesIn(operations().begin(), operations().end()),
                         [](const auto& tested) { return std::string(tested.param->name); });

TEST_P(EachOperation, HasAConsistentOperationInfo) {
  EXPECT_TRUE(is_aws_name(operation.name));
  EXPECT_TRUE(is_aws_name(operation.request->name));
  EXPECT_EQ(find_operation(command), &operation);
  ASSERT_FALSE(operation.summary.empty());
  EXPECT_TRUE(operation.summary[0] >= 'A' && operation.summary[0] <= 'Z');
  EXPECT_NE(operation.summary.back(), '.');
  EXPECT_LE(operation.summary.size(), 70U);
  std::string_view description = operation.description;
  while (!description.empty()) {
    const std::size_t end = description.find("\n\n");
    expect_sentences(command, description.substr(0, end));
    description.remove_prefix(end == std::string_view::npos ? description.size() : end + 2);
  }
  EXPECT_TRUE(std::is_sorted(operation.errors.begin(), operation.errors.end())) << command;
}

TEST_P(EachOperation, DescribesEveryMember) {
  each_member(operation, [](const std::string& path, const Member& member) {
    EXPECT_TRUE(is_aws_name(member.name)) << path;
    expect_sentences(path, member.doc);
  });
}

// Accounts, users and zones have ids and are no resources.
bool names_a_resource(const Member& member) {
  const std::string_view name = member.name;
  const bool has_parts = member.shape->element != nullptr && member.shape->element->kind == Kind::structure;
  return (name.ends_with("Id") || name.ends_with("Ids")) && !name.ends_with("OwnerId") && !name.ends_with("ZoneId") &&
         name != "ZoneIds" && name != "RequesterId" && name != "UserId" && !has_parts;
}

// True for `vpc`, even if no folder has such a resource yet, and for `rtbassoc-`.
bool is_kind(std::string_view refers) {
  if (std::find(kResourceTypes.begin(), kResourceTypes.end(), refers) != kResourceTypes.end()) return true;
  bool found = false;
  for (const Noun* noun : nouns()) {
    each_member("", *noun->record, [&](const std::string&, const Member& member) {
      found = found || (!refers.empty() && member.traits.part == refers);
    });
  }
  return found;
}

TEST_P(EachOperation, DeclaresWhatTheIdsInItsRequestReferTo) {
  each_member(command, *operation.request, [](const std::string& path, const Member& member) {
    if (member.traits.refers != "*" && (names_a_resource(member) || !member.traits.refers.empty())) {
      EXPECT_TRUE(is_kind(member.traits.refers) || member.traits.no_effect) << path;
    }
  });
}

TEST_P(EachOperation, DeletesTheResourceItsRequestNames) {
  if (operation.deletes == nullptr) return;
  EXPECT_TRUE(operation.name.starts_with("Delete"));
  int ids = 0;
  for (const Member& member : operation.request->members) {
    if (member.traits.refers.empty()) continue;
    EXPECT_EQ(member.traits.refers, operation.deletes->type);
    // One may also be named otherwise, as a security group by its name.
    EXPECT_TRUE(member.traits.required || operation.request->member("GroupName") != nullptr);
    ++ids;
  }
  EXPECT_EQ(ids, 1);
}

void expect_declared_keys(std::string_view record, const Shape& shape) {
  each_member(std::string(record), shape, [](const std::string& path, const Member& member) {
    const model::Traits& traits = member.traits;
    // That of another account can be any text (core/ops/vpc_peering_connection).
    const bool is_peered = path.starts_with("vpc-peering-connections.") && path.ends_with("VpcInfo.VpcId");
    if (names_a_resource(member) && !is_peered) {
      EXPECT_NE(is_kind(traits.refers), traits.part.ends_with('-')) << path;
    }
    if (!traits.refers.empty()) {
      EXPECT_TRUE(is_kind(traits.refers)) << path;
      EXPECT_TRUE(names_a_resource(member)) << path;
    }
    if (traits.prevents_deletion) {
      EXPECT_NE(traits.part, "") << path;
    }
  });
}

TEST(Records, DeclareWhatTheirIdsReferTo) {
  for (const Noun* noun : nouns()) {
    expect_declared_keys(noun->table, *noun->record);
    EXPECT_TRUE(is_kind(noun->type)) << noun->type;
    EXPECT_EQ(noun->companions.owner.empty(), noun->companions.plural.empty()) << noun->type;
  }
  expect_declared_keys(RegionRecord::kTable, model::shape_of<RegionRecord>);
}

TEST(Nouns, NameTheResourceInTheirMessages) {
  for (const Noun* noun : nouns()) {
    EXPECT_NE(noun->not_found("x-1").message.find("x-1"), std::string::npos) << noun->type;
    EXPECT_NE(noun->has_dependencies("x-1").message.find("x-1"), std::string::npos) << noun->type;
  }
}

TEST_P(EachOperation, HasWellFormedAndUniqueOptions) {
  static const std::regex kForm("--[a-z][a-z0-9]*(-[a-z0-9]+)*");
  std::set<std::string> names;
  for (const GlobalOption& global : global_options()) names.emplace(global.name);
  names.insert("--help");
  for (const OperationOption& option : options_of(operation)) {
    for (const std::string& name : {option.name, option.opposite}) {
      if (name.empty()) continue;
      EXPECT_TRUE(std::regex_match(name, kForm)) << name;
      EXPECT_TRUE(names.insert(name).second) << name << " is there twice, or hides a global option";
    }
    if (option.member == nullptr) expect_sentences(option.name, option.doc);
  }
}

TEST_P(EachOperation, DescribesItsFilters) {
  const auto& members = operation.request->members;
  // AWS calls the member Filters, and in a few requests Filter.
  const bool takes_filters = std::any_of(members.begin(), members.end(), [](const Member& member) {
    return member.shape->element == &model::shape_of<Filter>;
  });
  EXPECT_EQ(takes_filters, operation.filters != nullptr);
  if (operation.filters == nullptr) return;
  std::set<std::string_view> names;
  for (const FilterRule& rule : *operation.filters) {
    expect_sentences(command + ' ' + std::string(rule.name), rule.doc);
    EXPECT_TRUE(names.insert(rule.name).second) << rule.name;
  }
}

TEST_P(EachOperation, ListsRelatedCommandsThatExist) {
  std::set<std::string_view> seen;
  for (const std::string_view other : operation.see_also) {
    EXPECT_NE(find_operation(other), nullptr) << other;
    EXPECT_NE(other, command);
    EXPECT_TRUE(seen.insert(other).second) << other;
  }
  EXPECT_FALSE(see_also_of(operation).empty());
}

TEST_P(EachOperation, DoesNotRepeatWhatIsDerived) {
  Operation bare = operation;
  bare.errors = {};
  const auto codes = errors_of(bare);
  for (const std::string_view code : operation.errors) {
    EXPECT_EQ(std::count(codes.begin(), codes.end(), code), 0) << code;
  }
  for (const Folder& folder : folders()) {
    const auto& all = folder.operations;
    if (std::find(all.begin(), all.end(), &operation) == all.end()) continue;
    for (const Operation* other : all) {
      const auto& own = operation.see_also;
      EXPECT_EQ(std::count(own.begin(), own.end(), kebab_case(other->name)), 0) << other->name;
    }
  }
}

TEST_P(EachOperation, ListsOnlyErrorsThatTheSourcesReturn) {
  static const auto kCore = sources("core");
  for (const std::string_view code : operation.errors) {
    const std::string quoted = '"' + std::string(code) + '"';
    bool found = false;
    for (const auto& [path, text] : kCore) {
      // Found where an error is created, not just in a kErrors list.
      const std::regex lists("kErrors\\[\\] = \\{[^}]*\\}");
      if (text.find(quoted) == std::string::npos) continue;
      found = found || std::regex_replace(text, lists, "").find(quoted) != std::string::npos;
    }
    EXPECT_TRUE(found) << command << ": nothing answers " << code;
  }
}

TEST_P(EachOperation, HasExamplesAndATest) {
  const std::string_view text = embedded("examples/" + command + ".spec");
  ASSERT_FALSE(text.empty()) << "there is no man/examples/" << command << ".spec";
  const Spec spec = parse_spec(text);
  EXPECT_EQ(spec.steps.at(0).command, "ec2mimic state seed blog");
  EXPECT_TRUE(spec.steps.at(0).before.empty());
  EXPECT_TRUE(std::any_of(spec.steps.begin(), spec.steps.end(),
                          [&](const SpecStep& step) { return step.command.starts_with("ec2mimic " + command); }));
  EXPECT_NE(spec.steps.back().out + spec.steps.back().err, "") << "the last example shows nothing";
  static const auto kTests = sources("tests");
  EXPECT_TRUE(std::any_of(kTests.begin(), kTests.end(),
                          [&](const auto& file) {
                            return file.second.find(command) != std::string::npos ||
                                   file.second.find(operation.name) != std::string::npos;
                          }))
      << "no test mentions " << command;
}

TEST(Examples, AllBelongToAnOperationOrCommand) {
  for (const EmbeddedText& text : embedded_texts()) {
    constexpr std::string_view kGroup = "examples/";
    if (!text.name.starts_with(kGroup)) continue;
    const std::string_view name = text.name.substr(kGroup.size());
    const std::string_view command = name.substr(0, name.find('.'));
    EXPECT_TRUE(find_operation(command) != nullptr || find_builtin_command(command) != nullptr) << name;
  }
}

TEST(Texts, AreNotSharedBetweenOperationsByAccident) {
  std::map<std::string_view, std::string_view> owners;
  for (const Operation* operation : operations()) {
    for (const std::string_view text : {operation->summary, operation->description}) {
      const auto [first, fresh] = owners.emplace(text, operation->name);
      EXPECT_TRUE(fresh) << operation->name << " says what " << first->second << " says: " << text;
    }
  }
}

TEST(GlobalOptions, AreDescribed) {
  for (const GlobalOption& option : global_options()) {
    expect_sentences(std::string(option.name), option.doc);
    EXPECT_EQ(option.kind == GlobalOption::Kind::idle, option.doc.starts_with("No effect")) << option.name;
  }
}

// The choices are written twice: for completion and help, and for the parser and AWS's errors.
TEST(GlobalOptions, ListTheirChoicesInTheirPlaceholders) {
  for (const GlobalOption& option : global_options()) {
    if (option.choices.empty()) continue;
    std::set<std::string_view> named;
    for (std::string_view rest = option.value; !rest.empty();) {
      const std::size_t end = rest.find('|');
      named.insert(rest.substr(0, end));
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    EXPECT_EQ(named, std::set<std::string_view>(option.choices.begin(), option.choices.end())) << option.name;
  }
}

TEST(Environment, VariablesThatAreReadAreAllDescribed) {
  std::set<std::string> read_ones;
  const std::regex kRead(R"re((?:variable|filled|getenv)\("([A-Z0-9_]+)"\))re");
  for (const auto& [path, text] : sources("cli")) {
    for (auto it = std::sregex_iterator(text.begin(), text.end(), kRead); it != std::sregex_iterator(); ++it) {
      read_ones.insert((*it)[1]);
    }
  }
  std::set<std::string> described;
  for (const Variable& variable : variables()) {
    expect_sentences(std::string(variable.name), variable.doc);
    described.emplace(variable.name);
  }
  EXPECT_EQ(described, read_ones);
}

// Some things must be decided or done in one place only: lists which files may call what.
TEST(Sources, MakeEachDecisionInOnePlace) {
  const std::map<std::string, std::set<std::string>> kPlaces{
      {".write_out(", {"output/stdout.cpp"}},      // whatever goes to standard output
      {"print_help(", {"dispatch.cpp"}},           // help
      {"\"NO_COLOR\")", {"config/settings.cpp"}},  // colours
      // the words of the line, and of a line that `tokens explain` is asked about
      {"read_typed(", {"builtin/explanation.cpp", "run.cpp"}},
  };
  std::map<std::string, std::set<std::string>> found;
  for (const auto& [path, text] : sources("cli")) {
    if (!path.ends_with(".cpp")) continue;
    for (const auto& [call, places] : kPlaces) {
      const std::string file = path.substr(path.find("/cli/") + 5);
      const bool is_definition = file == "help/help.cpp" || file == "args/typed.cpp";
      if (!is_definition && text.find(call) != std::string::npos) found[call].insert(file);
    }
  }
  EXPECT_EQ(found, kPlaces);
}

TEST(BuiltinCommands, AreDescribedAndDoNotHideAnOperation) {
  for (const BuiltinCommand* command : builtin_commands()) {
    EXPECT_EQ(find_operation(command->name), nullptr) << command->name;
    ASSERT_FALSE(command->summary.empty()) << command->name;
    EXPECT_NE(command->summary.back(), '.') << command->name;
  }
}

class EachBuiltinCommand : public testing::TestWithParam<const BuiltinCommand*> {};

TEST_P(EachBuiltinCommand, DescribesItselfAndItsOptions) {
  const BuiltinCommand& command = *GetParam();
  EXPECT_TRUE(command.description.ends_with('.')) << command.description;
  EXPECT_TRUE(!command.service.has_value() || command.unknown_word != nullptr);
  for (const BuiltinOption& option : command.options) {
    expect_sentences(std::string(option.name), option.doc);
    EXPECT_NE(usage_of(command).find('[' + std::string(option.name)), std::string::npos) << option.name;
  }
  // Only the first form may have no subcommand, and the only one of a command that is not a service must have none.
  EXPECT_TRUE(command.forms.size() > 1 || command.service || command.forms.front().subcommand.empty());
  for (const BuiltinForm& form : command.forms) {
    EXPECT_TRUE(!form.subcommand.empty() || &form == command.forms.data());
    EXPECT_NE(form.run == nullptr, !command.service.has_value()) << form.subcommand;
    for (const BuiltinOption& option : form.options) EXPECT_NE(find_builtin_option(command, option.name), nullptr);
  }
}

TEST_P(EachBuiltinCommand, DocumentsItsExitCodes) {
  std::string codes;
  for (const ExitDoc& exit : GetParam()->exits) {
    expect_sentences(std::string(exit.code), exit.doc);
    codes += std::string(exit.code) + ' ';
  }
  EXPECT_TRUE(codes.starts_with("0 ") || GetParam()->runs_other) << codes;
  EXPECT_NE(codes.find("252 "), std::string::npos) << codes;
}

TEST_P(EachBuiltinCommand, HasExamplesThatRun) {
  const std::string name(GetParam()->name);
  const Spec spec = parse_spec(embedded("examples/" + name + ".spec"));
  ASSERT_FALSE(spec.steps.empty()) << "there is no man/examples/" << name << ".spec";
  EXPECT_TRUE(spec.steps.front().before.front().starts_with("# ")) << "prose says what the example shows";
  EXPECT_TRUE(std::any_of(spec.steps.begin(), spec.steps.end(), [&](const SpecStep& step) {
    return step.command.find("ec2mimic " + name) != std::string::npos;
  }));
}

INSTANTIATE_TEST_SUITE_P(Sweep, EachBuiltinCommand,
                         testing::ValuesIn(builtin_commands().begin(), builtin_commands().end()),
                         [](const auto& each) { return std::string(each.param->name); });

}  // namespace
}  // namespace ec2mimic::cli
