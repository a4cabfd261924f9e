#include "cli/call/pagination.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "cli/args/client_options.h"
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

std::int64_t bounded(const python::Integer& read, std::string_view text) {
  if (read.outcome == python::Integer::Outcome::read) return bounded(read.value);
  return python::lstrip(text).starts_with('-') ? -kEnough : kEnough;
}

// Python's int() of a value from JSON.
std::int64_t integer(const Json& value) {
  if (value.is_boolean()) return value.get<bool>() ? 1 : 0;
  if (value.is_number_unsigned() && value.get<std::uint64_t>() > INT64_MAX) return kEnough;
  if (value.is_number_integer()) return value.get<std::int64_t>();
  if (value.is_number_float()) {
    constexpr auto kMost = static_cast<double>(kEnough);
    return static_cast<std::int64_t>(std::clamp(value.get<double>(), -kMost, kMost));
  }
  if (!value.is_string() && !is_non_json(value, NonJson::integer)) {
    throw failures::general(python::not_a_number(python::type_name(value)));
  }
  const std::string text = value.is_string() ? value.get<std::string>() : non_json_text(value);
  const python::Integer read = python::integer(text);
  if (read.outcome == python::Integer::Outcome::malformed) throw failures::general(python::invalid_integer(text));
  return bounded(read, text);
}

std::optional<std::int64_t> integer_in(const Json& options, const char* name) {
  const auto value = options.find(name);
  return value == options.end() || value->is_null() ? std::nullopt : std::optional(integer(*value));
}

// botocore treats the text `None` as no token.
Json token_of(const std::string& text) { return text == "None" ? Json(nullptr) : Json(text); }

// `tok3___1`: the format of older clients. A part that is no number is not theirs: then all of it is the service's.
Start read_plain_start(const std::string& token) {
  const std::size_t end = token.find(kPartsSeparator);
  if (end == std::string::npos) return {token_of(token), 0};
  const std::string shown = token.substr(end + kPartsSeparator.size());
  if (shown.find(kPartsSeparator) != std::string::npos) throw failures::general("Bad starting token: " + token);
  const python::Integer read = python::integer(shown);
  if (read.outcome == python::Integer::Outcome::malformed) return {token, 0};
  return {token_of(token.substr(0, end)), bounded(read, shown)};
}

[[noreturn]] void lacks(const Json& value, std::string_view attribute) {
  throw failures::general('\'' + std::string(python::type_name(value)) + "' object has no attribute '" +
                          std::string(attribute) + '\'');
}

