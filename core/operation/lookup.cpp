#include "core/operation/lookup.h"

#include "core/model/visit.h"
#include "core/operation/registry.h"
#include "core/records/record.h"
#include "core/records/records.h"
#include "core/seam/json.h"

namespace ec2mimic {
namespace {

constexpr std::string_view kVpc = "vpc";
constexpr std::string_view kSubnet = "subnet";

bool names(const Noun& noun, const Json& record, std::string_view type, std::string_view id) {
  bool found = false;
  model::visit_texts(*noun.record, record, [&](const model::Traits& traits, const std::string& text) {
    found = found || (traits.refers == type && text == id);
  });
  return found;
}

// True if the resource lives, and its record names no VPC and no subnet, or else this VPC or a subnet of it.
bool is_in(const Records& records, const Noun& noun, std::string_view id, std::string_view line,
           std::string_view vpc_id) {
  if (noun.has_ended(id, line)) return false;
  if (noun.serves != nullptr) return noun.serves(id, line, vpc_id);
  const Json record = parse_record(noun.table, id, line);
  if (names(noun, record, kVpc, vpc_id)) return true;
  bool is_here = true;
  model::visit_texts(*noun.record, record, [&](const model::Traits& traits, const std::string& text) {
    if (traits.refers == kVpc) is_here = false;
    if (traits.refers != kSubnet) return;
    const Noun& subnet = *noun_of_type(kSubnet);
    const auto its = records.find(subnet.table, text);
    is_here = its && names(subnet, parse_record(subnet.table, text, *its), kVpc, vpc_id);
  });
  return is_here;
}

}  // namespace

Whereabouts whereabouts(Context& context, std::string_view type, std::string_view id, std::string_view vpc_id) {
  const Noun* noun = noun_of_type(type);
  if (noun == nullptr) return Whereabouts::missing;
  const auto row = find_row(context, *noun, id);
  if (!row) return Whereabouts::missing;
  if (is_in(context.records(), *noun, id, row->line, vpc_id)) return Whereabouts::here;
  const bool is_expected = noun->will_serve != nullptr && noun->will_serve(id, row->line, vpc_id);
  return is_expected ? Whereabouts::expected : Whereabouts::elsewhere;
}

bool any_refers_into(Context& context, std::string_view type, std::string_view to, std::string_view vpc_id) {
  const Noun* noun = noun_of_type(type);
  if (noun == nullptr) return false;
  const RowSource& source = *noun;
  for (const Row& row : find_rows(context, {&source, 1}, {})) {
    bool found = false;
    const Json record = parse_record(noun->table, row.id, row.line);
    model::visit_texts(*noun->record, record, [&](const model::Traits& traits, const std::string& text) {
      found = found || (traits.refers == to && whereabouts(context, to, text, vpc_id) == Whereabouts::here);
    });
    if (found) return true;
  }
  return false;
}

std::optional<std::string> recorded_text(const Records& records, std::string_view type, std::string_view id,
                                         std::string_view member) {
  const Noun* noun = noun_of_type(type);
  const auto line = noun == nullptr ? std::nullopt : records.find(noun->table, id);
  if (!line) return std::nullopt;
  const Json record = parse_record(noun->table, id, *line);
  const auto value = record.find(std::string(member));
  if (value == record.end() || !value->is_string()) return std::nullopt;
  return value->get<std::string>();
}

}  // namespace ec2mimic
