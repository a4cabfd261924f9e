#include "core/engine.h"

#include <algorithm>
#include <set>

#include "core/account/account_check.h"
#include "core/account/default_region.h"
#include "core/account/ids.h"
#include "core/account/record_check.h"
#include "core/account/seed.h"
#include "core/model/codec.h"
#include "core/model/visit.h"
#include "core/net/region_table.h"
#include "core/operation/idempotency.h"
#include "core/operation/life.h"
#include "core/operation/quotas.h"
#include "core/operation/references.h"
#include "core/operation/registry.h"
#include "core/records/context.h"
#include "core/records/record.h"
#include "core/seam/errors.h"
#include "core/text/ascii.h"
#include "core/text/iso_time.h"
#include "state/state_error.h"
#include "state/store.h"

namespace ec2mimic {
namespace {

bool is_missing(const model::Member& member, const void* request) {
  if (!member.present(request)) return true;
  const void* value = member.get(request);
  if (member.shape->kind == model::Kind::string) return static_cast<const std::string*>(value)->empty();
  // A list without elements puts no parameter into a request to AWS, which therefore cannot tell it from none.
  return member.shape->kind == model::Kind::list && member.shape->size(value) == 0;
}

// Adapts one call: JSON documents for the engine, structs for the operation.
class DocumentCall final : public Call {
 public:
  DocumentCall(const Json& request, Context& context, std::optional<std::string> token = {}, TakeElement take = {})
      : request_(request), context_(context), token_(std::move(token)), take_(std::move(take)) {}

  void request(const model::Shape& shape, void* value) override {
    model::decode(shape, value, request_);
    for (const model::Member& member : shape.members) {
      if (!member.traits.insists_on.empty() && is_missing(member, value)) {
        std::string name(member.traits.insists_on);
        name.front() = ascii::lower(name.front());
        throw errors::missing_parameter(name);
      }
    }
  }
  bool add(const model::Shape& shape, const void* element) override {
    if (take_) return take_(shape, element);
    elements_.push_back(model::encode(shape, element));
    return true;
  }
  void respond(const model::Shape& shape, const void* value) override {
    response_ = model::encode(shape, value);
    if (elements_.empty()) return;
    for (const model::Member& member : shape.members) {
      if (member.traits.in_pages != model::InPages::counted) continue;
      response_[std::string(member.name)] = std::move(elements_);
      return;
    }
  }
  Context& context() override { return context_; }
  const std::optional<std::string>& token() const override { return token_; }
  void created(const std::string& id) override { created_ = id; }

  Json& response() { return response_; }
  const std::string& created_id() const { return created_; }

 private:
  const Json& request_;
  Context& context_;
  std::optional<std::string> token_;
  TakeElement take_;
  std::string created_{};
  Json elements_ = Json::array();
  Json response_ = Json::object();
};

// Requests to the real service are transported as XML 1.0, which has no representation for most control characters.
bool has_xml_invalid_characters(const Json& document) {
  if (document.is_string()) {
    const auto& text = document.get_ref<const std::string&>();
    return std::any_of(text.begin(), text.end(), [](char c) {
      return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
    });
  }
  return document.is_structured() && std::any_of(document.begin(), document.end(), has_xml_invalid_characters);
}

// Brings the records up to the present. What that changes needs no commit of its own, because every call finds it so.
void catch_up(Context& context) {
  for (const Noun* noun : nouns()) {
    if (noun->catch_up != nullptr) noun->catch_up(context);
    forget_ended(context, *noun);
  }
  context.records().mark_as_default();
}

// The other region that the request names, in which a default VPC may have to be found; empty if it names none.
std::string other_region(const Operation& operation, const Json& request) {
  if (operation.other_region == nullptr) return {};
  return model::decode_member<std::string>(request, operation.other_region->name).value_or("");
}

bool is_dry_run(const Json& request) { return model::decode_member<bool>(request, kDryRun).value_or(false); }

class Writer {
 public:
  Writer(const Operation& operation, const Json& request, Context& context)
      : operation_(operation), request_(request), context_(context) {}

  // The id of the resource, if the call was answered as a repetition of an earlier one; empty if the operation was run.
  [[nodiscard]] const std::optional<std::string>& replayed() const { return replayed_; }

