#include "cli/args/values.h"

#include <algorithm>
#include <optional>
#include <string>

#include "cli/args/client_options.h"
#include "cli/args/param_file.h"
#include "cli/args/rule_options.h"
#include "cli/args/shorthand.h"
#include "cli/errors/failure.h"
#include "cli/python/json.h"
#include "cli/python/object_builder.h"
#include "cli/python/text.h"
#include "cli/python/value.h"
#include "cli/python/yaml_reader.h"
#include "core/text/ascii.h"

namespace ec2mimic::cli {
namespace {

using model::Shape;

bool is_scalar(const Shape& shape) { return shape.kind != model::Kind::list && shape.kind != model::Kind::structure; }

// True for a structure whose only member is a text named `Value`. For it the AWS CLI takes a text without `=` as it is.
bool is_attribute_text(const Shape& shape) {
  return shape.kind == model::Kind::structure && shape.members.size() == 1 && shape.members.front().name == "Value" &&
         shape.members.front().shape->kind == model::Kind::string;
}

// Reads the values of one option. The steps follow the AWS CLI's order, which decides the message for a value with two
// faults.
class OptionReader {
 public:
  OptionReader(std::string_view option, System& system) : option_(option), system_(system) {}

  Json read(const Shape& shape, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
      if (!python::is_utf8(text)) throw wrong("The value is not valid UTF-8.");
    }
    // Among several words, one that looks like a file name is an ordinary value.
    if (texts.size() == 1) {
      if (auto content = load_param_file(texts.front(), system_, option_)) return from_file(shape, *content);
    }
    if (shape.kind != model::Kind::list) return one(shape, texts.front());
    return many(shape, texts);
  }

 private:
  [[nodiscard]] Failure wrong(std::string_view message) const { return failures::bad_parameter(option_, message); }

  // A list in a file is a single text: JSON, or shorthand for one structure (which validation rejects), or a list of
  // its characters.
  Json from_file(const Shape& shape, const ParamFile& file) {
    if (file.binary) return from_bytes(shape, file.content);
    if (shape.kind != model::Kind::list) return one(shape, file.content);
    if (looks_like_json(file.content, "[")) return json(file.content);
    if (!is_scalar(*shape.element) && !looks_like_json(file.content, "[{")) {
      return shorthand(file.content);
    }
    if (python::lstrip(file.content).empty()) throw failures::general("string index out of range");
    Json characters = Json::array();
    for (const char32_t character : python::decode(file.content)) {
      std::string text;
      python::append(text, character);
      characters.push_back(plain(*shape.element, text));
    }
    return characters;
  }

  // Python's bytes, which are what `fileb://` is for, fit few shapes: as a list, bytes are integers.
  static Json from_bytes(const Shape& shape, const std::string& bytes) {
    if (shape.kind == model::Kind::integer) return integer_of_bytes(bytes);
    if (is_scalar(shape)) return binary(bytes);
    if (bytes.empty() || is_attribute_text(shape)) throw failures::general(std::string(python::kNoBytes));
    // What shorthand is for.
    if (shape.kind != model::Kind::list || !is_scalar(*shape.element)) {
      throw failures::general("'in <string>' requires string as left operand, not int");
    }
    Json list = Json::array();
    for (const char byte : bytes) list.push_back(static_cast<unsigned char>(byte));
    return list;
  }

  static Json binary(std::string_view bytes) { return Json::binary({bytes.begin(), bytes.end()}); }

  static Json integer_of_bytes(const std::string& bytes) {
    const python::Integer read = python::integer(bytes);
    if (read.outcome == python::Integer::Outcome::read) return read.value;
    throw failures::general("invalid literal for int() with base 10: " + python::str(binary(bytes)));
  }

  Json one(const Shape& shape, const std::string& text) {
    if (is_scalar(shape)) return scalar(shape, text);
    if (looks_like_json(text, "[{")) return plain(shape, text);
    if (is_attribute_text(shape) && text.find('=') == std::string::npos) return {{"Value", text}};
    return adapted(shape, shorthand(text));
  }

