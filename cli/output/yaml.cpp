#include "cli/output/yaml.h"

#include <yaml.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "cli/errors/failure.h"
#include "cli/output/json.h"
#include "cli/output/members.h"
#include "cli/python/value.h"
#include "cli/python/yaml_scalar.h"

namespace ec2mimic::cli {
namespace {

// The anchors of lists and maps that occur more than once, named as by ruamel.yaml: in the order in which, while it
// goes through the sorted document, it comes across each of them for the second time.
class Anchors {
 public:
  Anchors(const Json& document, const query::Identities& identities) {
    const std::unordered_set<const void*> repeated = repeated_of(identities);
    if (repeated.empty()) return;
    auto next = identities.begin();
    number(document, repeated, next);
    name(document);
  }

  struct Place {
    std::string name;
    bool is_written = false;
  };

  // The anchor of a list or map; null if it has none.
  [[nodiscard]] Place* find(const Json& value) {
    if (identities_.empty()) return nullptr;
    const auto identity = identities_.find(&value);
    const auto place = identity == identities_.end() ? places_.end() : places_.find(identity->second);
    return place == places_.end() ? nullptr : &place->second;
  }

 private:
  static std::unordered_set<const void*> repeated_of(const query::Identities& identities) {
    query::Identities sorted = identities;
    std::sort(sorted.begin(), sorted.end());
    std::unordered_set<const void*> repeated;
    for (std::size_t i = 1; i < sorted.size(); ++i) {
      if (sorted[i] == sorted[i - 1]) repeated.insert(sorted[i]);
    }
    return repeated;
  }

  void number(const Json& value, const std::unordered_set<const void*>& repeated,
              query::Identities::const_iterator& next) {
    if (is_scalar(value) || value.empty()) return;
    if (repeated.contains(*next)) identities_.emplace(&value, *next);
    ++next;
    for (const Json& inner : value) number(inner, repeated, next);
  }

  void name(const Json& value) {
    if (is_scalar(value) || value.empty()) return;
    const auto known = identities_.find(&value);
    if (known != identities_.end() && !seen_.insert(known->second).second) {
      char text[24];
      std::snprintf(text, sizeof text, "id%03zu", places_.size() + 1);
      places_.try_emplace(known->second, Place{text});
    } else if (value.is_array()) {
      for (const Json& element : value) name(element);
    } else {
      for (const Member* member : sorted_members(value)) name(member->second);
    }
  }

  std::unordered_map<const Json*, const void*> identities_{};  // of repeated values only
  std::unordered_set<const void*> seen_{};
  std::unordered_map<const void*, Place> places_{};
};

class Emitter {
 public:
  Emitter(std::string& text, const Room& room, Anchors& anchors) : text_(text), room_(room), anchors_(anchors) {
    if (!yaml_emitter_initialize(&emitter_)) throw std::bad_alloc();
    yaml_emitter_set_output(&emitter_, &Emitter::append, this);
    // Otherwise every character beyond ASCII would be escaped.
    yaml_emitter_set_unicode(&emitter_, 1);
  }
  Emitter(const Emitter&) = delete;
  Emitter& operator=(const Emitter&) = delete;
  ~Emitter() { yaml_emitter_delete(&emitter_); }

  void begin() {
    yaml_event_t event;
    emit(yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING), event);
    // Implicit, which means without `---` before the document; end() does the same for `...`.
    emit(yaml_document_start_event_initialize(&event, nullptr, nullptr, nullptr, 1), event);
  }

  void end() {
    yaml_event_t event;
    emit(yaml_document_end_event_initialize(&event, 1), event);
    emit(yaml_stream_end_event_initialize(&event), event);
  }

  void begin_list(const yaml_char_t* anchor = nullptr) {
    yaml_event_t event;
    emit(yaml_sequence_start_event_initialize(&event, anchor, nullptr, 1, YAML_BLOCK_SEQUENCE_STYLE), event);
  }

  void end_list() {
    yaml_event_t event;
    emit(yaml_sequence_end_event_initialize(&event), event);
  }

