// `ec2mimic query`: shows a saved response as the AWS CLI would have shown it.
#include <string>
#include <utility>

#include "cli/args/command_line.h"
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

}  // namespace

int run_query(const Invocation& call) {
  const BuiltinLine line = read_builtin_line("query", call.typed.rest);
  const Presenter presenter(call.system, call.settings, expression_of(call.typed.globals, line.words));
  presenter.show(read_document(call.system.streams), title_of(find_option(line.given, "--operation")));
  return kSuccess;
}

}  // namespace ec2mimic::cli
