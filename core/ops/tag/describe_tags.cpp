#include "core/operation.h"
#include "core/pages.h"
#include "core/tagging.h"

namespace ec2mimic {
namespace {

struct TagDescription {
  std::string key{};
  std::string resource_id{};
  std::string resource_type{};
  std::string value{};
};

struct DescribeTags {
  std::optional<bool> dry_run{};
  std::vector<Filter> filters{};
  std::optional<std::int64_t> max_results{};
  std::optional<std::string> next_token{};
};

struct DescribeTagsResult {
  std::optional<std::string> next_token{};
  std::vector<TagDescription> tags{};
};

}  // namespace

template <>
struct model::Describe<TagDescription> {
  static constexpr std::string_view name = "TagDescription";
  static constexpr auto members =
      model::members(member<&TagDescription::key>("Key", "What the tag is called."),
                     member<&TagDescription::resource_id>("ResourceId", "What has the tag."),
                     member<&TagDescription::resource_type>("ResourceType", "What kind of resource that is.",
                                                            {.choices = kResourceTypes}),
                     member<&TagDescription::value>("Value", "What the tag says."));
};

template <>
struct model::Describe<DescribeTags> {
  static constexpr std::string_view name = "DescribeTagsRequest";
  static constexpr auto members = model::members(
      member<&DescribeTags::dry_run>("DryRun", "Asks whether the call would be allowed, and shows nothing."),
      member<&DescribeTags::filters>("Filters", "Shows only what passes all of these filters."),
      member<&DescribeTags::max_results>("MaxResults",
                                         "How many a page holds at most; without it everything comes at once."),
      member<&DescribeTags::next_token>("NextToken",
                                        "Goes on where an earlier page ended: the NextToken of its answer."));
};

template <>
struct model::Describe<DescribeTagsResult> {
  static constexpr std::string_view name = "DescribeTagsResult";
  static constexpr auto members = model::members(
      member<&DescribeTagsResult::next_token>("NextToken", "Asks for the next page; absent where there is none."),
      member<&DescribeTagsResult::tags>("Tags",
                                        "The tags, resource by resource in order of creation, each sorted by key."));
};

namespace {

constexpr FilterRule kFilters[] = {
    filter<TagDescription>(
        "key", "The tag's key.", [](const TagDescription& tag, FilterMatch& match) { match.offer(tag.key); }, kStored),
    filter<TagDescription>("resource-id", "What has the tag.",
                           [](const TagDescription& tag, FilterMatch& match) { match.offer(tag.resource_id); }),
    filter<TagDescription>("resource-type", "What kind of resource has the tag, such as route-table.",
                           [](const TagDescription& tag, FilterMatch& match) { match.offer(tag.resource_type); }),
    filter<TagDescription>("tag:", "The value of the tag with this key, such as tag:Owner.",
                           [](const TagDescription& tag, FilterMatch& match) {
                             if (tag.key == match.qualifier()) match.offer(tag.value);
                           }),
    filter<TagDescription>(
        "value", "The tag's value.", [](const TagDescription& tag, FilterMatch& match) { match.offer(tag.value); },
        kStored),
};

constexpr std::span<const FilterRule> kFilterRules = kFilters;

// Where a tag stands among all tags of the region: by resource, then by key. No resource has 64 tags.
std::int64_t position(const TaggedResource& resource, std::size_t index) {
  return resource.serial * 64 + static_cast<std::int64_t>(index);
}

DescribeTagsResult run(const DescribeTags& request, Context& context) {
  const PageRequest page({"DescribeTags", {}, 1000}, context.region(), request.max_results, request.next_token, false);
  const Filters filters(kFilterRules, request.filters);
  DescribeTagsResult result;
  for (const TaggedResource& resource : tagged_resources(context, filters.containing())) {
    for (std::size_t index = 0; index < resource.tags.size(); ++index) {
      if (page.before(position(resource, index))) continue;
      const Tag& tag = resource.tags[index];
      const TagDescription shown{tag.key, resource.id, std::string(resource.type), tag.value};
      if (!filters.match(&shown)) continue;
      if (page.full(result.tags.size())) {
        result.next_token = page.token(position(resource, index));
        return result;
      }
      result.tags.push_back(shown);
    }
  }
  return result;
}

constexpr std::string_view kErrors[] = {"FilterLimitExceeded", "InvalidParameterValue"};
constexpr std::string_view kSeeAlso[] = {"create-tags", "delete-tags"};

}  // namespace

namespace ops {

extern constinit const Operation describe_tags = define<&run>({
    .name = "DescribeTags",
    .summary = "Shows tags",
    .description =
        "Shows the tags of all resources in the region, one entry for each tag, or those that pass the filters.",
    .filters = &kFilterRules,
    .errors = kErrors,
    .see_also = kSeeAlso,
});

}  // namespace ops
}  // namespace ec2mimic