  void value(const Json& value) {
    if (value.is_structured()) return structured(value);
    if (value.is_string()) return string(value.get_ref<const std::string&>());
    if (value.is_number_float()) return scalar(real(value.get<double>()), true);
    if (value.is_boolean()) return scalar(value.get<bool>() ? "true" : "false", true);
    scalar(value.is_null() ? "null" : python::str(value), true);
  }

 private:
  static int append(void* self, unsigned char* bytes, std::size_t count) try {
    auto& emitter = *static_cast<Emitter*>(self);
    emitter.is_full_ = !emitter.room_.has(emitter.text_.size() + count);
    if (emitter.is_full_) return 0;
    emitter.room_.make(emitter.text_, count);
    emitter.text_.append(reinterpret_cast<const char*>(bytes), count);
    return 1;
  } catch (const std::bad_alloc&) {
    return 0;  // no exception may pass through libyaml
  }

  void structured(const Json& value) {
    Anchors::Place* place = anchors_.find(value);
    const auto* anchor = place == nullptr ? nullptr : reinterpret_cast<const yaml_char_t*>(place->name.c_str());
    if (place != nullptr && std::exchange(place->is_written, true)) {
      yaml_event_t event;
      return emit(yaml_alias_event_initialize(&event, anchor), event);
    }
    value.is_array() ? list(value, anchor) : map(value, anchor);
  }

  void list(const Json& list, const yaml_char_t* anchor) {
    begin_list(anchor);
    for (const Json& element : list) value(element);
    end_list();
  }

  void map(const Json& map, const yaml_char_t* anchor) {
    yaml_event_t event;
    emit(yaml_mapping_start_event_initialize(&event, anchor, nullptr, 1, YAML_BLOCK_MAPPING_STYLE), event);
    for (const Member* member : sorted_members(map)) {
      string(member->first);
      value(member->second);
    }
    emit(yaml_mapping_end_event_initialize(&event), event);
  }

  void string(const std::string& text) { scalar(text, plain_kind(text) == YamlKind::string); }

  // Unless `can_be_plain`, libyaml quotes the text.
  void scalar(std::string_view text, bool can_be_plain) {
    yaml_event_t event;
    emit(yaml_scalar_event_initialize(&event, nullptr, nullptr, reinterpret_cast<const yaml_char_t*>(text.data()),
                                      static_cast<int>(text.size()), can_be_plain, 1, YAML_PLAIN_SCALAR_STYLE),
         event);
  }

  static std::string real(double number) {
    if (std::isnan(number)) return ".nan";
    if (std::isinf(number)) return number < 0 ? "-.inf" : ".inf";
    return python::number_repr(number);
  }

  // libyaml owns the event from here on, even if emitting it fails.
  void emit(int was_made, yaml_event_t& event) {
    if (was_made && yaml_emitter_emit(&emitter_, &event)) return;
    if (is_full_) throw TextTooLarge();
    throw failures::general(emitter_.problem != nullptr ? emitter_.problem : "There is not enough memory.");
  }

  std::string& text_;
  const Room& room_;
  Anchors& anchors_;
  bool is_full_ = false;
  yaml_emitter_t emitter_{};
};

template <class Content>
void append_document(std::string& text, const Room& room, Anchors anchors, Content content) {
  std::string added;
  added.reserve(4096);
  Emitter emitter(added, room, anchors);
  emitter.begin();
  content(emitter);
  emitter.end();
  if (text.empty()) {
    text = std::move(added);
  } else {
    text += added;
  }
}

}  // namespace

void append_yaml(std::string& text, const Json& document, const Room& room, const query::Identities& identities) {
  if (is_scalar(document)) {
    append_json(text, document, room);
    return;
  }
  append_document(text, room, Anchors(document, identities), [&](Emitter& emitter) { emitter.value(document); });
}

void append_yaml_stream(std::string& text, const Json& document, const Room& room,
                        const query::Identities& identities) {
  append_document(text, room, Anchors(document, identities), [&](Emitter& emitter) {
    emitter.begin_list();
    emitter.value(document);
    emitter.end_list();
  });
}

}  // namespace ec2mimic::cli
