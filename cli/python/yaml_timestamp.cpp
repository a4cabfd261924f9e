#include "cli/python/yaml_timestamp.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <stdexcept>
#include <string>

namespace ec2mimic::cli {
namespace {

using namespace std::chrono;

constexpr microseconds kSecond = seconds(1);

// The next number, after anything that is not a digit; 0 at the end.
int next_number(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_of("0123456789"), text.size()));
  int number = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), number).ptr;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

// Six digits count; the seventh rounds them.
microseconds next_fraction(std::string_view& text) {
  if (!text.starts_with('.')) return microseconds(0);
  text.remove_prefix(1);
  const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
  std::string digits(text.substr(0, end));
  text.remove_prefix(end);
  const bool up = digits.size() > 6 && digits[6] > '4';
  digits.resize(6, '0');
  return microseconds(std::stoi(digits) + (up ? 1 : 0));
}

sys_days checked_day(int year_number, int month_number, int day_number) {
  const year_month_day date{year(year_number), month(static_cast<unsigned>(month_number)),
                            day(static_cast<unsigned>(day_number))};
  // Python's calendar begins with the year 1.
  if (!date.ok() || year_number == 0) throw std::invalid_argument("no day of the calendar");
  return date;
}

std::string shown(sys_days when) {
  const year_month_day date(when);
  char text[40];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", int(date.year()), unsigned(date.month()), unsigned(date.day()));
  return text;
}

std::string shown(sys_time<microseconds> when) {
  const auto midnight = floor<days>(when);
  const hh_mm_ss time(when - midnight);
  char text[40];
  std::snprintf(text, sizeof text, " %02d:%02d:%02d", int(time.hours().count()), int(time.minutes().count()),
                int(time.seconds().count()));
  std::string all = shown(midnight) + text;
  if (time.subseconds().count() == 0) return all;
  std::snprintf(text, sizeof text, ".%06d", int(time.subseconds().count()));
  return all + text;
}

// The offset to UTC from the rest of the text: a zone, `Z`, or nothing. ruamel.yaml adds a fraction that was rounded up
// to a whole second to the zone's distance, so east of Greenwich it counts the wrong way; so do we.
microseconds to_utc(std::string_view zone, bool is_second_more) {
  const microseconds more = is_second_more ? kSecond : microseconds(0);
  const std::size_t sign = zone.find_first_of("+-");
  if (sign == std::string_view::npos) return more;
  const bool is_west = zone[sign] == '-';
  zone.remove_prefix(sign);
  const hours whole(next_number(zone));
  const microseconds distance = whole + minutes(next_number(zone)) + more;
  return is_west ? distance : -distance;
}

}  // namespace

Json yaml_timestamp(std::string_view text) {
  int date[3];
  for (int& number : date) number = next_number(text);
  const sys_days start = checked_day(date[0], date[1], date[2]);
  if (text.empty()) return non_json(NonJson::date, shown(start));
  int clock[3];
  for (int& number : clock) number = next_number(text);
  if (clock[0] > 23 || clock[1] > 59 || clock[2] > 59) throw std::invalid_argument("no time of a day");
  microseconds fraction = next_fraction(text);
  const bool is_second_more = fraction == kSecond;
  if (is_second_more) fraction = microseconds(0);
  const auto when =
      start + hours(clock[0]) + minutes(clock[1]) + seconds(clock[2]) + fraction + to_utc(text, is_second_more);
  const int shown_year(year_month_day(floor<days>(when)).year());
  if (shown_year < 1 || shown_year > 9999) throw std::invalid_argument("no year of Python's");
  return non_json(NonJson::datetime, shown(when));
}

}  // namespace ec2mimic::cli
