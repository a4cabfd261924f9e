// A document as the AWS CLI's text format: lines of values with tabs between them, for cut and awk.
//
// Maps become lines, each preceded by the name that the map stands under, in capitals. Maps that stand in one list get
// the same columns, those that any of them fills.
#pragma once

#include <string>

#include "cli/output/room.h"
#include "core/seam/json.h"

namespace ec2mimic::cli {

/// Adds the document's lines to `text`; an empty list or map has none. Throws Failure with Python's words where a list
/// mixes maps with other things; the lines before that place have been added by then, since the AWS CLI has printed
/// them. Throws TextTooLarge.
void append_text(std::string& text, const Json& document, const Room& room = {});

}  // namespace ec2mimic::cli
