// `ec2mimic query`: shows a saved response as the AWS CLI would have shown it.
#include <array>
#include <string>
#include <utility>

#include "cli/args/command_line.h"
#include "cli/builtin/commands.h"
#include "cli/call/invocation.h"
#include "cli/errors/failure.h"
#include "cli/output/presenter.h"
#include "cli/python/json.h"
#include "cli/python/text.h"
#include "core/operation/registry.h"

namespace ec2mimic::cli {
namespace {

// The title of a table if the operation is not named.
constexpr std::string_view kTitle = "Query";

// The same limit as for a state. In memory a document takes about twice the size of its text, at worst twenty times.
constexpr std::size_t kLargestDocument = std::size_t{1} << 30;

std::optional<std::string_view> expression_of(const GlobalOptions& globals, const std::vector<std::string>& words) {
  if (words.empty()) return globals.query;
  if (globals.query) throw failures::refused("The expression is given twice: as an argument and with --query.");
  return words.front();
}

// An operation may be given by its AWS name or its command name; any other text is used as the title.
std::string_view title_of(const OptionValue* operation) {
  if (operation == nullptr) return kTitle;
  const std::string& name = operation->values.front();
  const Operation* known = find_operation(name);
  return known != nullptr ? known->name : std::string_view(name);
}

Json read_document(Streams& streams) {
  const std::string text = streams.read_in(kLargestDocument);
  try {
    python::check_utf8(text);
    return python::load_json(text, python::LargeIntegers::kept);
  } catch (const python::JsonError& error) {
    throw failures::general("Standard input is not a JSON document: " + std::string(error.what()));
  }
}

int show_document(const Invocation& call, const BuiltinLine& line) {
  const Presenter presenter(call.system, call.settings, expression_of(call.typed.globals, line.words));
  presenter.show(read_document(call.system.streams), title_of(find_option(line.given, "--operation")));
  return kSuccess;
}

constexpr std::array<BuiltinOption, 1> kQueryOptions{{{"--operation",
                                                       {.placeholder = "NAME"},
                                                       "The operation that the document is an answer of, such as "
                                                       "describe-vpcs. With `--output table` it is the title."}}};
constexpr std::array<BuiltinOperand, 1> kQueryOperands{{{{.placeholder = "EXPRESSION"}}}};
constexpr std::array<BuiltinForm, 1> kQueryForms{
    {{.run = &show_document, .operands = kQueryOperands, .options = kQueryOptions}}};
constexpr std::array<ExitDoc, 3> kQueryExits{{
    {"0", "The document was shown."},
    {"252", "The command line is wrong, or the expression does not parse."},
    {"255", "Standard input is not JSON, or the expression does not apply to it."},
}};

}  // namespace

constinit const BuiltinCommand kQuery{
    .name = "query",
    .summary = "Formats a JSON document of up to 1 GiB as an answer, filtered by an expression",
    .description =
        "The document is read from standard input. EXPRESSION is JMESPath, as in --query; --output chooses "
        "the format.",
    .forms = kQueryForms,
    .options = kQueryOptions,
    .exits = kQueryExits};

}  // namespace ec2mimic::cli
