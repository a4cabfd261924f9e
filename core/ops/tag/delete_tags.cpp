#include "core/operation/operation.h"
#include "core/operation/tagging.h"

namespace ec2mimic {
namespace {

struct DeleteTags {
  std::optional<bool> dry_run{};
  std::vector<std::string> resources{};
  std::vector<TagPattern> tags{};
};

}  // namespace

template <>
struct model::Describe<DeleteTags> {
  static constexpr std::string_view name = "DeleteTagsRequest";
  static constexpr auto members = model::members(
      dry_run<&DeleteTags::dry_run>,
      member<&DeleteTags::resources>("Resources", "The ids of the resources to delete the tags from, of any type.",
                                     {.required = true, .insists_on = "resourceIdSet", .refers = "*"}),
      member<&DeleteTags::tags>(
          "Tags", "The tags; a key without a value is deleted whatever its value. All tags are deleted if omitted."));
};

namespace {

void run_delete_tags(const DeleteTags& request, Context& context) {
  retag(context, request.resources,
        [&request](const std::vector<Tag>& present) { return remaining(present, request.tags); });
}

constexpr std::string_view kDeleteTagsErrors[] = {"ResourceCountExceeded"};

}  // namespace

namespace ops {

extern constinit const Operation delete_tags = define<&run_delete_tags>({
    .name = "DeleteTags",
    .effect = Effect::writes,
    .summary = "Deletes tags from resources",
    .description = "A tag that is given with a value is deleted only where it has exactly that value; an empty value "
                   "matches only an empty value. A missing tag is not an error. There can be at most 1000 resources.",
    .errors = kDeleteTagsErrors,
});

}  // namespace ops
}  // namespace ec2mimic
