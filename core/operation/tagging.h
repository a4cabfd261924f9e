// Tags across all kinds of resources: what the tag operations do to records without knowing their nouns.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/operation/tags.h"
#include "core/records/context.h"
#include "core/records/narrowing.h"

namespace ec2mimic {

/// Replaces the tags of each resource with what `change` returns for its present ones. Throws before any change: the
/// NotFound of its kind for a missing resource or one in another region, InvalidID for an id of no known kind, and
/// whatever `change` throws.
void retag(Context& context, const std::vector<std::string>& ids,
           const std::function<std::vector<Tag>(const std::vector<Tag>& present)>& change);

struct TaggedResource {
  std::string id{};
  std::string_view type{};  ///< `route-table`
  std::int64_t serial = 0;
  std::vector<Tag> tags{};  ///< Never empty, sorted by key.
};

/// All tagged resources in the caller's region that `narrowing` does not rule out, in order of creation. Throws
/// RecordError.
[[nodiscard]] std::vector<TaggedResource> tagged_resources(Context& context, const Narrowing& narrowing);

}  // namespace ec2mimic