  Json many(const Shape& shape, const std::vector<std::string>& texts) {
    const bool as_json = !texts.empty() && looks_like_json(texts.front(), "[{");
    if (as_json && texts.size() == 1 && looks_like_json(texts.front(), "[")) return json(texts.front());
    Json list = Json::array();
    for (const std::string& text : texts) {
      list.push_back(is_scalar(*shape.element) || as_json ? plain(*shape.element, text) : shorthand(text));
    }
    // The first word decides whether all words are JSON. Syntax errors are reported before bad values.
    if (!is_scalar(*shape.element) && !as_json) {
      for (Json& element : list) element = adapted(*shape.element, std::move(element));
    }
    return list;
  }

  // Reads a scalar or JSON, but no shorthand.
  Json plain(const Shape& shape, const std::string& text) {
    if (is_scalar(shape)) return scalar(shape, text);
    if (python::lstrip(text).empty()) throw failures::general("string index out of range");
    if (looks_like_json(text, shape.kind == model::Kind::list ? "[" : "{")) return json(text);
    throw wrong("Invalid JSON:\n" + text);
  }

  static bool looks_like_json(std::string_view text, std::string_view starts) {
    const std::string_view stripped = python::lstrip(text);
    return !stripped.empty() && starts.find(stripped.front()) != std::string_view::npos;
  }

  Json json(const std::string& text) try { return python::load_json(text); } catch (const python::JsonError& error) {
    throw wrong("Invalid JSON: " + std::string(error.what()) + "\nJSON received: " + text);
  }

  Json shorthand(const std::string& text) try {
    return parse_shorthand(text, [this](const std::string& name) -> Json {
      const auto file = load_param_file(name, system_);
      if (!file) return name;
      if (file->binary) return Json::binary({file->content.begin(), file->content.end()});
      return file->content;
    });
  } catch (const ShorthandError& error) {
    throw wrong(error.message()).current_wording(wrong(error.current_wording()).message());
  }

  Json scalar(const Shape& shape, const std::string& text) {
    if (shape.kind == model::Kind::integer) return integer(text);
    if (shape.kind == model::Kind::boolean) return text != "false" && !text.empty();
    return text;
  }

  Json integer(const std::string& text) {
    const python::Integer read = python::integer(text);
    if (read.outcome == python::Integer::Outcome::malformed) throw failures::general(python::invalid_integer(text));
    if (read.outcome == python::Integer::Outcome::too_large) throw wrong("The number has more than 64 bits.");
    return read.value;
  }

  // Converts the texts that shorthand produces to what the shape requires, as far as possible: a single value for a
  // list becomes a list of one, whose element is left unconverted; numbers are converted; whatever does not fit is left
  // to validation.
  Json adapted(const Shape& shape, Json value) {
    switch (shape.kind) {
      case model::Kind::string:
        return value;
      case model::Kind::integer:
        if (value.is_string()) return integer(value.get_ref<const std::string&>());
        throw failures::general(python::not_a_number(python::type_name(value)));
      case model::Kind::boolean:
        return boolean(std::move(value));
      case model::Kind::list:
        if (!value.is_array()) return Json::array({std::move(value)});
        for (Json& element : value) element = adapted(*shape.element, std::move(element));
        return value;
      case model::Kind::structure:
        if (!value.is_object()) return value;
        for (const model::Member& member : shape.members) {
          const auto found = value.find(std::string(member.name));
          if (found != value.end()) *found = adapted(*member.shape, std::move(*found));
        }
        return value;
    }
    return value;
  }

  static Json boolean(Json value) {
    if (!value.is_string()) {
      // Python's message: it takes the value for a text and calls its lower().
      throw failures::general('\'' + std::string(python::type_name(value)) + "' object has no attribute 'lower'");
    }
    const std::string lower = ascii::lower(value.get_ref<const std::string&>());
    if (lower == "true") return true;
    if (lower == "false") return false;
    return value;
  }

