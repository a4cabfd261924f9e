#include "cli/python/yaml_reader.h"

#include <yaml.h>

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/python/object_builder.h"
#include "cli/python/value.h"
#include "cli/python/yaml_value.h"
#include "core/text/base64.h"

namespace ec2mimic::cli {
namespace {

// The reader recurses, as the JSON loader does, which has the same limit.
constexpr int kDeepest = 200;
constexpr std::size_t kMostCopies = 100'000;
constexpr std::string_view kTags = "tag:yaml.org,2002:";

class Event {
 public:
  Event() = default;
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;
  ~Event() { yaml_event_delete(&event_); }

  yaml_event_t* get() { return &event_; }
  const yaml_event_t* operator->() const { return &event_; }

 private:
  yaml_event_t event_{};
};

[[noreturn]] void fail(std::string_view problem, const yaml_mark_t& mark) {
  throw YamlError(std::string(problem) + ": line " + std::to_string(mark.line + 1) + " column " +
                  std::to_string(mark.column + 1));
}

std::string_view text_of(const yaml_char_t* text) { return reinterpret_cast<const char*>(text); }

// A value and the number of values in it.
struct Node {
  Json value{};
  std::size_t count = 1;
};

class Reader {
 public:
  explicit Reader(std::string_view text) {
    if (!yaml_parser_initialize(&parser_)) throw std::bad_alloc();
    // Otherwise a byte order mark at the start could select UTF-16.
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  ~Reader() { yaml_parser_delete(&parser_); }

  Json document() {
    Json document;
    Event start, first;
    next(start);
    next(first);
    if (first->type == YAML_STREAM_END_EVENT) return document;
    const yaml_version_directive_t* version = first->data.document_start.version_directive;
    if (version != nullptr && version->major == 1 && version->minor == 1) version_ = YamlVersion::v1_1;
    document = node().value;
    Event end, last;
    next(end);
    next(last);
    if (last->type != YAML_STREAM_END_EVENT) fail("expected a single document", last->start_mark);
    return document;
  }

 private:
  void next(Event& event) {
    if (yaml_parser_parse(&parser_, event.get())) return;
    if (parser_.error == YAML_MEMORY_ERROR) throw std::bad_alloc();
    fail(parser_.problem != nullptr ? parser_.problem : "no YAML", parser_.problem_mark);
  }

  Node node() {
    Event event;
    next(event);
    return node(event);
  }

  Node node(const Event& event) {
    switch (event->type) {
      case YAML_ALIAS_EVENT:
        return aliased(event);
      case YAML_SCALAR_EVENT:
        return anchored(event->data.scalar.anchor, [&] { return Node{scalar(event)}; });
      case YAML_SEQUENCE_START_EVENT:
        return anchored(event->data.sequence_start.anchor, [&] { return nested(event, [&] { return list(event); }); });
      default:
        return anchored(event->data.mapping_start.anchor, [&] { return nested(event, [&] { return map(event); }); });
    }
  }

  template <class Read>
  Node nested(const Event& event, Read read) {
    if (++depth_ > kDeepest) fail("nested too deeply", event->start_mark);
    Node node = read();
    --depth_;
    return node;
  }

  // An anchor is known once its value is complete; until then its name maps to nothing, so an alias inside it is
  // undefined.
  template <class Read>
  Node anchored(const yaml_char_t* anchor, Read read) {
    if (anchor == nullptr) return read();
    const auto [place, is_new] = anchors_.try_emplace(std::string(text_of(anchor)));
    if (!is_new) throw YamlError("found duplicate anchor \"" + place->first + '"');
    Node node = read();
    place->second = copy(node);
    return node;
  }

  Node aliased(const Event& event) {
    const std::string name(text_of(event->data.alias.anchor));
    const auto found = anchors_.find(name);
    if (found == anchors_.end() || !found->second) {
      fail("found undefined alias \"" + name + '"', event->start_mark);
    }
    return copy(*found->second);
  }

  // Each anchor and alias makes a copy, and nested anchors could expand a short text into a huge document.
  Node copy(const Node& node) {
    copies_ += node.count;
    if (copies_ > kMostCopies) throw YamlError("anchors and aliases stand for too many values");
    return node;
  }

  // `!` alone asks for the meaning that an untagged scalar would have.
  static bool is_untagged(const yaml_char_t* tag) { return tag == nullptr || text_of(tag) == "!"; }

  static std::string_view scalar_text(const Event& event) {
    return {reinterpret_cast<const char*>(event->data.scalar.value), event->data.scalar.length};
  }

  [[nodiscard]] YamlKind scalar_kind(const Event& event) const {
    const auto& scalar = event->data.scalar;
    if (is_untagged(scalar.tag))
      return scalar.plain_implicit ? plain_kind(scalar_text(event), version_) : YamlKind::string;
    constexpr std::pair<std::string_view, YamlKind> kKinds[] = {
        {"str", YamlKind::string},  {"null", YamlKind::null},   {"bool", YamlKind::boolean},
        {"int", YamlKind::integer}, {"float", YamlKind::real},  {"timestamp", YamlKind::timestamp},
        {"merge", YamlKind::merge}, {"value", YamlKind::value},
    };
    for (const auto& [name, kind] : kKinds) {
      if (text_of(scalar.tag) == std::string(kTags) + std::string(name)) return kind;
    }
    fail("unknown tag", event->start_mark);
  }

  // `!!binary`: what Python's lenient decoder makes of the text.
  static Json binary(const Event& event) {
    const auto bytes = from_base64(std::string(scalar_text(event)));
    if (!bytes) fail("failed to decode base64 data", event->start_mark);
    return Json::binary({bytes->begin(), bytes->end()});
  }

  [[nodiscard]] Json scalar(const Event& event) const {
    const yaml_char_t* tag = event->data.scalar.tag;
    if (!is_untagged(tag) && text_of(tag) == std::string(kTags) + "binary") return binary(event);
    try {
      return yaml_value(scalar_kind(event), scalar_text(event), version_);
    } catch (const std::invalid_argument& error) {
      fail(error.what(), event->start_mark);
    }
  }

  static void check_tag(const yaml_char_t* tag, std::string_view wanted, const Event& event) {
    if (is_untagged(tag) || text_of(tag) == std::string(kTags) + std::string(wanted)) return;
    fail("unknown tag", event->start_mark);
  }

  Node list(const Event& start) {
    check_tag(start->data.sequence_start.tag, "seq", start);
    Node list{Json::array()};
    for (;;) {
      Event event;
      next(event);
      if (event->type == YAML_SEQUENCE_END_EVENT) return list;
      Node element = node(event);
      list.count += element.count;
      list.value.push_back(std::move(element.value));
    }
  }

  // The members of a map being read.
  struct Members {
    ObjectBuilder own{};
    std::optional<std::string> repeated{};  // the first duplicate name
    yaml_mark_t repeated_at{};
    std::optional<Json> merged{};
  };

  Node map(const Event& start) {
    check_tag(start->data.mapping_start.tag, "map", start);
    Node map{Json::object()};
    Members members;
    for (;;) {
      Event event;
      next(event);
      if (event->type == YAML_MAPPING_END_EVENT) break;
      const std::optional<std::string> name = key(event);
      Node value = name ? node() : merge_source();
      map.count += value.count;
      if (!name) {
        if (members.merged) fail("found duplicate key \"<<\"", event->start_mark);
        members.merged = std::move(value.value);
        continue;
      }
      if (members.own.find(*name) != nullptr && !members.repeated) {
        members.repeated = name;
        members.repeated_at = event->start_mark;
      }
      members.own.put(*name, std::move(value.value));
    }
    map.value = joined(std::move(members));
    return map;
  }

  // Merged members come before the map's own, whatever their order in the text. If there are any, duplicate names are
  // allowed, and the last one counts.
  static Json joined(Members members) {
    const bool is_merged = members.merged && !members.merged->empty();
    if (!is_merged && members.repeated) {
      fail("found duplicate key \"" + *members.repeated + '"', members.repeated_at);
    }
    if (!is_merged) return members.own.take();
    ObjectBuilder all;
    put_all(all, std::move(*members.merged));
    put_all(all, members.own.take());
    return all.take();
  }

  static void put_all(ObjectBuilder& all, Json members) {
    for (auto& [name, value] : members.get_ref<Json::object_t&>()) all.put(name, std::move(value));
  }

  // The key of a member; nothing for `<<`.
  std::optional<std::string> key(const Event& event) {
    if (event->type == YAML_SCALAR_EVENT) {
      const YamlKind kind = scalar_kind(event);
      if (kind == YamlKind::merge) return std::nullopt;
      if (kind == YamlKind::value) return std::string(scalar_text(event));
    }
    const Node name = node(event);
    if (name.value.is_string()) return name.value.get<std::string>();
    if (name.value.is_object()) fail("found unhashable key", event->start_mark);
    if (!name.value.is_array()) return std::string(python::kOtherKey) + python::str(name.value);
    for (const Json& part : name.value) {
      if (part.is_structured()) fail("found unhashable key", event->start_mark);
    }
    return std::string(python::kOtherKey) + python::tuple_str(name.value);
  }

  // The value of `<<`: a map, or a list of maps, of which earlier ones take precedence.
  Node merge_source() {
    Event event;
    next(event);
    Node source = node(event);
    if (source.value.is_object()) return source;
    if (!source.value.is_array()) fail("expected a mapping or list of mappings for merging", event->start_mark);
    ObjectBuilder all;
    Json::array_t& maps = source.value.get_ref<Json::array_t&>();
    // From the last to the first, so that an earlier one overwrites the later ones.
    for (auto map = maps.rbegin(); map != maps.rend(); ++map) {
      if (!map->is_object()) fail("expected a mapping for merging", event->start_mark);
      put_all(all, std::move(*map));
    }
    return {all.take(), source.count};
  }

  yaml_parser_t parser_{};
  YamlVersion version_ = YamlVersion::v1_2;
  int depth_ = 0;
  std::size_t copies_ = 0;
  std::map<std::string, std::optional<Node>> anchors_{};
};

}  // namespace

Json load_yaml(std::string_view text) { return Reader(text).document(); }

}  // namespace ec2mimic::cli
