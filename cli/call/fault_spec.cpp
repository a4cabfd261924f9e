#include "cli/call/fault_spec.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/call/hash.h"
#include "cli/errors/failure.h"
#include "cli/python/suggest.h"
#include "core/operation/registry.h"
#include "core/text/split.h"
#include "core/text/whole_number.h"

namespace ec2mimic::cli {
namespace {

constexpr std::array<FaultName, 7> kFaults{{
    {"lose-response", Fault::lose_response, "The service does its work, but the answer is lost."},
    {"lose-request", Fault::lose_request, "The request never reaches the service."},
    {"throttle", Fault::throttle, "The service answers RequestLimitExceeded."},
    {"internal-error", Fault::internal_error, "The service answers InternalError, after its work or before."},
    {"unavailable", Fault::unavailable, "The service answers Unavailable."},
    {"delay", Fault::delay, "The answer is late; after the read timeout it is lost."},
    {"kill", Fault::kill, "The client dies, after the service's work or before."},
}};

// Far more than any count or time that makes sense, and far from where a number overflows.
constexpr std::uint64_t kGreatest = 1'000'000'000;

std::string quoted(std::string_view word) { return '\'' + std::string(word) + '\''; }

Failure wrong(std::string_view rule, const std::string& why) {
  return failures::refused("The fault " + quoted(rule) + " is not valid: " + why);
}

// Throws for a part whose number is greater than any that a rule can have.
void check_size(std::string_view rule, std::string_view word) {
  constexpr std::array<std::string_view, 6> kAffixes{"calls", "attempts", "from-", "seed-", "s", "ms"};
  constexpr std::string_view kDigits = "0123456789";
  const std::size_t begin = word.find_first_of(kDigits);
  if (begin == std::string_view::npos) return;
  const std::size_t end = std::min(word.find_first_not_of(kDigits, begin), word.size());
  const std::string affix = std::string(word.substr(0, begin)) + std::string(word.substr(end));
  if (std::find(kAffixes.begin(), kAffixes.end(), affix) == kAffixes.end()) return;
  const auto value = whole_number(word.substr(begin, end - begin));
  if (value && *value <= kGreatest) return;
  throw wrong(rule, "the number in " + quoted(word) + " is too large; the most is " + std::to_string(kGreatest) + '.');
}

// The number that is the whole text; nothing if there is none, or it is far too great.
std::optional<std::uint64_t> number(std::string_view text) {
  const auto value = whole_number(text);
  return value && *value <= kGreatest ? value : std::nullopt;
}

std::optional<std::uint64_t> number_before(std::string_view word, std::string_view end) {
  return word.ends_with(end) ? number(word.substr(0, word.size() - end.size())) : std::nullopt;
}

std::optional<std::uint64_t> number_after(std::string_view word, std::string_view begin) {
  return word.starts_with(begin) ? number(word.substr(begin.size())) : std::nullopt;
}

std::optional<std::chrono::milliseconds> time_of(std::string_view word) {
  if (const auto count = number_before(word, "ms")) return std::chrono::milliseconds(*count);
  if (const auto count = number_before(word, "s")) return std::chrono::seconds(*count);
  return std::nullopt;
}

// Reads the parts of one rule, each of which may be given once.
class PartReader {
 public:
  explicit PartReader(FaultRule& rule) : rule_(rule) {}

  void read(std::string_view word) {
    check_size(rule_.text, word);
    if (const auto calls = number_before(word, "calls")) {
      read_count(word, *calls, true);
    } else if (const auto attempts = number_before(word, "attempts")) {
      read_count(word, *attempts, false);
    } else if (const auto from = number_after(word, "from-")) {
      once(from_, word);
      rule_.from = at_least_one(word, *from);
    } else if (const auto percent = number_before(word, "%")) {
      once(percent_, word);
      if (*percent > 100) throw wrong(rule_.text, quoted(word) + " is more than 100%.");
      rule_.percent = static_cast<unsigned>(*percent);
    } else if (const auto seed = number_after(word, "seed-")) {
      once(seed_, word);
      rule_.seed = *seed;
    } else if (word == "before" || word == "after") {
      read_moment(word);
    } else if (const auto time = time_of(word)) {
      once(time_, word);
      if (rule_.fault != Fault::delay) throw wrong(rule_.text, quoted(word) + " is a time, which only delay takes.");
      rule_.time = *time;
    } else {
      throw wrong(rule_.text, quoted(word) +
                                  " is not a part such as 2calls, 2attempts, from-3, 10%, seed-7, before, after, 2s or "
                                  "300ms.");
    }
  }

