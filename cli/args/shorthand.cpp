#include "cli/args/shorthand.h"

#include <algorithm>

#include "cli/python/object_builder.h"
#include "cli/python/text.h"
#include "core/text/ascii.h"
#include "core/text/replaced.h"
#include "core/text/utf8.h"

namespace ec2mimic::cli {
namespace {

// The parser recurses, so without a limit the stack would depend on what is typed.
constexpr int kDeepest = 200;
constexpr std::string_view kBlanks = " \t\n\r\v\f";

bool is_any_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

using utf8::is_continuation;

// True for the bytes of characters beyond ASCII, except those beyond U+FFFF (four bytes in UTF-8), which the AWS CLI
// accepts only in quotes.
bool beyond_ascii(unsigned char byte) { return byte >= 0x80 && byte < 0xF0; }

// The next four follow the character ranges in the AWS CLI's regular expressions, gaps included.
bool starts_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return beyond_ascii(byte) || (byte > ' ' && byte < 0x80 && !is_any_of(c, "\"',=[{"));
}

bool in_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return beyond_ascii(byte) || (byte >= 0x1C && byte < 0x80) || (byte >= '\t' && byte <= '\r');
}
bool in_first(char c) { return in_word(c) && !is_any_of(c, "\"',]}"); }
bool in_second(char c) { return in_word(c) && !is_any_of(c, "\"',="); }

bool in_key(char c) { return ascii::is_alphanumeric(c) || is_any_of(c, "-_.#/:"); }

class ShorthandParser {
 public:
  ShorthandParser(std::string_view text, const ResolveFile& resolve) : text_(text), resolve_(resolve) {}

  [[nodiscard]] Json parse() {
    try {
      return parameter();
    } catch (const Fault& fault) {
      const std::string start = expectation(fault);
      const std::string where = location(fault.at);
      // The wordings of the two eras differ in one space.
      throw ShorthandError(start + where, start + ' ' + where);
    }
  }

 private:
  // Thrown within the parser. Most faults only mean that a comma was misread, so the message is not built until it is
  // needed.
  struct Fault {
    std::string_view expected;
    std::size_t at;
    bool word;  // a word was expected, not one character
  };

  Json parameter() {
    ObjectBuilder object;
    std::size_t before = 0;  // where the comma is
    for (bool first = true; first || !at_end(); first = false) {
      if (!first) expect(',');
      const std::string key = this->key();
      Json value = values();
      // After the value, because the AWS CLI reports a fault in that first.
      if (object.find(key) != nullptr) throw second_instance(key, before + 1);
      object.put(key, std::move(value));
      before = at_;
    }
    return object.take();
  }

  [[nodiscard]] std::string expectation(const Fault& fault) const {
    std::string received = "<none>";
    if (!fault.word) received = fault.at < text_.size() ? std::string(character(fault.at)) : "EOF";
    return "Expected: '" + std::string(fault.expected) + "', received: '" + received + "' for input:\n";
  }

  [[nodiscard]] std::string_view character(std::size_t at) const {
    std::size_t end = at + 1;
    while (end < text_.size() && is_continuation(text_[end])) ++end;
    return text_.substr(at, end - at);
  }

  // The text, with a caret on a line of its own below the position.
  [[nodiscard]] std::string location(std::size_t at) const {
    const std::string_view before = text_.substr(0, std::min(at, text_.size()));
    const std::size_t indent =
        python::length(before.substr(before.rfind('\n') + 1)) + (at > text_.size() ? at - text_.size() : 0);
    const std::size_t line_end = std::min(text_.find('\n', before.size()), text_.size());
    return std::string(text_.substr(0, line_end)) + '\n' + std::string(indent, ' ') + '^' +
           std::string(text_.substr(line_end));
  }

