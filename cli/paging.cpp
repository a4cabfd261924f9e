#include "cli/paging.h"

#include <string_view>

#include "cli/python.h"
#include "cli/python_json.h"
#include "cli/voice.h"

namespace ec2mimic::cli {
namespace {

constexpr const char* kToken = "NextToken";
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
  std::size_t shown = 0;
};

// A token of ours, or one of the service, which is taken as it is.
Start read_start(const std::string& token) {
  if (token.empty()) return {};
  const auto text = from_base64(token);
  if (!text || !python::is_utf8(*text)) return {token, 0};
  try {
    const Json document = python::load_json(*text);
    if (!document.is_object() || !document.contains(kToken)) return {token, 0};
    const auto shown = document.value(kShown, std::int64_t{0});
    return {document.at(kToken), shown < 0 ? 0 : static_cast<std::size_t>(shown)};
  } catch (const python::JsonError&) {
    return {token, 0};
  }
}

// Python's json.dumps, which differs from nlohmann's in its blanks.
std::string stop_token(const Json& page, std::optional<std::size_t> shown) {
  std::string text = "{\"" + std::string(kToken) + "\": " + page.dump();
  if (shown) text += ", \"" + std::string(kShown) + "\": " + std::to_string(*shown);
  return to_base64(text + '}');
}

std::string list_of(const Operation& operation) {
  for (const model::Member& member : operation.result->members) {
    if (member.shape->kind == model::Kind::list) return std::string(member.name);
  }
  return {};
}

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
  return operation.request->member(kToken) != nullptr && operation.request->member(kSize) != nullptr;
}

Paging read_paging(const Operation& operation, const CommandLine& line, const Json& request, bool paginate) {
  Paging paging;
  if (!has_pages(operation)) return paging;
  paging.page_size = number(line, "--page-size");
  paging.max_items = number(line, "--max-items");
  const Given* start = find(line.given, "--starting-token");
  if (start != nullptr) paging.starting_token = start->values.front();
  paging.on = paginate && !request.contains(kToken) && !request.contains(kSize);
  if (paging.on) return paging;
  std::string clash;
  for (const std::string_view name : {"--starting-token", "--page-size", "--max-items"}) {
    if (find(line.given, name) != nullptr) clash += (clash.empty() ? "" : ", ") + std::string(name);
  }
  if (clash.empty()) return paging;
  throw failures::refused("Cannot specify --no-paginate along with pagination arguments: " + clash);
}

Json join_pages(const Operation& operation, Json request, const Paging& paging, const CallPage& call) {
  const std::string list = list_of(operation);
  Start start = read_start(paging.starting_token);
  if (paging.page_size) request[kSize] = *paging.page_size;
  Json joined = {{list, Json::array()}};
  Json& items = joined[list];
  for (Json page = start.token;; start.shown = 0) {
    if (!page.is_null()) request[kToken] = page;
    Json answer = call(request);
    Json& found = answer[list];
    for (std::size_t i = start.shown; i < found.size(); ++i) {
      if (paging.max_items && static_cast<std::int64_t>(items.size()) >= *paging.max_items) {
        joined[kToken] = stop_token(page, i);
        return joined;
      }
      items.push_back(std::move(found[i]));
    }
    const auto next = answer.find(kToken);
    if (next == answer.end()) return joined;
    page = *next;
    if (paging.max_items && static_cast<std::int64_t>(items.size()) == *paging.max_items) {
      joined[kToken] = stop_token(page, std::nullopt);
      return joined;
    }
  }
}

}  // namespace ec2mimic::cli
