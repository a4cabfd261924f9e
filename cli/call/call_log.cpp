#include "cli/call/call_log.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "cli/args/param_file.h"
#include "cli/call/logged_call.h"
#include "cli/call/own_files.h"
#include "cli/call/secret_words.h"
#include "cli/config/settings.h"
#include "core/seam/json.h"
#include "core/text/iso_time.h"

namespace ec2mimic::cli {
namespace {

std::string_view name_of(CallSummary::Action action) {
  constexpr std::array<std::string_view, 7> kNames{"",        "read",    "created",  "replayed",
                                                   "deleted", "changed", "unchanged"};
  return kNames[static_cast<std::size_t>(action)];
}

// As JSON; bytes that are not UTF-8 are replaced.
std::string text_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::optional<std::string> token_of(const Operation& operation, const Json& request) {
  if (operation.token == nullptr) return std::nullopt;
  const auto token = request.find(std::string(operation.token->name));
  return token != request.end() && token->is_string() ? token->get<std::string>() : std::optional<std::string>();
}

// Unknown options have no code in the AWS CLI, but are usage errors like all others here.
std::string code_of(const Failure& failure) {
  if (failure.answer()) return failure.answer()->code;
  if (!failure.aws_code().empty()) return std::string(failure.aws_code());
  return failure.exit_code() == kBadUsage ? "ParamValidation" : "";
}

// The state that the line would use; nothing if its location is unknown.
std::optional<std::string> state_of(const Typed& line, const Environment& environment) try {
  GlobalOptions globals;
  globals.state = line.early.state;
  return state_path(globals, environment);
} catch (const Failure&) {
  return std::nullopt;
}

}  // namespace

CallLog::CallLog(System& system, const Typed& line, std::string_view path)
    : system_(system), typed_(line), path_(path), began_(system.process.now()) {
  // Opened before anything is done: a call that cannot be logged is not made.
  check_owner();
  Files::Lines lines = system.files.open_lines(path_);
  if (!lines.failure.empty()) throw unwritable(lines.failure);
  file_ = std::move(lines.file);
}

Failure CallLog::unwritable(const std::string& why) const {
  return failures::refused("Unable to write to the call log '" + path_ + "': " + why + ". Nothing was done.");
}

void CallLog::check_owner() const {
  // A line of the log would make such a file unreadable.
  const auto owner = owner_of_file(system_, state_of(typed_, system_.environment), path_);
  if (owner) throw unwritable("it belongs to the " + *owner);
}

System CallLog::logged_system() {
  return {system_.program,     system_.streams, system_.environment, system_.files, system_.clock,
          system_.identifiers, *this,           system_.process};
}

void CallLog::failed(const Failure& failure) { failure_ = failure; }

void CallLog::write(int exit_code) {
  if (const std::string failure = file_->append(line(exit_code)); !failure.empty()) {
    system_.streams.write_error("Unable to write to the call log '" + path_ + "': " + failure +
                                ". The call itself was made and is missing from the log.\n");
  }
}

void CallLog::with_engine(const std::string& path, const Engine::Options& options,
                          const std::function<void(Engine&)>& use) {
  system_.engines.with_engine(path, options, use);
}

void CallLog::with_scratch(const std::function<void(const std::string& path)>& use) {
  // Calls in a temporary account, such as those of a lesson, are not the user's.
  is_in_scratch_ = true;
  system_.engines.with_scratch(use);
  is_in_scratch_ = false;
}

void CallLog::announce(const Operation& operation, const Json& request, std::string_view region) {
  // A command may make several calls, for pages or while it waits; the first request stands for all.
  if (operation_ != nullptr || is_in_scratch_) return;
  operation_ = &operation;
  parameters_ = text_of(request);
  token_ = token_of(operation, request);
  region_ = region;
}

void CallLog::begin_attempt(int number, std::string_view fault, bool are_set) {
  if (is_in_scratch_) return;
  if (number == 1) answered_.clear();
  if (!are_set) return;
  attempts_.push_back(
      {{"attempt", number}, {"fault", fault.empty() ? Json() : Json(std::string(fault))}, {"outcome", nullptr}});
}

void CallLog::end_attempt(std::string_view received) {
  if (!attempts_.empty() && !is_in_scratch_) attempts_.back()["client"] = received;
}

void CallLog::before_death() {
  if (is_in_scratch_) return;
  is_dying_ = true;
  write(kKilled);
}

void CallLog::note(const std::string& outcome, const std::vector<std::string>& ids) {
  if (!attempts_.empty()) attempts_.back()["outcome"] = outcome;
  // What an attempt has changed stays done, whatever the next one is answered.
  constexpr std::array<std::string_view, 4> kChanges{"created", "deleted", "changed", "unknown"};
  if (std::find(kChanges.begin(), kChanges.end(), answered_) == kChanges.end()) answered_ = outcome;
  for (const std::string& id : ids) {
    if (std::find(ids_.begin(), ids_.end(), id) == ids_.end()) ids_.push_back(id);
  }
}

Outcome CallLog::call(const std::string& path, const Engine::Options& options, const Operation& operation,
                      const Json& request, std::string_view region) {
  if (is_in_scratch_) return system_.engines.call(path, options, operation, request, region);
  CallSummary summary;
  Engine::Options observed = options;
  if (observed.summary == nullptr) observed.summary = &summary;
  Outcome outcome;
  try {
    outcome = system_.engines.call(path, observed, operation, request, region);
  } catch (const AccountFailure& failure) {
    if (failure.is_unknown()) note("unknown", observed.summary->ids);
    throw;
  }
  if (const auto* error = std::get_if<ApiError>(&outcome)) {
    note(std::string(outcome_of_code(error->code)), {});
  } else {
    note(std::string(name_of(observed.summary->action)), observed.summary->ids);
  }
  return outcome;
}

std::string CallLog::outcome() const {
  if (!answered_.empty()) return answered_;
  if (is_dying_) return "failed";
  if (!failure_) return "done";
  const std::string code = code_of(*failure_);
  return code.empty() ? "failed" : code;
}

std::string CallLog::line(int exit_code) const {
  Json argv = Json::array({system_.program});
  const SafeWords safe = without_secrets(typed_.words);
  for (const std::string& word : safe.words) argv.push_back(word);
  Json error = nullptr;
  if (failure_) {
    const auto& answer = failure_->answer();
    const std::string code = code_of(*failure_);
    const std::string message = answer ? answer->message : failure_->message(Era::current);
    // A message may quote the word that must not appear.
    error = {{"code", code.empty() ? Json() : Json(code)}, {"message", safe.masked ? std::string(kMasked) : message}};
  }
  // Written by hand to keep the order of the fields, and because the parameters are JSON text already.
  const auto or_null = [](bool there, const std::string& text) { return there ? Json(text) : Json(); };
  return R"({"time":)" +
         text_of(iso_time_to_the_millisecond(std::chrono::floor<std::chrono::milliseconds>(began_.time))) +
         R"(,"argv":)" + text_of(argv) + R"(,"operation":)" +
         text_of(or_null(operation_ != nullptr, operation_ != nullptr ? std::string(operation_->name) : "")) +
         R"(,"region":)" + text_of(or_null(operation_ != nullptr, region_)) + R"(,"parameters":)" + parameters_ +
         R"(,"token":)" + text_of(or_null(token_.has_value(), token_.value_or(""))) + R"(,"outcome":)" +
         text_of(outcome()) + R"(,"error":)" + text_of(error) + R"(,"ids":)" + text_of(ids_) +
         (attempts_.empty() ? "" : R"(,"attempts":)" + text_of(attempts_)) + R"(,"exit":)" + std::to_string(exit_code) +
         R"(,"duration_us":)" + std::to_string((system_.process.now().ticks - began_.ticks).count()) + "}\n";
}

}  // namespace ec2mimic::cli
