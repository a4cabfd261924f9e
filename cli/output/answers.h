// How a line wants answers to be shown: reduced by a query, in some format.
#pragma once

#include <optional>
#include <string_view>

#include "cli/config/settings.h"
#include "cli/output/stdout.h"
#include "cli/query/query.h"
#include "cli/system/world.h"

namespace ec2mimic::cli {

class Answers {
 public:
  /// Compiles the expression of --query, which the AWS CLI does before it looks at anything else. Throws Failure if it
  /// does not parse. World and settings must outlive this.
  Answers(World& world, const Settings& settings, std::optional<std::string_view> query);

  /// Shows a document, the answer of the operation of that name (`DescribeVpcs`), on stdout or in the pager. Throws
  /// Failure if the query does not fit it, or if it cannot be written in the format: as in the AWS CLI, that is found
  /// only now. The document stays in the world until the next one.
  void show(Json document, std::string_view operation) const;

 private:
  World& world_;
  const Settings& settings_;
  std::optional<query::Expression> query_{};
  mutable PagedOutput output_;
};

}  // namespace ec2mimic::cli
