// Any text as a state is accepted, or refused with a position inside it. An accepted text can be laid out, is then
// recognised without parsing, and has the same content.
#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>

#include "core/account/record_check.h"
#include "state/json_string.h"
#include "state/layout.h"
#include "state/rewrite.h"
#include "state/strict_parser.h"

namespace {

using namespace ec2mimic;

void expect(bool held) {
  if (!held) std::abort();
}

using Lines = std::map<std::string, std::map<std::string, std::string>>;

// Whatever the checksum, walking and searching the lines never leaves the text.
Lines walk(const state::Layout& layout) {
  Lines lines;
  for (const state::TableLines& table : layout.tables) {
    try {
      table.lines.scan({}, [&](const state::RecordLine& line) {
        lines[std::string(table.name)][std::string(line.key)] = std::string(line.value);
      });
      static_cast<void>(table.lines.find("rtb-0899b6226d3a3ef9a"));
    } catch (const state::MalformedLine& error) {
      expect(error.place() >= table.lines.text().data() &&
             error.place() <= table.lines.text().data() + table.lines.text().size());
    }
  }
  return lines;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto layout = state::recognise(text, state::kCurrentVersion)) static_cast<void>(walk(*layout));
  const state::Parsed parsed = state::parse_strictly(text, state::kCurrentVersion);
  expect(parsed.document.has_value() != parsed.refusal.has_value());
  if (parsed.refusal) {
    const bool newer = parsed.refusal->kind == state::Refusal::Kind::newer;
    expect(!(newer ? parsed.refusal->version : parsed.refusal->what).empty());
    expect(parsed.refusal->offset <= size);
    return 0;
  }
  Lines expected;
  for (const auto& [table, records] : parsed.document->tables) {
    for (const auto& [key, line] : records) {
      expect(line.has_value() && !state::problem_of_record(*line));
      expect(state::offset_of_record(text, table, key).has_value());
      if (load_rules().knows_table(table)) static_cast<void>(check_record(table, key, *line));
      expected[table][state::escaped(key)] = *line;
    }
  }
  const std::string laid_out =
      state::rewrite({}, parsed.document->header, state::kCurrentVersion, parsed.document->tables).joined();
  const auto layout = state::recognise(laid_out, state::kCurrentVersion);
  expect(layout.has_value() && walk(*layout) == expected);
  return 0;
}
