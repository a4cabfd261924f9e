// Filtering by any value that a resource has for a filter finds that resource, and by no other. A filter may narrow the
// search to lines that contain a text; one for resources that are named by their ids never does, so both must find the
// same. The file is searched as ec2mimic wrote it, and as an editor left it.
#include <memory>
#include <set>

#include "core/account/record_check.h"
#include "core/operation/describing.h"
#include "core/text/utf8.h"
#include "state/file_store.h"
#include "state/posix_file_system.h"
#include "tests/harness/program.h"
#include "tests/unit/core/engine_fixture.h"

namespace ec2mimic::test {
namespace {

void collect_values(const Json& document, std::set<std::string>& values) {
  if (document.is_string()) values.insert(document.get<std::string>());
  if (document.is_boolean() || document.is_number()) values.insert(document.dump());
  if (!document.is_structured()) return;
  for (const Json& member : document) collect_values(member, values);
}

// Values of the member that a filter is named after, at any depth: RegionName for region-name.
void collect_named(const Json& document, std::string_view name, std::vector<std::string>& values) {
  if (!document.is_structured()) return;
  for (const auto& [key, member] : document.items()) {
    if (kebab_case(key) == name) values.push_back(member.is_string() ? member.get<std::string>() : member.dump());
    collect_named(member, name, values);
  }
}

// Patterns that match the value, some that match others too, and some that only look as if they did.
std::vector<std::vector<std::string>> wanted_like(const std::string& value) {
  const std::string exact = literal_pattern(value);
  std::vector<std::vector<std::string>> wanted{{exact},
                                               {value},
                                               {exact, "nothing"},
                                               {exact + '*'},
                                               {'*' + exact},
                                               {'*' + exact + '*'},
                                               {exact + 'x'},
                                               {exact + '\\'},
                                               {"*\"" + exact},
                                               std::vector<std::string>(9, exact)};
  const std::size_t first = utf8::first(value);
  if (first < value.size()) {
    wanted.push_back({'?' + literal_pattern(value.substr(first))});
    wanted.push_back({literal_pattern(value.substr(0, first)) + '*' + literal_pattern(value.substr(first))});
    wanted.push_back({literal_pattern(value.substr(0, first)) + "*" + literal_pattern(value.substr(value.size() - 1))});
  }
  std::string other_case = exact;
  for (char& c : other_case) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
  wanted.push_back({other_case});
  return wanted;
}

// The member with the ids, or null.
const model::Member* ids_member(const Operation& operation) {
  for (const model::Member& member : operation.request->members) {
    if (!member.traits.refers.empty()) return &member;
  }
  return nullptr;
}

// The member with the filters: most operations call it Filters.
std::string filters_name(const Operation& operation) {
  for (const model::Member& member : operation.request->members) {
    if (member.shape->element != nullptr && member.shape->element->name == "Filter") return std::string(member.name);
  }
  return {};
}

class FilterLaw : public EngineTest {
 protected:
  void SetUp() override {
    const std::string vpc =
        ok("create-vpc", {{"CidrBlock", "10.0.0.0/16"}, {"AmazonProvidedIpv6CidrBlock", true}})["Vpc"]["VpcId"];
    const std::string table = ok("create-route-table", {{"VpcId", vpc}})["RouteTable"]["RouteTableId"];
    const std::string acl = ok("create-network-acl", {{"VpcId", vpc}})["NetworkAcl"]["NetworkAclId"];
    create_other_kinds();
    const std::string gateway = store.tables.at("internet-gateways").begin()->first;
    std::vector<std::string> ids = {vpc, table, acl};
    for (const Noun* noun : nouns()) ids.push_back(store.tables.at(std::string(noun->table)).begin()->first);
    tag(ids, {{"Name", "mine"}, {"Owner", "me"}});
    tag({vpc, table, gateway}, {{"quote\"", "a \"b\" c"}, {"back\\slash", "\\"}, {"wild*", "50%? *"}, {"a:b", "c:d"}});
    tag({acl, table}, {{"Größe", "naïve café"}, {"empty", ""}, {"line", "one\ntwo\ttabs"}, {"é", "0"}});
    // Things that no operation can create yet.
    Json record = Json::parse(store.tables.at("network-acls").at(acl));
    record["Entries"][0]["IcmpTypeCode"] = {{"Code", 3}, {"Type", -4}};
    record["Entries"][0]["PortRange"] = {{"From", 80}, {"To", 0}};
    record["Entries"].push_back(Json::object());
    store.tables.at("network-acls").at(acl) = record.dump();
    for (auto& [id, line] : store.tables.at("security-group-rules")) {
      Json rule = Json::parse(line);
      rule.update({{"FromPort", 22}, {"ToPort", 23}, {"PrefixListId", "pl-1"}, {"Description", "any"}});
      line = rule.dump();
      break;
    }
    for (auto& [id, line] : store.tables.at("route-tables")) {  // a blackhole
      const auto place = line.find(gateway);
      if (place != std::string::npos) line.replace(place, gateway.size(), "igw-0badbadbadbadbad0");
    }
    add_bare_records();
  }

