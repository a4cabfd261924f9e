// What to say of a call that changed the account, or may have, where its answer did not arrive: what was made, and
// whether the command can be repeated.
//
// It follows from what the call did and from its client token, for all operations alike. A create with a token can be
// repeated with that token, also where the client made it up; one without makes another each time; whatever else
// writes comes to the same when it is repeated. AWS says none of it: these are last lines of our own.
#pragma once

#include <string>
#include <string_view>

#include "cli/system/system.h"

namespace ec2mimic::cli {

/// Of a call that was made, while showing its answer failed; empty if its service did not note what it did. `program`
/// is what commands begin with.
[[nodiscard]] std::string news_of_lost_answer(const WritingCall& call, std::string_view program);

/// Of a call of which nobody knows whether it was made.
[[nodiscard]] std::string advice_for_unknown(const WritingCall& call, std::string_view program);

}  // namespace ec2mimic::cli
