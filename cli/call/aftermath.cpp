#include "cli/call/aftermath.h"

#include "cli/call/listers.h"
#include "cli/python/shell_words.h"
#include "core/operation/registry.h"

namespace ec2mimic::cli {
namespace {

using Action = CallSummary::Action;

// The resource itself is the first id; those created or deleted with it follow.
std::string id_of(const WritingCall& call) { return call.summary.ids.empty() ? "Something" : call.summary.ids.front(); }

bool makes(const WritingCall& call) {
  return call.summary.action == Action::created || call.summary.action == Action::replayed;
}

// ` with --client-token TOKEN`. The client may have generated the token, so the user has not seen it.
std::string with_token(const WritingCall& call) {
  std::string text = " with --" + kebab_case(call.operation->token->name) + ' ' + shell_word(*call.summary.token);
  if (call.token_lifetime) text += " within " + std::to_string(call.token_lifetime->count()) + " seconds";
  return text;
}

// The command that shows a resource, ` with `ec2mimic describe-vpcs --vpc-ids vpc-1``; empty if no operation does.
std::string way_to_see(const WritingCall& call, std::string_view program) {
  const std::string id = id_of(call);
  const Noun* noun = noun_of_id(id);
  if (noun == nullptr) return {};
  const auto found = listers(noun->type);
  if (found.empty()) return {};
  return " with `" + std::string(program) + (program == "aws" ? " ec2 " : " ") +
         kebab_case(found.front().operation->name) + " --" + kebab_case(found.front().ids->name) + ' ' +
         shell_word(id) + call.target_options + '`';
}

// The error code of a second delete: `InvalidVpcID.NotFound`.
std::string code_of_missing(const WritingCall& call) {
  const std::string id = id_of(call);
  const Noun* noun = noun_of_id(id);
  return noun != nullptr ? noun->not_found(id).code : "a NotFound error";
}

}  // namespace

std::string lost_answer_note(const WritingCall& call, std::string_view program) {
  if (makes(call)) {
    const bool earlier = call.summary.action == Action::replayed;
    const std::string news = id_of(call) + " was created" + (earlier ? " by an earlier call" : "") + ". ";
    if (call.summary.token) return news + "Repeat the command" + with_token(call) + ": it returns the same resource.";
    return news + "Look at it" + way_to_see(call, program) + ": repeating the command would create another.";
  }
  if (call.summary.action == Action::deleted) {
    return id_of(call) + " was deleted. Repeating the command would fail with " + code_of_missing(call) + '.';
  }
  if (call.summary.action == Action::changed) return "The change was made. It is safe to repeat the command.";
  if (call.summary.action == Action::unchanged) return "There was nothing to change. It is safe to repeat the command.";
  return {};
}

std::string unknown_outcome_note(const WritingCall& call, std::string_view program) {
  if (makes(call)) {
    const std::string news = id_of(call) + " may have been created. ";
    if (call.summary.token) {
      return news + "Repeat the command" + with_token(call) + ": it creates another only if that one was lost.";
    }
    return news + "Look for it first" + way_to_see(call, program) + ": repeating the command would create another.";
  }
  if (call.summary.action == Action::deleted) {
    return id_of(call) + " may have been deleted. It is safe to repeat the command: if it was, the error is " +
           code_of_missing(call) + '.';
  }
  return "It is safe to repeat the command.";
}

}  // namespace ec2mimic::cli
