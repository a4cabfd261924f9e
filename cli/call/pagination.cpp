#include "cli/call/pagination.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "cli/errors/failure.h"
#include "cli/python/json.h"
#include "cli/python/text.h"
#include "cli/python/value.h"
#include "core/model/codec.h"
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
  const OptionValue* given = find(line.given, name);
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

Json* list_of(Json& page, const std::string& list) {
  const auto items = page.find(list);
  return items != page.end() && items->is_array() ? &*items : nullptr;
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

// The items of one list, of a page or of all.
class ListOfItems final : public Items {
 public:
  void add(const model::Shape& shape, const void* item) override { add(model::encode(shape, item)); }
  void add(Json item) override { list_.push_back(std::move(item)); }

  [[nodiscard]] Json take() { return std::exchange(list_, Json::array()); }

 private:
  Json list_ = Json::array();
};

// One page: passes on the items that are to be shown, and tells the service when there are enough.
class Page {
 public:
  Page(const Start& start, std::int64_t most, Items& items) : start_(start), most_(most), items_(items) {}

  // Calls the service and returns the page, whose list is empty by then.
  Json read(const CallPage& call, const Json& request, const std::string& list) {
    // Indices that count from the end need the whole list.
    if (start_.shown < 0 || most_ < 0) return read_whole(call, request, list);
    // A page of a size that was asked for is read to its end, where the token of the next one is: yaml-stream shows it.
    const bool may_stop = !request.contains(kSize);
    Json page = call(request, [&](const model::Shape& shape, const void* item) {
      if (is_next_shown()) items_.add(shape, item);
      return !is_cut_ || !may_stop;
    });
    if (start_.shown != 0 && !page.contains(list)) page[list] = nullptr;
    if (Json* rest = list_of(page, list)) {
      for (Json& item : *rest) {
        if (is_next_shown()) items_.add(std::move(item));
      }
      rest->clear();
    }
    return page;
  }

  // The number of items that were passed on, which is negative if Python's arithmetic makes it so.
  [[nodiscard]] std::int64_t count() const { return count_; }
  // True if --max-items does not allow the whole page.
  [[nodiscard]] bool is_cut() const { return is_cut_; }

 private:
  bool is_next_shown() {
    if (skipped_ < start_.shown) {
      ++skipped_;
      return false;
    }
    is_cut_ = is_cut_ || count_ == most_;
    if (!is_cut_) ++count_;
    return !is_cut_;
  }

  Json read_whole(const CallPage& call, const Json& request, const std::string& list) {
    ListOfItems all;
    Json page = call(request, [&](const model::Shape& shape, const void* item) {
      all.add(shape, item);
      return true;
    });
    if (Json* rest = list_of(page, list)) {
      for (Json& item : *rest) all.add(std::move(item));
      *rest = all.take();
    }
    if (start_.shown != 0) drop_first(page[list], start_.shown);
    Json* shown = list_of(page, list);
    count_ = shown != nullptr ? static_cast<std::int64_t>(shown->size()) : 0;
    if (count_ > most_) {
      is_cut_ = true;
      count_ = most_;
      keep_first(page[list], most_);
    }
    if (shown == nullptr) return page;
    for (Json& item : *shown) items_.add(std::move(item));
    shown->clear();
    return page;
  }

  const Start& start_;
  std::int64_t most_;
  Items& items_;
  std::int64_t skipped_ = 0;
  std::int64_t count_ = 0;
  bool is_cut_ = false;
};

// Calls `end_of_page` with each page, whose list is empty, after its items.
std::optional<std::string> walk(const Operation& operation, Json request, const Paging& paging, const CallPage& call,
                                Items& items, const TakePage& end_of_page) {
  const std::string list = page_list(operation);
  Start at = read_start(paging.starting_token);
  put_token(request, at.token);
  if (paging.page_size) request[kSize] = *paging.page_size;
  const std::int64_t most = paging.max_items ? bounded(*paging.max_items) : INT64_MAX;
  std::int64_t seen = 0;
  for (Json before = nullptr;;) {
    Page one(at, most - seen, items);
    Json page = one.read(call, request, list);
    Json next = next_token(page);
    end_of_page(std::move(page));
    if (one.is_cut()) return stop_token(at.token, one.count() + at.shown);
    seen += one.count();
    if (next.is_null()) return std::nullopt;
    if (seen == most) return stop_token(next, std::nullopt);
    if (next == before) {
      throw failures::general(
          "Error during pagination: The same next token was received twice: {'NextToken': " + python::repr(next) + '}');
    }
    put_token(request, next);
    before = next;
    at = {std::move(next), 0};
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

Paging read_paging(const Operation& operation, const CommandLine& line, bool paginate) {
  Paging paging;
  if (!has_pages(operation)) return paging;
  paging.page_size = number(line, "--page-size");
  paging.max_items = number(line, "--max-items");
  const OptionValue* start = find(line.given, "--starting-token");
  if (start != nullptr) paging.starting_token = start->values.front();
  paging.on = paginate && find(line.given, "--next-token") == nullptr && find(line.given, "--max-results") == nullptr;
  if (paging.on) return paging;
  // An empty or zero value counts as not given here.
  std::string clash;
  const auto add = [&](std::string_view name) { clash += (clash.empty() ? "" : ", ") + std::string(name); };
  if (!paging.starting_token.empty()) add("--starting-token");
  if (paging.page_size.value_or(0) != 0) add("--page-size");
  if (paging.max_items.value_or(0) != 0) add("--max-items");
  if (clash.empty()) return paging;
  throw failures::refused("Cannot specify --no-paginate along with pagination arguments: " + clash);
}

void send_paging_options(const CommandLine& line, Json& request) {
  for (const std::string_view name : {"--starting-token", "--page-size", "--max-items"}) {
    if (find(line.given, name) != nullptr) request["PaginationConfig"] = Json::object();
  }
}

std::optional<std::string> walk_pages(const Operation& operation, Json request, const Paging& paging,
                                      const CallPage& call, const TakePage& take) {
  const std::string list = page_list(operation);
  ListOfItems items;
  return walk(operation, std::move(request), paging, call, items, [&](Json page) {
    if (Json* shown = list_of(page, list)) *shown = items.take();
    take(std::move(page));
  });
}

Walked walk_items(const Operation& operation, Json request, const Paging& paging, const CallPage& call, Items& items) {
  const std::string list = page_list(operation);
  Walked walked;
  walked.token = walk(operation, std::move(request), paging, call, items,
                      [&](Json page) { walked.has_list = walked.has_list || list_of(page, list) != nullptr; });
  return walked;
}

Json join_pages(const Operation& operation, Json request, const Paging& paging, const CallPage& call) {
  ListOfItems items;
  const Walked walked = walk_items(operation, std::move(request), paging, call, items);
  Json joined = Json::object();
  if (walked.has_list) joined[page_list(operation)] = items.take();
  if (walked.token) joined[kNextToken] = *walked.token;
  return joined;
}

void warn_of_paging(const Paging& paging, System& system) {
  if (!paging.max_items || *paging.max_items > 0) return;
  system.streams.write_error("warning: Non-positive values for --max-items may result in undefined behavior.\n");
}

}  // namespace ec2mimic::cli
