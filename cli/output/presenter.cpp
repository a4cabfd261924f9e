#include "cli/output/presenter.h"

#include <string>
#include <utility>

#include "cli/errors/failure.h"
#include "cli/output/render.h"
#include "cli/query/budget.h"

namespace ec2mimic::cli {

Presenter::Presenter(System& system, const Settings& settings, std::optional<std::string_view> query)
    : system_(system), settings_(settings), output_(system, [&settings] { return settings.pager(); }) {
  if (!query) return;
  try {
    query_.emplace(*query);
  } catch (const query::SyntaxError& error) {
    throw failures::refused("Bad value for --query " + std::string(*query) + ": " + error.message());
  }
}

void Presenter::prepare() const {
  settings_.check_output();
  system_.colours_on = settings_.output() == "table" && settings_.colours();
}

void Presenter::show(Json answer, std::string_view operation) const {
  const Json& document = system_.answer = std::move(answer);
  prepare();
  const std::string format = settings_.output();
  if (format == "off") return;  // not even the query is evaluated
  Rendering how{.format = format, .title = operation};
  if (format == "table") {  // only tables depend on the terminal
    how.width = system_.streams.width();
    const bool is_paged = system_.streams.out_is_terminal() && settings_.pager();
    if (system_.colours_on) how.colour = is_paged ? Colour::cells : Colour::writes;
  }
  std::string text;
  try {
    if (query_) {
      const bool has_aliases = format == "yaml" || format == "yaml-stream";
      const query::Result result = query_->search(document, has_aliases ? &how.identities : nullptr);
      // The result of the query and its text share one limit.
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
    output_.write(text);
    throw;
  }
  output_.write(text);
}

bool Presenter::shows_items() const { return !query_ && settings_.output() == "json"; }

void Presenter::show(const std::deque<std::string>& blocks) const {
  for (const std::string& block : blocks) output_.write(block);
}

}  // namespace ec2mimic::cli
