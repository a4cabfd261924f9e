// Takes an account down: deletes, detaches and disassociates in any order whatever was not there at the beginning.
//
// What to call with which parameters follows from the names of operations and the descriptions of requests and records;
// no noun is named here.
#pragma once

#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "core/engine.h"
#include "core/operation/noun.h"
#include "core/operation/operation.h"
#include "tests/harness/memory_store.h"

namespace ec2mimic::test {

/// The operation that undoes what this one does, such as DetachInternetGateway; null if there is none.
[[nodiscard]] const Operation* inverse_of(const Operation& operation);

/// The tables without what a teardown cannot bring back: client tokens, and positions in the order of creation.
[[nodiscard]] std::map<std::string, std::map<std::string, Json>> comparable(const Tables& tables);

class Teardown {
 public:
  /// Keeps references to all but `initial`.
  Teardown(Engine& engine, const MemoryStore& store, Tables initial, std::mt19937& random)
      : engine_(engine), store_(store), initial_(std::move(initial)), random_(random) {}

  /// Makes all calls that could remove something, in random order, and makes them again until none of them changes
  /// anything any more.
  void run();

  /// How often each operation changed something.
  [[nodiscard]] const std::map<std::string, int>& done() const { return done_; }

 private:
  /// Something that was not there: a record, or an element of one of its lists.
  struct Target {
    const Noun* noun = nullptr;
    std::string id{};
    Json record{};
    const model::Member* list = nullptr;  ///< The member that the element is in; null for the record as a whole.
    Json element{};
  };
  struct Attempt {
    const Operation* operation;
    Json request;
  };
  class Request;

  [[nodiscard]] std::vector<Target> targets() const;
  [[nodiscard]] std::vector<Attempt> attempts();
  bool pass();

  Engine& engine_;
  const MemoryStore& store_;
  Tables initial_;
  std::mt19937& random_;
  std::map<std::string, int> done_{};
};

}  // namespace ec2mimic::test
