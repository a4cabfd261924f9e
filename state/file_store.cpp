#include "state/file_store.h"

#include <stdexcept>
#include <utility>

#include "state/file_lock.h"
#include "state/rewrite.h"
#include "state/save.h"
#include "state/state_error.h"
#include "state/state_file.h"

namespace ec2mimic::state {
namespace {

/// A count that is at its end was brought there by another hand: 2^63 changes are out of reach.
void check_counts(const std::string& path, std::uint64_t revision, std::uint64_t serial) {
  if (revision <= kMostCount && serial <= kMostCount) return;
  const bool is_revision = revision > kMostCount;
  throw StateError(
      StateErrorKind::not_written, path,
      "cannot change " + path + ": its " + (is_revision ? "\"revision\"" : "\"serial\"") + " cannot grow beyond " +
          std::to_string(kMostCount) + "; set it in the file to a smaller number" +
          (is_revision ? "" : ", but to none below a \"Serial\" of its records") + "; the state is unchanged");
}

class FileTransaction final : public Transaction {
 public:
  /// Takes over the lock of `path`, and what stands there.
  FileTransaction(FileSystem& files, std::string path, FileLock lock, const LoadRules& rules, bool anew)
      : files_(files), path_(std::move(path)), version_(rules.version), anew_(anew), lock_(std::move(lock)) {
    auto file = read_for_writer(files_, path_, !anew);
    old_ = file.status;
    before_ = old_ && !anew ? std::make_unique<TextSnapshot>(path_, std::move(file.content), rules)
                            : std::make_unique<TextSnapshot>(path_, version_);
  }

  [[nodiscard]] const Snapshot& before() const override { return *before_; }

  void commit(const Changes& changes) override {
    const auto pieces = prepare(before_->layout(), changes);
    const auto& account = before_->header().account;
    if (pieces.changed || (account != changes.account && !account.empty()) || anew_) write(pieces);
    lock_.release();
  }

  void replace(const Changes& changes) override {
    write(prepare({}, changes));
    lock_.release();
  }

 private:
  [[nodiscard]] Pieces prepare(const Layout& base, const Changes& changes) {
    if (std::exchange(ended_, true)) throw std::logic_error("a transaction is committed a second time");
    if (!is_account(changes.account)) throw std::invalid_argument("not an account: " + changes.account);
    const auto revision = before_->header().revision + 1;
    check_counts(path_, revision, changes.serial);
    const Header header{.account = changes.account, .revision = revision, .serial = changes.serial};
    try {
      return rewrite(base, header, version_, changes.tables);
    } catch (const MalformedLine& malformed) {
      before_->refuse(malformed);
    }
  }

  void write(const Pieces& pieces) {
    if (pieces.bytes() > kMostFileBytes) {
      throw StateError(StateErrorKind::not_written, path_,
                       "cannot change " + path_ + ": the state would be larger than " +
                           std::to_string(kMostFileBytes >> 20U) + " MiB; the state is unchanged");
    }
    std::optional<Keepsake> keepsake;
    if (before_->older_version() != 0) keepsake = Keepsake{before_->older_version(), before_->file_text()};
    save(files_, path_, old_, pieces.list, keepsake);
  }

  FileSystem& files_;
  std::string path_;
  unsigned version_;
  bool anew_;
  bool ended_ = false;
  FileLock lock_;
  std::optional<FileStatus> old_;
  std::unique_ptr<const TextSnapshot> before_;
};

}  // namespace

FileStore::FileStore(FileSystem& files, std::string path, RecordCheck check, FileStoreOptions options)
    : files_(files),
      path_(std::move(path)),
      rules_{.check = std::move(check), .version = options.version, .migrations = options.migrations},
      patience_(options.patience) {}

std::unique_ptr<const Snapshot> FileStore::read() {
  auto file = read_for_reader(files_, path_);
  if (!file.status) return std::make_unique<TextSnapshot>(path_, rules_.version);
  return std::make_unique<TextSnapshot>(path_, std::move(file.content), rules_);
}

std::unique_ptr<Transaction> FileStore::begin() {
  auto place = resolve_for_writer(files_, path_);
  FileLock lock(files_, place, patience_);
  return std::make_unique<FileTransaction>(files_, std::move(place), std::move(lock), rules_, false);
}

std::unique_ptr<Transaction> FileStore::begin_anew() {
  auto place = resolve_for_writer(files_, path_);
  FileLock lock(files_, place, patience_);
  return std::make_unique<FileTransaction>(files_, std::move(place), std::move(lock), rules_, true);
}

}  // namespace ec2mimic::state
