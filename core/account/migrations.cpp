#include "core/account/migrations.h"

namespace ec2mimic {

// None yet: version 1 is the first.
std::span<const state::Migration> migrations() { return {}; }

}  // namespace ec2mimic
