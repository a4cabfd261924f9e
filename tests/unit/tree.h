// A described struct with a member of each kind.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/model/describe.h"

namespace ec2mimic {

struct Leaf {
  std::string text{};
  std::optional<std::int64_t> number{};
};

struct Tree {
  std::vector<Leaf> leaves{};
  std::optional<Leaf> leaf{};
  std::optional<std::vector<std::string>> texts{};
  bool flag = true;
  std::string needed{};
};

template <>
struct model::Describe<Leaf> {
  static constexpr std::string_view name = "Leaf";
  static constexpr auto members =
      model::members(member<&Leaf::text>("Text", "t"), member<&Leaf::number>("Number", "n", {.minimum = 5}));
};

template <>
struct model::Describe<Tree> {
  static constexpr std::string_view name = "Tree";
  static constexpr auto members = model::members(member<&Tree::leaves>("Leaves", "l"), member<&Tree::leaf>("Leaf", "o"),
                                                 member<&Tree::texts>("Texts", "s"), member<&Tree::flag>("Flag", "f"),
                                                 member<&Tree::needed>("Needed", "r", {.required = true}));
};

}  // namespace ec2mimic
