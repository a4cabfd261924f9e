#include "cli/call/wire_times.h"

#include <optional>
#include <string>
#include <string_view>

#include "cli/errors/failure.h"
#include "core/operation/shown_time.h"

namespace ec2mimic::cli {
namespace {

std::optional<std::string> timestamp_format(const Settings& settings) try {
  return settings.configured("cli_timestamp_format");
} catch (const Failure&) {
  return std::nullopt;  // there is no such profile, which the call itself reports
}

// EC2 sends milliseconds, whatever they are; the AWS CLI shows microseconds unless there are none.
std::string wire_time(std::string_view shown) {
  if (!shown.ends_with(kShownZone)) return std::string(shown);
  shown.remove_suffix(kShownZone.size());
  const std::size_t point = shown.find('.');
  const std::string_view fraction = point == std::string_view::npos ? ".000" : shown.substr(point, 4);
  return std::string(shown.substr(0, point)).append(fraction) + 'Z';
}

void put_in_value(const model::Shape& shape, bool is_time, Json& value) {
  if (value.is_array() && shape.kind == model::Kind::list) {
    for (Json& element : value) put_in_value(*shape.element, is_time, element);
  } else if (value.is_object() && shape.kind == model::Kind::structure) {
    put_wire_times(shape, value);
  } else if (is_time && value.is_string()) {
    value = wire_time(value.get_ref<const std::string&>());
  }
}

}  // namespace

bool shows_wire_times(const Settings& settings) {
  static_cast<void>(settings.profiles());  // a faulty file is reported, unlike a missing profile
  const std::string format = timestamp_format(settings).value_or("iso8601");
  if (format == "wire") return true;
  if (format == "iso8601") return false;
  throw Failure(Failure::Kind::message,
                "Unknown cli_timestamp_format value: " + format + ", valid values are \"wire\" or \"iso8601\"",
                kBadConfiguration)
      .coded("Configuration");
}

void put_wire_times(const model::Shape& result, Json& response) {
  for (auto& [name, value] : response.get_ref<Json::object_t&>()) {
    const model::Member* member = result.member(name);
    if (member != nullptr) put_in_value(*member->shape, member->traits.time, value);
  }
}

}  // namespace ec2mimic::cli
