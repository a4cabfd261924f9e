// JSON as Python's json.dump(indent=4, ensure_ascii=False) writes it, which is what the AWS CLI prints.
#pragma once

#include <deque>
#include <optional>
#include <string>

#include "cli/output/room.h"
#include "core/model/shape.h"
#include "core/seam/json.h"

namespace ec2mimic::cli {

/// Appends the document and a final line break. Strings must be UTF-8. Throws TextTooLarge.
void append_json(std::string& text, const Json& document, const Room& room = {});

/// The JSON of a response with one list, from the items of the list one by one. It is made in blocks, so that a long
/// text is never copied to a longer one.
class JsonListText {
 public:
  void add(const model::Shape& shape, const void* item);
  void add(const Json& item);

  /// The text of the whole response, to be written in order: the list under the name `list` (no list if that is empty),
  /// and, if there is a token, a member of the name `token_name`. Empty for `{}`.
  [[nodiscard]] std::deque<std::string> finish(const std::string& list, const std::string& token_name,
                                               const std::optional<std::string>& token);

 private:
  std::string& next_item();

  std::deque<std::string> blocks_{};
};

/// The same as a separate text, without a limit.
[[nodiscard]] std::string to_python_json(const Json& document);

}  // namespace ec2mimic::cli
