// A document in the AWS CLI's text format: lines of tab-separated values, for cut and awk.
//
// A map becomes a line that begins with the name of the map in capitals. All maps of a list get the same columns: those
// that any of them has a value for.
#pragma once

#include <string>

#include "cli/output/room.h"
#include "core/seam/json.h"

namespace ec2mimic::cli {

/// Appends the document's lines to `text`; an empty list or map has none. Throws Failure, with Python's message, if a
/// list mixes maps with other values; the lines before that place have already been appended, as the AWS CLI has
/// printed them. Throws TextTooLarge.
void append_text(std::string& text, const Json& document, const Room& room = {});

}  // namespace ec2mimic::cli
