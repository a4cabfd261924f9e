// Reads a record straight from its line into its struct. A describe of everything spends most of its time here, and a
// document in between would take twice as long.
//
// Only what write_line() makes is read. Whatever else there may be (white space, escapes other than ours, a member
// twice, bytes that are not UTF-8) is left to the JSON library, which also words what is wrong with it.
#include <charconv>
#include <cstdint>

#include "core/model/line.h"
#include "core/text/utf8.h"

namespace ec2mimic::model {
namespace {

class CompactLine {
 public:
  explicit CompactLine(std::string_view line) : at_(line.data()), end_(line.data() + line.size()) {}

  [[nodiscard]] bool is_at_end() const { return at_ == end_; }

  // Returns false at the first thing that is not as we write it.
  bool value(const Shape& shape, void* to) {
    switch (shape.kind) {
      case Kind::boolean:
        return boolean(*static_cast<bool*>(to));
      case Kind::integer:
        return integer(*static_cast<std::int64_t*>(to));
      case Kind::string:
        return string(*static_cast<std::string*>(to));
      case Kind::list:
        return list(shape, to);
      case Kind::structure:
        return structure(shape, to);
    }
    return false;
  }

 private:
  bool take(char c) {
    if (at_ == end_ || *at_ != c) return false;
    ++at_;
    return true;
  }

  bool take(std::string_view word) {
    if (!std::string_view(at_, end_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }

  bool boolean(bool& to) {
    to = take("true");
    return to || take("false");
  }

  bool integer(std::int64_t& to) {
    const char* const begin = at_;
    const auto parsed = std::from_chars(at_, end_, to);
    if (parsed.ec != std::errc()) return false;
    at_ = parsed.ptr;
    const std::string_view digits(*begin == '-' ? begin + 1 : begin, at_);
    // `1.5` and `1e3` begin with an integer; `01` and `-0` are not spelt as we spell them.
    return (digits[0] != '0' || (digits.size() == 1 && *begin != '-')) && at_ != end_ && *at_ != '.' && *at_ != 'e' &&
           *at_ != 'E';
  }

  // The bytes up to the closing quotation mark, which is taken too, if they are all spelt as they are.
  bool plain_string(std::string_view& text) {
    const char* const begin = at_;
    bool is_ascii = true;
    for (; at_ != end_ && *at_ != '"'; ++at_) {
      const auto c = static_cast<unsigned char>(*at_);
      if (c < 0x20 || c == '\\') return false;
      if (c >= 0x80) is_ascii = false;
    }
    text = std::string_view(begin, at_);
    return take('"') && (is_ascii || utf8::is_valid(text));
  }

  bool string(std::string& to) {
    std::string_view text;
    if (!take('"')) return false;
    const char* const begin = at_;
    if (plain_string(text)) {
      to = text;
      return true;
    }
    at_ = begin;
    return escaped_string(to);
  }

  // Of the escapes, those that tags are likely to have.
  bool escaped_string(std::string& to) {
    to.clear();
    for (; at_ != end_ && *at_ != '"'; ++at_) {
      if (static_cast<unsigned char>(*at_) < 0x20) return false;
      if (*at_ == '\\') {
        ++at_;
        if (at_ == end_ || (*at_ != '"' && *at_ != '\\')) return false;
      }
      to += *at_;
    }
    return take('"') && utf8::is_valid(to);
  }

  bool list(const Shape& shape, void* to) {
    if (!take('[')) return false;
    // A list that was filled before would be appended to.
    if (shape.size(to) != 0) return false;
    if (take(']')) return true;
    do {
      if (!value(*shape.element, shape.append(to))) return false;
    } while (take(','));
    return take(']');
  }

  bool structure(const Shape& shape, void* to) {
    if (!take('{')) return false;
    if (take('}')) return true;
    std::uint64_t seen = 0;
    std::size_t next = 0;
    do {
      std::string_view name;
      if (!take('"') || !plain_string(name) || !take(':')) return false;
      // Members are written in the order of the description, so the search begins after the last one.
      std::size_t searched = 0;
      while (searched < shape.members.size() && shape.members[next % shape.members.size()].name != name) {
        ++next;
        ++searched;
      }
      if (searched == shape.members.size()) return false;
      const std::size_t place = next++ % shape.members.size();
      if (place >= 64 || (seen & (std::uint64_t{1} << place)) != 0) return false;
      seen |= std::uint64_t{1} << place;
      const Member& member = shape.members[place];
      if (!value(*member.shape, member.make(to))) return false;
    } while (take(','));
    return take('}');
  }

  const char* at_;
  const char* end_;
};

}  // namespace

bool read_compact_line(const Shape& shape, void* value, std::string_view line) {
  CompactLine reader(line);
  return reader.value(shape, value) && reader.is_at_end();
}

}  // namespace ec2mimic::model
