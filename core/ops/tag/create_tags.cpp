#include "core/operation/operation.h"
#include "core/operation/tagging.h"

namespace ec2mimic {
namespace {

struct CreateTags {
  std::optional<bool> dry_run{};
  std::vector<std::string> resources{};
  std::vector<TagPattern> tags{};
};

}  // namespace

template <>
struct model::Describe<CreateTags> {
  static constexpr std::string_view name = "CreateTagsRequest";
  static constexpr auto members =
      model::members(dry_run<&CreateTags::dry_run>,
                     member<&CreateTags::resources>("Resources", "The ids of the resources to tag, of any type.",
                                                    {.required = true, .insists_on = "resourceIdSet", .refers = "*"}),
                     member<&CreateTags::tags>("Tags", "The tags; an existing key gets the new value.",
                                               {.required = true, .insists_on = "tagSet"}));
};

namespace {

void run_create_tags(const CreateTags& request, Context& context) {
  const std::vector<Tag> tags = tags_to_set(request.tags);
  retag(context, request.resources, [&tags](const std::vector<Tag>& present) { return merged(present, tags); });
}

constexpr std::string_view kCreateTagsErrors[] = {"InvalidParameterValue", "ResourceCountExceeded", "TagLimitExceeded"};

}  // namespace

namespace ops {

extern constinit const Operation create_tags = define<&run_create_tags>({
    .name = "CreateTags",
    .effect = Effect::writes,
    .summary = "Adds tags to resources or changes their values",
    .description =
        "Either all resources, at most 1000, get all the tags, or none gets any. Tags with other keys stay as they "
        "are. A key has at "
        "most 128 characters and a value 256; keys that begin with aws: are reserved; a resource has at most 50 tags.",
    .errors = kCreateTagsErrors,
});

}  // namespace ops
}  // namespace ec2mimic