  [[nodiscard]] ShorthandError second_instance(const std::string& key, std::size_t at) const {
    return ShorthandError("Second instance of key \"" + key + "\" encountered for input:\n" + location(at) +
                          "\nThis is often because there is a preceding \",\" instead of a space.");
  }

  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] bool is(char c) const { return !at_end() && text_[at_] == c; }

  void skip_blanks() {
    while (!at_end() && is_any_of(text_[at_], kBlanks)) ++at_;
  }

  void expect_here(char c) {
    if (!is(c)) throw Fault{one(c), at_, false};
    ++at_;
  }

  void expect(char c) {
    skip_blanks();
    expect_here(c);
    skip_blanks();
  }

  static std::string_view one(char c) {
    static constexpr std::string_view kExpected = "=,[]{}@";
    return kExpected.substr(kExpected.find(c), 1);
  }

  // Reads a key and its `=`, or `@=` if the value may name files.
  std::string key() {
    const std::size_t start = at_;
    while (!at_end() && in_key(text_[at_])) ++at_;
    std::string key(text_.substr(start, at_ - start));
    skip_blanks();
    from_file_ = is('@');
    if (from_file_) expect('@');
    expect('=');
    return key;
  }

  Json values() {
    if (at_end()) return "";
    if (is('[')) return list();
    if (is('{')) return hash();
    return words();
  }

  // Reads one word, or several separated by commas.
  Json words() {
    Json first = first_word();
    skip_blanks();
    if (!is(',')) return first;
    Json all = Json::array({first});
    expect(',');
    for (;;) {
      try {
        // Only what follows tells whether a comma separates values, `a=1,2`, or members, `a=1,b=2`. So the word is
        // tried as a value first, and given back if it turns out to be a key.
        Json next = second_word();
        skip_blanks();
        if (at_end()) {
          all.push_back(std::move(next));
          break;
        }
        expect(',');
        all.push_back(std::move(next));
      } catch (const Fault&) {
        if (at_end()) throw;
        at_ = text_.rfind(',', at_);  // the comma precedes the next key
        break;
      }
    }
    if (all.size() == 1) return first;
    return all;
  }

  Json item() {
    if (is('[')) return list();
    if (is('{')) return hash();
    return first_word();
  }

  Json list() {
    const Level level(*this);
    Json list = Json::array();
    expect('[');
    while (!is(']')) {
      list.push_back(item());
      skip_blanks();
      if (!is(']')) expect_here(','), skip_blanks();
    }
    ++at_;
    return list;
  }

  Json hash() {
    const Level level(*this);
    ObjectBuilder hash;
    expect('{');
    while (!is('}')) {
      const std::string key = this->key();
      Json value = item();
      skip_blanks();
      if (!is('}')) expect_here(','), skip_blanks();
      // In braces the last of two equal keys counts; only outside them is the second an error.
      hash.put(key, std::move(value));
    }
    ++at_;
    return hash.take();
  }

  Json first_word() {
    if (is('\'') || is('"')) return quoted();
    const std::string_view word = bare(in_first);
    return word.empty() ? Json("") : unescaped(word);
  }

  Json second_word() {
    if (is('\'') || is('"')) return quoted();
    const std::string_view word = bare(in_second);
    // The first word may be empty, as in `Key=`; one after a comma may not.
    if (word.empty()) throw Fault{"<second>", at_, true};
    return unescaped(word);
  }

  // The longest run of word characters; `\,` counts as one.
  std::string_view bare(bool (*inside)(char)) {
    const std::size_t start = at_;
    const auto escaped_comma = [&] { return text_.substr(at_).starts_with("\\,"); };
    if (at_end() || !(escaped_comma() || starts_word(text_[at_]))) return {};
    at_ += escaped_comma() ? 2 : 1;  // the first character may be one that the rest must not contain
    while (!at_end() && (escaped_comma() || inside(text_[at_]))) at_ += escaped_comma() ? 2 : 1;
    return text_.substr(start, at_ - start);
  }

  Json unescaped(std::string_view word) { return resolved(std::string(python::rstrip(replaced(word, "\\,", ",")))); }

  // Reads to the first closing quote that has no backslash before it, or to the last one if all have.
  Json quoted() {
    const char quote = text_[at_];
    std::size_t end = std::string_view::npos;
    for (std::size_t at = at_ + 1; at < text_.size(); ++at) {
      if (text_[at] != quote) continue;
      end = at;
      if (text_[at - 1] != '\\') break;
    }
    if (end == std::string_view::npos) throw Fault{quote == '"' ? "<double quoted>" : "<singled quoted>", at_, true};
    const std::string_view inside = text_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    return resolved(replaced(replaced(inside, std::string{'\\', quote}, std::string(1, quote)), "\\\\", "\\"));
  }

  Json resolved(std::string word) { return from_file_ ? resolve_(word) : Json(std::move(word)); }

  struct Level {
    explicit Level(ShorthandParser& parser) : parser_(parser) {
      if (++parser.depth_ > kDeepest) throw ShorthandError("The value is nested too deeply.");
    }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;
    ~Level() { --parser_.depth_; }
    ShorthandParser& parser_;
  };

  std::string_view text_;
  const ResolveFile& resolve_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool from_file_ = false;
};

}  // namespace

Json parse_shorthand(std::string_view text, const ResolveFile& resolve) {
  return ShorthandParser(text, resolve).parse();
}

}  // namespace ec2mimic::cli
