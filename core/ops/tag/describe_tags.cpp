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
  static constexpr auto members =
      model::members(member<&TagDescription::key>("Key", "The key of the tag."),
                     member<&TagDescription::resource_id>("ResourceId", "The id of the resource.", {.key = true}),
                     member<&TagDescription::resource_type>("ResourceType", "The type of the resource.",
                                                            {.choices = kResourceTypes, .computed = true}),
                     member<&TagDescription::value>("Value", "The value of the tag."));
};

namespace {

// AWS's model has no minimum for MaxResults here.
constexpr auto kRequest = model::described("DescribeTagsRequest", describing::dry_run, describing::filters,
                                           describing::max_results(1000, INT64_MIN), describing::next_token);
constexpr auto kResult = model::described(
    "DescribeTagsResult", describing::next_page<TagDescription>,
    describing::items<TagDescription>("Tags", "The tags, by resource in order of creation, and by key."));

constexpr FilterRule kFilters[] = {
    filter<&TagDescription::key>("key", "The tag's key."),
    filter<&TagDescription::resource_id>("resource-id", "The id of the resource."),
    filter<&TagDescription::resource_type>("resource-type", "The type of the resource, such as route-table."),
    {"tag:", "The value of the tag with this key, such as tag:Owner.",
     [](const void* view, FilterMatch& match) {
       const auto& tag = *static_cast<const TagDescription*>(view);
       if (tag.key == match.qualifier()) match.offer(tag.value);
     },
     detail::held<&TagDescription::value>()},
    filter<&TagDescription::value>("value", "The tag's value."),
};

constexpr std::span<const FilterRule> kFilterRules = kFilters;

// A tag's position among all tags of the region, for page tokens: by resource, then by key. The factor leaves room for
// every tag, as a resource has at most 50.
std::int64_t position(const TaggedResource& resource, std::size_t index) {
  return resource.serial * 64 + static_cast<std::int64_t>(index);
}

DescribeResult<TagDescription> run(const DescribeRequest& request, Context& context) {
  const PageRequest page(describing::page_rules(kRequest), context.region(), request.max_results, request.next_token,
                         false);
  const Filters filters(kFilterRules, request.filters);
  DescribeResult<TagDescription> result;
  for (const TaggedResource& resource : tagged_resources(context, filters.narrowing())) {
    for (std::size_t index = 0; index < resource.tags.size(); ++index) {
      if (page.before(position(resource, index))) continue;
      const Tag& tag = resource.tags[index];
      const TagDescription shown{tag.key, resource.id, std::string(resource.type), tag.value};
      if (!filters.match(&shown)) continue;
      if (page.full(result.items.size())) {
        result.next_token = page.token(position(resource, index));
        return result;
      }
      result.items.push_back(shown);
    }
  }
  return result;
}

}  // namespace

namespace ops {

extern constinit const Operation describe_tags = define<&run, &model::shape_by<kRequest>, &model::shape_by<kResult>>({
    .name = "DescribeTags",
    .summary = "Shows tags",
    .description =
        "Shows the tags of all resources in the region, one entry for each tag, or those that match the filters.",
    .filters = &kFilterRules,
});

}  // namespace ops
}  // namespace ec2mimic
