#include "state/text_search.h"

#include <algorithm>
#include <cstring>

namespace ec2mimic::state {
namespace {

// The bytes of which states mostly consist, the most frequent first. What is not listed counts as rare.
constexpr std::string_view kFrequent = "\"ea:t,so0iclrndu-1bgf236p.8[]{}9R7I54VCwAkTyvDBSm/PONGKE";

// Positions are ruled out in blocks of this size, by a loop that compilers turn into vector instructions.
constexpr std::size_t kBlock = 128;

std::size_t rarity(char c) { return std::min(kFrequent.find(c), kFrequent.size()); }

/// True if, for any i of a block, begin[i + rare] and begin[i + other] are the bytes wanted there.
bool may_begin_in_block(const char* rare, char rare_byte, const char* other, char other_byte) {
  unsigned char any = 0;
  for (std::size_t i = 0; i < kBlock; ++i) {
    any = static_cast<unsigned char>(any | ((rare[i] == rare_byte ? 1U : 0U) & (other[i] == other_byte ? 1U : 0U)));
  }
  return any != 0;
}

std::size_t plain_find(std::string_view text, std::size_t from, std::size_t end, std::string_view wanted) {
  const void* hit = memmem(text.data() + from, end - from, wanted.data(), wanted.size());
  if (hit == nullptr) return std::string_view::npos;
  return static_cast<std::size_t>(static_cast<const char*>(hit) - text.data());
}

}  // namespace

TextSearch::TextSearch(std::string_view wanted) : wanted_(wanted) {
  for (std::size_t i = 1; i < wanted_.size(); ++i) {
    if (rarity(wanted_[i]) > rarity(wanted_[rare_])) rare_ = i;
  }
  other_ = rare_ == 0 && wanted_.size() > 1 ? 1 : 0;
  for (std::size_t i = 0; i < wanted_.size(); ++i) {
    if (i != rare_ && rarity(wanted_[i]) > rarity(wanted_[other_])) other_ = i;
  }
}

std::size_t TextSearch::find(std::string_view text, std::size_t from) const {
  if (wanted_.empty()) return from;
  // An occurrence that begins in the block at `from` ends before from + kBlock + wanted_.size() - 1.
  for (; from + kBlock + wanted_.size() - 1 <= text.size(); from += kBlock) {
    const char* begin = text.data() + from;
    if (!may_begin_in_block(begin + rare_, wanted_[rare_], begin + other_, wanted_[other_])) continue;
    const auto hit = plain_find(text, from, from + kBlock + wanted_.size() - 1, wanted_);
    if (hit != std::string_view::npos) return hit;
  }
  return from < text.size() ? plain_find(text, from, text.size(), wanted_) : std::string_view::npos;
}

}  // namespace ec2mimic::state
