// What the rest of the program may ask of the state: tables of records, each record one line of text under a key.
//
// To this layer a record is opaque. It knows no nouns, no operations and no EC2 error codes: it keeps lines, finds
// them, and makes a set of changes durable as a whole or not at all. A database shared by a class could stand behind
// this header; today FileStore (file_store.h) keeps everything in one JSON file.
//
// Failures of the store are thrown as StateError (state_error.h), which carries the kind, the path and what to do.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace ec2mimic::state {

/// What the state says of itself, besides its records.
struct Header {
  std::string account;         ///< Twelve digits; empty in a state that was never written.
  std::uint64_t revision = 0;  ///< Grows by one with every commit that changed something.
  std::uint64_t serial = 0;    ///< The number that the latest record created was given. Core hands these out.
};

/// Per table and key the line that shall be there (one JSON object, compact, without a line break), or nothing where
/// the record shall go. An absent table or key stays as it is.
using TableChanges = std::map<std::string, std::map<std::string, std::optional<std::string>, std::less<>>, std::less<>>;

/// A set of changes: what shall hold after the commit. The maps are in byte order of table and key.
struct Changes {
  std::string account;       ///< The account from now on.
  std::uint64_t serial = 0;  ///< The serial from now on.
  TableChanges tables;
};

/// One revision of the state, unchanging for as long as it lives. Owns the text that its views point into.
class Snapshot {
 public:
  using Visit = std::function<void(std::string_view key, std::string_view line)>;

  Snapshot() = default;
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  virtual ~Snapshot() = default;

  [[nodiscard]] virtual const Header& header() const = 0;

  /// The line under `key` of `table`, or nothing where there is no such key or no such table.
  [[nodiscard]] virtual std::optional<std::string_view> find(std::string_view table, std::string_view key) const = 0;

  /// Visits the records of `table` whose line contains `containing` as it stands (an empty text: all of them), in byte
  /// order of their keys as JSON spells them (a quotation mark, say, sorts as a backslash). Nothing is decoded, so that
  /// 100,000 lines can be narrowed by a quoted id in milliseconds.
  virtual void scan(std::string_view table, std::string_view containing, const Visit& visit) const = 0;

  /// True if the text was changed by another hand than ours since we wrote it (and was found sound all the same).
  [[nodiscard]] virtual bool edited() const = 0;

  /// The whole state as it would be written: the file's own bytes where nobody edited it.
  [[nodiscard]] virtual std::string text() const = 0;
};

class Store {
 public:
  Store() = default;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  virtual ~Store() = default;

  /// Where the state is, for messages.
  [[nodiscard]] virtual const std::string& path() const = 0;

  /// Looks at a state and says what shall hold from now on, or nothing if all may stay as it is.
  using Decide = std::function<std::optional<Changes>(const Snapshot& before)>;

  /// The latest committed state. Takes no lock and never waits for a writer.
  [[nodiscard]] virtual std::unique_ptr<const Snapshot> read() = 0;

  /// Waits for its turn, lets `decide` look at the state and makes durable what it decides, all or nothing. Decisions
  /// that alter no line write nothing; then what `decide` saw is durable when this returns. `decide` is called again,
  /// with another snapshot, if the state was changed by something that does not wait for its turn; what it decided
  /// before is forgotten. What it throws passes through, and nothing is written. After a StateError of the kind
  /// `unknown_outcome` the state is the old or the new one; after any other, the old.
  virtual void change(const Decide& decide) = 0;

  enum class Loss { allowed, refused };
  /// As change, but does not look at what is there, so that a damaged state can be replaced: `decide` sees an empty
  /// state, and its changes are all of the new one. It must decide something. False, with nothing written, if there is
  /// a state and its loss is refused.
  virtual bool replace(const Decide& decide, Loss loss) = 0;
};

}  // namespace ec2mimic::state
