#include "cli/output/answers.h"

#include <string>
#include <utility>

#include "cli/errors/failure.h"
#include "cli/output/print.h"
#include "cli/output/render.h"
#include "cli/query/budget.h"

namespace ec2mimic::cli {

Answers::Answers(World& world, const Globals& globals, const Settings& settings)
    : world_(world), globals_(globals), settings_(settings) {
  if (!globals.query) return;
  try {
    query_.emplace(*globals.query);
  } catch (const query::SyntaxError& error) {
    throw failures::refused("Bad value for --query " + std::string(*globals.query) + ": " + error.message());
  }
}

void Answers::show(Json answer, std::string_view operation) const {
  const Json& document = world_.answer = std::move(answer);
  settings_.check_output();
  const std::string format = settings_.output();
  if (format == "off") return;  // not even the query is tried
  Rendering how{.format = format, .title = operation};
  if (format == "table") {  // the others ask nothing of the terminal
    const std::string_view colour = globals_.color.value_or("auto");
    how.width = world_.streams.width();
    how.colour = colour == "on" || (colour == "auto" && world_.streams.out_is_terminal());
  }
  std::string text;
  try {
    if (query_) {
      const query::Result result = query_->search(document);
      how.room = Room(query::kMostBytes - result.bytes());
      append_rendered(text, result.document(), how);
    } else {
      append_rendered(text, document, how);
    }
  } catch (const query::EvaluationError& error) {
    throw failures::general(error.message());
  } catch (const TextTooLarge& error) {
    throw failures::general(error.what());
  } catch (const Failure&) {
    print_text(text);
    throw;
  }
  print_text(text);
}

void Answers::print_text(std::string_view text) const {
  if (!world_.streams.out_is_terminal()) return print(world_, text);
  if (!output_) output_.emplace(world_, settings_.pager());
  output_->write(text);
}

}  // namespace ec2mimic::cli
