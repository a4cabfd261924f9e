// The document type of requests and responses: JSON whose objects keep the order of their members, as AWS's output
// does.
//
// Include this where documents are built or read (engine, codec, front end); elsewhere json_fwd.h is enough. Operations
// need neither: they work on structs.
#pragma once

#include <nlohmann/json.hpp>

#include "core/seam/json_fwd.h"

// Compiled once, in json.cpp, and not in every source that uses it.
extern template class nlohmann::basic_json<nlohmann::ordered_map>;
