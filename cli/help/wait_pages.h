// Help on waiters.
#pragma once

#include <string>
#include <string_view>

#include "cli/data/waiters.h"
#include "cli/help/page.h"

namespace ec2mimic::cli {

/// What lists of commands say of `wait`.
inline constexpr std::string_view kWaitSummary = "Waits until resources are in a state";

/// All waiters and what they wait for. `program` is the name it was called by.
[[nodiscard]] Page waiters_page(std::string_view program);

[[nodiscard]] Page waiter_page(const Waiter& waiter, std::string_view program);

/// What a waiter waits for, in one sentence without a full stop.
[[nodiscard]] std::string waiter_summary(const Waiter& waiter);

}  // namespace ec2mimic::cli
