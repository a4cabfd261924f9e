#include "core/operation/page_token.h"

#include <utility>

#include "core/model/codec.h"
#include "core/seam/errors.h"
#include "core/text/base64.h"

namespace ec2mimic {

/// The content of a page token.
struct PageToken {
  std::string operation{};
  std::string region{};
  std::int64_t from = 0;
  std::string id{};
  std::optional<std::string> part{};
};

template <>
struct model::Describe<PageToken> {
  static constexpr std::string_view name = "PageToken";
  static constexpr auto members = model::members(
      member<&PageToken::operation>("Operation", ""), member<&PageToken::region>("Region", ""),
      member<&PageToken::from>("From", ""), member<&PageToken::id>("Id", ""), member<&PageToken::part>("Part", ""));
};

namespace {

PageToken read_token(const std::string& text) {
  PageToken token;
  const auto bytes = from_base64(text);
  // from_base64() is lenient; only the exact text that we wrote is accepted.
  if (!bytes || to_base64(*bytes) != text) throw errors::invalid_next_token(text);
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
    if (*max_results < rules.minimum) throw errors::max_results_too_small(*max_results, rules.minimum);
    if (*max_results > rules.maximum) throw errors::max_results_too_large(*max_results, rules.maximum);
    if (with_ids) throw errors::max_results_with_ids(rules.ids_name);
  }
  // The AWS CLI sends an empty token too. What AWS answers is not known; here it counts as no token.
  if (next_token && !next_token->empty()) {
    PageToken token = read_token(*next_token);
    // AWS too refuses a token of another operation or region.
    if (token.operation != rules.operation || token.region != region) throw errors::invalid_next_token(*next_token);
    // Up to version 0.1.0 a token had no id, and a serial number of another meaning for tags.
    if (token.id.empty()) throw errors::invalid_next_token(*next_token);
    from_ = token.from;
    from_id_ = std::move(token.id);
    from_part_ = token.part.value_or("");
  }
}

std::string PageRequest::token(const PagePlace& place) const {
  PageToken token{std::string(rules_.operation), region_, place.serial, std::string(place.id), {}};
  if (!place.part.empty()) token.part = place.part;
  return to_base64(model::write_line(model::shape_of<PageToken>, &token));
}

std::string first_on_page(const std::string& next_token) { return read_token(next_token).id; }

}  // namespace ec2mimic
