// Help pages on waiters.
#pragma once

#include <string>
#include <string_view>

#include "cli/data/waiters.h"
#include "cli/help/page.h"

namespace ec2mimic::cli {

/// The summary of `wait` in lists of commands.
inline constexpr std::string_view kWaitSummary = "Waits until resources are in a state";

/// The page that lists all waiters. `program` is the name by which the program was called.
[[nodiscard]] Page waiters_page(std::string_view program);

/// The page of one waiter.
[[nodiscard]] Page waiter_page(const Waiter& waiter, std::string_view program);

/// What a waiter waits for: a sentence without a full stop.
[[nodiscard]] std::string waiter_summary(const Waiter& waiter);

}  // namespace ec2mimic::cli
