// Sections as the lines of a table.
#pragma once

#include <span>
#include <string>

#include "cli/output/room.h"
#include "cli/output/table_section.h"

namespace ec2mimic::cli {

/// Adds the lines of a table `width` wide, the widest section's width: a rule, then each section. With colour the texts
/// of rows are bright blue and the bars beside deeper sections dim yellow, with the escape sequences that the AWS CLI's
/// library sends, of which there is one more after each of its writes, the empty ones too. Throws
/// TextTooLarge.
void draw_table(std::string& text, std::span<const TableSection> sections, std::size_t width, bool colour,
                const Room& room);

}  // namespace ec2mimic::cli
