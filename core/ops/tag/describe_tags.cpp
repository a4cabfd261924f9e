#include <algorithm>

#include "core/operation/describing.h"
#include "core/operation/tagging.h"

namespace ec2mimic {
namespace {

struct TagDescription {
  std::string key{};
  std::string resource_id{};
  std::string resource_type{};
  std::string value{};
};

}  // namespace

template <>
struct model::Describe<TagDescription> {
  static constexpr std::string_view name = "TagDescription";
  static constexpr auto members = model::members(
      member<&TagDescription::key>("Key", "The key of the tag."),
      member<&TagDescription::resource_id>("ResourceId", "The id of the resource.", {.refers = "*", .key = true}),
      member<&TagDescription::resource_type>("ResourceType", "The type of the resource.",
                                             {.choices = kResourceTypes, .computed = true}),
      member<&TagDescription::value>("Value", "The value of the tag."));
};

namespace {

// AWS's model has no minimum for MaxResults here.
constexpr auto kDescribeTagsRequest =
    model::described("DescribeTagsRequest", describing::dry_run, describing::filters,
                     describing::max_results(1000, INT64_MIN), describing::next_token);
constexpr auto kDescribeTagsResult = model::described(
    "DescribeTagsResult", describing::next_page<TagDescription>,
    describing::items<TagDescription>("Tags", "The tags, by resource in order of creation, and by key."));

constexpr FilterRule kFilters[] = {
    filter<&TagDescription::key>("key", "The tag's key."),
    filter<&TagDescription::resource_id>("resource-id", "The id of the resource."),
    narrowed(filter<&TagDescription::resource_type>("resource-type", "The type of the resource, such as route-table."),
             &narrow_to_resource_types),
    tag_filter<&TagDescription::key, &TagDescription::value>(),
    // Not documented, but what scripts ask for.
    filter<&TagDescription::key>("tag-key", "The same as key."),
    filter<&TagDescription::value>("tag-value", "The same as value."),
    filter<&TagDescription::value>("value", "The tag's value."),
};

constexpr std::span<const FilterRule> kFilterRules = kFilters;

// Greater than the key of any tag, because this byte occurs in no UTF-8.
constexpr std::string_view kAfterAllKeys = "\xFF";
// Follows the key in the place of its second and later tags; occurs in no key.
constexpr char kRepeated = '\x01';

// The token of the next page, if there is one.
std::optional<std::string> list(const DescribeRequest& request, Call& call) {
  Context& context = call.context();
  const PageRequest page(describing::page_rules(kDescribeTagsRequest), context.region(), request.max_results,
                         request.next_token, false);
  const Filters filters(kFilterRules, request.filters);
  const std::vector<Row>& rows = tagged_rows(context, filters.narrowing(context));
  std::size_t count = 0;
  // A record may have tags on both pages, so its place is that of its last one.
  const auto is_over = [&](const Row& row) { return page.before({row.serial, row.id, kAfterAllKeys}); };
  for (auto row = std::partition_point(rows.begin(), rows.end(), is_over); row != rows.end(); ++row) {
    const TaggedResource resource = read_tags(*row);
    std::string part;
    for (const Tag& tag : resource.tags) {
      // Only an editor can give a resource two tags of one key.
      part = part.starts_with(tag.key) && (part.size() == tag.key.size() || part[tag.key.size()] == kRepeated)
                 ? part + kRepeated
                 : tag.key;
      const PagePlace place{row->serial, row->id, part};
      const TagDescription shown{tag.key, std::string(row->id), std::string(resource.type), tag.value};
      if (page.before(place) || !filters.match(&shown)) continue;
      if (page.full(count++)) return page.token(place);
      if (!call.add(model::shape_of<TagDescription>, &shown)) return std::nullopt;
    }
  }
  return std::nullopt;
}

void run_describe_tags(Call& call) {
  DescribeRequest request;
  call.request(model::shape_by<kDescribeTagsRequest>, &request);
  const DescribeResult<TagDescription> rest{{}, list(request, call)};
  call.respond(model::shape_by<kDescribeTagsResult>, &rest);
}

}  // namespace

namespace ops {

extern constinit const Operation describe_tags = define(
    &run_describe_tags, model::shape_by<kDescribeTagsRequest>, model::shape_by<kDescribeTagsResult>,
    {
        .name = "DescribeTags",
        .summary = "Shows tags",
        .description =
            "Shows the tags of all resources in the region, one entry for each tag, or those that match the filters.",
        .filters = &kFilterRules,
    });

}  // namespace ops
}  // namespace ec2mimic
