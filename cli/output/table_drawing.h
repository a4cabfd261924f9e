// Draws sections as the lines of a table.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "cli/output/room.h"
#include "cli/output/table_section.h"

namespace ec2mimic::cli {

enum class Colour : std::uint8_t {
  none,
  cells,  ///< Cells are bright blue, and the bars beside deeper sections dim yellow: what the AWS CLI sends to a pager.
  writes,  ///< The same, with a reset after each of the AWS CLI's writes, even empty ones: what it sends to stdout.
};

/// Appends the lines of a table that is `width` columns wide, the width of its widest section: a rule, then each
/// section. Throws TextTooLarge.
void draw_table(std::string& text, std::span<const TableSection> sections, std::size_t width, Colour colour,
                const Room& room);

}  // namespace ec2mimic::cli
