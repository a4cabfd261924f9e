#include "state/rewrite.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "state/checksum.h"
#include "state/json_string.h"
#include "state/strict_parser.h"

namespace ec2mimic::state {
namespace {

struct Change {
  std::string key;  ///< As spelt in the file.
  const std::string* line;
};

/// The changes of one table in file order, which differs from the order of the keys if one has to be escaped.
std::vector<Change> in_file_order(std::string_view table, const TableChanges::mapped_type& changes, Trust trust) {
  std::vector<Change> sorted;
  sorted.reserve(changes.size());
  for (const auto& [key, line] : changes) {
    if (line && trust == Trust::unchecked) check_change(table, key, *line);
    sorted.push_back({escaped(key), line ? &*line : nullptr});
  }
  const auto by_key = [](const Change& a, const Change& b) { return a.key < b.key; };
  // Nearly always they are in order already: only an escape makes a difference.
  if (!std::is_sorted(sorted.begin(), sorted.end(), by_key)) std::sort(sorted.begin(), sorted.end(), by_key);
  return sorted;
}

/// Joins the lines of one table. A range is added without the comma and line break after its last line, because only
/// here is it known whether another line follows.
class Body {
 public:
  explicit Body(Pieces& pieces) : pieces_(pieces) {}

  [[nodiscard]] std::size_t bytes() const { return bytes_; }

  void add_old(const RecordLines& lines, std::size_t begin, std::size_t end) {
    if (begin == end) return;
    const std::size_t tail = end == lines.end() ? 1 : 2;  // "\n" or ",\n"
    if (end - begin <= tail) throw MalformedLine(lines.text().data() + begin);
    separate();
    add(lines.text().substr(begin, end - begin - tail));
  }

  void add_new(std::string_view key, std::string_view line) {
    separate();
    std::string& head = pieces_.made.emplace_back("\"");
    head += key;
    head += "\": ";
    add(head);
    add(line);
  }

  void finish() {
    if (bytes_ > 0) add("\n");
  }

 private:
  void separate() {
    if (bytes_ > 0) add(",\n");
  }
  void add(std::string_view piece) {
    pieces_.list.push_back(piece);
    bytes_ += piece.size();
  }

  Pieces& pieces_;
  std::size_t bytes_ = 0;
};

std::size_t merge(const RecordLines& old, const std::vector<Change>& changes, Pieces& pieces) {
  Body body(pieces);
  std::size_t carried = 0;  // Old lines before this offset are done.
  for (const auto& change : changes) {
    const auto [line, there] = old.find(change.key, carried);
    const bool same = change.line == nullptr ? !there : there && line.value == *change.line;
    if (same) continue;
    pieces.changed = true;
    body.add_old(old, carried, line.begin);
    if (change.line != nullptr) body.add_new(change.key, *change.line);
    carried = line.next;
  }
  body.add_old(old, carried, old.end());
  body.finish();
  return body.bytes();
}

/// The sorted names of the tables that exist or are changed.
std::vector<std::string_view> table_names(const Layout& before, const TableChanges& changes) {
  std::vector<std::string_view> names;
  for (const auto& table : before.tables) names.push_back(table.name);
  for (const auto& [name, unused] : changes) names.emplace_back(name);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace

Pieces rewrite(const Layout& before, const Header& header, unsigned version, const TableChanges& changes, Trust trust) {
  Pieces pieces;
  pieces.list.emplace_back();  // Reserved for the header, which needs the lengths of the tables.
  std::vector<IndexEntry> index;
  std::size_t last_foot = 0;
  for (const auto name : table_names(before, changes)) {
    pieces.list.push_back(pieces.made.emplace_back(table_head(name)));
    const auto found = changes.find(name);
    const auto sorted = found == changes.end() ? std::vector<Change>() : in_file_order(name, found->second, trust);
    const auto bytes = merge(before.lines_of(name), sorted, pieces);
    if (bytes == 0) {  // A table without records is not written.
      pieces.list.pop_back();
      continue;
    }
    index.push_back({name, bytes});
    last_foot = pieces.list.size();
    pieces.list.push_back(table_foot(false));
  }
  if (last_foot != 0) pieces.list[last_foot] = table_foot(true);
  pieces.list.push_back(tables_foot());
  pieces.list[0] = pieces.made.emplace_back(header_text(header, version, index));
  pieces.list.push_back(pieces.made.emplace_back(checksum_line(checksum(pieces.list))));
  return pieces;
}

void check_change(std::string_view table, std::string_view key, std::string_view line) {
  const auto refuse = [&](const char* what) {
    // A mistake in the program, not of its user, so not a StateError.
    throw std::invalid_argument(std::string(what) + " (table " + std::string(table) + ", key " + escaped(key) + ")");
  };
  if (!is_table_name(table)) refuse("not the name of a table");
  if (key.size() > kMostKeyBytes) refuse("a key is too long");
  if (line.size() > kMostRecordBytes) refuse("a record is too long");
  if (!line.starts_with('{') || line.find('\n') != std::string_view::npos) refuse("a record is not one line");
  if (!line.ends_with('}') || problem_of_record(line)) refuse("a record is not JSON as a state can hold it");
  const std::string quoted = "\"" + escaped(key) + "\"";
  if (!nlohmann::json::accept(quoted)) refuse("a key is not UTF-8");
}

std::string Pieces::joined() const {
  std::string text;
  text.reserve(bytes());
  for (const auto piece : list) text += piece;
  return text;
}

std::size_t Pieces::bytes() const {
  std::size_t sum = 0;
  for (const auto piece : list) sum += piece.size();
  return sum;
}

}  // namespace ec2mimic::state
