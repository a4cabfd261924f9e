#include "cli/query/functions.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <span>

#include "cli/python/text.h"
#include "cli/python/value.h"
#include "cli/query/evaluator.h"
#include "cli/query/python_text.h"

namespace ec2mimic::query {
namespace {

using Kind = Value::Kind;

// The types of a parameter. array_number and array_string check the elements of a list as well.
enum class Type : std::uint8_t { any, number, string, array, object, expref, array_number, array_string };

constexpr std::string_view name_of(Type type) {
  constexpr std::string_view kNames[] = {"",       "number", "string",       "array",
                                         "object", "expref", "array-number", "array-string"};
  return kNames[static_cast<std::size_t>(type)];
}

// The types that one parameter accepts, in the order in which messages name them.
struct Parameter {
  std::array<Type, 3> types{};

  [[nodiscard]] std::span<const Type> all() const {
    const auto end = std::find(types.begin(), types.end(), Type::any);
    return {types.begin(), end};
  }
};

constexpr Parameter kAny{};
constexpr Parameter kNumber{{Type::number}};
constexpr Parameter kString{{Type::string}};
constexpr Parameter kArray{{Type::array}};
constexpr Parameter kObject{{Type::object}};
constexpr Parameter kExpression{{Type::expref}};
constexpr Parameter kNumbers{{Type::array_number}};
constexpr Parameter kStrings{{Type::array_string}};
constexpr Parameter kNumbersOrStrings{{Type::array_number, Type::array_string}};
constexpr Parameter kStringsOrNumbers{{Type::array_string, Type::array_number}};
constexpr Parameter kArrayOrString{{Type::array, Type::string}};
constexpr Parameter kSized{{Type::string, Type::array, Type::object}};

struct Function {
  std::string_view name;
  std::array<Parameter, 2> parameters;
  std::size_t count;  // of parameters
  bool variadic;      // more of the last one may follow
  Value (*call)(Arguments arguments, Evaluator& evaluator);
};

EvaluationError type_error(std::string_view function, const Value& value, std::string_view expected,
                           std::string_view received, Budget& budget) {
  const std::string shown = str(value, budget);
  // The message is copied several times on its way to stderr.
  constexpr std::size_t kCopies = 6;
  budget.check_room(kCopies * shown.size());
  return EvaluationError("In function " + std::string(function) + "(), invalid type for value: " + shown +
                         ", expected one of: [" + std::string(expected) + "], received: \"" + std::string(received) +
                         '"');
}

std::string quoted(std::span<const Type> types) {
  std::string text;
  for (const Type type : types) text += (text.empty() ? "'" : ", '") + std::string(name_of(type)) + '\'';
  return text;
}

// The kind that the elements of a list must have; nothing for other types.
std::optional<Kind> element_kind(Type type) {
  if (type == Type::array_number) return Kind::number;
  if (type == Type::array_string) return Kind::string;
  return std::nullopt;
}

bool is_of(Type type, Kind kind) {
  if (element_kind(type)) return kind == Kind::array;
  return name_of(type) == query::name_of(kind);
}

void check(std::string_view function, const Parameter& parameter, const Value& value, Budget& budget) {
  const auto types = parameter.all();
  if (types.empty()) return;
  const auto fits = [&](Type type) { return is_of(type, value.kind()); };
  if (std::none_of(types.begin(), types.end(), fits)) {
    throw type_error(function, value, quoted(types), query::name_of(value.kind()), budget);
  }
  if (!element_kind(types.front()) || value.size() == 0) return;
  // If the list may be of either kind, its first element decides.
  Kind wanted = *element_kind(types.front());
  if (types.size() > 1) {
    const Kind first = value.at(0).kind();
    for (const Type type : types) {
      if (element_kind(type) == first) wanted = first;
    }
  }
  budget.work(2 * value.size());
  for (std::size_t i = 0; i < value.size(); ++i) {
    const Value element = value.at(i);
    if (element.kind() != wanted) throw type_error(function, element, quoted(types), python_type(element), budget);
  }
}

double real(const Json& number, Budget& budget) {
  // Integers of more than 64 bits are kept as digits.
  if (number.is_binary()) budget.work(number.get_binary().size());
  return number.is_binary() ? std::strtod(non_json_text(number).c_str(), nullptr) : number.get<double>();
}

// The sum stays an integer as long as it fits 64 bits.
Json sum_of(const Value& numbers, Budget& budget) {
  budget.work(4 * numbers.size());
  std::int64_t whole = 0;
  double real_sum = 0;
  bool is_whole = true;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const Json& number = numbers.at(i).number();
    std::int64_t next = 0;
    if (is_whole && number.is_number_integer() && !__builtin_add_overflow(whole, number.get<std::int64_t>(), &next)) {
      whole = next;
      continue;
    }
    if (is_whole) real_sum = static_cast<double>(whole);
    is_whole = false;
    real_sum += real(number, budget);
  }
  return is_whole ? Json(whole) : Json(real_sum);
}

Value absolute(Arguments arguments, Evaluator& evaluator) {
  const Json& number = arguments[0].number();
  if (number.is_number_float()) return evaluator.arena().number(std::fabs(number.get<double>()));
  if (number.is_binary()) {
    evaluator.budget().work(number.get_binary().size());
    std::string digits = non_json_text(number);
    if (!digits.starts_with('-')) return arguments[0];
    return evaluator.arena().number(non_json(NonJson::integer, digits.erase(0, 1)));
  }
  const auto value = number.get<std::int64_t>();
  if (number.is_number_unsigned() || value >= 0) return arguments[0];
  // Unsigned, because the smallest integer has no positive counterpart.
  return evaluator.arena().number(0 - static_cast<std::uint64_t>(value));
}

Value average(Arguments arguments, Evaluator& evaluator) {
  const Value& numbers = arguments[0];
  // No average is null, not an error.
  if (numbers.size() == 0) return {};
  return evaluator.arena().number(sum_of(numbers, evaluator.budget()).get<double>() /
                                  static_cast<double>(numbers.size()));
}

Value sum(Arguments arguments, Evaluator& evaluator) {
  return evaluator.arena().number(sum_of(arguments[0], evaluator.budget()));
}

Value rounded(const Value& value, double (*round)(double), Evaluator& evaluator) {
  const Json& number = value.number();
  if (!number.is_number_float()) return value;
  const double real = number.get<double>();
  if (std::isnan(real)) throw EvaluationError("cannot convert float NaN to integer");
  if (std::isinf(real)) throw EvaluationError("cannot convert float infinity to integer");
  const double result = round(real);
  constexpr double kTooLarge = 9223372036854775808.0;
  // Python would give an integer here, however long; this gives a float.
  if (result >= kTooLarge || result < -kTooLarge) return evaluator.arena().number(result);
  return evaluator.arena().number(static_cast<std::int64_t>(result));
}

Value ceiling(Arguments arguments, Evaluator& evaluator) {
  return rounded(
      arguments[0], [](double number) { return std::ceil(number); }, evaluator);
}

Value floor(Arguments arguments, Evaluator& evaluator) {
  return rounded(
      arguments[0], [](double number) { return std::floor(number); }, evaluator);
}

// Not std::string::find, which can take time proportional to the product of both sizes.
bool has(std::string_view text, std::string_view part, Budget& budget) {
  budget.work_on_text(text.size() + 16 * part.size());
  return ::memmem(text.data(), text.size(), part.data(), part.size()) != nullptr;
}

Value contains(Arguments arguments, Evaluator& evaluator) {
  const Value& subject = arguments[0];
  const Value& wanted = arguments[1];
  if (subject.kind() == Kind::string) {
    if (wanted.kind() != Kind::string) {
      throw EvaluationError("'in <string>' requires string as left operand, not " + std::string(python_type(wanted)));
    }
    return truth(has(subject.string(), wanted.string(), evaluator.budget()));
  }
  for (std::size_t i = 0; i < subject.size(); ++i) {
    // Python's `in`: here True does equal 1.
    if (equal(subject.at(i), wanted, evaluator.budget())) return truth(true);
  }
  return truth(false);
}

Value starts_with(Arguments arguments, Evaluator& evaluator) {
  evaluator.budget().work_on_text(arguments[1].string().size());
  return truth(arguments[0].string().starts_with(arguments[1].string()));
}

Value ends_with(Arguments arguments, Evaluator& evaluator) {
  evaluator.budget().work_on_text(arguments[1].string().size());
  return truth(arguments[0].string().ends_with(arguments[1].string()));
}

Value join(Arguments arguments, Evaluator& evaluator) {
  const std::string_view between = arguments[0].string();
  const Value& parts = arguments[1];
  // Measured first, so that the text is made in one piece.
  std::size_t size = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    size += (i > 0 ? between.size() : 0) + parts.at(i).string().size();
    evaluator.budget().check_room(size);
  }
  evaluator.budget().work(8 * parts.size());
  const std::span<char> text = evaluator.arena().room(size);
  auto end = text.begin();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::string_view part = parts.at(i).string();
    if (i > 0) end = std::copy(between.begin(), between.end(), end);
    end = std::copy(part.begin(), part.end(), end);
  }
  return Value::text({text.data(), text.size()});
}

