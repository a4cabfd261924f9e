#include "core/operation/tagging.h"

#include <algorithm>
#include <map>

#include "core/operation/registry.h"
#include "core/seam/errors.h"

namespace ec2mimic {
namespace {

// Occurs in the line of every tagged record, and in others only by accident, which is why the tags are looked at again.
constexpr std::string_view kHasTags = R"("Tags":[{)";

struct Retagged {
  const Noun* noun;
  std::string line;
};

}  // namespace

void retag(Context& context, const std::vector<std::string>& ids,
           const std::function<std::vector<Tag>(const std::vector<Tag>& present)>& change) {
  std::map<std::string, Retagged> retagged;
  for (const std::string& id : ids) {
    const Noun* noun = noun_of_id(id);
    if (noun == nullptr) throw errors::invalid_id(id);
    const auto line = context.records().find(noun->table, id);
    if (!line) throw noun->not_found(id);
    const Noun::Common common = noun->common(id, *line);
    if (common.region != context.region()) throw noun->not_found(id);
    const std::vector<Tag> tags = change(common.tags);
    // Unchanged records are not put, so that a call which changes nothing commits nothing.
    if (tags != common.tags) retagged.insert_or_assign(id, Retagged{noun, noun->with_tags(id, *line, tags)});
  }
  for (auto& [id, one] : retagged) context.records().put(one.noun->table, id, std::move(one.line));
}

std::vector<TaggedResource> tagged_resources(Context& context, const Narrowing& narrowing) {
  const Narrowing tagged = Narrowing(narrowing).in_line({std::string(kHasTags)});
  std::vector<TaggedResource> resources;
  for (const Noun* noun : nouns()) {
    tagged.scan(context.records(), noun->table, [&](std::string_view id, std::string_view line) {
      Noun::Common common = noun->common(id, line);
      if (common.region != context.region() || common.tags.empty()) return;
      resources.push_back({std::string(id), noun->type, common.serial, std::move(common.tags)});
    });
  }
  std::sort(resources.begin(), resources.end(),
            [](const TaggedResource& a, const TaggedResource& b) { return a.serial < b.serial; });
  return resources;
}

}  // namespace ec2mimic
