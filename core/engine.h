// The engine: takes an operation, a request document and a caller, and returns a response document or an error.
//
// This is the seam behind which everything is decided. In front of it stands the command line today; a lossy wire or an
// HTTP endpoint could. Behind it stands a Store. The order of a call: characters that XML cannot carry, then DryRun,
// then the format of the client token, then (for a writer: under the lock) the token record, then the operation itself,
// then the commit of effect and token record together.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

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

/// A response document (an empty object for an operation without output), or why there is none.
using Outcome = std::variant<Json, ApiError>;

/// What a call did, besides its answer: for a log.
struct CallSummary {
  enum class Action : std::uint8_t {
    none,  ///< It was refused.
    read,
    created,  ///< Something is there that was not, whatever else changed.
    replayed,
    deleted,
    changed,
    unchanged,  ///< It may write, and all was as it wanted it.
  };
  Action action = Action::none;
  /// Of what was created, replayed, deleted or changed; those that the request or the answer names come first.
  std::vector<std::string> ids{};
  std::optional<std::string> token{};  ///< The client token, as the service takes it.
};

class Engine {
 public:
  struct Options {
    std::optional<std::chrono::seconds>
        token_lifetime{};               ///< How long a client token is remembered; nothing: for ever.
    std::optional<std::string> seed{};  ///< Makes new ids repeat from run to run.
    ClockSetting clock{};               ///< What becomes of the clock's time.
    Pace pace = Pace::instant;          ///< How fast states pass.
    /// Filled in by call(), which costs something, unless it is null. Where call() throws, what it was about to do.
    CallSummary* notes = nullptr;
  };

  /// Keeps references to all three; they must outlive the engine. Opens nothing yet.
  Engine(state::Store& store, Clock& clock, Identifiers& identifiers, Options options);

  /// One call in `region`. Reads or writes the store at most once. Throws state::StateError if the store fails, and
  /// nothing else; every refusal is in the outcome.
  [[nodiscard]] Outcome call(const Operation& operation, const Json& request, std::string_view region);

  /// What becomes of a state that there is already.
  enum class Existing { kept, replaced };
  /// The deed was not done: there is a state, and it is to be kept.
  struct Kept {};
  /// What is wrong with a seed, one line each; never empty.
  struct SeedFaults {
    std::vector<std::string> lines;
  };
  using SeedOutcome = std::variant<std::monostate, Kept, SeedFaults>;

  /// Replaces the whole state by what a seed document asks for (core/account/seed.h), or says what is wrong with it.
  [[nodiscard]] SeedOutcome seed(const Json& document, Existing existing);

  /// Replaces the whole state by an account in which nothing ever happened, also where the old one cannot be read.
  /// False if there is a state, and it is to be kept.
  [[nodiscard]] bool reset(Existing existing);

  /// Records that are not what their tables hold, or else what does not fit together: references to records that are
  /// not there, an id used twice, something amiss that the account should have (core/account/account_check.h). Text
  /// edited by another hand is the first line then. Empty if all is well. Throws state::StateError if the store fails,
  /// and for a record with a member that this program does not know.
  [[nodiscard]] std::vector<std::string> verify();

  /// The whole state as text: what its file holds, or would hold.
  [[nodiscard]] std::string text();

 private:
  [[nodiscard]] CallTime time() const { return {options_.clock.now(clock_), options_.pace}; }
  Json read(const Operation& operation, const Json& request, std::string_view region);
  Json write(const Operation& operation, const Json& request, std::string_view region,
             const std::optional<std::string>& token);

  state::Store& store_;
  Clock& clock_;
  Identifiers& identifiers_;
  Options options_;
};

}  // namespace ec2mimic
