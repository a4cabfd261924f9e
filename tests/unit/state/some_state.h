// A small state that several tests use, and helpers to load any text as a state.
#pragma once

#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "state/buffer.h"
#include "state/rewrite.h"
#include "state/state_error.h"
#include "state/store.h"
#include "state/text_snapshot.h"

namespace ec2mimic::state {

inline const std::string kSomeState =
    "{\n"
    "\"format\": \"ec2mimic-state\",\n"
    "\"version\": 2,\n"
    "\"revision\": 7,\n"
    "\"serial\": 3,\n"
    "\"account\": \"123456789012\",\n"
    "\"index\": {\"cats\": 61, \"dogs\": 28},\n"
    "\"tables\": {\n"
    "\"cats\": {\n"
    "\"cat-1\": {\"Name\":\"Mia\"},\n"
    "\"cat-2\": {\"Friend\":\"dog-1\",\"Age\":3}\n"
    "},\n"
    "\"dogs\": {\n"
    "\"dog-1\": {\"Name\":\"Rex \\\"}\"}\n"
    "}\n"
    "},\n"
    "\"checksum\": \"cf7fa7a3138fbdbe\"}\n";

/// A buffer with this content.
inline Buffer buffer_of(std::string_view text) {
  Buffer buffer(text.size());
  if (!text.empty()) std::memcpy(buffer.end(), text.data(), text.size());
  buffer.grow(text.size());
  return buffer;
}

/// Commits the changes, whatever the state.
inline void commit(Store&& store, const Changes& changes) {
  store.change([&](const Snapshot&) { return changes; });
}
inline void commit(Store& store, const Changes& changes) { commit(std::move(store), changes); }

/// Replaces the whole state with the changes.
inline void replace(Store&& store, const Changes& changes) {
  (void)store.replace([&](const Snapshot&) { return changes; }, Store::Loss::of_state);
}
inline void replace(Store& store, const Changes& changes) { replace(std::move(store), changes); }

/// Takes its turn to write and changes nothing.
inline void look(Store&& store) {
  store.change([](const Snapshot&) { return std::nullopt; });
}
inline void look(Store& store) { look(std::move(store)); }

/// The error that `act` throws. If it throws none, an error that no test expects.
inline StateError error_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const StateError& error) {
    return error;
  }
  return {StateErrorKind::busy, "", "no error"};
}

}  // namespace ec2mimic::state
