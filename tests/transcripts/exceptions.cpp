#include "tests/transcripts/exceptions.h"

#include <algorithm>

#include "core/operation/registry.h"

namespace ec2mimic::test {
namespace {

using Of = Exception::Of;

constexpr Exception kExceptions[] = {
    {Of::both, "parse/prec/region-before-*", "without a configured region it is us-east-1"},
    {Of::both, "parse/prec/query-runtime-late", "without a configured region it is us-east-1"},
    {Of::current, "parse/prec/profile-before-required",
     "a variable chooses the format, and is read before the profile"},
    {Of::both, "parse/region-none", "without a configured region it is us-east-1"},
    {Of::current, "skeleton/output-no-region", "without a configured region it is us-east-1"},
    {Of::current, "service-error/client/region-*", "without a configured region it is us-east-1"},
    {Of::both, "parse/creds-*", "no credentials are asked for"},
    {Of::current, "service-error/client/creds-*", "no credentials are asked for"},
    {Of::v2_30, "parse/dash-*", "argparse's own help page is empty there, so our help is shown"},
    {Of::v2_30, "parse/help-*", "argparse's own help page is empty there, so our help is shown"},
    {Of::v2_30, "parse/bad-error-format", "the option selects the current era"},
    {Of::v2_30, "parse/shorthand/N@me=a", "shorthand is the current one, which reads files after `@=`"},
    {Of::v2_30, "parse/shorthand/Name=a,Values@=file:__nope.txt",
     "shorthand is the current one, which reads files after `@=`"},
    {Of::v2_30, "parse/validation-many", "the order of members is the current one"},
    {Of::v2_30, "parse/required-many", "the order of members is the current one"},
    {Of::v2_30, "parse/cij/unknown", "the order of members is the current one"},
    {Of::v2_30, "parse/prec/int-before-shorthand", "the order of members is the current one"},
    {Of::v2_30, "parse/paging/wait-max-items", "the order of members is the current one"},
    {Of::v2_30, "parse/wait-near", "it lists all of AWS's waiters"},
    {Of::v2_30, "parse/wait-far", "it lists all of AWS's waiters"},
    {Of::v2_30, "parse/wait-option-first", "it lists all of AWS's waiters"},
    {Of::current, "parse/tagspec/[{\"ResourceType\":\"route-table\",}]",
     "it mentions a comma, in the wording of Python 3.14"},
    {Of::both, "parse/tagspec/{\"ResourceType\":\"route-table\",\"Tags\":{}}", "it mentions Python's OrderedDict"},
    {Of::both, "parse/strlist/[{\"a\":1}]", "it mentions Python's OrderedDict"},
    {Of::both, "service-error/badxml", "there is no network that could garble an answer"},
    {Of::both, "service-error/html502", "there is no network that could garble an answer"},
    {Of::both, "service-error/empty500", "there is no network that could garble an answer"},
    {Of::both, "service-error/refused", "there is no connection that could break"},
    {Of::both, "config/profile-flag", "credentials are never asked for"},
    {Of::v2_30, "config/*err", "an error format in a profile selects the current era, and 2.9.19 has no formats"},
    {Of::v2_30, "config/create-bad-*", "2.9.19 has no --client-token of create-route-table"},
    {Of::both, "complete/aws e", "services that are not mimicked are not offered"},
    {Of::both, "complete/aws ec", "services that are not mimicked are not offered"},
    {Of::both, "complete/aws ec2 create-rou", "operations that are not mimicked are not offered"},
    {Of::both, "complete/aws ec2 describe-vpc", "operations that are not mimicked are not offered"},
    {Of::both, "complete/aws ec2 wait *", "operations that are not mimicked are not offered"},
    {Of::both, "complete/aws ec2 delete-", "operations that are not mimicked are not offered"},
    {Of::both, "complete/aws ec2 create-network", "operations that are not mimicked are not offered"},
    {Of::both, "complete/aws ec2 replace-", "operations that are not mimicked are not offered"},
    {Of::both, "complete/aws ec2 associate-r", "operations that are not mimicked are not offered"},
    {Of::both, "complete/aws ec2 disassociate-r", "operations that are not mimicked are not offered"},
    {Of::both, "complete/aws ec2 describe-vpcs --region eu-", "regions that need an opt-in do not exist here"},
    {Of::v2_30, "complete/aws --", "--cli-error-format is newer than 2.9.19"},
    {Of::v2_30, "complete/aws ec2 create-network-acl-entry --", "the old order of members"},
    {Of::v2_30, "complete/aws ec2 create-route-table --", "the old order of members, without --client-token"},
    {Of::v2_30, "complete/aws ec2 create-route-table --vpc-id v --",
     "the old order of members, without --client-token"},
    {Of::v2_30, "complete/aws ec2 describe-route-tables --", "the old order of members"},
    {Of::both, "version/*", "it shows the release, Python version and system of the real program"},
};

bool matches(std::string_view pattern, std::string_view text) {
  const std::size_t star = pattern.find('*');
  if (star == std::string_view::npos) return pattern == text;
  if (!text.starts_with(pattern.substr(0, star))) return false;
  const std::string_view rest = pattern.substr(star + 1);
  for (std::size_t at = star; at <= text.size(); ++at) {
    if (matches(rest, text.substr(at))) return true;
  }
  return false;
}

bool is_of(const Exception& exception, Era era) {
  return exception.era == Of::both || (exception.era == Of::v2_30) == (era == Era::v2_30);
}

}  // namespace

const Exception* find_exception(const RecordedCase& one) {
  for (const Exception& exception : kExceptions) {
    if (is_of(exception, one.era) && matches(exception.name, one.name)) return &exception;
  }
  return nullptr;
}

std::string missing_operation(const std::vector<std::string>& words, const Json& model) {
  for (const auto& [name, unused] : model["operations"].items()) {
    const std::string command = kebab_case(name);
    if (find_operation(command) != nullptr) continue;
    if (std::find(words.begin(), words.end(), command) != words.end()) return command;
  }
  for (const auto& [name, waiter] : model["waiters"].items()) {
    const std::string polled = kebab_case(waiter["operation"].get<std::string>());
    if (find_operation(polled) != nullptr) continue;
    if (std::find(words.begin(), words.end(), kebab_case(name)) != words.end()) return polled;
  }
  return {};
}

std::vector<const Exception*> exceptions_of(std::string_view group) {
  std::vector<const Exception*> entries;
  for (const Exception& exception : kExceptions) {
    if (exception.name.starts_with(group)) entries.push_back(&exception);
  }
  return entries;
}

}  // namespace ec2mimic::test
