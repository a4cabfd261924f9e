#include "state/file_store.h"

#include <stdexcept>
#include <utility>

#include "state/locked_file.h"
#include "state/rewrite.h"
#include "state/state_error.h"
#include "state/state_file.h"
#include "state/text_snapshot.h"

namespace ec2mimic::state {
namespace {

// How often to decide a change again because another program changed the file in between.
constexpr int kMostRuns = 5;

/// So many changes are out of reach, so a count at its maximum was set by hand: the message says how to lower it.
void check_counts(const std::string& path, const Header& before, const Header& header) {
  const bool is_revision = header.revision > kMostCount;
  // A greater serial stays, because a call that creates nothing does no harm.
  const bool is_serial = header.serial > before.serial && header.serial > kMostSerial;
  if (!is_revision && !is_serial) return;
  throw StateError(
      StateErrorKind::not_written, path,
      "cannot change " + path + ": its " + (is_revision ? "\"revision\"" : "\"serial\"") + " cannot exceed " +
          std::to_string(is_revision ? kMostCount : kMostSerial) + "; set it to a smaller number in the file" +
          (is_revision ? "" : ", but not below the \"Serial\" of any record") + "; the state is unchanged");
}

Pieces lay_out(const std::string& path, const TextSnapshot& before, const Layout& base, unsigned version,
               const Changes& changes) {
  if (!is_account(changes.account)) throw std::invalid_argument("not an account: " + changes.account);
  const Header header{.account = changes.account, .revision = before.header().revision + 1, .serial = changes.serial};
  check_counts(path, before.header(), header);
  try {
    return rewrite(base, header, version, changes.tables);
  } catch (const MalformedLine& malformed) {
    before.refuse(malformed);
  }
}

void check_size(const std::string& path, const Pieces& pieces) {
  if (pieces.bytes() <= kMostFileBytes) return;
  throw StateError(StateErrorKind::not_written, path,
                   "cannot change " + path + ": the state would be larger than " +
                       std::to_string(kMostFileBytes >> 20U) + " MiB; the state is unchanged");
}

[[noreturn]] void fail_busy(const std::string& path) {
  throw StateError(StateErrorKind::busy, path,
                   "cannot change " + path +
                       ": another program keeps changing it; the state is unchanged, try again when that has ended");
}

bool changes_something(const TextSnapshot& before, const Changes& changes, const Pieces& pieces) {
  if (changes.force_rewrite) return true;
  // The first account of a state is written along with its first record, not by itself.
  const auto& account = before.header().account;
  return pieces.changed || (account != changes.account && !account.empty());
}

}  // namespace

FileStore::FileStore(FileSystem& files, std::string path, LoadRules rules, std::chrono::milliseconds patience)
    : files_(files), path_(std::move(path)), rules_(std::move(rules)), patience_(patience) {}

std::unique_ptr<const Snapshot> FileStore::read() {
  // Without a lock: writers replace the file as a whole, so what a reader has opened stays as it is.
  auto file = read_for_reader(files_, path_);
  if (!file.status) return std::make_unique<TextSnapshot>(path_, rules_.version);
  return std::make_unique<TextSnapshot>(path_, std::move(file.content), rules_);
}

void FileStore::change(const Decide& decide) {
  for (int run = 0; run < kMostRuns; ++run) {
    const auto place = resolve_for_writer(files_, path_);
    if (place.exists ? change_file(place.path, decide) : make_file(place.path, decide)) return;
  }
  fail_busy(path_);
}

bool FileStore::change_file(const std::string& place, const Decide& decide) {
  LockedFile file(files_, place, patience_, LockedFile::Queue::beside, LockedFile::Content::read);
  if (!file.exists()) return false;
  file.refuse_read_only();
  if (file.content().empty() && file.held_a_state()) refuse_lost_state(path_);
  const TextSnapshot before(path_, file.take_content(), rules_);
  const auto changes = decide(before);
  if (changes) {
    const auto pieces = lay_out(path_, before, before.layout(), rules_.version, *changes);
    if (changes_something(before, *changes, pieces)) {
      check_size(path_, pieces);
      SaveOptions options;
      if (before.older_version() != 0)
        options.version_backup = VersionBackup{before.older_version(), before.file_text()};
      const auto revision = before.header().revision;
      if (revision == 0) {  // An account that was never written has none; a state that was removed may have left some.
        options.removes_revisions = changes->kept_revisions > 0;
      } else if (changes->kept_revisions > 0) {
        options.revision = EarlierRevision{revision, before.file_text(), changes->kept_revisions};
      }
      // A program that knows nothing of the lock, such as an editor, may have written meanwhile; then the change is
      // decided again, on what is there now.
      return file.replace(pieces.list, options);
    }
  }
  // What `decide` saw may come from a writer that was killed before it synced the folder.
  file.confirm();
  return true;
}

// Decides before anything is made, so that a refused call leaves no folders and no lock behind.
bool FileStore::make_file(const std::string& place, const Decide& decide) {
  const TextSnapshot before(path_, rules_.version);
  const auto changes = decide(before);
  if (!changes) return true;
  const auto pieces = lay_out(path_, before, before.layout(), rules_.version, *changes);
  if (!changes_something(before, *changes, pieces)) return true;
  check_size(path_, pieces);
  LockedFile file(files_, place, patience_, LockedFile::Queue::beside, LockedFile::Content::skip);
  // If somebody made the file meanwhile, change() decides again, on what is in it.
  return !file.exists() && file.replace(pieces.list, {.removes_revisions = changes->kept_revisions > 0});
}

bool FileStore::replace(const Decide& decide, Loss loss) {
  const auto place = resolve_for_writer(files_, path_);
  const bool looks = loss != Loss::of_anything;
  if (looks) {  // before locking too, so that no lock file is left beside a file that is not ours
    const auto found = read_for_reader(files_, path_, LostState::accepted);
    refuse_foreign(path_, found.content.text());
    if (loss == Loss::refused && found.content.size() > 0) return false;
  }
  const TextSnapshot before(path_, rules_.version);
  const auto changes = decide(before);
  // Based on an empty state: the one that is there may be unreadable, which is a reason to replace it.
  const auto pieces = lay_out(path_, before, {}, rules_.version, changes.value());
  check_size(path_, pieces);
  const SaveOptions options{.removes_revisions = true, .if_changed = looks ? IfChanged::keep : IfChanged::replace};
  for (int run = 0; run < kMostRuns; ++run) {
    LockedFile file(files_, place.path, patience_, LockedFile::Queue::beside,
                    looks ? LockedFile::Content::read : LockedFile::Content::skip);
    file.refuse_read_only();
    if (looks) refuse_foreign(path_, file.content());
    if (loss == Loss::refused && file.holds_a_state()) return false;
    if (file.replace(pieces.list, options)) return true;
  }
  fail_busy(path_);
}

}  // namespace ec2mimic::state
