// Shows responses as a command line asks: reduced by a query, in the chosen format.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "cli/config/settings.h"
#include "cli/output/stdout.h"
#include "cli/query/query.h"
#include "cli/system/system.h"

namespace ec2mimic::cli {

class Presenter {
 public:
  /// Compiles the --query expression, which the AWS CLI does before anything else. Throws Failure if it does not parse.
  /// The system and the settings must outlive the presenter.
  Presenter(System& system, const Settings& settings, std::optional<std::string_view> query);

  /// Does what the AWS CLI does before it shows a response, and before the first of several pages: checks the output
  /// format, throwing Failure if there is no such format, and turns colours on if they are needed.
  void prepare() const;

  /// Shows a response of `operation` (`DescribeVpcs`) on stdout or in the pager. Throws Failure if the query fails on
  /// it, or if it cannot be written in the format; as in the AWS CLI, that is only found now. What text format wrote
  /// before a failure is shown. The document is kept in System::answer until the next one.
  void show(Json document, std::string_view operation) const;

  /// True if a response is shown as it is, as JSON: then its text may be made without a document.
  [[nodiscard]] bool shows_items() const;
  /// Shows such a text, which is in blocks. Throws Failure if it cannot be written.
  void show(const std::deque<std::string>& blocks) const;

 private:
  System& system_;
  const Settings& settings_;
  std::optional<query::Expression> query_{};
  mutable PagedOutput output_;
};

}  // namespace ec2mimic::cli
