// A document as the AWS CLI's table format: boxes in boxes.
//
// Each map or list of maps is a section with its name as title; what stands inside of it follows as sections one level
// deeper. Which section is how wide is known only once all are there, so they are gathered first (table_section.h) and
// drawn then (table_drawing.h).
#pragma once

#include <string>
#include <string_view>

#include "cli/output/room.h"
#include "core/seam/json.h"

namespace ec2mimic::cli {

/// Adds the table to `text`: nothing if the document is null, false, zero or empty. Where it is wider than `width`
/// columns, sections with a single row are turned upright; it may be wider still. Throws Failure with Python's words
/// for lists that make no table, and has added nothing then. Throws TextTooLarge.
void append_table(std::string& text, const Json& document, std::string_view title, int width, bool colour,
                  const Room& room = {});

}  // namespace ec2mimic::cli
