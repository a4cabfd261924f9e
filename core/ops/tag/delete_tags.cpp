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
      member<&DeleteTags::dry_run>("DryRun", "Asks whether the call would be allowed, and deletes nothing."),
      member<&DeleteTags::resources>("Resources", "The ids of what shall lose the tags, of any kind.",
                                     {.required = true, .insists_on = "resourceIdSet", .refers = "*"}),
      member<&DeleteTags::tags>(
          "Tags", "The tags; without a value the key goes whatever its value. Without this option all tags go."));
};

namespace {

void run(const DeleteTags& request, Context& context) {
  retag(context, request.resources,
        [&request](const std::vector<Tag>& present) { return remaining(present, request.tags); });
}

}  // namespace

namespace ops {

extern constinit const Operation delete_tags = define<&run>({
    .name = "DeleteTags",
    .effect = Effect::writes,
    .summary = "Deletes tags from resources",
    .description = "A tag that is given with a value goes only where it has that very value, and an empty value means "
                   "an empty value. A tag that is not there is no error.",
});

}  // namespace ops
}  // namespace ec2mimic
