// The engine: takes an operation, a request document and a region, and returns a response document or an error.
//
// Everything is decided below this interface. Its caller today is the command line; an HTTP endpoint or a simulated
// unreliable network could call it too. It works on a Store. A call is checked in this order: characters that XML
// cannot carry, DryRun, the client token, then (for a writer, under the lock) the record of that token,
// then the operation itself. Its changes and its token record are committed together.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/account/seed_summary.h"
#include "core/operation/operation.h"
#include "core/records/context.h"
#include "core/seam/api_error.h"
#include "core/seam/clock.h"
#include "core/seam/identifiers.h"
#include "core/seam/json.h"

namespace ec2mimic {

namespace state {
class Store;
}

/// The response document (an empty object for an operation without output), or the error.
using Outcome = std::variant<Json, ApiError>;

/// What a call did, for the log.
struct CallSummary {
  enum class Action : std::uint8_t {
    none,  ///< The call was refused.
    read,
    created,  ///< It created something, whatever else it changed.
    replayed,
    deleted,
    changed,
    unchanged,  ///< A writing call that found nothing to change.
  };
  Action action = Action::none;
  /// The ids of what was created, replayed, deleted or changed; those that the request or the response names come
  /// first.
  std::vector<std::string> ids{};
  std::optional<std::string> token{};  ///< The client token, trimmed as the service trims it.
};

/// The state as the first of several calls found it, shared by the calls that follow. Create one per command.
class SharedState {
 public:
  SharedState();
  SharedState(const SharedState&) = delete;
  SharedState& operator=(const SharedState&) = delete;
  ~SharedState();

 private:
  friend class Engine;
  struct Content;
  std::unique_ptr<Content> content_;
};

/// Receives the elements of a response's list one by one, described by `shape`. Returns false if it wants no more.
using TakeElement = std::function<bool(const model::Shape& shape, const void* element)>;

class Engine {
 public:
  struct Options {
    std::optional<std::chrono::seconds>
        token_lifetime{};               ///< How long a client token is remembered; empty means forever.
    std::optional<std::string> seed{};  ///< Makes new ids the same in every run.
    ClockSetting clock{};               ///< How the clock's time is adjusted.
    Pace pace = Pace::instant;          ///< How long transitions such as `pending` last.
    bool quotas = false;                ///< Whether AWS's default quotas are enforced.
    std::uint64_t kept_revisions = 0;   ///< How many earlier revisions of the state each change keeps.
    bool is_rehearsal = false;          ///< Calls are answered normally but nothing is saved.
    /// Filled in by call() unless null; that costs a little. If call() throws, it holds what the call was about to do.
    CallSummary* summary = nullptr;
    /// Unless null, calls that only read share one state, and pages of a list are not searched for again.
    SharedState* shared = nullptr;
    /// Unless empty, is given the elements of a describe's list, which is then empty in the response.
    TakeElement take{};
  };

  /// Keeps references to all three; they must outlive the engine. Opens nothing yet.
  Engine(state::Store& store, Clock& clock, Identifiers& identifiers, Options options);

  /// Makes one call in `region`. Reads or writes the store at most once. Every refusal is returned as an ApiError.
  /// Throws state::StateError if the store fails or holds a record that cannot be decoded; exceptions of the Clock and
  /// the Identifiers pass through.
  [[nodiscard]] Outcome call(const Operation& operation, const Json& request, std::string_view region);

  /// What to do with a state that already exists; anything replaces a file that is not a state too.
  enum class Existing { kept, replaced, anything_replaced };
  /// Nothing was done, because a state exists and was to be kept.
  struct Kept {};
  /// What is wrong with a seed, one fault per line; never empty.
  struct SeedFaults {
    std::vector<std::string> lines;
  };
  using SeedOutcome = std::variant<SeedSummary, Kept, SeedFaults>;

  /// Replaces the whole state with the one that a seed document (core/account/seed.h) describes, or returns the faults
  /// in it and changes nothing. Throws state::StateError if the store fails, or if something that is not a state is in
  /// its place and is not to be replaced.
  [[nodiscard]] SeedOutcome seed(const Json& document, Existing existing);