  // Runs the operation, or repeats the answer of the earlier call with the same token.
  Json run(const std::optional<std::string>& token, const Engine::Options& options) {
    DocumentCall call(request_, context_, token);
    if (operation_.replay == nullptr || !token) {
      operation_.run(call);
      return std::move(call.response());
    }
    const TokenRules& rules = *operation_.token_rules;
    if (rules.check_first != nullptr) rules.check_first(call);
    const std::string key = token_key(context_.region(), operation_.name, *token);
    Json same = token_request(operation_, request_);
    if (auto record = find_token(context_.records(), key, options.token_lifetime, context_.now())) {
      // The record may have been edited by hand, with its members in another order.
      if (token_request(operation_, record->request) != same) throw errors::token_refused(rules.mismatch_text, *token);
      if (record->token != *token) throw in_other_case(*record);
      Json response = replay(*record);
      if (options.token_lifetime && is_from_future(*record, context_.now())) put(key, *std::move(record));
      return response;
    }
    operation_.run(call);
    // In the same commit as the resource, so that a crash cannot separate the two.
    put(key, {context_.region(), std::string(operation_.name), *token, std::move(same), call.created_id(), {}});
    return std::move(call.response());
  }

 private:
  // Keeps the record as one made now.
  void put(const std::string& key, TokenRecord record) {
    record.time = iso_time(context_.now());
    context_.records().put(TokenRecord::kTable, key, write_token_record(record));
  }

  ApiError in_other_case(const TokenRecord& record) const {
    const std::string digits = record.resource_id.substr(record.resource_id.find('-') + 1);
    return errors::token_refused(std::string(operation_.token_rules->other_case_text) + digits, record.token);
  }

  Json replay(const TokenRecord& record) {
    const TokenRules& rules = *operation_.token_rules;
    DocumentCall call(rules.tags_count ? record.request : request_, context_, record.token);
    if (!operation_.replay(call, record.resource_id)) throw errors::token_refused(rules.deleted_text, record.token);
    replayed_ = record.resource_id;
    return std::move(call.response());
  }

  const Operation& operation_;
  const Json& request_;
  Context& context_;
  std::optional<std::string> replayed_{};
};

using Tables = decltype(state::Changes::tables);

// Summarises the changes of a call, leaving out the defaults of its region.
CallSummary summary_of(const Tables& defaults, const Tables& changed, const state::Snapshot& before) {
  CallSummary summary{.action = CallSummary::Action::unchanged};
  for (const auto& [table, lines] : changed) {
    const auto old = defaults.find(table);
    for (const auto& [key, line] : lines) {
      const Noun* noun = noun_of_id(key);
      if (noun == nullptr || noun->table != table) continue;
      const bool was_default = old != defaults.end() && old->second.contains(key);
      // It came along with the region and the call itself did not touch it.
      if (was_default && old->second.find(key)->second == line) continue;
      const auto was = was_default ? std::optional<std::string_view>() : before.find(table, key);
      if (was && line && *was == *line) continue;
      // Created and deleted by the same call.
      if (!line && !was && !was_default) continue;
      // One that failed at once, or was created and deleted by the same call, was created.
      const bool is_ended = line && was && noun->has_ended(key, *line) && !noun->has_ended(key, *was);
      const bool is_deleted = !line || is_ended;
      const auto action = is_deleted           ? CallSummary::Action::deleted
                          : was || was_default ? CallSummary::Action::changed
                                               : CallSummary::Action::created;
      summary.action = std::min(summary.action, action);  // the enum is ordered by importance
      summary.ids.push_back(key);
    }
  }
  return summary;
}

// A file edited by hand is checked when it is loaded, so a member that is unknown here was written by a newer program.
state::StateError state_error(const std::string& path, const RecordError& error) {
  if (error.is_of_newer_program()) return state::newer_error(path, error.message());
  return {state::StateErrorKind::damaged, path, path + ": " + error.message() + "; the file is left as it is"};
}

state::Store::Loss loss_of(Engine::Existing existing) {
  switch (existing) {
    case Engine::Existing::kept:
      return state::Store::Loss::refused;
    case Engine::Existing::replaced:
      return state::Store::Loss::of_state;
    case Engine::Existing::anything_replaced:
      return state::Store::Loss::of_anything;
  }
  return state::Store::Loss::refused;
}

std::vector<std::string> problems_of(const Records& records) {
  std::vector<std::string> problems = check_records(records);
  // Otherwise the references of these records cannot be read.
  return problems.empty() ? check_account(records) : problems;
}

// Those that the request or the answer holds as an id are what the call is about; others came along with them.
void put_named_first(std::vector<std::string>& ids, const Operation& operation, const Json& request,
                     const Json& response) {
  std::set<std::string> named;
  const auto keep_ids = [&](const model::Traits& traits, const std::string& text) {
    if (!traits.refers.empty()) named.insert(text);
  };
  model::visit_texts(*operation.request, request, keep_ids);
  if (operation.result != nullptr) model::visit_texts(*operation.result, response, keep_ids);
  std::stable_partition(ids.begin(), ids.end(), [&](const std::string& id) { return named.contains(id); });
}

}  // namespace

Engine::Engine(state::Store& store, Clock& clock, Identifiers& identifiers, Options options)
    : store_(store), clock_(clock), identifiers_(identifiers), options_(std::move(options)) {}

Outcome Engine::call(const Operation& operation, const Json& request, std::string_view region) {
  if (options_.summary != nullptr) *options_.summary = {};
  try {
    // First, because the service could not even read such a request.
    if (has_xml_invalid_characters(request)) throw errors::invalid_character();
    // AWS too answers an authorised dry run before it validates parameters, with few exceptions.
    if (is_dry_run(request)) {
      if (operation.dry_run_checks != nullptr) read(operation.dry_run_checks, request, region);
      throw errors::dry_run_operation();
    }
    const auto token = client_token(operation, request);
    if (operation.effect == Effect::writes) return write(operation, request, region, token);
    Json response = read(operation.run, request, region);
    if (options_.summary != nullptr) options_.summary->action = CallSummary::Action::read;
    return response;
  } catch (ApiError& error) {
    return std::move(error);
  } catch (const model::DecodeError& error) {
    // The client's own validation lets some bad values pass, such as an integer that does not fit in 64 bits, and other
    // callers have none. What AWS says to such a request is not recorded.
    return ApiError{"InvalidParameterValue", error.message()};
  } catch (const RecordError& error) {
    throw state_error(store_.path(), error);
  }
}

struct SharedState::Content {
  explicit Content(state::Store& store) : snapshot(store.read()), records(*snapshot, kDefaultAccount) {}

