#include "cli/call/pagination.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "cli/errors/failure.h"
#include "cli/python/json.h"
#include "cli/python/text.h"
#include "cli/python/value.h"
#include "core/operation/registry.h"
#include "core/text/base64.h"

namespace ec2mimic::cli {
namespace {

constexpr const char* kSize = "MaxResults";
constexpr const char* kShown = "boto_truncate_amount";
constexpr std::string_view kPartsSeparator = "___";
constexpr std::int64_t kEnough = std::int64_t{1} << 60;

// Where to start: the token of a page, and how many of its items to skip, because they were shown before.
struct Start {
  Json token = nullptr;
  std::int64_t shown = 0;
};

// Limits a count to far more than any page holds, so that the sum of two cannot overflow.
std::int64_t bounded(std::int64_t count) { return std::clamp(count, -kEnough, kEnough); }

// `tok3___1`: the format of older clients. Without `___` it is a token of the service.
Start read_plain_start(const std::string& token) {
  const auto bad = [&] { return failures::general("Bad starting token: " + token); };
  const std::size_t end = token.find(kPartsSeparator);
  if (end == std::string::npos) return {token, 0};
  const std::string shown = token.substr(end + kPartsSeparator.size());
  if (shown.find(kPartsSeparator) != std::string::npos) throw bad();
  const python::Integer read = python::integer(shown);
  if (read.outcome != python::Integer::Outcome::read) throw bad();
  return {token.substr(0, end), bounded(read.value)};
}

Start read_start(const std::string& token) {
  if (token.empty()) return {};
  const auto text = from_base64(token);
  if (!text || !python::is_utf8(*text)) return read_plain_start(token);
  try {
    Json document = python::load_json(*text);
    // The tokens of the service itself are base64 of JSON here, too.
    if (!document.is_object() || !document.contains(kNextToken)) return {token, 0};
    const Json shown = document.value(kShown, Json(0));
    if (!shown.is_number_integer()) {
      throw failures::general("slice indices must be integers or None or have an __index__ method");
    }
    return {std::move(document[kNextToken]), bounded(shown.get<std::int64_t>())};
  } catch (const python::JsonError&) {
    return read_plain_start(token);
  }
}

// Written as by Python's json.dumps, whose spacing differs from nlohmann's dump().
std::string stop_token(const Json& page, std::optional<std::int64_t> shown) {
  std::string text = "{\"" + std::string(kNextToken) + "\": " + python::dumps(page);
  if (shown) text += ", \"" + std::string(kShown) + "\": " + std::to_string(*shown);
  return to_base64(text + '}');
}

std::optional<std::int64_t> number(const CommandLine& line, std::string_view name) {
  const OptionValue* given = find_option(line.given, name);
  if (given == nullptr) return std::nullopt;
  const std::string& text = given->values.front();
  const python::Integer read = python::integer(text);
  if (read.outcome == python::Integer::Outcome::read) return read.value;
  throw failures::bad_usage("argument " + std::string(name) +
                            ": invalid int value: " + python::repr(std::string_view(text)));
}

// The position that an index means in a Python slice: negative indices count from the end, and all are clamped.
std::ptrdiff_t place(std::int64_t index, std::size_t size) {
  const auto count = static_cast<std::int64_t>(size);
  return std::clamp(index < 0 ? index + count : index, std::int64_t{0}, count);
}

void drop_first(Json& items, std::int64_t count) {
  if (!items.is_array()) return;
  items.erase(items.begin(), items.begin() + place(count, items.size()));
}

void keep_first(Json& items, std::int64_t count) {
  if (!items.is_array()) return;
  items.erase(items.begin() + place(count, items.size()), items.end());
}

std::int64_t size_of(const Json& page, const std::string& list) {
  const auto items = page.find(list);
  return items != page.end() && items->is_array() ? static_cast<std::int64_t>(items->size()) : 0;
}

Json next_token(const Json& page) {
  const auto token = page.find(kNextToken);
  return token != page.end() && python::is_true(*token) ? *token : Json(nullptr);
}

void put_token(Json& request, const Json& token) {
  // botocore treats the text `None` as no token.
  if (token.is_null() || token == "None") {
    request.erase(kNextToken);
  } else {
    request[kNextToken] = token;
  }
}

}  // namespace

std::string page_list(const Operation& operation) {
  for (const model::Member& member : operation.result->members) {
    if (member.shape->kind == model::Kind::list) return std::string(member.name);
  }
  return {};
}

bool asks_for_a_page(const Json& request) { return request.contains(kNextToken) || request.contains(kSize); }

Pagination read_pagination(const Operation& operation, const CommandLine& line, bool paginate) {
  Pagination pagination;
  if (!has_pages(operation)) return pagination;
  pagination.page_size = number(line, "--page-size");
  pagination.max_items = number(line, "--max-items");
  const OptionValue* start = find_option(line.given, "--starting-token");
  if (start != nullptr) pagination.starting_token = start->values.front();
  pagination.on = paginate && find_option(line.given, "--next-token") == nullptr &&
                  find_option(line.given, "--max-results") == nullptr;
  if (pagination.on) return pagination;
  // An empty or zero value counts as not given here.
  std::string clash;
  const auto add = [&](std::string_view name) { clash += (clash.empty() ? "" : ", ") + std::string(name); };
  if (!pagination.starting_token.empty()) add("--starting-token");
  if (pagination.page_size.value_or(0) != 0) add("--page-size");
  if (pagination.max_items.value_or(0) != 0) add("--max-items");
  if (clash.empty()) return pagination;
  throw failures::refused("Cannot specify --no-paginate along with pagination arguments: " + clash);
}

void send_pagination_options(const CommandLine& line, Json& request) {
  for (const std::string_view name : {"--starting-token", "--page-size", "--max-items"}) {
    // The AWS CLI leaves its own options in the request then, where validation refuses them as unknown.
    if (find_option(line.given, name) != nullptr) request["PaginationConfig"] = Json::object();
  }
}

std::optional<std::string> walk_pages(const Operation& operation, Json request, const Pagination& pagination,
                                      const CallPage& call, const TakePage& take) {
  const std::string list = page_list(operation);
  Start at = read_start(pagination.starting_token);
  put_token(request, at.token);
  if (pagination.page_size) request[kSize] = *pagination.page_size;
  const std::int64_t most = pagination.max_items ? bounded(*pagination.max_items) : INT64_MAX;
  std::int64_t seen = 0;
  for (Json before = nullptr;;) {
    Json page = call(request);
    if (at.shown != 0) drop_first(page[list], at.shown);
    const std::int64_t count = size_of(page, list);
    if (seen + count > most) {
      // The service has no token for a place within a page, so the token names this page and how much of it was shown.
      const std::int64_t kept = most - seen;
      keep_first(page[list], kept);
      take(std::move(page));
      return stop_token(at.token, kept + at.shown);
    }
    seen += count;
    Json next = next_token(page);
    take(std::move(page));
    if (next.is_null()) return std::nullopt;
    if (seen == most) return stop_token(next, std::nullopt);
    // Otherwise a service that repeats itself would be asked for ever. botocore checks the same.
    if (next == before) {
      throw failures::general(
          "Error during pagination: The same next token was received twice: {'NextToken': " + python::repr(next) + '}');
    }
    put_token(request, next);
    before = next;
    at = {std::move(next), 0};
  }
}

Json join_pages(const Operation& operation, Json request, const Pagination& pagination, const CallPage& call) {
  const std::string list = page_list(operation);
  Json joined = Json::object();
  const auto token = walk_pages(operation, std::move(request), pagination, call, [&](Json page) {
    const auto more = page.find(list);
    if (more == page.end() || !more->is_array()) return;
    Json& all = joined[list];
    if (all.is_null()) {
      all = std::move(*more);
    } else {
      for (Json& item : *more) all.push_back(std::move(item));
    }
  });
  if (token) joined[kNextToken] = *token;
  return joined;
}

void warn_of_max_items(const Pagination& pagination, System& system) {
  if (!pagination.max_items || *pagination.max_items > 0) return;
  system.streams.write_error("warning: Non-positive values for --max-items may result in undefined behavior.\n");
}

}  // namespace ec2mimic::cli