  void check_missing() const {
    if (rule_.fault == Fault::delay && !time_) {
      throw wrong(rule_.text, quoted("delay") + " needs a time, as in delay:2s.");
    }
    if (seed_ && !percent_) throw wrong(rule_.text, "a seed needs a percentage, as in 10%:seed-7.");
  }

 private:
  void once(bool& given, std::string_view word) const {
    if (std::exchange(given, true)) throw wrong(rule_.text, quoted(word) + " repeats a part.");
  }

  [[nodiscard]] std::uint64_t at_least_one(std::string_view word, std::uint64_t value) const {
    if (value < 1) throw wrong(rule_.text, quoted(word) + " is less than 1.");
    return value;
  }

  void read_count(std::string_view word, std::uint64_t count, bool of_calls) {
    if (count_ && rule_.counts_calls != of_calls) {
      throw wrong(rule_.text, quoted(word) + " is a second count: calls and attempts exclude each other.");
    }
    once(count_, word);
    rule_.count = at_least_one(word, count);
    rule_.counts_calls = of_calls;
  }

  void read_moment(std::string_view word) {
    once(moment_, word);
    if (rule_.fault != Fault::internal_error && rule_.fault != Fault::kill) {
      throw wrong(rule_.text, quoted(word) + " only goes with internal-error and kill.");
    }
    rule_.before = word == "before";
  }

  FaultRule& rule_;
  bool count_ = false, from_ = false, percent_ = false, seed_ = false, moment_ = false, time_ = false;
};

const Operation& operation_of(std::string_view rule, std::string_view name) {
  if (const Operation* operation = find_operation_called(name)) return *operation;
  const std::vector<std::string> names = commands_of();
  throw wrong(rule,
              quoted(name) + " is not an operation of ec2mimic." + did_you_mean(name, {names.begin(), names.end()}));
}

Fault fault_of(std::string_view rule, std::string_view name) {
  std::string all;
  std::vector<std::string_view> names;
  for (const FaultName& one : kFaults) {
    if (one.name == name) return one.fault;
    names.push_back(one.name);
    all += (all.empty() ? "" : ", ") + std::string(one.name);
  }
  throw wrong(rule, quoted(name) + " is not one of " + all + '.' + did_you_mean(name, names));
}

FaultRule parse_rule(std::string_view text) {
  FaultRule rule{.text = std::string(text)};
  std::string_view rest = text;
  if (const auto slash = rest.find('/'); slash != std::string_view::npos) {
    rule.operation = &operation_of(text, rest.substr(0, slash));
    rest.remove_prefix(slash + 1);
  }
  const auto words = split(rest, ':');
  rule.fault = fault_of(text, words.front());
  PartReader parts(rule);
  for (const std::string_view word : std::span(words).subspan(1)) parts.read(word);
  parts.check_missing();
  return rule;
}

}  // namespace

std::span<const FaultName> fault_names() { return kFaults; }

std::string_view name_of(Fault fault) {
  const auto* const found =
      std::find_if(kFaults.begin(), kFaults.end(), [&](const FaultName& one) { return one.fault == fault; });
  return found->name;
}

bool FaultRule::acts_on_next() {
  ++seen;
  const bool acts = seen >= from && (!percent || hash_of(std::to_string(seen), seed) % 100 < *percent);
  if (acts) ++acted;
  return acts;
}

std::vector<FaultRule> parse_faults(std::string_view spec) {
  std::vector<FaultRule> rules;
  for (const std::string_view text : split(spec, ',')) rules.push_back(parse_rule(text));
  return rules;
}

}  // namespace ec2mimic::cli
