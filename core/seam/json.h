// The document type of requests and responses: JSON whose objects keep the order of their members, as AWS's output
// does.
//
// Include this where documents are built or read (engine, codec, front end); elsewhere nlohmann/json_fwd.hpp is enough.
// Operations need neither: they work on structs.
#pragma once

#include <nlohmann/json.hpp>

namespace ec2mimic {

using Json = nlohmann::ordered_json;

}  // namespace ec2mimic
