// Draws sections as the lines of a table.
#pragma once

#include <span>
#include <string>

#include "cli/output/room.h"
#include "cli/output/table_section.h"

namespace ec2mimic::cli {

/// Appends the lines of a table that is `width` columns wide, the width of its widest section: a rule, then each
/// section. With colour, cells are bright blue and the bars beside deeper sections dim yellow. The AWS CLI resets the
/// colour after each of its writes, even empty ones, and so does this. Throws TextTooLarge.
void draw_table(std::string& text, std::span<const TableSection> sections, std::size_t width, bool colour,
                const Room& room);

}  // namespace ec2mimic::cli
