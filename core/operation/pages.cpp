#include "core/operation/pages.h"

#include <array>

#include "core/model/codec.h"
#include "core/seam/errors.h"

namespace ec2mimic {

/// What a page token says.
struct PageToken {
  std::string operation{};
  std::string region{};
  std::int64_t from = 0;
};

template <>
struct model::Describe<PageToken> {
  static constexpr std::string_view name = "PageToken";
  static constexpr auto members =
      model::members(member<&PageToken::operation>("Operation", ""), member<&PageToken::region>("Region", ""),
                     member<&PageToken::from>("From", ""));
};

namespace {

constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::string base64(std::string_view bytes) {
  std::string text;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    std::uint32_t group = 0;
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - at);
    for (std::size_t i = 0; i < 3; ++i) {
      group = group << 8 | (i < count ? static_cast<unsigned char>(bytes[at + i]) : 0U);
    }
    for (std::size_t i = 0; i < 4; ++i) text += i <= count ? kDigits[group >> (18 - 6 * i) & 63U] : '=';
  }
  return text;
}

// Only what base64 above wrote, byte for byte, is taken.
std::optional<std::string> from_base64(std::string_view text) {
  std::string bytes;
  std::uint32_t group = 0;
  unsigned bits = 0;
  for (const char c : text.substr(0, text.find('='))) {
    const auto digit = kDigits.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    group = (group << 6 | static_cast<std::uint32_t>(digit)) & 0xFFFFFFU;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes += static_cast<char>(group >> bits & 0xFFU);
    }
  }
  if (base64(bytes) != text) return std::nullopt;
  return bytes;
}

PageToken read_token(const std::string& text) {
  PageToken token;
  const auto bytes = from_base64(text);
  if (!bytes) throw errors::invalid_next_token(text);
  try {
    model::read_line(model::shape_of<PageToken>, &token, *bytes);
  } catch (const model::DecodeError&) {
    throw errors::invalid_next_token(text);
  }
  return token;
}

}  // namespace

PageRequest::PageRequest(const PageRules& rules, const std::string& region,
                         const std::optional<std::int64_t>& max_results, const std::optional<std::string>& next_token,
                         bool with_ids)
    : rules_(rules), region_(region), most_(max_results) {
  if (max_results) {
    if (*max_results < kSmallestPage) throw errors::max_results_too_small(*max_results, kSmallestPage);
    if (*max_results > rules.maximum) throw errors::max_results_too_large(*max_results, rules.maximum);
    if (with_ids) throw errors::max_results_with_ids(rules.ids_name);
  }
  if (next_token) {
    const PageToken token = read_token(*next_token);
    if (token.operation != rules.operation || token.region != region) throw errors::invalid_next_token(*next_token);
    first_ = token.from;
  }
}

std::string PageRequest::token(std::int64_t serial) const {
  const PageToken token{std::string(rules_.operation), region_, serial};
  return base64(model::write_line(model::shape_of<PageToken>, &token));
}

}  // namespace ec2mimic
