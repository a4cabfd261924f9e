// The one operation of another service, STS, that scripts begin with: who is calling, and in which account.
//
// It is no operation of EC2 and so it is not in the registry; the command `sts` calls it by this name.
#pragma once

#include "core/operation.h"

namespace ec2mimic {

/// GetCallerIdentity: the account is the state's, the user is always the same one. Reads only.
extern const Operation get_caller_identity;

}  // namespace ec2mimic
