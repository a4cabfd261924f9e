// How a line wants answers to be shown: reduced by a query, in some format.
#pragma once

#include <optional>
#include <string_view>

#include "cli/config/settings.h"
#include "cli/output/stdout.h"
#include "cli/query/query.h"
#include "cli/system/system.h"

namespace ec2mimic::cli {

class Presenter {
 public:
  /// Compiles the expression of --query, which the AWS CLI does before it looks at anything else. Throws Failure if it
  /// does not parse. The system and the settings must outlive this.
  Presenter(System& system, const Settings& settings, std::optional<std::string_view> query);

  /// Shows a document, the answer of the operation of that name (`DescribeVpcs`), on stdout or in the pager. Throws
  /// Failure if the query does not fit it, or if it cannot be written in the format: as in the AWS CLI, that is found
  /// only now. The document stays in the world until the next one.
  void show(Json document, std::string_view operation) const;

 private:
  System& system_;
  const Settings& settings_;
  std::optional<query::Expression> query_{};
  mutable PagedOutput output_;
};

}  // namespace ec2mimic::cli