Start read_start(const Json& given) {
  if (given.is_null()) return {};
  if (!given.is_string()) lacks(given, "encode");
  const std::string& token = given.get_ref<const std::string&>();
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

// True if an option is given and its value counts: an empty or zero value does not.
bool is_set(const CommandLine& line, const ClientOption& option) {
  const OptionValue* given = find_option(line.given, option.name);
  if (given == nullptr) return false;
  const std::string& text = given->values.front();
  if (!option.is_number) return !text.empty();
  const python::Integer read = python::integer(text);
  return read.outcome != python::Integer::Outcome::read || read.value != 0;
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

void empty(Json& page, const std::vector<std::string>& lists) {
  for (const std::string& list : lists) page[list] = list_of(page, list) != nullptr ? Json::array() : Json();
}

// Adds the elements of the other lists of a page to those of the pages before.
void join(Json& joined, const Json& page, const std::vector<std::string>& lists) {
  for (const std::string& list : lists) {
    const auto elements = page.find(list);
    if (elements == page.end() || !elements->is_array()) continue;
    Json& all = joined.emplace(list, Json::array()).first.value();
    all.insert(all.end(), elements->begin(), elements->end());
  }
}

// Calls `end_of_page` with each page, whose list is empty, after its items.
std::optional<std::string> walk(const PageLists& lists, Json request, const Pagination& pagination,
                                const CallPage& call, Items& items, const TakePage& end_of_page) {
  Start at = read_start(pagination.starting_token);
  put_token(request, at.token);
  if (pagination.page_size) request[kSize] = *pagination.page_size;
  const std::int64_t most = pagination.max_items ? bounded(*pagination.max_items) : INT64_MAX;
  std::int64_t seen = 0;
  for (Json before = nullptr;;) {
    Page one(at, most - seen, items);
    Json page = one.read(call, request, lists.counted);
    // These were shown with the part of the page before the starting token.
    if (before.is_null() && !pagination.starting_token.is_null()) empty(page, lists.beside);
    Json next = next_token(page);
    end_of_page(std::move(page));
    // The service has no token for a place within a page, so the token names this page and how much of it was shown.
    if (one.is_cut()) return stop_token(at.token, one.count() + at.shown);
    seen += one.count();
    if (next.is_null()) return std::nullopt;
    if (seen == most) return stop_token(next, std::nullopt);
    // Otherwise a service that repeats itself would be asked forever. botocore checks the same.
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

PageLists page_lists(const Operation& operation) {
  PageLists lists;
  for (const model::Member& member : operation.result->members) {
    if (member.traits.in_pages == model::InPages::counted) lists.counted = member.name;
    if (member.traits.in_pages == model::InPages::beside) lists.beside.emplace_back(member.name);
  }
  return lists;
}

bool asks_for_a_page(const Json& request) { return request.contains(kNextToken) || request.contains(kSize); }

bool joins_pages(const Operation& operation, const CommandLine& line, bool paginate) {
  if (!has_pages(operation)) return false;
  if (paginate && find_option(line.given, "--next-token") == nullptr &&
      find_option(line.given, "--max-results") == nullptr) {
    return true;
  }
  std::string clash;
  for (const ClientOption& option : client_options()) {
    if (option.of_pages.empty() || !is_set(line, option)) continue;
    clash += (clash.empty() ? "" : ", ") + std::string(option.name);
  }
  if (clash.empty()) return false;
  throw failures::refused("Cannot specify --no-paginate along with pagination arguments: " + clash);
}

Pagination take_pagination(Json& request) {
  const auto found = request.find(kPaginationOptions);
  if (found == request.end()) return {};
  const Json options = std::move(*found);
  request.erase(found);
  if (!options.is_object()) lacks(options, "get");
  Pagination pagination;
  pagination.max_items = integer_in(options, "MaxItems");
  pagination.page_size = integer_in(options, "PageSize");
  if (const auto token = options.find("StartingToken"); token != options.end()) pagination.starting_token = *token;
  return pagination;
}

std::optional<std::string> walk_pages(const Operation& operation, Json request, const Pagination& pagination,
                                      const CallPage& call, const TakePage& take) {
  const PageLists lists = page_lists(operation);
  ListOfItems items;
  return walk(lists, std::move(request), pagination, call, items, [&](Json page) {
    if (Json* shown = list_of(page, lists.counted)) *shown = items.take();
    take(std::move(page));
  });
}

Walked walk_items(const Operation& operation, Json request, const Pagination& pagination, const CallPage& call,
                  Items& items) {
  const PageLists lists = page_lists(operation);
  Walked walked;
  walked.token = walk(lists, std::move(request), pagination, call, items, [&](Json page) {
    walked.has_list = walked.has_list || list_of(page, lists.counted) != nullptr;
    join(walked.beside, page, lists.beside);
  });
  return walked;
}

Json join_pages(const Operation& operation, Json request, const Pagination& pagination, const CallPage& call) {
  ListOfItems items;
  const Walked walked = walk_items(operation, std::move(request), pagination, call, items);
  Json joined = Json::object();
  if (walked.has_list) joined[page_lists(operation).counted] = items.take();
  joined.update(walked.beside);
  if (walked.token) joined[kNextToken] = *walked.token;
  return joined;
}

void warn_of_max_items(const CommandLine& line, System& system) {
  const OptionValue* given = find_option(line.given, "--max-items");
  if (given == nullptr) return;
  const python::Integer most = python::integer(given->values.front());
  if (most.outcome != python::Integer::Outcome::read || most.value > 0) return;
  system.streams.write_error("warning: Non-positive values for --max-items may result in undefined behavior.\n");
}

}  // namespace ec2mimic::cli
