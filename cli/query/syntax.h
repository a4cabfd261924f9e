// A compiled expression: a tree of nodes, each of which turns one value into another.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/seam/json.h"

namespace ec2mimic::query {

struct Node {
  enum class Kind : std::uint8_t {
    identity,           ///< The value itself: `@`, or nothing after a projection.
    field,              ///< The member `name`.
    literal,            ///< `literal`, whatever the value.
    index,              ///< The element at `bounds[0]`, counted from the end if negative.
    slice,              ///< The elements from bounds[0] up to, but not including, bounds[1], in steps of bounds[2].
    chain,              ///< The children in turn, each applied to the previous result.
    pipe,               ///< The same, but ends a projection.
    projection,         ///< children[1] applied to each element of the list from children[0].
    value_projection,   ///< The same for each member's value of an object.
    filter_projection,  ///< The same for those elements for which children[2] is true.
    flatten,            ///< The list from children[0], with its inner lists merged into it.
    list,               ///< A list of the children's values.
    object,             ///< An object of the children's values under `names`.
    comparison,         ///< `comparator` applied to both children.
    or_,                ///< The first child's value unless that is false, else the second's.
    and_,               ///< The first child's value if that is false, else the second's.
    not_,               ///< Whether the child's value is false.
    function,           ///< The function `name` called with the children.
    expression,         ///< The child itself, unevaluated, as a function's argument: `&child`.
  };
  enum class Comparator : std::uint8_t { eq, ne, lt, lte, gt, gte };

  Kind kind = Kind::identity;
  Comparator comparator = Comparator::eq;
  std::uint32_t depth = 1;  ///< The height of the tree from here down.
  std::string name{};
  Json literal{};
  std::array<std::optional<std::int64_t>, 3> bounds{};
  std::vector<std::string> names{};
  std::vector<std::uint32_t> children{};
};

class Syntax {
 public:
  [[nodiscard]] const Node& root() const { return nodes_[root_]; }
  [[nodiscard]] const Node& child(const Node& node, std::size_t index) const { return nodes_[node.children[index]]; }

 private:
  friend class Parser;
  std::vector<Node> nodes_{};
  std::uint32_t root_ = 0;
};

/// Parses UTF-8. Throws SyntaxError.
[[nodiscard]] Syntax parse(std::string_view expression);

}  // namespace ec2mimic::query