  void tag(const std::vector<std::string>& ids, const std::vector<std::pair<std::string, std::string>>& tags) {
    Json list = Json::array();
    for (const auto& [key, value] : tags) list.push_back({{"Key", key}, {"Value", value}});
    ok("create-tags", {{"Resources", ids}, {"Tags", list}});
  }

  // A record of each kind that leaves out whatever it can, so that its members have their defaults.
  void add_bare_records() {
    for (const Noun* noun : nouns()) {
      const Json bare = {{"Region", "us-east-1"}, {"Serial", ++store.header.serial}};
      store.tables[std::string(noun->table)].emplace(std::string(noun->prefix) + "0123456789abcdef0", bare.dump());
    }
  }

  // A record without what it must have is refused where a file was edited.
  void remove_faulty_records() {
    for (const Noun* noun : nouns()) {
      std::erase_if(store.tables.at(std::string(noun->table)),
                    [&](const auto& record) { return noun->fault(record.first, record.second).has_value(); });
    }
  }

  // From now on answers are those of the state as it is.
  void look_again() {
    shared_ = std::make_unique<SharedState>();
    options.shared = shared_.get();
  }

  // The answer, or the error as a text: AWS refuses some values of some filters.
  Json answer(state::Store& where, const Operation& operation, const Json& request) {
    const Outcome outcome = Engine(where, clock, identifiers, options).call(operation, request, "us-east-1");
    const auto* error = std::get_if<ApiError>(&outcome);
    return error == nullptr ? std::get<Json>(outcome) : Json(error->code + ": " + error->message);
  }

  // The value itself, and in turn a few of the other patterns: all of them for each value would take minutes.
  std::vector<std::vector<std::string>> some_like(const std::string& value) {
    const auto all = wanted_like(value);
    ++turn_;
    return {all[0], all[turn_ % all.size()], all[(turn_ + 5) % all.size()]};
  }
  Json filtered(state::Store& where, const Operation& operation, const std::string& name,
                const std::vector<std::string>& values, const Json& ids) {
    Json request = {{filters_name(operation), {{{"Name", name}, {"Values", values}}}}};
    if (!ids.empty()) request[std::string(ids_member(operation)->name)] = ids;
    return answer(where, operation, request);
  }

  // Compares every filter of the operation, with every value that is shown anywhere, with the same for all ids.
  void expect_law(state::Store& where, const Operation& operation) {
    const Json all = answer(where, operation, Json::object());
    Json ids = Json::array();
    const std::string_view ids_name = ids_member(operation)->name;
    const std::string id_name(ids_name.substr(0, ids_name.size() - 1));
    for (const auto& [name, list] : all.items()) {
      for (const Json& item : list) ids.push_back(item.at(id_name));
    }
    const Json nothing = filtered(where, operation, "tag:bogus", {}, {});
    std::set<std::string> values;
    collect_values(all, values);
    int found = 0;
    for (const FilterRule& rule : *operation.filters) {
      for (const char* qualifier : rule.name.ends_with(':') ? std::vector<const char*>{"Owner", "quote\"", "a:b", "é"}
                                                            : std::vector<const char*>{""}) {
        const std::string name = std::string(rule.name) + qualifier;
        for (const std::string& value : values) {
          for (const auto& wanted : some_like(value)) {
            const Json expected = filtered(where, operation, name, wanted, ids);
            ASSERT_EQ(filtered(where, operation, name, wanted, {}), expected)
                << operation.name << ' ' << name << '=' << wanted[0];
            if (expected.is_object() && expected != nothing) ++found;
          }
        }
      }
    }
    EXPECT_GT(found, 10) << operation.name;
  }

