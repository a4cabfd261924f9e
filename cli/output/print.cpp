#include "cli/output/print.h"

#include <cerrno>
#include <cstring>
#include <string>

#include "cli/errors/failure.h"

namespace ec2mimic::cli {

void print(World& world, std::string_view text) {
  if (text.empty()) return;
  const Written written = world.streams.write_out(text);
  if (written.error == 0 || written.error == EPIPE) return;
  throw failures::general("Unable to write to standard output: " + std::string(std::strerror(written.error)));
}

}  // namespace ec2mimic::cli
