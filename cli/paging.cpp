#include "cli/paging.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "cli/python.h"
#include "cli/python_json.h"
#include "cli/voice.h"

namespace ec2mimic::cli {
namespace {

constexpr const char* kSize = "MaxResults";
constexpr const char* kShown = "boto_truncate_amount";
constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::string to_base64(std::string_view text) {
  std::string coded;
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    bits = bits << 8 | static_cast<unsigned char>(c);
    for (count += 8; count >= 6; count -= 6) coded += kDigits[bits >> (count - 6) & 63];
  }
  if (count > 0) coded += kDigits[bits << (6 - count) & 63];
  coded.append((4 - coded.size() % 4) % 4, '=');
  return coded;
}

// Nothing if the text is not base64.
std::optional<std::string> from_base64(std::string_view coded) {
  if (coded.size() % 4 != 0) return std::nullopt;
  while (coded.ends_with('=')) coded.remove_suffix(1);
  std::string text;
  unsigned bits = 0;
  int count = 0;
  for (const char c : coded) {
    const std::size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    bits = bits << 6 | static_cast<unsigned>(digit);
    if ((count += 6) >= 8) text += static_cast<char>(bits >> (count -= 8) & 255);
  }
  return text;
}

// Where joining begins: the token of a page and how many of its items were shown before.
struct Start {
  Json token = nullptr;
  std::int64_t shown = 0;
};

// What the AWS CLI handed out in its early days: `token___3`, or `None` for the first page.
Start read_old_start(const std::string& token) {
  constexpr std::string_view kBetween = "___";
  std::string page = token;
  Start start;
  const std::size_t at = token.find(kBetween);
  if (at != std::string::npos && token.find(kBetween, at + 1) == std::string::npos) {
    const python::Integer shown = python::integer(std::string_view(token).substr(at + kBetween.size()));
    if (shown.outcome == python::Integer::Outcome::read) {
      start.shown = shown.value;
      page.resize(at);
    }
  }
  if (page != "None") start.token = page;
  return start;
}

// A token of ours, or one of the service, which is taken as it is.
Start read_start(const std::string& token) {
  const auto text = from_base64(token);
  if (!text || !python::is_utf8(*text)) return read_old_start(token);
  try {
    const Json document = python::load_json(*text);
    if (!document.is_object()) return read_old_start(token);
    const Json shown = document.value(kShown, Json(0));
    return {document.value(kNextToken, Json()), shown.is_number_integer() ? shown.get<std::int64_t>() : 0};
  } catch (const python::JsonError&) {
    return read_old_start(token);
  }
}

// Python's json.dumps, which differs from nlohmann's in its blanks.
std::string stop_token(const Json& page, std::optional<std::int64_t> shown) {
  std::string text = "{\"" + std::string(kNextToken) + "\": " + page.dump();
  if (shown) text += ", \"" + std::string(kShown) + "\": " + std::to_string(*shown);
  return to_base64(text + '}');
}

// Python's list[:count] and list[count:], which count from the end where they are negative.
std::int64_t place(const Json& list, std::int64_t count) {
  const auto size = std::ssize(list);
  return std::clamp<std::int64_t>(count < 0 ? count + size : count, 0, size);
}

void keep_front(Json& list, std::int64_t count) { list.erase(list.begin() + place(list, count), list.end()); }
void drop_front(Json& list, std::int64_t count) { list.erase(list.begin(), list.begin() + place(list, count)); }

std::optional<std::int64_t> number(const CommandLine& line, std::string_view name) {
  const Given* given = find(line.given, name);
  if (given == nullptr) return std::nullopt;
  const std::string& text = given->values.front();
  const python::Integer read = python::integer(text);
  if (read.outcome == python::Integer::Outcome::read) return read.value;
  throw failures::bad_usage("argument " + std::string(name) + ": invalid int value: " + python::repr(text));
}

}  // namespace

bool has_pages(const Operation& operation) {
  return operation.request->member(kNextToken) != nullptr && operation.request->member(kSize) != nullptr;
}

Paging read_paging(const Operation& operation, const CommandLine& line, const Json& request, bool paginate) {
  Paging paging;
  if (!has_pages(operation)) return paging;
  paging.page_size = number(line, "--page-size");
  paging.max_items = number(line, "--max-items");
  const Given* start = find(line.given, "--starting-token");
  if (start != nullptr) paging.starting_token = start->values.front();
  paging.on = paginate && !request.contains(kNextToken) && !request.contains(kSize);
  if (paging.on) return paging;
  std::string clash;
  for (const std::string_view name : {"--starting-token", "--page-size", "--max-items"}) {
    if (find(line.given, name) != nullptr) clash += (clash.empty() ? "" : ", ") + std::string(name);
  }
  if (clash.empty()) return paging;
  throw failures::refused("Cannot specify --no-paginate along with pagination arguments: " + clash);
}

std::string page_list(const Operation& operation) {
  for (const model::Member& member : operation.result->members) {
    if (member.shape->kind == model::Kind::list) return std::string(member.name);
  }
  return {};
}

std::optional<std::string> walk_pages(const Operation& operation, Json request, const Paging& paging,
                                      const CallPage& call, const TakePage& take) {
  const std::string list = page_list(operation);
  Start start;
  if (paging.starting_token) start = read_start(*paging.starting_token);
  if (paging.page_size) request[kSize] = *paging.page_size;
  std::int64_t taken = 0;
  for (Json token = start.token;; start.shown = 0) {
    if (!token.is_null()) request[kNextToken] = token;
    Json page = call(request);
    if (start.shown != 0 && page.contains(list)) drop_front(page[list], start.shown);
    const std::int64_t size = page.contains(list) ? std::ssize(page[list]) : 0;
    const std::int64_t surplus = paging.max_items ? taken + size - *paging.max_items : 0;
    if (surplus > 0) {
      keep_front(page[list], size - surplus);
      take(std::move(page));
      return stop_token(token, size - surplus + start.shown);
    }
    taken += size;
    const Json next = page.value(kNextToken, Json());
    take(std::move(page));
    if (next.is_null()) return std::nullopt;
    if (paging.max_items && taken == *paging.max_items) return stop_token(next, std::nullopt);
    token = next;
  }
}

Json join_pages(const Operation& operation, const Json& request, const Paging& paging, const CallPage& call) {
  const std::string list = page_list(operation);
  Json joined = Json::object();
  const auto token = walk_pages(operation, request, paging, call, [&](Json page) {
    if (!page.contains(list)) return;
    Json& more = page[list];
    if (!joined.contains(list)) {
      joined[list] = std::move(more);
    } else {
      for (Json& item : more) joined[list].push_back(std::move(item));
    }
  });
  if (token) joined[kNextToken] = *token;
  return joined;
}

void warn_of_paging(const Paging& paging, World& world) {
  if (!paging.max_items || *paging.max_items > 0) return;
  world.streams.write_error("warning: Non-positive values for --max-items may result in undefined behavior.\n");
}

}  // namespace ec2mimic::cli
