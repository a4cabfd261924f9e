// The name of the document type, for headers that only pass documents on: the whole of it costs a source file about a
// second to compile, and every operation would pay for it.
#pragma once

#include <nlohmann/json_fwd.hpp>

namespace ec2mimic {

using Json = nlohmann::ordered_json;

}  // namespace ec2mimic
