// Finds rows: the search that a narrowing describes, and the lists that are made of what it finds. It is a file of its
// own because it needs the records, and these keep a list of rows.

#include <algorithm>
#include <charconv>
#include <functional>

#include "core/records/context.h"
#include "core/records/narrowing.h"
#include "core/records/rows.h"

namespace ec2mimic {
namespace {

// The head of a line that begins as ec2mimic writes it. Views instead of strings, because this runs for every record.
struct SeenHead {
  std::string_view region{};
  std::int64_t serial = 0;
};

std::optional<SeenHead> see_head(std::string_view line) {
  constexpr std::string_view kRegion = R"({"Region":")";
  constexpr std::string_view kSerial = R"(","Serial":)";
  if (!line.starts_with(kRegion)) return std::nullopt;
  line.remove_prefix(kRegion.size());
  const std::string_view region = line.substr(0, line.find('"'));
  line.remove_prefix(region.size());
  if (!line.starts_with(kSerial) || region.find('\\') != std::string_view::npos) return std::nullopt;
  SeenHead head{region};
  const auto parsed = std::from_chars(line.data() + kSerial.size(), line.data() + line.size(), head.serial);
  const bool ends = parsed.ptr != line.data() + line.size() && (*parsed.ptr == ',' || *parsed.ptr == '}');
  return parsed.ec == std::errc() && ends ? std::optional(head) : std::nullopt;
}

// The row of a record with that head, if the caller's region sees it.
std::optional<Row> row_with(const SeenHead& head, const Context& context, const RowSource& source, std::string_view key,
                            std::string_view line) {
  const bool is_seen =
      head.region == context.region() ||
      (source.also_seen_from != nullptr && source.also_seen_from(context.region(), key, line, context.account()));
  return is_seen ? std::optional(Row{head.serial, key, line, &source}) : std::nullopt;
}

std::optional<Row> row_of(const Context& context, const RowSource& source, std::string_view key,
                          std::string_view line) {
  if (const auto head = see_head(line)) return row_with(*head, context, source, key, line);
  const RecordHead head = source.head(key, line);
  return row_with({head.region, head.serial}, context, source, key, line);
}

bool is_of(const RowList& list, std::span<const RowSource> sources, std::string_view region,
           const Narrowing& narrowing) {
  return list.sources.data() == sources.data() && list.sources.size() == sources.size() && list.region == region &&
         list.narrowing == narrowing;
}

}  // namespace

void Narrowing::scan(const Records& records, std::string_view table, const state::Snapshot::Visit& visit) const {
  const bool is_ruled_out = std::any_of(tables_.begin(), tables_.end(), [&](const std::vector<std::string>& some) {
    return std::find(some.begin(), some.end(), table) == some.end();
  });
  if (is_ruled_out) return;
  const Group* searched = keys_ ? nullptr : rarest();
  using Search = std::boyer_moore_horspool_searcher<std::string::const_iterator>;
  std::vector<Search> excluded;
  for (const std::string& text : excluded_) excluded.emplace_back(text.begin(), text.end());
  const auto visit_admitted = [&](std::string_view key, std::string_view line) {
    const bool admitted = std::all_of(groups_.begin(), groups_.end(), [&](const Group& group) {
      // The scan itself finds only lines with those texts.
      return &group == searched || group.admits(key, line);
    });
    const bool is_excluded = std::any_of(excluded.begin(), excluded.end(), [&](const Search& search) {
      return std::search(line.begin(), line.end(), search) != line.end();
    });
    if (admitted && !is_excluded) visit(key, line);
  };
  if (keys_) {
    for (const std::string& key : *keys_) {
      if (const auto line = records.find(table, key)) visit_admitted(key, *line);
    }
    return;
  }
  std::vector<std::string_view> texts;
  if (searched != nullptr) texts.assign(searched->texts.begin(), searched->texts.end());
  records.scan_any(table, texts, visit_admitted);
}

std::vector<Row> find_rows(Context& context, std::span<const RowSource> sources, const Narrowing& narrowing) {
  std::vector<Row> rows;
  for (const RowSource& source : sources) {
    narrowing.scan(context.records(), source.table, [&](std::string_view key, std::string_view line) {
      if (const auto row = row_of(context, source, key, line)) rows.push_back(*row);
    });
  }
  std::sort(rows.begin(), rows.end(), created_before);
  return rows;
}

const std::vector<Row>& rows_of(Context& context, std::span<const RowSource> sources, const Narrowing& narrowing) {
  std::optional<RowList>& kept = context.records().row_list();
  if (kept && is_of(*kept, sources, context.region(), narrowing)) return kept->rows;
  // The rows may point to keys in the narrowing, so they are found by the copy that is kept.
  RowList& list = kept.emplace(RowList{sources, context.region(), narrowing, {}});
  list.rows = find_rows(context, list.sources, list.narrowing);
  return list.rows;
}

std::optional<Row> find_row(Context& context, const RowSource& source, std::string_view key) {
  const auto line = context.records().find(source.table, key);
  return line ? row_of(context, source, key, *line) : std::nullopt;
}

}  // namespace ec2mimic
