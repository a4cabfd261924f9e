// References between records: what follows from the keys that descriptions declare (model::Traits: refers, on_delete,
// part, holds). No noun needs to know which others name it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/operation/noun.h"
#include "core/records/records.h"

namespace ec2mimic {

/// Deletes a resource of that noun, which must be there, and what goes with it. Throws DependencyViolation, before
/// anything is changed, where a record that stays names it or anything that goes with it.
void delete_resource(Records& records, const Noun& noun, std::string_view id);

/// Throws the NotFound of what a record names that a call put in place and that is not there. Operations need not ask
/// for it, unless something else is to be said before or they need the record.
void require_references(const Records& records);

/// What does not fit together, one line each: a key that must name a record and does not, and an id that two parts
/// have. Every record must be sound by itself (check_record).
[[nodiscard]] std::vector<std::string> check_references(const Records& records);

/// The record that has a part of this id, such as an association.
struct Part {
  const Noun* noun;
  std::string record_id;
};

/// Throws RecordError.
[[nodiscard]] std::optional<Part> find_part(const Records& records, std::string_view id);

/// True if a key of this part of a record, one that may dangle, names something that is not there, or is of no use in
/// that VPC: a gateway that is attached to another one, or to none. Throws RecordError.
[[nodiscard]] bool dangles(const Records& records, std::string_view vpc_id, const model::Shape& shape,
                           const void* part);

template <class Described>
[[nodiscard]] bool dangles(const Records& records, std::string_view vpc_id, const Described& part) {
  return dangles(records, vpc_id, model::shape_of<Described>, &part);
}

}  // namespace ec2mimic
