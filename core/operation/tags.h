// Tags: labels that any resource can carry, and AWS's rules for them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/model/describe.h"
#include "core/operation/resource_types.h"

namespace ec2mimic {

struct Tag {
  std::string key{};
  std::string value{};

  bool operator==(const Tag&) const = default;
};

/// A tag in a request. In DeleteTags an absent value matches any value.
struct TagPattern {
  std::optional<std::string> key{};
  std::optional<std::string> value{};
};

struct TagSpecification {
  std::optional<std::string> resource_type{};
  std::vector<TagPattern> tags{};
};

/// The tags that `specifications` give a new resource of `type`, in the order of the request. Throws ApiError for a
/// missing or different resource type, and for tags that AWS refuses.
[[nodiscard]] std::vector<Tag> tags_for(const std::vector<TagSpecification>& specifications, std::string_view type);

/// The same without checks, as the answer of a create shows them.
[[nodiscard]] std::vector<Tag> requested_tags(const std::vector<TagSpecification>& specifications);

/// The tags of a CreateTags request. Throws ApiError for tags that AWS refuses.
[[nodiscard]] std::vector<Tag> tags_to_set(const std::vector<TagPattern>& tags);

/// Sorted by key in byte order, as tags are stored and described.
[[nodiscard]] std::vector<Tag> sorted(std::vector<Tag> tags);

/// Adds `added` to `present`; an existing key gets the new value. Throws ApiError `TagLimitExceeded` if the result has
/// more than 50 tags. The result is sorted.
[[nodiscard]] std::vector<Tag> merged(const std::vector<Tag>& present, const std::vector<Tag>& added);

/// What DeleteTags leaves of `present`: a pattern without a value deletes the key whatever its value, one with a value
/// only if the value is equal; an empty list of patterns deletes all tags.
[[nodiscard]] std::vector<Tag> remaining(const std::vector<Tag>& present, const std::vector<TagPattern>& deleted);

/// A fault that AWS never allows in the tags of a resource.
struct TagFault {
  std::string member{};  ///< Its path: `Tags[0].Key`
  std::string what{};    ///< The end of a message.
};

/// All such faults, except keys that are repeated.
[[nodiscard]] std::vector<TagFault> faults_in(const std::vector<Tag>& tags);

namespace model {

template <>
struct Describe<Tag> {
  static constexpr std::string_view name = "Tag";
  static constexpr auto members = model::members(
      member<&Tag::key>("Key", "The key of the tag: at most 128 characters, case-sensitive.", {.tells_apart = true}),
      member<&Tag::value>("Value", "The value of the tag: at most 256 characters; may be empty."));
};

template <>
struct Describe<TagPattern> {
  static constexpr std::string_view name = "Tag";
  static constexpr auto members = model::members(
      member<&TagPattern::key>("Key", "The key of the tag: at most 128 characters, case-sensitive."),
      member<&TagPattern::value>("Value", "The value of the tag: at most 256 characters; may be empty."));
};

template <>
struct Describe<TagSpecification> {
  static constexpr std::string_view name = "TagSpecification";
  static constexpr auto members =
      model::members(member<&TagSpecification::resource_type>(
                         "ResourceType", "The type of resource that gets the tags.", {.choices = kResourceTypes}),
                     member<&TagSpecification::tags>("Tags", "The tags that it gets."));
};

}  // namespace model
}  // namespace ec2mimic