  /// Replaces the whole state with an untouched account, even if the old one cannot be read. Returns false, and changes
  /// nothing, if a state exists and is to be kept. Throws state::StateError as seed() does.
  [[nodiscard]] bool reset(Existing existing);

  struct Findings {
    bool edited = false;                  ///< Somebody else changed the file since this program wrote it.
    std::vector<std::string> problems{};  ///< One per line.
  };
  /// Finds what is wrong with the state. These are records that do not match their tables or, only if there are none,
  /// inconsistencies between records: references to missing records, an id used twice, a part of the account that is
  /// missing (core/account/account_check.h). Throws state::StateError if the store fails, or if a record has a member
  /// that this program does not know.
  [[nodiscard]] Findings verify();

  struct Accepted {
    bool edited = false;                  ///< Whether there was anything to accept.
    std::vector<std::string> mended{};    ///< What was changed (mend() in core/account/account_check.h), one per line.
    std::vector<std::string> problems{};  ///< What is still wrong with the state, as in Findings.
  };
  /// Makes an edited state one that this program wrote: rewrites it in our layout and repairs whatever can be repaired
  /// without loss. A state that nobody edited, or that was changed by a call after the edit, is only repaired. Throws
  /// state::StateError as verify() does.
  [[nodiscard]] Accepted accept();

  /// Which client tokens to forget.
  struct ForgetTokens {
    std::optional<std::chrono::seconds> older_than{};  ///< Tokens first used at least this long ago.
    /// Tokens whose resource was deleted or failed, even if describes still show it.
    bool deleted = false;
    std::optional<std::string> token{};  ///< Tokens of this name, in any region and of any operation.
    bool all = false;
  };
  struct Forgotten {
    std::size_t forgotten = 0;
    std::size_t kept = 0;
  };
  /// Removes the records of the client tokens to which any of the choices applies. A later call with such a token
  /// creates a resource as if it were new. Throws state::StateError if the store fails.
  [[nodiscard]] Forgotten forget_tokens(const ForgetTokens& which);

  struct UsedToken {
    std::string region, operation, token;
    std::string resource_id;     ///< What the call created.
    bool is_alive = false;       ///< Whether that has not ended.
    bool is_listed = false;      ///< Whether describes show it, as they show some for a while after their end.
    std::string time;            ///< When the token was used for the first time, `2026-11-24T14:00:00Z`.
    std::chrono::seconds age{};  ///< How long ago that is; zero for a token from the future.
    bool is_expired = false;     ///< Whether it has reached Options::token_lifetime.
    Json request;                ///< As repeatable_part() returns it.
  };
  /// All client tokens that are remembered, in no particular order. Throws state::StateError if the store fails.
  [[nodiscard]] std::vector<UsedToken> tokens();

  /// What has to be equal for a call to repeat another one: its parameters in one form, without the token and DryRun.
  /// The operation must take a token.
  [[nodiscard]] static Json repeatable_part(const Operation& operation, const Json& request);

  /// The number of the account. Throws state::StateError if the store fails.
  [[nodiscard]] std::string account();

  /// The whole state as text: what its file holds, or would hold if there is none yet. Throws state::StateError if the
  /// store fails.
  [[nodiscard]] std::string text();

 private:
  [[nodiscard]] CallTime time() const { return {options_.clock.now(clock_), options_.pace}; }
  /// store_.change, which keeps as many earlier revisions as the options say. In a rehearsal only decides.
  void change(const state::Store::Decide& decide);
  /// Runs a function of an operation on a snapshot.
  Json read(void (*run)(Call& call), const Json& request, std::string_view region);
  Json write(const Operation& operation, const Json& request, std::string_view region,
             const std::optional<std::string>& token);

  state::Store& store_;
  Clock& clock_;
  Identifiers& identifiers_;
  Options options_;
};

}  // namespace ec2mimic
