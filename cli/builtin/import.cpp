#include "cli/builtin/import.h"

#include "cli/builtin/seed.h"
#include "cli/config/settings.h"
#include "cli/errors/failure.h"
#include "cli/output/stdout.h"
#include "cli/python/text.h"
#include "cli/system/visible.h"
#include "core/account/answers.h"
#include "core/account/seed.h"

namespace ec2mimic::cli {

int import_answers(const Invocation& call, const std::vector<std::string>& files) {
  std::vector<Json> answers;
  for (const std::string& name : files) {
    answers.push_back(read_document(call.system, "The answer", name));
    if (!answers.back().is_object()) {
      throw failures::general("The answer " + python::repr(name) +
                              " is not a JSON object, as those of describe calls are.");
    }
  }
  const SeedOfAnswers made = seed_of_answers(answers, call.settings.region());
  for (const std::string& note : made.notes) {
    call.system.streams.write_error("ec2mimic: " + visible_line(note) + '\n');
  }
  if (is_empty_seed(made.seed)) throw failures::general("These answers hold nothing that a seed can hold.");
  if (const auto faults = seed_faults(made.seed); !faults.empty()) {
    // Whatever else there is belongs to a VPC, and without them the region has a default VPC of its own.
    const std::string_view missing =
        made.seed.contains("Vpcs") ? "" : "The output of `aws ec2 describe-vpcs` is not included.\n";
    throw failures::general(
        "The input is incomplete. Add the output of the describe commands for what is missing, for the same region:\n" +
        std::string(missing) + visible_lines(faults));
  }
  for (const std::string& name : made.left_out) {
    call.system.streams.write_error("ec2mimic: " + name + " is left out: a seed has no such list\n");
  }
  print(call.system, made.seed.dump(2) + '\n');
  return kSuccess;
}

}  // namespace ec2mimic::cli
