// The strings in a document, with what the description of their member says about them.
#pragma once

#include <functional>
#include <string>

#include "core/model/shape.h"
#include "core/seam/json.h"

namespace ec2mimic::model {

using VisitText = std::function<void(const Traits& traits, const std::string& path, const std::string& text)>;

/// Visits every string in a document of that shape, in the document's order. `path` is put before the path of each:
/// `.Tags[0].Key`. Members that the shape does not have are passed over.
void for_each_text(const Shape& shape, const Json& document, const std::string& path, const VisitText& visit);

}  // namespace ec2mimic::model