Value keys(Arguments arguments, Evaluator& evaluator) {
  Gathering names(evaluator);
  arguments[0].each_member([&](std::string_view name, const Value&) { names.add(Value::text(name)); });
  return names.list();
}

Value values(Arguments arguments, Evaluator& evaluator) {
  Gathering all(evaluator);
  arguments[0].each_member([&](std::string_view, const Value& value) { all.add(value); });
  return all.list();
}

Value length(Arguments arguments, Evaluator& evaluator) {
  const Value& value = arguments[0];
  if (value.kind() != Kind::string) return evaluator.arena().number(value.size());
  evaluator.budget().work(value.string().size());
  return evaluator.arena().number(python::length(value.string()));
}

Value map(Arguments arguments, Evaluator& evaluator) {
  Gathering results(evaluator);
  for (std::size_t i = 0; i < arguments[1].size(); ++i) {
    // Unlike a projection, map() keeps nulls.
    results.add(evaluator.apply(arguments[0], arguments[1].at(i)));
  }
  return results.list();
}

// The message of Python's dict.update(): jmespath.py checks only the first argument of merge().
EvaluationError not_mergeable(const Value& value) {
  if (value.kind() == Kind::string) {
    return EvaluationError("dictionary update sequence element #0 has length 1; 2 is required");
  }
  if (value.kind() == Kind::array) {
    return EvaluationError("cannot convert dictionary update sequence element #0 to a sequence");
  }
  return EvaluationError('\'' + std::string(python_type(value)) + "' object is not iterable");
}

