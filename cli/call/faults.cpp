#include "cli/call/faults.h"

#include <algorithm>
#include <utility>

#include "cli/call/fault_file.h"

namespace ec2mimic::cli {
namespace {

bool are_the_same(const std::vector<FaultRule>& some, const std::vector<FaultRule>& others) {
  return std::equal(some.begin(), some.end(), others.begin(), others.end(),
                    [](const FaultRule& one, const FaultRule& other) { return one.text == other.text; });
}

bool acts(FaultRule& rule, std::optional<bool>& of_call) {
  if (!rule.is_numbered()) return true;
  if (rule.counts_calls && of_call) return *of_call;
  const bool acts = !rule.is_used_up() && rule.acts_on_next();
  if (rule.counts_calls) of_call = acts;
  return acts;
}

std::optional<Faults> faults_in(Files& files, const std::string& path) {
  std::vector<FaultRule> rules = read_fault_file(files, path);
  return rules.empty() ? std::nullopt : std::optional<Faults>(std::in_place, files, path, std::move(rules));
}

}  // namespace

Faults::Faults(std::vector<FaultRule> rules) : rules_(std::move(rules)), of_call_(rules_.size()) {}

Faults::Faults(Files& files, std::string path, std::vector<FaultRule> rules)
    : rules_(std::move(rules)), of_call_(rules_.size()), files_(&files), path_(std::move(path)) {}

void Faults::begin_call() { of_call_.assign(rules_.size(), std::nullopt); }

const FaultRule* Faults::draw(std::vector<FaultRule>& rules, OfCall& of_call, const Operation& operation) {
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (rules[i].operation != nullptr && rules[i].operation != &operation) continue;
    if (acts(rules[i], of_call[i])) return &rules[i];
  }
  return nullptr;
}

const FaultRule* Faults::draw(const Operation& operation) {
  if (files_ == nullptr) return draw(rules_, of_call_, operation);
  const FaultRule* drawn = nullptr;
  std::vector<FaultRule> rules;
  OfCall of_call;
  const auto changed = files_->change(path_, [&](std::string_view text) -> std::optional<std::string> {
    // Everything is recomputed each time, because this may be called again.
    rules = parse_fault_file(text, path_);
    of_call = are_the_same(rules, rules_) ? of_call_ : OfCall(rules.size());
    drawn = draw(rules, of_call, operation);
    std::string after = fault_file_text(rules);
    return rules.empty() || after == text ? std::nullopt : std::optional(std::move(after));
  });
  check_changed(changed, path_);
  rules_ = std::move(rules);  // its elements keep their places
  of_call_ = std::move(of_call);
  return drawn;
}

std::optional<Faults> faults_in_effect(System& system, std::optional<std::string_view> option,
                                       const std::string& state) {
  const auto spec = option ? option : system.environment.filled("EC2MIMIC_FAULT");
  if (spec) return Faults(parse_faults(*spec));
  if (const auto file = system.environment.filled("EC2MIMIC_FAULT_FILE")) {
    if (auto faults = faults_in(system.files, std::string(*file))) return faults;
  }
  return faults_in(system.files, fault_path(state));
}

}  // namespace ec2mimic::cli