  // The same for describe-tags, which takes no ids.
  void expect_law_of_tags(state::Store& where) {
    const Operation& operation = *find_operation("describe-tags");
    const Json all = answer(where, operation, Json::object())["Tags"];
    std::set<std::string> values;
    collect_values(all, values);
    const std::pair<const char*, const char*> kFilters[] = {
        {"key", "Key"}, {"value", "Value"}, {"resource-id", "ResourceId"}, {"resource-type", "ResourceType"}};
    for (const auto& [name, member] : kFilters) {
      for (const std::string& value : values) {
        for (const auto& wanted : some_like(value)) {
          Json expected = Json::array();
          for (const Json& one : all) {
            const bool matches = std::any_of(wanted.begin(), wanted.end(), [&, member = member](const auto& pattern) {
              return wildcard_match(pattern, one[member].get_ref<const std::string&>());
            });
            if (matches) expected.push_back(one);
          }
          ASSERT_EQ(filtered(where, operation, name, wanted, {})["Tags"], expected) << name << '=' << wanted[0];
        }
      }
    }
  }

  // The rows in which the member that a filter is named after matches one of the patterns.
  static Json rows_that_match(const Json& rows, const std::string& filter, const std::vector<std::string>& wanted) {
    Json found = Json::array();
    for (const Json& row : rows) {
      std::vector<std::string> its;
      collect_named(row, filter, its);
      const bool matches = std::any_of(its.begin(), its.end(), [&](const std::string& value) {
        return std::any_of(wanted.begin(), wanted.end(),
                           [&](const auto& pattern) { return wildcard_match(pattern, value); });
      });
      if (matches) found.push_back(row);
    }
    return found;
  }

  // The same for what is listed without ids and pages, such as regions. Returns how many rows were found.
  std::size_t expect_law_of_rows(const Operation& operation) {
    const Json rows = answer(store, operation, Json::object()).front();
    std::set<std::string> values;
    collect_values(rows, values);
    std::size_t found = 0;
    for (const FilterRule& rule : *operation.filters) {
      const std::string name(rule.name);
      for (const std::string& value : values) {
        for (const auto& wanted : wanted_like(value)) {
          const Json expected = rows_that_match(rows, name, wanted);
          EXPECT_EQ(filtered(store, operation, name, wanted, {}).front(), expected) << name << '=' << wanted[0];
          found += expected.size();
        }
      }
    }
    return found;
  }

 private:
  std::unique_ptr<SharedState> shared_{};
  std::size_t turn_ = 0;
};

TEST_F(FilterLaw, NarrowingTheSearchFindsTheSameResources) {
  look_again();
  for (const Operation* operation : operations()) {
    if (operation->filters != nullptr && ids_member(*operation) != nullptr) expect_law(store, *operation);
  }
  expect_law_of_tags(store);
}

TEST_F(FilterLaw, HoldsForRowsWithoutIds) {
  for (const char* command : {"describe-regions", "describe-availability-zones"}) {
    const Operation& operation = *find_operation(command);
    ASSERT_EQ(ids_member(operation), nullptr);
    EXPECT_GT(expect_law_of_rows(operation), 100U) << command;
  }
}

// Escapes for every character that may have one, and white space everywhere.
TEST_F(FilterLaw, HoldsInAnEditedFile) {
  remove_faulty_records();
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/state.json";
  state::PosixFileSystem files;
  state::FileStore file(files, path, load_rules());
  file.change([&](const state::Snapshot&) {
    state::Changes changes{.account = "123456789012", .serial = store.header.serial, .tables = {}};
    for (const auto& [table, lines] : store.tables) {
      for (const auto& [key, line] : lines) changes.tables[table][key] = line;
    }
    return changes;
  });
  const auto written = [&] {
    look_again();
    Json answers = Json::array();
    for (const Operation* operation : operations()) {
      if (operation->filters == nullptr) continue;
      for (const char* pattern : {"mine", "a \"b\" c", "naïve*", "*é", "\\\\", "*\n*", "50%\\? \\*", "c:d", ""}) {
        answers.push_back(filtered(file, *operation, "tag:Name", {pattern}, {}));
        answers.push_back(filtered(file, *operation, "tag:line", {pattern}, {}));
        const char* by_value = operation->name == "DescribeTags" ? "value" : "tag-key";
        answers.push_back(filtered(file, *operation, by_value, {pattern}, {}));
      }
    }
    return answers;
  };
  const Json before = written();
  EXPECT_FALSE(file.read()->edited());
  std::string text = Json::parse(read_file(path)).dump(2, ' ', true);
  EXPECT_NE(text.find("na\\u00efve"), std::string::npos);
  write_file(path, text);
  EXPECT_TRUE(file.read()->edited());
  EXPECT_EQ(written(), before);
  expect_law(file, *find_operation("describe-route-tables"));
  expect_law_of_tags(file);
}

}  // namespace
}  // namespace ec2mimic::test
