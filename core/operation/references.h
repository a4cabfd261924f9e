// References between records, derived from the keys that descriptions declare (model::Traits: refers, on_delete, part,
// prevents_deletion). No noun needs to know which others refer to it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/operation/noun.h"
#include "core/records/records.h"

namespace ec2mimic {

/// Deletes a resource, which must exist, and everything that is deleted with it. Throws DependencyViolation, before any
/// change, if a record that would remain refers to any of these. Throws RecordError.
void delete_resource(Records& records, const Noun& noun, std::string_view id);

/// Throws the NotFound error of a missing resource that a record put by this call newly refers to. Operations need not
/// check this themselves, unless another error must come first or they need the record.
void require_references(const Records& records);

/// The noun that a reference with that id must refer to, or null if it need not refer to anything.
[[nodiscard]] const Noun* required_noun(const model::Traits& traits, std::string_view id);

/// A record with a part that has its own id, such as an association.
struct Part {
  const Noun* noun;
  std::string record_id;
};

/// Finds the part of that id. Throws RecordError.
[[nodiscard]] std::optional<Part> find_part(const Records& records, std::string_view id);

/// True if the text is the id of a resource that is missing or cannot be used in that VPC, such as a gateway that is
/// not attached to it. Throws RecordError.
[[nodiscard]] bool is_unusable_target(const Records& records, std::string_view vpc_id, std::string_view text);

/// True if this part of a record has a reference, one that may dangle, whose target is unusable in that VPC. Throws
/// RecordError.
[[nodiscard]] bool dangles(const Records& records, std::string_view vpc_id, const model::Shape& shape,
                           const void* part);

template <class Described>
[[nodiscard]] bool dangles(const Records& records, std::string_view vpc_id, const Described& part) {
  return dangles(records, vpc_id, model::shape_of<Described>, &part);
}

}  // namespace ec2mimic
