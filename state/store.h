// The interface to the state: tables of records, each record one line of text under a key.
//
// Records are opaque to this layer. It knows no nouns, no operations and no EC2 error codes: it keeps lines, finds
// them, and makes a set of changes durable as a whole or not at all. A database shared by a class could implement this
// interface; today FileStore (file_store.h) keeps everything in one JSON file.
//
// Failures are thrown as StateError (state_error.h), which carries the kind, the path and what to do.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace ec2mimic::state {

/// What the state holds besides its records.
struct Header {
  std::string account;         ///< Twelve digits; empty in a state that was never written.
  std::uint64_t revision = 0;  ///< Incremented by every commit that changed something.
  std::uint64_t serial = 0;    ///< The serial of the latest record created. Core assigns these.
};

/// The greatest serial of a record. Far from where a number of 64 bits overflows.
inline constexpr std::uint64_t kMostSerial = 999'999'999'999'999;

/// For each table and key the new line (one JSON object, compact, without a line break), or nullopt to delete the
/// record. Tables and keys that are not listed stay as they are.
using TableChanges = std::map<std::string, std::map<std::string, std::optional<std::string>, std::less<>>, std::less<>>;

/// What to commit. The maps are sorted by the bytes of table and key.
struct Changes {
  std::string account;       ///< The new account.
  std::uint64_t serial = 0;  ///< The new serial; if it grows, at most kMostSerial.
  TableChanges tables;
  std::uint64_t kept_revisions = 0;  ///< How many revisions before the new one stay readable; 0 leaves them alone.
  bool force_rewrite = false;        ///< Commit even if no line changes, to restore our layout after an edit by hand.
};

/// One revision of the state; never changes. Owns the text that its views point into.
class Snapshot {
 public:
  /// The views are valid as long as the snapshot.
  using Visit = std::function<void(std::string_view key, std::string_view line)>;

  Snapshot() = default;
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  virtual ~Snapshot() = default;

  [[nodiscard]] virtual const Header& header() const = 0;

  /// The line under `key` of `table`, or nothing if there is no such key or table.
  [[nodiscard]] virtual std::optional<std::string_view> find(std::string_view table, std::string_view key) const = 0;

  /// Visits the records of `table` whose line contains at least one of the texts (all of them if there are none),
  /// sorted by the bytes of their keys as JSON spells them (a quotation mark, say, sorts as a backslash). Nothing is
  /// decoded, so 100,000 lines can be narrowed to those with a quoted id in milliseconds.
  virtual void scan_any(std::string_view table, std::span<const std::string_view> texts, const Visit& visit) const = 0;

  /// The same for one text; visits all records if it is empty.
  void scan(std::string_view table, std::string_view containing, const Visit& visit) const {
    scan_any(table, {&containing, 1}, visit);
  }

  /// True if somebody else changed the text since we wrote it (and it is valid all the same).
  [[nodiscard]] virtual bool edited() const = 0;

  /// The whole state as we would write it: the file's own bytes if nobody edited it.
  [[nodiscard]] virtual std::string text() const = 0;
};

/// Where the state is kept. Several processes may use the same state at once, each through a Store of its own.
class Store {
 public:
  Store() = default;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  virtual ~Store() = default;

  /// The path of the state, for messages.
  [[nodiscard]] virtual const std::string& path() const = 0;

  /// Looks at a state and returns what to change, or nothing to leave it as it is.
  using Decide = std::function<std::optional<Changes>(const Snapshot& before)>;

  /// The latest committed state. Takes no lock and never waits for a writer.
  [[nodiscard]] virtual std::unique_ptr<const Snapshot> read() = 0;

  /// Waits its turn, lets `decide` look at the state, and makes its changes durable, all or nothing. Changes that alter
  /// no line write nothing, unless Changes::force_rewrite is set; what `decide` saw is then durable when this returns.
  /// If something that does not wait its turn changes the state meanwhile, `decide` is called again with another
  /// snapshot and its earlier result is discarded. Exceptions from `decide` pass through, and nothing is written. After
  /// a StateError of kind `unknown_outcome` the state is either the old or the new one; after any other it is the old
  /// one.
  virtual void change(const Decide& decide) = 0;

  /// What replace() may replace.
  enum class Loss {
    refused,     ///< Nothing but an account that was never written.
    of_state,    ///< A state too, even a damaged one.
    of_anything  ///< Something that is not a state too.
  };
  /// Like change, but does not care what is in a state, so that a damaged one can be replaced: `decide` sees an empty
  /// state, and its changes make up all of the new one. It must return some. Returns false, with nothing written, if
  /// there is a state and `loss` is refused. Throws StateError (foreign), with nothing written, if there is something
  /// else, unless `loss` is of_anything. Earlier revisions that were kept are those of another account then, and are
  /// removed.
  virtual bool replace(const Decide& decide, Loss loss) = 0;
};

}  // namespace ec2mimic::state
