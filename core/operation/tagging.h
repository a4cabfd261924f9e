// Tags across all kinds of resources: what the tag operations do to records without knowing their nouns.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/operation/tags.h"
#include "core/records/context.h"
#include "core/records/rows.h"

namespace ec2mimic {

/// Replaces the tags of each resource with what `change` returns for its present ones. Throws before any change:
/// ResourceCountExceeded for more than 1000 ids, the NotFound of its kind for a missing resource or one in another
/// region, InvalidInstanceID.NotFound for an instance, InvalidID for an id of no known kind, and whatever `change`
/// throws.
void retag(Context& context, const std::vector<std::string>& ids,
           const std::function<std::vector<Tag>(const std::vector<Tag>& present)>& change);

/// The rows of all resources in the caller's region that have tags and that `narrowing` does not rule out, in order of
/// creation. A few may turn out to have none. Valid as long as those of rows_of(). Throws RecordError.
[[nodiscard]] const std::vector<Row>& tagged_rows(Context& context, const Narrowing& narrowing);

struct TaggedResource {
  std::string_view type{};  ///< `route-table`
  std::vector<Tag> tags{};  ///< Sorted by key; empty if it has none.
};

/// Rules out resources whose type, such as `route-table`, matches none of the patterns.
void narrow_to_resource_types(Narrowing& narrowing, const std::vector<std::string>& patterns, Context& context);

/// The tags of one of these rows. Throws RecordError.
[[nodiscard]] TaggedResource read_tags(const Row& row);

}  // namespace ec2mimic
