// Process set-up that has to be undone before another program takes this process's place.
#pragma once

namespace ec2mimic::cli {

/// Opens a placeholder for each of stdin, stdout and stderr that is closed, so that no file of ours gets its number.
/// Using the placeholder fails as using a closed descriptor does.
void fill_closed_descriptors();

/// Undoes fill_closed_descriptors() and ignore_write_signals() (real_signals.h). Signal handlers need no undoing: exec
/// resets them.
void undo_set_up();

}  // namespace ec2mimic::cli
