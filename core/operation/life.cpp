#include "core/operation/life.h"

#include <vector>

#include "core/operation/registry.h"
#include "core/operation/shown_time.h"

namespace ec2mimic {
namespace {

// How the members that only a record with an end has begin in a line. In a text of a record their quotes would be
// escaped.
std::vector<std::string> marks_of_end(const Noun& noun) {
  std::vector<std::string> marks;
  for (const model::Member& member : noun.record->members) {
    if (member.traits.ends) marks.push_back('"' + std::string(member.name) + "\":");
  }
  return marks;
}

bool has_passed_by(std::chrono::sys_seconds now, const std::optional<std::string>& time, std::chrono::seconds since) {
  const auto start = time ? parse_any_time(*time) : std::nullopt;
  return start && now >= *start + since;
}

bool is_listed(const Life& life, const CallTime& time) {
  if (!life.ended) return true;
  // At the default pace no deletion takes any time, even if it began at AWS's.
  if (life.being_deleted && time.pace == Pace::instant) return false;
  return !has_passed_by(time.now, life.ended, life.listed);
}

}  // namespace

Presence presence(const Records& records, std::string_view id, const CallTime& time) {
  const Noun* noun = noun_of_id(id);
  const auto line = noun == nullptr ? std::nullopt : records.find(noun->table, id);
  if (!line) return Presence::gone;
  const Life life = noun->life == nullptr ? Life{} : noun->life(id, *line);
  if (!life.ended) return Presence::alive;
  return is_listed(life, time) ? Presence::listed : Presence::gone;
}

void forget_ended(Context& context, const Noun& noun) {
  if (noun.life == nullptr) return;
  const RowSource& source = noun;
  // First all are found: the rows are valid only until a record changes.
  std::vector<std::string> unlisted;
  for (const Row& row : find_rows(context, {&source, 1}, Narrowing().in_line(marks_of_end(noun)))) {
    if (!is_listed(noun.life(row.id, row.line), {context.now(), context.pace()})) unlisted.emplace_back(row.id);
  }
  for (const std::string& id : unlisted) context.records().erase(noun.table, id);
}

bool has_passed(const Context& context, const std::optional<std::string>& time, std::chrono::seconds since) {
  return has_passed_by(context.now(), time, since);
}

}  // namespace ec2mimic
