#include "tests/transcripts/recorded_case.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <stdexcept>

namespace ec2mimic::test {
namespace {

constexpr const char* kV2_30 = "v2 2.9.19";
constexpr const char* kCurrent = "v2 2.36.7";
constexpr const char* kCurrentShipped = "v2 2.36.7 py3.14~";

std::ifstream open(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(path + " cannot be read");
  return file;
}

std::map<std::string, std::string> texts(const Json& fields, const char* name) {
  std::map<std::string, std::string> texts;
  if (!fields.contains(name) || fields[name].is_null()) return texts;
  for (const auto& [key, value] : fields[name].items()) texts[key] = value.get<std::string>();
  return texts;
}

RecordedCase read_case(const Json& fields, Era era) {
  RecordedCase one{
      fields["name"],   era,   {}, texts(fields, "env"), texts(fields, "files"), fields["exit"], fields["stdout"],
      fields["stderr"], fields};
  if (fields["argv"].is_array()) one.words = fields["argv"].get<std::vector<std::string>>();
  return one;
}

bool also(const Json& fields, const char* version) {
  const auto others = fields.find("also");
  return others != fields.end() && std::find(others->begin(), others->end(), version) != others->end();
}

// If both releases gave the same error, it was compared without the prefix that only the current one has.
bool has_current_prefix(const Json& fields) {
  return fields["stderr"].get_ref<const std::string&>().starts_with("\naws: [ERROR]: ");
}

}  // namespace

std::string RecordedCase::text(const char* field) const {
  const auto found = fields.find(field);
  return found != fields.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string data_folder() { return EC2MIMIC_SOURCE_DIR "/tests/data/aws-cli/"; }

std::string reference_folder() {
  const std::string folder = EC2MIMIC_SOURCE_DIR "/../shared/reference/transcripts/";
  return std::ifstream(folder + "README.md") ? folder : std::string();
}

Json read_document(const std::string& path) {
  std::ifstream file = open(path);
  return Json::parse(file);
}

std::vector<RecordedCase> read_cases(const std::string& path) {
  std::vector<RecordedCase> cases;
  std::set<std::string> shipped;
  std::ifstream file = open(path);
  for (std::string line; std::getline(file, line);) {
    const Json fields = Json::parse(line);
    const std::string version = fields["version"];
    if (version == kCurrentShipped) shipped.insert(fields["name"].get<std::string>());
    if (version == kCurrentShipped || version == kCurrent || also(fields, kCurrent)) {
      cases.push_back(read_case(fields, Era::current));
    }
    if (version == kV2_30 || (also(fields, kV2_30) && !has_current_prefix(fields))) {
      cases.push_back(read_case(fields, Era::v2_30));
    }
  }
  std::erase_if(cases, [&](const RecordedCase& one) {
    return one.text("version") == kCurrent && one.era == Era::current && shipped.count(one.name) > 0;
  });
  if (cases.empty()) throw std::runtime_error(path + " holds no case");
  return cases;
}

}  // namespace ec2mimic::test
