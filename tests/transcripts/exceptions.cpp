#include "tests/transcripts/exceptions.h"

#include <algorithm>

#include "core/operation/registry.h"

namespace ec2mimic::test {
namespace {

using Of = Exception::Of;

constexpr Exception kExceptions[] = {
    {Of::both, "parse/prec/region-before-*", "where nothing names a region it is us-east-1"},
    {Of::both, "parse/prec/query-runtime-late", "where nothing names a region it is us-east-1"},
    {Of::both, "parse/region-none", "where nothing names a region it is us-east-1"},
    {Of::today, "skeleton/output-no-region", "where nothing names a region it is us-east-1"},
    {Of::today, "service-error/client/region-*", "where nothing names a region it is us-east-1"},
    {Of::both, "parse/creds-*", "no credentials are asked for"},
    {Of::today, "service-error/client/creds-*", "no credentials are asked for"},
    {Of::earlier, "parse/dash-*", "the page of Python's argparse says nothing there, so help is shown"},
    {Of::earlier, "parse/help-*", "the page of Python's argparse says nothing there, so help is shown"},
    {Of::earlier, "parse/bad-error-format", "the option chooses today's era"},
    {Of::earlier, "parse/shorthand/N@me=a", "shorthand is today's, which reads files behind `@=`"},
    {Of::earlier, "parse/shorthand/Name=a,Values@=file:__nope.txt",
     "shorthand is today's, which reads files behind `@=`"},
    {Of::earlier, "parse/validation-many", "the order of members is today's"},
    {Of::earlier, "parse/cij/unknown", "the order of members is today's"},
    {Of::earlier, "parse/paging/wait-max-items", "the order of members is today's"},
    {Of::earlier, "parse/wait-near", "it lists all the waiters that AWS has"},
    {Of::earlier, "parse/wait-far", "it lists all the waiters that AWS has"},
    {Of::earlier, "parse/wait-option-first", "it lists all the waiters that AWS has"},
    {Of::today, "parse/tagspec/[{\"ResourceType\":\"route-table\",}]",
     "it speaks of a comma in the words of Python 3.14"},
    {Of::both, "parse/tagspec/{\"ResourceType\":\"route-table\",\"Tags\":{}}", "it speaks of Python's OrderedDict"},
    {Of::both, "parse/strlist/[{\"a\":1}]", "it speaks of Python's OrderedDict"},
    {Of::both, "service-error/badxml", "there is no wire that could garble an answer"},
    {Of::both, "service-error/html502", "there is no wire that could garble an answer"},
    {Of::both, "service-error/empty500", "there is no wire that could garble an answer"},
    {Of::both, "service-error/refused", "there is no wire that could break"},
    {Of::both, "service-error/closed", "there is no wire that could break"},
    {Of::today, "wait/vpc-available/503", "there is no wire on which a poll is tried three times"},
    {Of::both, "config/profile-flag", "credentials are never asked for"},
    {Of::earlier, "config/*err", "an error format in a profile chooses today's era, and 2.9.19 knows no formats"},
    {Of::earlier, "config/create-bad-*", "2.9.19 has no --client-token of create-route-table"},
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
    {Of::both, "complete/aws ec2 create-network-acl-entry --*", "an operation that is not mimicked has no options"},
    {Of::both, "complete/aws ec2 describe-vpcs --region eu-", "regions that need an opt-in are not there"},
    {Of::earlier, "complete/aws --", "--cli-error-format is newer than 2.9.19"},
    {Of::earlier, "complete/aws ec2 create-route-table --", "the older order of members, without --client-token"},
    {Of::earlier, "complete/aws ec2 create-route-table --vpc-id v --",
     "the older order of members, without --client-token"},
    {Of::earlier, "complete/aws ec2 describe-route-tables --", "the older order of members"},
    {Of::both, "version/*", "it names the release, Python and the system of the real program"},
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
  return exception.era == Of::both || (exception.era == Of::earlier) == (era == Era::v2_30);
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