Value merge(Arguments arguments, Evaluator& evaluator) {
  std::size_t count = 0;
  for (const Value& object : arguments) count += object.kind() == Kind::object ? object.size() : 0;
  Members& members = evaluator.arena().members(count);
  for (const Value& object : arguments) {
    // To Python an empty list or text is an empty sequence of pairs.
    const bool has_nothing = (object.kind() == Kind::array || object.kind() == Kind::string) && is_false(object);
    if (has_nothing) continue;
    if (object.kind() != Kind::object) throw not_mergeable(object);
    object.each_member(
        [&](std::string_view name, const Value& value) { members.put(name, value, evaluator.budget()); });
  }
  return Value(members);
}

Value not_null(Arguments arguments, Evaluator&) {
  const auto found =
      std::find_if(arguments.begin(), arguments.end(), [](const Value& value) { return !value.is_null(); });
  return found == arguments.end() ? Value() : *found;
}

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

Value reversed(std::string_view text, Evaluator& evaluator) {
  evaluator.budget().work(2 * text.size());
  const std::span<char> room = evaluator.arena().room(text.size());
  auto end = room.end();
  for (std::size_t at = 0, size = 1; at < text.size(); at += size, size = 1) {
    while (at + size < text.size() && continues_character(text[at + size])) ++size;
    const std::string_view character = text.substr(at, size);
    end = std::copy_backward(character.begin(), character.end(), end);
  }
  return Value::text({room.data(), room.size()});
}

Value reverse(Arguments arguments, Evaluator& evaluator) {
  const Value& value = arguments[0];
  if (value.kind() == Kind::string) return reversed(value.string(), evaluator);
  Gathering elements(evaluator);
  for (std::size_t i = value.size(); i > 0; --i) elements.add(value.at(i - 1));
  return elements.list();
}

Value to_array(Arguments arguments, Evaluator& evaluator) {
  if (arguments[0].kind() == Kind::array) return arguments[0];
  return evaluator.arena().list(arguments.first(1));
}

