// Walks a document together with the description of its shape.
#pragma once

#include <functional>
#include <string>

#include "core/model/shape.h"
#include "core/seam/json.h"

namespace ec2mimic::model {

/// Called with each member that a document has, at any depth: its description, its path (`Routes[0].GatewayId`) and its
/// value. A structure comes before its members, a list before its elements; elements come with the list's description.
using VisitValue = std::function<void(const Member& member, const std::string& path, const Json& value)>;

/// Visits the members of a structure's document. Names that the shape does not have are passed over.
void visit_members(const Shape& structure, const Json& document, const std::string& path, const VisitValue& visit);

using VisitText = std::function<void(const Traits& traits, const std::string& text)>;

/// Visits only the strings, with what the description of their member says about them.
void visit_texts(const Shape& structure, const Json& document, const VisitText& visit);

}  // namespace ec2mimic::model
