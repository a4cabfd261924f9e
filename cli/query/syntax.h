// A compiled expression: a tree of nodes, each of which says how a value becomes another.
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
    identity,           ///< The value itself: `@`, or nothing behind a projection.
    field,              ///< The member `name`.
    literal,            ///< `literal`, whatever the value is.
    index,              ///< The element `bounds[0]`, from the end if negative.
    slice,              ///< The elements from bounds[0] to before bounds[1], bounds[2] apart.
    chain,              ///< The children one after the other, each on what the last one gave.
    pipe,               ///< The same, where a projection ends.
    projection,         ///< children[1] of each element of the list that children[0] gives.
    value_projection,   ///< The same, of each member's value of an object.
    filter_projection,  ///< The same, of those elements for which children[2] is true.
    flatten,            ///< The list that children[0] gives, its inner lists opened.
    list,               ///< The children's values as a list.
    object,             ///< The same under `names`.
    comparison,         ///< `comparator` of both children.
    or_,                ///< The first child's value unless it is false, else the second's.
    and_,               ///< The first child's value if it is false, else the second's.
    not_,               ///< Whether the child's value is false.
    function,           ///< `name` of the children.
    expression,         ///< The child itself, as an argument of a function: `&child`.
  };
  enum class Comparator : std::uint8_t { eq, ne, lt, lte, gt, gte };

  Kind kind = Kind::identity;
  Comparator comparator = Comparator::eq;
  std::uint32_t depth = 1;  ///< Of the tree from here down.
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
