#include "core/model/codec.h"

#include <algorithm>
#include <utility>

namespace ec2mimic::model {
namespace {

std::string at_index(const std::string& path, std::size_t index) { return path + '[' + std::to_string(index) + ']'; }

std::string at_member(const std::string& path, std::string_view name) {
  return path.empty() ? std::string(name) : path + '.' + std::string(name);
}

[[noreturn]] void expected(const char* what, const std::string& path) {
  throw DecodeError((path.empty() ? "the document" : path) + ": expected " + what);
}

}  // namespace

void decode_part(const Shape& shape, void* value, const Json& document, const std::string& path) {
  switch (shape.kind) {
    case Kind::boolean:
      if (!document.is_boolean()) expected("true or false", path);
      *static_cast<bool*>(value) = document.get<bool>();
      return;
    case Kind::integer:
      // The JSON library would silently wrap a larger unsigned integer.
      if (!document.is_number_integer() ||
          (document.is_number_unsigned() && document.get<std::uint64_t>() > INT64_MAX)) {
        expected("a 64-bit integer", path);
      }
      *static_cast<std::int64_t*>(value) = document.get<std::int64_t>();
      return;
    case Kind::string:
      if (!document.is_string()) expected("a string", path);
      *static_cast<std::string*>(value) = document.get_ref<const std::string&>();
      return;
    case Kind::list: {
      if (!document.is_array()) expected("a list", path);
      std::size_t index = 0;
      for (const Json& element : document) {
        decode_part(*shape.element, shape.append(value), element, at_index(path, index++));
      }
      return;
    }
    case Kind::structure:
      if (!document.is_object()) expected("an object", path);
      for (const auto& [name, member] : document.items()) {
        const Member* known = shape.member(name);
        // Ignoring it could lose what a newer program stored there, as soon as the record is written again.
        if (known == nullptr) {
          throw DecodeError(at_member(path, name) + ": unknown member", DecodeError::Cause::unknown_member);
        }
        decode_part(*known->shape, known->make(value), member, at_member(path, name));
      }
      return;
  }
}

Json encode(const Shape& shape, const void* value) {
  switch (shape.kind) {
    case Kind::boolean:
      return *static_cast<const bool*>(value);
    case Kind::integer:
      return *static_cast<const std::int64_t*>(value);
    case Kind::string:
      return *static_cast<const std::string*>(value);
    case Kind::list: {
      Json list = Json::array();
      const std::size_t size = shape.size(value);
      for (std::size_t index = 0; index < size; ++index) {
        list.push_back(encode(*shape.element, shape.at(value, index)));
      }
      return list;
    }
    case Kind::structure:
      break;
  }
  // Appends to the object's underlying vector: operator[] would search all earlier members for the name.
  Json object = Json::object();
  auto& members = object.get_ref<Json::object_t&>();
  members.reserve(static_cast<std::size_t>(std::count_if(shape.members.begin(), shape.members.end(),
                                                         [&](const Member& one) { return one.present(value); })));
  for (const Member& member : shape.members) {
    if (member.present(value)) members.emplace_back(std::string(member.name), encode(*member.shape, member.get(value)));
  }
  return object;
}

void decode(const Shape& shape, void* value, const Json& document) { decode_part(shape, value, document, {}); }

std::string write_line(const Shape& shape, const void* value) {
  // dump() would throw on invalid UTF-8, which would lose the whole answer or commit to one bad character.
  return encode(shape, value).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string start_of_list(const Member& member) { return '"' + std::string(member.name) + R"(":[{)"; }

void read_line(const Shape& shape, void* value, std::string_view line) {
  const Json document = Json::parse(line.begin(), line.end(), nullptr, false);
  if (document.is_discarded()) throw DecodeError("not a JSON value");
  decode(shape, value, document);
}

Json canonical(const Shape& shape, const Json& document) {
  if (shape.kind == Kind::list && document.is_array()) {
    Json list = Json::array();
    for (const Json& element : document) list.push_back(canonical(*shape.element, element));
    return list;
  }
  if (shape.kind != Kind::structure || !document.is_object()) return document;
  Json object = Json::object();
  // A request without these members means the same to AWS, so a repetition may leave them out or not.
  const auto keep = [&object](const std::string& name, Json value) {
    if (!value.is_null() && !(value.is_array() && value.empty())) object[name] = std::move(value);
  };
  for (const Member& member : shape.members) {
    const auto found = document.find(std::string(member.name));
    if (found != document.end()) keep(std::string(member.name), canonical(*member.shape, *found));
  }
  for (const auto& [name, value] : document.items()) {
    // Unknown members are kept, so that requests that differ in them differ.
    if (shape.member(name) == nullptr) keep(name, value);
  }
  return object;
}

}  // namespace ec2mimic::model
