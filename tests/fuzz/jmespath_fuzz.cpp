// Any expression is refused or evaluated, with the same result the second time.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "cli/python/text.h"
#include "cli/query/query.h"

namespace {

using ec2mimic::Json;

const Json& document() {
  static const Json document = Json::parse(R"({
    "Vpcs": [{"VpcId": "vpc-1", "IsDefault": true, "Tags": [{"Key": "Name", "Value": "é"}], "n": 1},
             {"VpcId": "vpc-2", "IsDefault": false, "Tags": [], "n": -2.5, "x": null}],
    "a": {"b": {"c": [1, 2, [3, [4]]]}}, "s": "text", "e": "", "l": []})");
  return document;
}

std::string outcome(std::string_view text) {
  try {
    const ec2mimic::query::Expression expression(text);
    return expression.search(document()).document().dump();
  } catch (const ec2mimic::query::SyntaxError& error) {
    return error.what();
  } catch (const ec2mimic::query::EvaluationError& error) {
    return error.what();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  // The command line accepts only valid UTF-8.
  if (!ec2mimic::python::is_utf8(text)) return 0;
  if (outcome(text) != outcome(text)) std::abort();
  return 0;
}