  std::unique_ptr<const state::Snapshot> snapshot;
  Records records;
};

SharedState::SharedState() = default;
SharedState::~SharedState() = default;

void Engine::change(const state::Store::Decide& decide) {
  if (options_.is_rehearsal) {
    static_cast<void>(decide(*store_.read()));
    return;
  }
  store_.change([&](const state::Snapshot& before) {
    auto changes = decide(before);
    if (changes) changes->kept_revisions = options_.kept_revisions;
    return changes;
  });
}

Json Engine::read(void (*run)(Call& call), const Json& request, std::string_view region) {
  SharedState own;
  auto& content = (options_.shared != nullptr ? *options_.shared : own).content_;
  if (!content) content = std::make_unique<SharedState::Content>(store_);
  Records& records = content->records;
  open_region(records, std::string(region));
  CallIds ids(records, identifiers_, options_.seed);
  Context context(records, ids, region, time());
  catch_up(context);
  // The defaults of the region are only in `records`: a call that reads leaves the file as it is.
  DocumentCall call(request, context, {}, options_.take);
  run(call);
  return std::move(call.response());
}

Json Engine::write(const Operation& operation, const Json& request, std::string_view region,
                   const std::optional<std::string>& token) {
  Json response;
  // Runs again if another program changed the file before the commit.
  change([&](const state::Snapshot& before) -> std::optional<state::Changes> {
    if (options_.summary != nullptr) *options_.summary = {};
    Records records(before, kDefaultAccount);
    // Whoever edited it may have copied a record or lowered the number.
    if (before.edited()) raise_serial(records);
    open_region(records, std::string(region));
    if (const std::string other = other_region(operation, request); is_region(other)) open_region(records, other);
    CallIds ids(records, identifiers_, options_.seed);
    Context context(records, ids, region, time());
    catch_up(context);
    const Tables defaults = options_.summary != nullptr ? records.changes().tables : Tables();
    Writer writer(operation, request, context);
    response = writer.run(token, options_);
    // Afterwards and for all operations at once, so that none can forget to check an id that it stores.
    require_references(records);
    if (options_.quotas) require_quotas(records);
    if (options_.summary != nullptr) {  // before the commit: if that fails, its outcome may be unknown
      CallSummary summary = summary_of(defaults, records.changes().tables, before);
      if (writer.replayed()) summary = {CallSummary::Action::replayed, {*writer.replayed()}, {}};
      summary.token = token;
      put_named_first(summary.ids, operation, request, response);
      *options_.summary = std::move(summary);
    }
    // A repeated call, for example, or tags that are there already: the revision stays.
    if (!records.changed()) return std::nullopt;
    return std::move(records).changes();
  });
  return response;
}

Engine::SeedOutcome Engine::seed(const Json& document, Existing existing) {
  if (auto found = shape_faults(document); !found.empty()) return SeedFaults{std::move(found)};
  const NoRecords nothing;
  Records records(nothing, kDefaultAccount);
  auto applied = apply_seed(document, records, time().now);
  if (auto* found = std::get_if<std::vector<std::string>>(&applied)) return SeedFaults{std::move(*found)};
  const auto decide = [&](const state::Snapshot&) { return records.changes(); };
  if (!store_.replace(decide, loss_of(existing))) return Kept{};
  return std::get<SeedSummary>(std::move(applied));
}

bool Engine::reset(Existing existing) {
  const auto decide = [](const state::Snapshot& before) { return Records(before, kDefaultAccount).changes(); };
  return store_.replace(decide, loss_of(existing));
}

Engine::Findings Engine::verify() try {
  const auto snapshot = store_.read();
  return {snapshot->edited(), problems_of(Records(*snapshot, kDefaultAccount))};
} catch (const RecordError& error) {
  throw state_error(store_.path(), error);
}

Engine::Accepted Engine::accept() try {
  Accepted accepted;
  change([&](const state::Snapshot& before) -> std::optional<state::Changes> {
    Records records(before, kDefaultAccount);
    accepted = {.edited = before.edited()};
    accepted.mended = mend(records);
    accepted.problems = problems_of(records);
    if (!accepted.edited && accepted.mended.empty()) return std::nullopt;
    state::Changes changes = std::move(records).changes();
    changes.force_rewrite = true;
    return changes;
  });
  return accepted;
} catch (const RecordError& error) {
  throw state_error(store_.path(), error);
}

Engine::Forgotten Engine::forget_tokens(const ForgetTokens& which) try {
  Forgotten result;
  change([&](const state::Snapshot& before) -> std::optional<state::Changes> {
    result = {};
    Records records(before, kDefaultAccount);
    std::vector<std::string> forgotten;
    const auto is_alive = [&](const TokenRecord& record) {
      return presence(records, record.resource_id, time()) == Presence::alive;
    };
    before.scan(TokenRecord::kTable, {}, [&](std::string_view key, std::string_view line) {
      const TokenRecord record = read_token_record(key, line);
      const bool is_old = which.older_than && is_older(record, *which.older_than, time().now);
      const bool is_named = which.token == record.token;
      if (which.all || is_named || is_old || (which.deleted && !is_alive(record))) {
        forgotten.emplace_back(key);
      }
      ++result.kept;
    });
    for (const std::string& key : forgotten) records.erase(TokenRecord::kTable, key);
    result.forgotten = forgotten.size();
    result.kept -= forgotten.size();
    if (forgotten.empty()) return std::nullopt;
    return std::move(records).changes();
  });
  return result;
} catch (const RecordError& error) {
  throw state_error(store_.path(), error);
}

std::vector<Engine::UsedToken> Engine::tokens() try {
  std::vector<UsedToken> found;
  const auto snapshot = store_.read();
  const Records records(*snapshot, kDefaultAccount);
  const CallTime call_time = time();
  const std::chrono::sys_seconds now = call_time.now;
  snapshot->scan(TokenRecord::kTable, {}, [&](std::string_view key, std::string_view line) {
    TokenRecord record = read_token_record(key, line);
    const auto since = parse_iso_time(record.time);
    const bool is_expired = options_.token_lifetime && is_older(record, *options_.token_lifetime, now);
    const Presence its = presence(records, record.resource_id, call_time);
    found.push_back({std::move(record.region), std::move(record.operation), std::move(record.token), record.resource_id,
                     its == Presence::alive, its != Presence::gone, std::move(record.time),
                     since ? std::max(now - *since, std::chrono::seconds(0)) : std::chrono::seconds(0), is_expired,
                     std::move(record.request)});
  });
  return found;
} catch (const RecordError& error) {
  throw state_error(store_.path(), error);
}

Json Engine::repeatable_part(const Operation& operation, const Json& request) {
  return token_request(operation, request);
}

std::string Engine::account() {
  const auto snapshot = store_.read();
  return Records(*snapshot, kDefaultAccount).account();
}

std::string Engine::text() { return store_.read()->text(); }

}  // namespace ec2mimic
