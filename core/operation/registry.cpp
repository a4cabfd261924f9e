#include "core/operation/registry.h"

#include <algorithm>
#include <set>

#include "core/operation/region_record.h"
#include "core/text/ascii.h"

namespace ec2mimic {
namespace {

// True if the operation belongs to the noun: others, such as create-route, have errors of their own for its ids.
bool is_of(const Noun& noun, const Operation& operation) {
  return std::any_of(folders().begin(), folders().end(), [&](const Folder& folder) {
    const auto& all = folder.operations;
    return folder.noun == &noun &&
           std::any_of(all.begin(), all.end(), [&](const Operation* one) { return one->name == operation.name; });
  });
}

// True if the operation can use up what the quota of the folder's noun allows.
bool can_reach(const Quota& quota, const Folder& folder, const Operation& operation) {
  const auto& named = quota.operations;
  if (!named.front().empty()) return std::find(named.begin(), named.end(), operation.name) != named.end();
  return kebab_case(operation.name) == "create-" + std::string(folder.name);
}

// True if a member of the record, at any depth, has such traits.
bool has_traits(const model::Shape& record, bool (*are_so)(const model::Traits& traits, const Noun& noun),
                const Noun& noun) {
  if (record.element != nullptr) return has_traits(*record.element, are_so, noun);
  return std::any_of(record.members.begin(), record.members.end(), [&](const model::Member& member) {
    return are_so(member.traits, noun) || has_traits(*member.shape, are_so, noun);
  });
}

// True if a record can prevent the deletion of such a resource. Those that need one only at times (Noun::needs) are not
// looked at: what they need, VPCs, security groups and prefix lists, others hold on to as well.
bool can_be_in_use(const Noun& noun) {
  const auto prevents = [](const model::Traits& traits, const Noun& /*noun*/) { return traits.prevents_deletion; };
  const auto refuses = [](const model::Traits& traits, const Noun& wanted) {
    return traits.refers == wanted.type && traits.on_delete == model::OnDelete::refuses;
  };
  const auto all = nouns();
  return has_traits(*noun.record, prevents, noun) || has_traits(model::shape_of<RegionRecord>, refuses, noun) ||
         std::any_of(all.begin(), all.end(),
                     [&](const Noun* other) { return has_traits(*other->record, refuses, noun); });
}

bool refers_to(const model::Shape& request, const Noun& noun) {
  return std::any_of(request.members.begin(), request.members.end(),
                     [&](const model::Member& member) { return member.traits.refers == noun.type; });
}

}  // namespace

std::vector<std::string> commands_of(Service service) {
  std::vector<std::string> commands;
  for (const Operation* operation : operations(service)) commands.push_back(kebab_case(operation->name));
  return commands;
}

const Operation* find_operation(std::string_view command, Service service) {
  // The list is sorted by command, and every run looks for its own: that must not grow with the list.
  const auto all = operations(service);
  const auto found =
      std::lower_bound(all.begin(), all.end(), command,
                       [](const Operation* one, std::string_view wanted) { return kebab_case(one->name) < wanted; });
  return found != all.end() && kebab_case((*found)->name) == command ? *found : nullptr;
}

const Operation* find_operation_called(std::string_view name) {
  for (const Service service : {Service::ec2, Service::sts}) {
    for (const Operation* operation : operations(service)) {
      if (operation->name == name || kebab_case(operation->name) == name) return operation;
    }
  }
  return nullptr;
}

Service service_of(const Operation& operation) {
  return find_operation(kebab_case(operation.name), Service::sts) == &operation ? Service::sts : Service::ec2;
}

const Noun* noun_of_id(std::string_view id) {
  for (const Noun* noun : nouns()) {
    // The ids of some parts begin with the prefix of the whole: `vpc-cidr-assoc-...` is not a VPC.
    if (id.starts_with(noun->prefix) && id.find('-', noun->prefix.size()) == std::string_view::npos) return noun;
  }
  return nullptr;
}

const Noun* noun_of_type(std::string_view type) {
  const auto all = nouns();
  const auto found = std::find_if(all.begin(), all.end(), [type](const Noun* noun) { return noun->type == type; });
  return found == all.end() ? nullptr : *found;
}

bool has_pages(const Operation& operation) {
  return std::any_of(operation.request->members.begin(), operation.request->members.end(),
                     [](const model::Member& member) { return member.traits.page_size; });
}

std::vector<std::string_view> errors_of(const Operation& operation) {
  std::set<std::string_view> codes(operation.errors.begin(), operation.errors.end());
  // Derived rather than listed by each operation, so that help and manual cannot fall behind the checks.
  if (operation.token != nullptr) codes.insert({"IdempotentParameterMismatch", "InvalidParameterValue"});
  if (operation.deletes != nullptr && can_be_in_use(*operation.deletes)) codes.insert("DependencyViolation");
  bool has_ids = false;
  for (const model::Member& member : operation.request->members) {
    const model::Shape* element = member.shape->element;
    if (const Noun* noun = noun_of_type(member.traits.refers)) {
      codes.insert(noun->not_found_code);
      if (is_of(*noun, operation)) codes.insert(noun->malformed_code);
    }
    if (member.traits.refers == "*") {
      codes.insert({"InvalidID", "InvalidInstanceID.NotFound"});
      for (const Noun* any : nouns()) codes.insert({any->not_found_code, any->malformed_code});
    }
    if (!member.traits.insists_on.empty()) codes.insert("MissingParameter");
    if (element == &model::shape_of<Filter>) codes.insert({"FilterLimitExceeded", "InvalidParameterValue"});
    if (element == &model::shape_of<TagSpecification>) codes.insert({"InvalidParameterValue", "TagLimitExceeded"});
    has_ids = has_ids || (element != nullptr && !member.traits.refers.empty());
  }
  if (has_pages(operation)) codes.insert("InvalidParameterValue");
  // MaxResults and ids exclude each other.
  if (has_pages(operation) && has_ids) codes.insert("InvalidParameterCombination");
  for (const Folder& folder : folders()) {
    if (folder.noun == nullptr) continue;
    for (const Quota& quota : folder.noun->quotas) {
      if (can_reach(quota, folder, operation)) codes.insert(quota.code);
    }
  }
  codes.erase("");  // of nouns whose ids are never malformed
  return {codes.begin(), codes.end()};
}

std::vector<std::string> see_also_of(const Operation& operation) {
  std::set<std::string> commands(operation.see_also.begin(), operation.see_also.end());
  for (const Folder& folder : folders()) {
    const auto& all = folder.operations;
    if (std::find(all.begin(), all.end(), &operation) != all.end()) {
      for (const Operation* other : all) commands.insert(kebab_case(other->name));
    } else if (folder.noun != nullptr && refers_to(*operation.request, *folder.noun)) {
      std::string creates = "create-" + std::string(folder.name);
      if (find_operation(creates) != nullptr) commands.insert(std::move(creates));
    }
  }
  commands.erase(kebab_case(operation.name));
  return {commands.begin(), commands.end()};
}

std::string kebab_case(std::string_view name) {
  std::string kebab;
  for (std::size_t i = 0; i < name.size(); ++i) {
    // A word begins at a capital after a small letter or digit, and at the last capital of a run: `AWSName` is
    // aws-name.
    const bool after_word = i > 0 && !ascii::is_upper(name[i - 1]);
    const bool before_word = i > 0 && i + 1 < name.size() && ascii::is_lower(name[i + 1]);
    if (ascii::is_upper(name[i]) && (after_word || before_word)) kebab += '-';
    kebab += ascii::lower(name[i]);
  }
  return kebab;
}

}  // namespace ec2mimic
