// Tags across all kinds of resources: what the tag operations do to records whose nouns they do not know.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/operation/tags.h"
#include "core/records/context.h"

namespace ec2mimic {

/// Gives each of these resources the tags that `change` makes of its present ones. Throws before anything is changed:
/// the NotFound of its kind for a missing resource, InvalidID for an id of no kind, and whatever `change` throws.
void retag(Context& context, const std::vector<std::string>& ids,
           const std::function<std::vector<Tag>(const std::vector<Tag>& present)>& change);

struct TaggedResource {
  std::string id{};
  std::string_view type{};  ///< `route-table`
  std::int64_t serial = 0;
  std::vector<Tag> tags{};  ///< Never empty, sorted by key.
};

/// Everything in the caller's region that has tags and whose line contains `containing`, in order of creation.
[[nodiscard]] std::vector<TaggedResource> tagged_resources(Context& context, std::string_view containing);

}  // namespace ec2mimic