Value to_string(Arguments arguments, Evaluator& evaluator) {
  if (arguments[0].kind() == Kind::string) return arguments[0];
  return evaluator.arena().text(dumps(arguments[0], evaluator.budget()));
}

Value to_number(Arguments arguments, Evaluator& evaluator) {
  const Value& value = arguments[0];
  if (value.kind() == Kind::number) return value;
  if (value.kind() == Kind::expression) {
    throw EvaluationError(python::not_a_number(python_type(value)));
  }
  if (value.kind() != Kind::string) return {};
  // Reading a number takes four bytes per character, and up to two for each digit.
  evaluator.budget().check_room(6 * value.string().size());
  evaluator.budget().work(20 * value.string().size());
  const python::Integer whole = python::integer(value.string());
  if (whole.outcome == python::Integer::Outcome::read) return evaluator.arena().number(whole.value);
  if (whole.outcome == python::Integer::Outcome::too_large) {
    return evaluator.arena().number(non_json(NonJson::integer, whole.digits));
  }
  const auto real = python::real(value.string());
  return real ? evaluator.arena().number(*real) : Value();
}

Value type(Arguments arguments, Evaluator&) {
  if (arguments[0].kind() == Kind::expression) return {};
  return Value::text(query::name_of(arguments[0].kind()));
}

bool is_nan(const Value& value) {
  return value.kind() == Kind::number && value.number().is_number_float() && std::isnan(value.number().get<double>());
}

// NaN sorts last, so that the result does not depend on the order of the input.
bool sorts_before(const Value& a, const Value& b, Budget& budget) {
  return less(a, b, budget) || (!is_nan(a) && is_nan(b));
}

// std::stable_sort takes half as much memory again.
template <class Element, class Key>
void sort_elements(std::span<Element> elements, Key key, Budget& budget) {
  budget.check_room(elements.size_bytes() / 2 + sizeof(Element));
  budget.work(8 * elements.size());
  std::stable_sort(elements.begin(), elements.end(),
                   [&](const Element& a, const Element& b) { return sorts_before(key(a), key(b), budget); });
}

Value sort(Arguments arguments, Evaluator& evaluator) {
  Gathering sorted(evaluator);
  // A copy is sorted, because the list may be a part of the document.
  for (std::size_t i = 0; i < arguments[0].size(); ++i) sorted.add(arguments[0].at(i));
  sort_elements(
      sorted.elements(), [](const Value& value) { return value; }, evaluator.budget());
  return sorted.list();
}

bool greater(const Value& a, const Value& b, Budget& budget) { return less(b, a, budget); }

using Better = bool (*)(const Value& a, const Value& b, Budget& budget);

// The first of the best elements of a list of numbers or strings.
Value best(const Value& values, Better is_better, Budget& budget) {
  if (values.size() == 0) return {};
  Value best = values.at(0);
  for (std::size_t i = 1; i < values.size(); ++i) {
    if (is_better(values.at(i), best, budget)) best = values.at(i);
  }
  return best;
}

Value max(Arguments arguments, Evaluator& evaluator) { return best(arguments[0], greater, evaluator.budget()); }
Value min(Arguments arguments, Evaluator& evaluator) { return best(arguments[0], less, evaluator.budget()); }

Value checked_key(std::string_view function, const Value& expression, const Value& element, std::string_view expected,
                  Evaluator& evaluator) {
  const Value key = evaluator.apply(expression, element);
  const std::string quoted_kind = '\'' + std::string(query::name_of(key.kind())) + '\'';
  if (expected.find(quoted_kind) == std::string_view::npos) {
    throw type_error(function, key, expected, query::name_of(key.kind()), evaluator.budget());
  }
  return key;
}

Value sort_by(Arguments arguments, Evaluator& evaluator) {
  const Value& array = arguments[0];
  if (array.size() == 0) return array;
  // As in jmespath.py, the first element decides the type, and the message shows that element and not its key.
  const Kind kind = evaluator.apply(arguments[1], array.at(0)).kind();
  if (kind != Kind::number && kind != Kind::string) {
    throw type_error("sort_by", array.at(0), "'string', 'number'", query::name_of(kind), evaluator.budget());
  }
  const std::string expected = '\'' + std::string(query::name_of(kind)) + '\'';
  using Keyed = std::pair<Value, Value>;
  std::pmr::vector<Keyed> keyed(&evaluator.budget());
  keyed.reserve(array.size());
  for (std::size_t i = 0; i < array.size(); ++i) {
    keyed.emplace_back(checked_key("sort_by", arguments[1], array.at(i), expected, evaluator), array.at(i));
  }
  sort_elements(
      std::span(keyed), [](const Keyed& one) { return one.first; }, evaluator.budget());
  Gathering sorted(evaluator);
  for (const auto& [key, element] : keyed) sorted.add(element);
  return sorted.list();
}