  std::string_view option_;
  System& system_;
};

// --cli-input-json or --cli-input-yaml: a whole request. `load` returns nothing if the text does not parse.
struct Input {
  std::string_view option;
  std::string_view language;
  std::optional<Json> (*load)(std::string_view text);
};

std::optional<Json> load_json(std::string_view text) try {
  return python::load_json(text);
} catch (const python::JsonError&) {
  return std::nullopt;
}

std::optional<Json> load_yaml_input(std::string_view text) try { return load_yaml(text); } catch (const YamlError&) {
  return std::nullopt;
}

constexpr Input kInputs[] = {{"--cli-input-json", "JSON", &load_json}, {"--cli-input-yaml", "YAML", &load_yaml_input}};

Json base(const Input& input, const std::string& text, System& system) {
  if (!python::is_utf8(text)) throw failures::bad_parameter(input.option, "The value is not valid UTF-8.");
  const auto file = load_param_file(text, system, input.option);
  const std::string& content = file ? file->content : text;
  std::optional<Json> document;
  if (python::is_utf8(content)) document = input.load(content);
  if (!document) {
    // The AWS CLI prints the name without dashes here.
    throw failures::bad_parameter(input.option.substr(2), "Invalid " + std::string(input.language) + " received.");
  }
  if (!document->is_object()) {
    throw failures::bad_parameter(input.option,
                                  "Invalid type: expecting map, received " + python::class_name(*document));
  }
  return *std::move(document);
}

// Adds the members that only the line's --cli-input-json or --cli-input-yaml sets to the request.
Json with_base(Json request, const CommandLine& line, System& system) {
  const Input* chosen = nullptr;
  for (const Input& input : kInputs) {
    if (find_option(line.given, input.option) == nullptr) continue;
    if (chosen != nullptr) throw failures::refused("Only one --cli-input- parameter may be specified.");
    chosen = &input;
  }
  if (chosen == nullptr) return request;
  Json document = base(*chosen, find_option(line.given, chosen->option)->values.front(), system);
  ObjectBuilder all;
  for (auto& [name, value] : request.get_ref<Json::object_t&>()) all.put(name, std::move(value));
  for (auto& [name, value] : document.get_ref<Json::object_t&>()) {
    if (all.find(name) == nullptr) all.put(name, std::move(value));
  }
  return all.take();
}

// `no` is the --no- form, which the message names second.
[[noreturn]] void refuse_both(const OptionValue& no) {
  const std::string yes = "--" + no.name.substr(std::string_view("--no-").size());
  throw failures::refused("Cannot specify both the \"" + yes + "\" option and the \"" + no.name + "\" option.");
}

// An option for joining pages becomes a member of PaginationConfig; the other options of the client are no values.
void add_client_option(Json& request, const OptionValue& given, System& system) {
  const auto options = client_options();
  const auto option =
      std::find_if(options.begin(), options.end(), [&](const auto& one) { return one.name == given.name; });
  if (option == options.end() || (option->of_pages.empty() && !option->of_rule)) return;
  // Numbers stay text, too: they may have any number of digits.
  static constexpr Shape kText{model::Kind::string, {}, {}, nullptr, nullptr, nullptr, nullptr};
  Json value = OptionReader(given.name, system).read(kText, given.values);
  if (option->of_rule) return add_rule_option(request, given.name, value);
  request[kPaginationOptions][std::string(option->of_pages)] = std::move(value);
}

}  // namespace

Json read_values(const CommandLine& line, System& system) {
  check_rule_options(line);
  Json request = Json::object();
  Json switched_off = Json::object();
  for (const OptionValue& option : line.given) {
    if (option.member == nullptr) {
      add_client_option(request, option, system);
      continue;
    }
    const Shape& shape = *option.member->shape;
    const std::string name(option.member->name);
    if (shape.kind == model::Kind::boolean) {
      request[name] = option.yes;
    } else if (option.values.empty() && is_attribute_boolean(shape)) {
      if (request.contains(name)) refuse_both(option);
      (option.yes ? request : switched_off)[name] = {{"Value", option.yes}};
    } else {
      request[name] = OptionReader(option.name, system).read(shape, option.values);
    }
  }
  // The AWS CLI adds the --no- options of such structures after all others, and so sends their members last.
  request.update(switched_off);
  return with_base(std::move(request), line, system);
}

void fill_token(const Operation& operation, Json& request, Identifiers& identifiers) {
  for (const model::Member& member : operation.request->members) {
    const std::string name(member.name);
    if (member.traits.idempotency_token && !request.contains(name)) request[name] = identifiers.uuid();
  }
}

}  // namespace ec2mimic::cli
