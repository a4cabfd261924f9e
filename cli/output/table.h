// A document in the AWS CLI's table format: boxes within boxes.
//
// Each map or list of maps is a section with its name as title; the sections of its members follow, one level deeper.
// The width of a section depends on all of them, so they are collected first (table_section.h) and drawn afterwards
// (table_drawing.h).
#pragma once

#include <string>
#include <string_view>

#include "cli/output/room.h"
#include "cli/output/table_drawing.h"
#include "core/seam/json.h"

namespace ec2mimic::cli {

/// Appends the table to `text`; nothing if the document is null, false, zero or empty. If the table is wider than
/// `width` columns, sections with a single row are turned upright; it may still be wider then. Throws Failure, with
/// Python's message, for lists that do not form a table; nothing has been appended then. Throws TextTooLarge.
void append_table(std::string& text, const Json& document, std::string_view title, int width, Colour colour,
                  const Room& room = {});

}  // namespace ec2mimic::cli
