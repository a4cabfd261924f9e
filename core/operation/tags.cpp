#include "core/operation/tags.h"

#include <algorithm>
#include <set>

#include "core/seam/errors.h"
#include "core/text/utf8.h"

namespace ec2mimic {
namespace {

// AWS's limits: tags per resource, characters in a key, characters in a value.
constexpr std::size_t kMostTags = 50;
constexpr std::size_t kLongestKey = 128;
constexpr std::size_t kLongestTagValue = 256;

// AWS documents only the code; the text is our assumption.
ApiError tag_limit_exceeded() {
  return {"TagLimitExceeded", "The maximum number of Tags for a resource has been reached."};
}

// CreateTags and tag specifications refuse reserved keys with different messages.
using ReservedKey = ApiError (*)(const std::string& key);

ApiError reserved_in_create_tags(const std::string& key) {
  return {"InvalidParameterValue", "Value ( " + key +
                                       " ) for parameter key is invalid. Tag keys starting with 'aws:' are reserved "
                                       "for internal use"};
}

ApiError reserved_in_specification(const std::string&) {
  return {"InvalidParameterValue", "Tag keys starting with 'aws:' are reserved for internal use"};
}

std::string expected_at_most(std::size_t most, const std::string& what, std::size_t found) {
  return "expected at most " + std::to_string(most) + ' ' + what + ", not " + std::to_string(found);
}

std::vector<Tag> checked(const std::vector<TagPattern>& tags, ReservedKey reserved) {
  std::vector<Tag> good;
  std::set<std::string_view> keys;
  for (const TagPattern& tag : tags) {
    if (!tag.key || tag.key->empty()) {
      throw ApiError{"InvalidParameterValue",
                     "Value ( '' ) for parameter Tag key is invalid. Tag key cannot be null or empty."};
    }
    if (tag.key->starts_with("aws:")) throw reserved(*tag.key);
    if (utf8::length(*tag.key) > kLongestKey) {
      throw ApiError{"InvalidParameterValue", "Tag key exceeds the maximum length of 128 characters"};
    }
    if (tag.value && utf8::length(*tag.value) > kLongestTagValue) {
      throw ApiError{"InvalidParameterValue", "Tag value exceeds the maximum length of 256 characters"};
    }
    if (!keys.insert(*tag.key).second) {
      throw ApiError{"InvalidParameterValue", "Duplicate tag key '" + *tag.key + "' specified."};
    }
    // AWS stores a tag without a value as one with an empty value.
    good.push_back({*tag.key, tag.value.value_or("")});
  }
  return good;
}

}  // namespace

std::vector<Tag> tags_for(const std::vector<TagSpecification>& specifications, std::string_view type) {
  // Collected first, because the limits and the uniqueness of keys hold across all specifications.
  std::vector<TagPattern> all;
  for (const TagSpecification& specification : specifications) {
    if (!specification.resource_type || specification.resource_type->empty()) {
      throw ApiError{"InvalidParameterValue", "Tag specification resource type must have a value"};
    }
    if (*specification.resource_type != type) {
      throw ApiError{"InvalidParameterValue", "'" + *specification.resource_type +
                                                  "' is not a valid taggable resource type for this operation."};
    }
    all.insert(all.end(), specification.tags.begin(), specification.tags.end());
  }
  std::vector<Tag> tags = checked(all, reserved_in_specification);
  if (tags.size() > kMostTags) throw tag_limit_exceeded();
  return tags;
}

std::vector<Tag> requested_tags(const std::vector<TagSpecification>& specifications) {
  std::vector<Tag> tags;
  for (const TagSpecification& specification : specifications) {
    for (const TagPattern& tag : specification.tags) tags.push_back({tag.key.value_or(""), tag.value.value_or("")});
  }
  return tags;
}

std::vector<Tag> tags_to_set(const std::vector<TagPattern>& tags) { return checked(tags, reserved_in_create_tags); }

std::vector<Tag> sorted(std::vector<Tag> tags) {
  std::sort(tags.begin(), tags.end(), [](const Tag& a, const Tag& b) { return a.key < b.key; });
  return tags;
}

std::vector<Tag> merged(const std::vector<Tag>& present, const std::vector<Tag>& added) {
  std::vector<Tag> all = present;
  for (const Tag& tag : added) {
    const auto same = std::find_if(all.begin(), all.end(), [&](const Tag& one) { return one.key == tag.key; });
    if (same == all.end()) {
      all.push_back(tag);
    } else {
      same->value = tag.value;
    }
  }
  // Counted after merging: overwriting a key is allowed at the limit, as in AWS.
  if (all.size() > kMostTags) throw tag_limit_exceeded();
  return sorted(std::move(all));
}

std::vector<Tag> remaining(const std::vector<Tag>& present, const std::vector<TagPattern>& deleted) {
  std::vector<Tag> kept;
  for (const Tag& tag : present) {
    const bool gone = deleted.empty() || std::any_of(deleted.begin(), deleted.end(), [&](const TagPattern& pattern) {
                        return pattern.key == tag.key && (!pattern.value || *pattern.value == tag.value);
                      });
    if (!gone) kept.push_back(tag);
  }
  return kept;
}

std::vector<TagFault> faults_in(const std::vector<Tag>& tags) {
  std::vector<TagFault> faults;
  const auto check_length = [&](std::string member, const std::string& text, std::size_t most) {
    const std::size_t length = utf8::length(text);
    if (length <= most) return;
    faults.push_back({std::move(member), expected_at_most(most, "characters", length)});
  };
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const std::string path = "Tags[" + std::to_string(i) + "].";
    if (tags[i].key.empty()) faults.push_back({path + "Key", "a tag needs a key"});
    check_length(path + "Key", tags[i].key, kLongestKey);
    check_length(path + "Value", tags[i].value, kLongestTagValue);
  }
  if (tags.size() > kMostTags) faults.push_back({"Tags", expected_at_most(kMostTags, "tags", tags.size())});
  return faults;
}

}  // namespace ec2mimic
