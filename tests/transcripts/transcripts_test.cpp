// Runs every recording of the real AWS CLI with this program: the same words, environment and files, and a service that
// gives the recorded responses. The output must be the same, byte for byte.
#include <gtest/gtest.h>

#include <cstdio>
#include <set>
#include <sstream>

#include "tests/transcripts/exceptions.h"
#include "tests/transcripts/recorded_system.h"

namespace ec2mimic::test {
namespace {

struct Output {
  int exit = 0;
  std::string out{}, err{};
  Json requests{};
};

// Shared by all cases.
struct Reference {
  Json model = read_document(EC2MIMIC_SOURCE_DIR "/tests/data/ec2-model.json");
  Json documents = read_document(data_folder() + "documents.json");
  Json pages = read_document(data_folder() + "pages.json");
  Json errors = recorded_errors();

 private:
  // Only the cases beside the project do not say which error the service returned.
  static Json recorded_errors() {
    Json errors = Json::array();
    if (reference_folder().empty()) return errors;
    for (const char* group : {"service-errors", "wait"}) {
      for (const RecordedCase& one : read_cases(reference_folder() + group + ".jsonl")) {
        if (one.fields.contains("error")) errors.push_back(one.fields["error"]);
      }
    }
    return errors;
  }
};

// The recorded profiles whose names end like this choose an error format; otherwise the current wording has to be
// requested.
bool chooses_error_format(const RecordedCase& one) {
  const auto profile = one.environment.find("AWS_PROFILE");
  return one.environment.count("AWS_CLI_ERROR_FORMAT") > 0 ||
         (profile != one.environment.end() && profile->second.ends_with("err"));
}

// Formatting is tested with `query`, which needs no operation, so the words that only choose the operation are dropped.
std::vector<std::string> words_of(const RecordedCase& one) {
  if (one.text("operation").empty() || one.text("document").empty() || one.words.size() < 2) return one.words;
  std::vector<std::string> words{"query", "--operation", one.text("operation")};
  const auto globals = std::find_if(one.words.begin() + 2, one.words.end(), [](const std::string& word) {
    return word == "--output" || word == "--query" || word == "--color";
  });
  words.insert(words.end(), globals, one.words.end());
  return words;
}

Output run(const RecordedCase& one, const Reference& reference) {
  cli::TestStreams streams;
  cli::TestEnvironment environment;
  FixedClock clock;
  cli::TestProcess process;
  CountingIdentifiers identifiers;
  RecordedService service(clock, identifiers, one, reference.model, reference.documents, reference.pages,
                          reference.errors);
  cli::TestFiles files(service);
  files.files = one.files;
  environment.variables = {{"HOME", "/home/t"},
                           {"AWS_ACCESS_KEY_ID", "test"},
                           {"AWS_SECRET_ACCESS_KEY", "test"},
                           {"AWS_DEFAULT_REGION", "us-east-1"},
                           {"AWS_EC2_METADATA_DISABLED", "true"},
                           {"LC_ALL", "C.UTF-8"},
                           {"LANG", "C.UTF-8"}};
  for (const auto& [name, value] : one.environment) environment.variables[name] = value;
  if (one.fields.contains("unset") && one.fields["unset"].is_array()) {
    for (const Json& name : one.fields["unset"]) environment.variables.erase(name.get<std::string>());
  }
  if (one.era == Era::current && !chooses_error_format(one)) {
    environment.variables["AWS_CLI_ERROR_FORMAT"] = "enhanced";
  }
  const bool closes = one.name == "service-error/closed";
  if (closes) environment.variables["EC2MIMIC_FAULT"] = "lose-response";
  const std::string document = one.text("document");
  if (!document.empty()) streams.in = reference.documents[document]["document"].dump();
  const std::string program = one.text("program").empty() ? "aws" : one.text("program");
  cli::System system{program, streams, environment, files, clock, identifiers, service, process};
  const std::vector<std::string> words = words_of(one);
  Output output;
  output.exit = cli::run(system, std::vector<std::string_view>(words.begin(), words.end()));
  output.out = std::move(streams.out);
  output.err = std::move(streams.err);
  // The recording was made with a service on the same machine.
  constexpr std::string_view kEndpoint = "https://ec2.us-east-1.amazonaws.com/";
  if (const auto at = output.err.find(kEndpoint); closes && at != std::string::npos) {
    output.err.replace(at, kEndpoint.size(), "<endpoint>");
  }
  output.requests = std::move(service.requests);
  return output;
}

// A token that the client generated differs from call to call.
Json without_uuids(Json requests) {
  for (Json& fields : requests) {
    for (Json& field : fields) {
      if (field[0] == "ClientToken" && field[1].get<std::string>().size() == 36) field[1] = "<uuid4>";
    }
  }
  return requests;
}

// The explanations in YAML skeletons are AWS's own sentences, which we do not repeat. Only the text around them is
// compared.
std::string without_sentences(const RecordedCase& one, const std::string& text) {
  if (!one.name.starts_with("skeleton/yaml/")) return text;
  std::string kept;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t comment = line.find("# ");
    if (comment != std::string::npos) {
      constexpr std::string_view kRequired = "[REQUIRED] ";
      const std::size_t sentence =
          comment + 2 + (line.compare(comment + 2, kRequired.size(), kRequired) == 0 ? kRequired.size() : 0);
      line.erase(sentence, std::min(line.find("Valid values are: ", sentence), line.size()) - sentence);
    }
    kept += line + '\n';
  }
  return kept;
}

// A description of the differences; empty if there are none.
std::string difference(const RecordedCase& one, const Output& output) {
  std::string text;
  const auto quoted = [](const std::string& value) {
    constexpr std::size_t kEnough = 1500;
    return Json(value.substr(0, kEnough)).dump(-1, ' ', false, Json::error_handler_t::replace);
  };
  const auto differ = [&](const std::string& what, const std::string& recorded, const std::string& got) {
    if (recorded == got) return;
    text += "  " + what + ": recorded " + quoted(recorded) + "\n  " + what + ": got      " + quoted(got) + '\n';
  };
  differ("exit", std::to_string(one.exit), std::to_string(output.exit));
  differ("stdout", without_sentences(one, one.out), without_sentences(one, output.out));
  differ("stderr", one.err, output.err);
  if (one.fields.contains("requests") && one.fields["requests"].is_array()) {
    differ("requests", without_uuids(one.fields["requests"]).dump(), without_uuids(output.requests).dump());
  }
  if (one.fields.contains("polls")) differ("polls", one.fields["polls"].dump(), std::to_string(output.requests.size()));
  return text;
}

const char* name_of(Era era) { return era == Era::current ? "v2 2.36.7" : "v2 2.9.19"; }

void expect_matches(const std::string& folder, const std::string& group) {
  const Reference reference;
  std::set<const Exception*> used;
  std::set<std::string> groups;
  int matched = 0, excused = 0, failed = 0;
  for (const RecordedCase& one : read_cases(folder + group + ".jsonl")) {
    groups.insert(one.name.substr(0, one.name.find('/')));
    const std::string differs = difference(one, run(one, reference));
    if (differs.empty()) {
      ++matched;
    } else if (const Exception* exception = find_exception(one)) {
      used.insert(exception);
      ++excused;
    } else if (!missing_operation(words_of(one), reference.model).empty()) {
      ++excused;
    } else {
      ++failed;
      std::string words;
      for (const std::string& word : one.words) words += ' ' + Json(word).dump();
      ADD_FAILURE() << name_of(one.era) << ' ' << one.name << "\n " << words << '\n' << differs;
    }
  }
  std::printf("%-16s %4d of %4d match, %d are let off\n", group.c_str(), matched, matched + excused + failed, excused);
  for (const std::string& prefix : groups) {
    for (const Exception* exception : exceptions_of(prefix + '/')) {
      EXPECT_EQ(used.count(exception), 1U) << "nobody needs the exception for " << exception->name;
    }
  }
}

std::string without_dashes(const testing::TestParamInfo<const char*>& group) {
  std::string name = group.param;
  std::erase(name, '-');
  return name;
}

class RecordedFacts : public testing::TestWithParam<const char*> {};

TEST_P(RecordedFacts, Match) { expect_matches(data_folder(), GetParam()); }

INSTANTIATE_TEST_SUITE_P(Groups, RecordedFacts, testing::Values("format", "literals", "paging", "requests"),
                         without_dashes);

class RecordedProse : public testing::TestWithParam<const char*> {};

TEST_P(RecordedProse, Matches) {
  if (reference_folder().empty()) GTEST_SKIP() << "AWS's own texts are not beside the project";
  expect_matches(reference_folder(), GetParam());
}

INSTANTIATE_TEST_SUITE_P(Groups, RecordedProse,
                         testing::Values("parse", "query-errors", "wait", "skeletons", "config", "service-errors",
                                         "complete", "version"),
                         without_dashes);

}  // namespace
}  // namespace ec2mimic::test
