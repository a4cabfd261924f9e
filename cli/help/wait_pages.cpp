#include "cli/help/wait_pages.h"

#include <algorithm>
#include <string>

#include "core/operation/registry.h"

namespace ec2mimic::cli {
namespace {

std::string condition(const Acceptor& acceptor) {
  const std::string expected(acceptor.expected);
  const std::string argument(acceptor.argument);
  switch (acceptor.matcher) {
    case Acceptor::Matcher::path:
      return "`" + argument + "` is " + (expected.empty() ? "true" : expected);
    case Acceptor::Matcher::path_all:
      return "all of `" + argument + "` are " + expected;
    case Acceptor::Matcher::path_any:
      return "any of `" + argument + "` is " + expected;
    case Acceptor::Matcher::status:
      return "the call succeeds";
    case Acceptor::Matcher::error:
      return "the call is refused with " + expected;
  }
  return {};
}

std::string conditions(const Waiter& waiter, Acceptor::State state) {
  std::string text;
  for (const Acceptor& acceptor : waiter.acceptors) {
    if (acceptor.state == state) text += (text.empty() ? "" : ", or ") + condition(acceptor);
  }
  return text;
}

}  // namespace

std::string waiter_summary(const Waiter& waiter) {
  return "Polls " + kebab_case(waiter.operation) + " until " + conditions(waiter, Acceptor::State::success);
}

Page waiters_page(std::string_view program) {
  const std::string name(program);
  Page page{name + " ec2 wait", std::string(kWaitSummary), name + " ec2 wait WAITER [OPTION ...]", {}, {}, {}};
  page.sections.push_back(
      {"DESCRIPTION",
       {paragraph("Polls an operation until the waiter's condition holds, and prints nothing. The exit code is "
                  "then 0; it is 255 if the attempts run out. Nothing changes here by itself, so the polls follow one "
                  "another at once, unless EC2MIMIC_TRANSITIONS is real: then it sleeps as AWS's client does.")}});
  Section section{"AVAILABLE COMMANDS"};
  for (const Waiter* waiter : waiters()) {
    section.blocks.push_back({Block::Kind::entry, waiter_summary(*waiter) + '.', kebab_case(waiter->name), {}, {}});
  }
  page.sections.push_back(std::move(section));
  return page;
}

Page waiter_page(const Waiter& waiter, std::string_view program) {
  const std::string name(program);
  const std::string command = kebab_case(waiter.name);
  Page page{command, waiter_summary(waiter), name + " ec2 wait " + command + " [OPTION ...]", {}, {}, {}};
  std::string text = waiter_summary(waiter) + ", at most " + std::to_string(waiter.max_attempts) +
                     " times. AWS's client sleeps for " + std::to_string(waiter.delay) +
                     " s between two polls. So does this one if EC2MIMIC_TRANSITIONS is real; otherwise nothing "
                     "changes in the meantime.";
  const std::string ends = conditions(waiter, Acceptor::State::failure);
  if (!ends.empty()) text += " It gives up at once if " + ends + '.';
  page.sections.push_back({"DESCRIPTION", {paragraph(std::move(text))}});
  page.sections.push_back(
      {"OPTIONS", {paragraph("Those of " + kebab_case(waiter.operation) + ", except the ones that join pages.")}});
  page.see_also = {"ec2mimic-" + kebab_case(waiter.operation)};
  return page;
}

}  // namespace ec2mimic::cli
