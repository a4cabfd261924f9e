#include "core/operation/tagging.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/operation/filter_texts.h"
#include "core/operation/registry.h"
#include "core/seam/errors.h"
#include "core/text/id_form.h"

namespace ec2mimic {
namespace {

constexpr std::string_view kInstance = "i-";

// Of instances AWS says that there is none, and here there are none. What it says of other kinds that do not exist here
// is not recorded.
ApiError unknown(const std::string& id) {
  if (!is_id_of(kInstance, id)) return errors::invalid_id(id);
  return {"InvalidInstanceID.NotFound", "The instance ID '" + id + "' does not exist"};
}

// As AWS documents for both operations.
constexpr std::size_t kMostResources = 1000;

struct Retagged {
  const Noun* noun;
  std::string line;
};

}  // namespace

void retag(Context& context, const std::vector<std::string>& ids,
           const std::function<std::vector<Tag>(const std::vector<Tag>& present)>& change) {
  if (ids.size() > kMostResources) {
    // The text is recorded of other operations that take so many ids.
    throw ApiError{"ResourceCountExceeded",
                   "You have exceeded the number of resources allowed in a single call of this type"};
  }
  std::map<std::string, Retagged> retagged;
  for (const std::string& id : ids) {
    const Noun* noun = noun_of_id(id);
    if (noun == nullptr) throw unknown(id);
    const auto row = find_row(context, *noun, id);
    if (!row) throw noun->not_found(id);
    const std::vector<Tag> present = noun->common(id, row->line).tags;
    const std::vector<Tag> tags = change(present);
    // Unchanged records are not put, so that a call which changes nothing commits nothing.
    if (tags != present) retagged.insert_or_assign(id, Retagged{noun, noun->with_tags(id, row->line, tags)});
  }
  // Only now that every id was found: either all resources change or none does.
  for (auto& [id, one] : retagged) context.records().put(one.noun->table, id, std::move(one.line));
}

const std::vector<Row>& tagged_rows(Context& context, const Narrowing& narrowing) {
  static const std::vector<RowSource> sources = [] {
    std::vector<RowSource> all;
    for (const Noun* noun : nouns()) all.push_back(static_cast<const RowSource&>(*noun));
    return all;
  }();
  // The nouns describe their tags alike, so that these are few texts, and mostly a single one.
  static const std::vector<std::string> with_tags = [] {
    std::set<std::string> texts;
    for (const Noun* noun : nouns()) texts.insert(model::start_of_list(*noun->tags));
    return std::vector<std::string>(texts.begin(), texts.end());
  }();
  // May also find a record without tags, which is why the tags are looked at again.
  return rows_of(context, sources, Narrowing(narrowing).in_line_like_most(with_tags));
}

void narrow_to_resource_types(Narrowing& narrowing, const std::vector<std::string>& patterns, Context& /*context*/) {
  // Each type of resource has a table of its own.
  std::vector<std::string> tables;
  for (const Noun* noun : nouns()) {
    if (any_matches(patterns, noun->type)) tables.emplace_back(noun->table);
  }
  narrowing.in_table(std::move(tables));
}

TaggedResource read_tags(const Row& row) {
  const Noun& noun =
      **std::find_if(nouns().begin(), nouns().end(), [&](const Noun* one) { return one->table == row.source->table; });
  return {noun.type, sorted(noun.common(row.id, row.line).tags)};
}

}  // namespace ec2mimic