Value best_by(std::string_view function, Arguments arguments, std::string_view sign, Better is_better,
              Evaluator& evaluator) {
  constexpr std::string_view kExpected = "'number', 'string'";
  Value best, best_key;
  for (std::size_t i = 0; i < arguments[0].size(); ++i) {
    const Value element = arguments[0].at(i);
    const Value key = checked_key(function, arguments[1], element, kExpected, evaluator);
    if (i > 0 && key.kind() != best_key.kind()) throw not_supported(sign, key, best_key);
    // Only a better one replaces it, so of equals the first is returned.
    if (i > 0 && !is_better(key, best_key, evaluator.budget())) continue;
    best = element;
    best_key = key;
  }
  return best;
}

Value max_by(Arguments arguments, Evaluator& evaluator) {
  return best_by("max_by", arguments, ">", greater, evaluator);
}

Value min_by(Arguments arguments, Evaluator& evaluator) { return best_by("min_by", arguments, "<", less, evaluator); }

constexpr std::array<Function, 26> kFunctions{{
    {"abs", {kNumber}, 1, false, &absolute},
    {"avg", {kNumbers}, 1, false, &average},
    {"ceil", {kNumber}, 1, false, &ceiling},
    {"contains", {kArrayOrString, kAny}, 2, false, &contains},
    {"ends_with", {kString, kString}, 2, false, &ends_with},
    {"floor", {kNumber}, 1, false, &floor},
    {"join", {kString, kStrings}, 2, false, &join},
    {"keys", {kObject}, 1, false, &keys},
    {"length", {kSized}, 1, false, &length},
    {"map", {kExpression, kArray}, 2, false, &map},
    {"max", {kNumbersOrStrings}, 1, false, &max},
    {"max_by", {kArray, kExpression}, 2, false, &max_by},
    {"merge", {kObject}, 1, true, &merge},
    {"min", {kNumbersOrStrings}, 1, false, &min},
    {"min_by", {kArray, kExpression}, 2, false, &min_by},
    {"not_null", {kAny}, 1, true, &not_null},
    {"reverse", {kArrayOrString}, 1, false, &reverse},
    {"sort", {kStringsOrNumbers}, 1, false, &sort},
    {"sort_by", {kArray, kExpression}, 2, false, &sort_by},
    {"starts_with", {kString, kString}, 2, false, &starts_with},
    {"sum", {kNumbers}, 1, false, &sum},
    {"to_array", {kAny}, 1, false, &to_array},
    {"to_number", {kAny}, 1, false, &to_number},
    {"to_string", {kAny}, 1, false, &to_string},
    {"type", {kAny}, 1, false, &type},
    {"values", {kObject}, 1, false, &values},
}};

void check_arity(const Function& function, std::size_t given) {
  if (function.variadic ? given >= function.count : given == function.count) return;
  throw EvaluationError(std::string(function.variadic ? "Expected at least " : "Expected ") +
                        std::to_string(function.count) + (function.count == 1 ? " argument" : " arguments") +
                        " for function " + std::string(function.name) + "(), received " + std::to_string(given));
}

}  // namespace

Value call_function(std::string_view name, Arguments arguments, Evaluator& evaluator) {
  evaluator.budget().work(40);
  const auto function =
      std::find_if(kFunctions.begin(), kFunctions.end(), [&](const Function& one) { return one.name == name; });
  // jmespath.py, too, looks for a function only when it is called, so one that is never reached may have any name.
  if (function == kFunctions.end()) throw EvaluationError("Unknown function: " + std::string(name) + "()");
  check_arity(*function, arguments.size());
  // Only declared parameters are checked, so that `merge` accepts anything after its first argument.
  for (std::size_t i = 0; i < function->count; ++i)
    check(name, function->parameters[i], arguments[i], evaluator.budget());
  return function->call(arguments, evaluator);
}

}  // namespace ec2mimic::query
