// The VPCs of a state with what is in them, as a picture. What belongs to a VPC and what is connected to what follows
// from the references that the descriptions of records declare.
#pragma once

#include <vector>

#include "cli/output/graph.h"
#include "core/seam/json.h"

namespace ec2mimic::cli {

/// A group for each VPC, of the records that name it, in the order of creation by kind. A record that is identical to
/// an earlier one of its VPC is drawn next to it and marked. What has ended is left out, and a route to it is labelled
/// a blackhole. The last group has what belongs to no VPC but is connected to something. `state` is the document of a
/// state's file.
[[nodiscard]] std::vector<GraphGroup> graph_of_state(const Json& state);

}  // namespace ec2mimic::cli
