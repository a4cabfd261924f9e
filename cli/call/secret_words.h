// Secrets on a command line, which a log must not keep.
//
// `configure set` is the one command that takes them. Which words are secret is told generously: a line may be wrong in
// any way and is logged all the same, and a word that is masked without need costs little.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ec2mimic::cli {

/// What stands for a secret.
inline constexpr std::string_view kMasked = "***";

struct SafeWords {
  std::vector<std::string> words{};  ///< As many as there were.
  bool masked = false;               ///< There were secrets; a message about the line may show them too.
};

/// The words without their secrets. On a line on which a word names a secret, `profile.p.aws_secret_access_key`, all
/// other words behind it are masked but global options and their values, and so is what follows `=` in it; with a word
/// `set` before it, what is between them as well. Beside the word `configure` any name that speaks of a secret, a
/// token, a password or an access key counts.
[[nodiscard]] SafeWords without_secrets(std::span<const std::string_view> words);

}  // namespace ec2mimic::cli
