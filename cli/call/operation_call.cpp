#include "cli/call/operation_call.h"

#include <optional>
#include <string>
#include <utility>

#include "cli/args/protocol_words.h"
#include "cli/args/values.h"
#include "cli/call/pagination.h"
#include "cli/call/service_call.h"
#include "cli/call/skeleton.h"
#include "cli/call/wire_times.h"
#include "cli/errors/failure.h"
#include "cli/output/json.h"

namespace ec2mimic::cli {
namespace {

// The items of all pages, as JSON.
class JsonItems final : public Items {
 public:
  void add(const model::Shape& shape, const void* item) override { text_.add(shape, item); }
  void add(Json item) override { text_.add(item); }

  [[nodiscard]] JsonListText& text() { return text_; }

 private:
  JsonListText text_{};
};

Json only_lists(Json& page, const PageLists& lists) {
  Json shown = {{lists.counted, page.contains(lists.counted) ? std::move(page[lists.counted]) : Json()}};
  for (const std::string& list : lists.beside) shown[list] = page.contains(list) ? std::move(page[list]) : Json();
  return shown;
}

// Text shows each page as it arrives, and finally the token on its own; yaml-stream shows each page as the service
// returned it; all other formats join the pages. Where nothing but the text of JSON is wanted, each item becomes text
// at once, so that a long list takes no more memory than its text.
void show_pages(const Operation& operation, const Json& request, const Pagination& pagination, const CallPage& call,
                const Presenter& presenter, std::string_view format) {
  if (format == "yaml-stream") {
    walk_pages(operation, request, pagination, call,
               [&](Json page) { presenter.show(std::move(page), operation.name); });
  } else if (format == "text") {
    const PageLists lists = page_lists(operation);
    const auto token = walk_pages(operation, request, pagination, call,
                                  [&](Json page) { presenter.show(only_lists(page, lists), operation.name); });
    if (token) presenter.show({{kNextToken, {{kNextToken, *token}}}}, operation.name);
  } else if (presenter.shows_items() && page_lists(operation).beside.empty()) {
    JsonItems items;
    const Walked walked = walk_items(operation, request, pagination, call, items);
    presenter.show(items.text().finish(walked.has_list ? page_lists(operation).counted : "", kNextToken, walked.token));
  } else {
    presenter.show(join_pages(operation, request, pagination, call), operation.name);
  }
}

}  // namespace

int run_operation(const Invocation& invocation, const Operation& operation, const CommandLine& line) {
  System& system = invocation.system;
  const Presenter& presenter = invocation.presenter;
  const bool joins = joins_pages(operation, line, !invocation.typed.globals.no_paginate);
  Json request = read_values(line, system);
  const Skeleton skeleton = skeleton_of(line);
  // Before any setting is read, because skeletons of requests need no region.
  if (print_input_skeleton(system, operation, skeleton)) return kSuccess;
  warn_of_max_items(line, system);
  ServiceCall caller(invocation, operation);
  if (skeleton == Skeleton::output) {
    presenter.show(output_skeleton(operation, request), operation.name);
    return kSuccess;
  }
  replace_protocol_word(operation, request);
  fill_token(operation, request, system.identifiers);
  const bool has_wire_times = operation.result != nullptr && shows_wire_times(invocation.settings);
  const auto call = [&](const Json& page, const TakeElement& take) {
    if (!has_wire_times) return caller.call(page, take);
    Json response = caller.call(page);
    put_wire_times(*operation.result, response);
    return response;
  };
  if (joins && !asks_for_a_page(request)) {  // --cli-input-json may request a single page as well
    const Pagination pagination = take_pagination(request);
    caller.share_state();
    // The AWS CLI checks the format when it is about to print: before the first of several pages, but after a single
    // call.
    presenter.prepare();
    show_pages(operation, request, pagination, call, presenter, invocation.settings.output());
  } else {
    presenter.show(call(request, {}), operation.name);
  }
  return kSuccess;
}

}  // namespace ec2mimic::cli
