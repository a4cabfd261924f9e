// How a line wants answers to be shown: reduced by a query, in some format.
#pragma once

#include <optional>
#include <string_view>

#include "cli/args/globals.h"
#include "cli/config/settings.h"
#include "cli/output/pager.h"
#include "cli/query/query.h"
#include "cli/system/world.h"

namespace ec2mimic::cli {

class Answers {
 public:
  /// Compiles --query, which the AWS CLI does before it looks at anything else. Throws Failure for one that is none.
  /// All three must outlive this.
  Answers(World& world, const Globals& globals, const Settings& settings);

  /// Shows a document, the answer of the operation of that name (`DescribeVpcs`), on stdout or in the pager. Throws
  /// Failure if the query does not fit it, or if it cannot be written in the format: as in the AWS CLI, that is found
  /// only now. The document stays in the world until the next one.
  void show(Json document, std::string_view operation) const;

 private:
  void print_text(std::string_view text) const;

  World& world_;
  const Globals& globals_;
  const Settings& settings_;
  std::optional<query::Expression> query_{};
  mutable std::optional<PagedOutput> output_{};  // from the first text on
};

}  // namespace ec2mimic::cli
