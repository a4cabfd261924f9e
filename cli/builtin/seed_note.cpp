#include "cli/builtin/seed_note.h"

#include <algorithm>
#include <vector>

#include "cli/config/settings.h"
#include "cli/errors/failure.h"
#include "core/text/ascii.h"
#include "core/text/split.h"

namespace ec2mimic::cli {
namespace {

// `route table` of `route-table`, `DHCP options` of `dhcp-options`.
std::string in_words(std::string_view type) {
  // AWS's types of these two are not made of the words in its documentation.
  if (type == "natgateway") return "NAT gateway";
  if (type == "elastic-ip") return "Elastic IP address";
  std::string text;
  for (const std::string_view word : lines_of(type, '-')) {
    const bool is_acronym = word == "vpc" || word == "vpn" || word == "acl" || word == "dhcp";
    text += (text.empty() ? "" : " ") + (is_acronym ? ascii::upper(word) : std::string(word));
  }
  return text;
}

std::string counted(const SeedSummary::Part& part) {
  const std::string words = in_words(part.type);
  const bool is_plural = words.ends_with("options");
  const char* ending = part.count == 1 || is_plural ? "" : words.ends_with('s') ? "es" : "s";
  return std::to_string(part.count) + ' ' + words + ending;
}

// `a, b and c`
std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += i + 1 < parts.size() ? ", " : " and ";
    text += parts[i];
  }
  return text;
}

std::vector<std::string> regions_of(const SeedSummary& made) {
  std::vector<std::string> regions;
  for (const SeedSummary::Part& part : made.parts) {
    if (std::find(regions.begin(), regions.end(), part.region) == regions.end()) regions.push_back(part.region);
  }
  return regions;
}

}  // namespace

std::string seed_note(const SeedSummary& made, const std::string& path) {
  std::string what;
  for (const std::string& region : regions_of(made)) {
    std::vector<std::string> counts;
    for (const SeedSummary::Part& part : made.parts) {
      if (part.region == region) counts.push_back(counted(part));
    }
    what += (what.empty() ? "" : "; ") + joined(counts) + (region.empty() ? "" : " in " + region);
  }
  return "ec2mimic: account " + made.account + " in " + path + " was seeded with " + (what.empty() ? "nothing" : what) +
         '\n';
}

std::string warning_of_region(const SeedSummary& made, std::string_view region) {
  std::vector<std::string> regions = regions_of(made);
  std::erase(regions, "");
  if (regions.empty() || std::find(regions.begin(), regions.end(), region) != regions.end()) return {};
  return "ec2mimic: your default region is " + std::string(region) + ", but what was seeded is only in " +
         joined(regions) + "; pass --region " + regions.front() + ", or set AWS_REGION=" + regions.front() + '\n';
}

void warn_of_region(const Invocation& call, const SeedSummary& made) try {
  // Later calls do not have the options of this line.
  call.system.streams.write_error(warning_of_region(made, Settings(call.system).region()));
} catch (const Failure&) {
}

}  // namespace ec2mimic::cli
