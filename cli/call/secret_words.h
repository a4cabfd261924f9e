// Finds secrets on a command line, which must not be logged.
//
// Only `configure set` takes secrets. Words are masked generously, because faulty lines are logged too, and a word that
// is masked needlessly does little harm.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ec2mimic::cli {

/// Replaces a secret.
inline constexpr std::string_view kMasked = "***";

struct SafeWords {
  std::vector<std::string> words{};  ///< As many as on the line.
  bool masked = false;               ///< There were secrets, which a message about the line may contain as well.
};

/// Masks the secrets in the words of a line. If a word names a credential, such as `profile.p.aws_secret_access_key`,
/// this masks all later words except global options and their values, what follows `=` in the word itself, and, if the
/// word `set` precedes it, the words between the two. If `configure` is among the words, any name with `secret`,
/// `token`, `password` or `access_key` in it counts.
[[nodiscard]] SafeWords without_secrets(std::span<const std::string_view> words);

}  // namespace ec2mimic::cli
