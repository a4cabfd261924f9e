#include "cli/query/python_text.h"

#include <algorithm>

#include "cli/python/text.h"
#include "cli/python/value.h"

namespace ec2mimic::query {
namespace {

using Kind = Value::Kind;

// Steps to write one character.
constexpr std::uint64_t kCharacter = 4;

// What json.dumps and str() share: the brackets of lists and maps, and the limit on nesting.
class Writer {
 public:
  Writer(Budget& budget, std::string_view comma, std::string_view colon)
      : text_(&budget), budget_(budget), comma_(comma), colon_(colon) {}
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  virtual ~Writer() = default;

  void value(const Value& value) {
    budget_.work(100);
    switch (value.kind()) {
      case Kind::expression:
        throw EvaluationError("Object of type _Expression is not JSON serializable");
      case Kind::string:
        return string(value.string());
      case Kind::array:
      case Kind::object:
        return nested(value);
      default:
        return scalar(value.part() != nullptr || value.is_made() ? value.number() : Json());
    }
  }

  [[nodiscard]] std::pmr::string& text() { return text_; }

 protected:
  virtual void string(std::string_view text) = 0;
  virtual void scalar(const Json& scalar) = 0;

  void add(std::string_view piece) {
    budget_.work_on_text(piece.size());
    text_ += piece;
  }
  [[nodiscard]] Budget& budget() { return budget_; }

 private:
  void nested(const Value& value) {
    // Only made values count: how deep a document may be was decided when it was read.
    const int level = value.is_made() ? 1 : 0;
    if ((depth_ += level) > kDeepest) throw EvaluationError("The query's values are nested too deeply.");
    value.kind() == Kind::array ? array(value) : object(value);
    depth_ -= level;
  }

  void array(const Value& array) {
    add("[");
    for (std::size_t i = 0; i < array.size(); ++i) {
      if (i > 0) add(comma_);
      value(array.at(i));
    }
    add("]");
  }

  void object(const Value& object) {
    add("{");
    bool first = true;
    object.each_member([&](std::string_view name, const Value& member) {
      if (!first) add(comma_);
      first = false;
      string(name);
      add(colon_);
      value(member);
    });
    add("}");
  }

  std::pmr::string text_;
  Budget& budget_;
  std::string_view comma_, colon_;
  int depth_ = 0;
};

class Dumps final : public Writer {
 public:
  explicit Dumps(Budget& budget) : Writer(budget, ",", ":") {}

 private:
  // Escaped in pieces: an escaped text can be six times as long, and takes more memory while it is made.
  void string(std::string_view text) override {
    constexpr std::size_t kPiece = 4096;
    add("\"");
    while (!text.empty()) {
      std::size_t size = std::min(kPiece, text.size());
      while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
      budget().work(kCharacter * size);
      const std::string quoted = python::dumped(text.substr(0, size));
      add(std::string_view(quoted).substr(1, quoted.size() - 2));
      text.remove_prefix(size);
    }
    add("\"");
  }

  void scalar(const Json& scalar) override { add(python::dumps(scalar)); }
};

class Str final : public Writer {
 public:
  explicit Str(Budget& budget) : Writer(budget, ", ", ": ") {}

 private:
  // Not in pieces, because the choice of quotes depends on the whole text. Decoding takes four bytes per character, and
  // an escaped character takes four.
  void string(std::string_view text) override {
    budget().work(kCharacter * text.size());
    budget().check_room(12 * text.size());
    add(python::repr(text));
  }

  void scalar(const Json& scalar) override { add(python::str(scalar)); }
};

}  // namespace

std::pmr::string dumps(const Value& value, Budget& budget) {
  Dumps writer(budget);
  writer.value(value);
  return std::move(writer.text());
}

std::string str(const Value& value, Budget& budget) {
  if (value.kind() == Kind::string) {
    budget.check_room(value.string().size());
    return std::string(value.string());
  }
  Str writer(budget);
  writer.value(value);
  return std::string(writer.text());
}

EvaluationError not_supported(std::string_view sign, const Value& a, const Value& b) {
  return EvaluationError('\'' + std::string(sign) + "' not supported between instances of '" +
                         std::string(python_type(a)) + "' and '" + std::string(python_type(b)) + '\'');
}

}  // namespace ec2mimic::query
