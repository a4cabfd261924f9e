#include "cli/args/param_file.h"

#include <cstring>

#include "cli/errors/failure.h"
#include "cli/python/text.h"
#include "core/text/ascii.h"

namespace ec2mimic::cli {
namespace {

bool in_variable_name(char c) { return ascii::is_alphanumeric(c) || c == '_'; }

// Python's expandvars: $NAME and ${NAME}; unset variables are left as they are.
std::string with_variables(std::string_view path, const Environment& environment) {
  std::string filled;
  for (std::size_t at = 0; at < path.size();) {
    std::size_t end = at + 1;
    std::string_view name;
    if (path[at] == '$' && end < path.size() && path[end] == '{') {
      const std::size_t brace = path.find('}', end);
      if (brace != std::string_view::npos) {
        name = path.substr(at + 2, brace - at - 2);
        end = brace + 1;
      }
    } else if (path[at] == '$') {
      while (end < path.size() && in_variable_name(path[end])) ++end;
      name = path.substr(at + 1, end - at - 1);
    }
    // A `$` that no name follows, or whose brace is not closed, stays as it is.
    const auto value = name.empty() ? std::nullopt : environment.variable(std::string(name).c_str());
    filled += value ? *value : path.substr(at, end - at);
    at = end;
  }
  return filled;
}

// Python opens text files with universal newlines.
std::string with_plain_line_breaks(std::string text) {
  if (text.find('\r') == std::string::npos) return text;
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') continue;
    plain += text[at] == '\r' ? '\n' : text[at];
  }
  return plain;
}

}  // namespace

std::string home_path(std::string path, const Environment& environment) {
  const auto home = environment.variable("HOME");
  if (home && (path == "~" || path.starts_with("~/"))) path.replace(0, 1, *home);
  return path;
}

std::string expanded_path(std::string path, const Environment& environment) {
  return with_variables(home_path(std::move(path), environment), environment);
}

std::optional<ParamFile> load_param_file(const std::string& value, System& system, std::string_view option) {
  const bool binary = value.starts_with("fileb://");
  if (!binary && !value.starts_with("file://")) return std::nullopt;
  const auto wrong = [&](const std::string& message) {
    return option.empty() ? failures::general(message) : failures::bad_parameter(option, message);
  };
  const std::string path = expanded_path(value.substr(value.find("//") + 2), system.environment);
  Files::Content file = system.files.read(path);
  // The limit is ours; Python would read on until there is no memory left.
  if (file.error == EFBIG) throw wrong("Unable to load paramfile " + value + ": " + why_unread(file.error));
  if (file.error != 0) {
    throw wrong("Unable to load paramfile " + value + ": [Errno " + std::to_string(file.error) + "] " +
                std::strerror(file.error) + ": " + python::repr(path));
  }
  if (binary) return ParamFile{std::move(file.text), true};
  if (!python::is_utf8(file.text)) {
    throw wrong("Unable to load paramfile (" + path +
                "), text contents could not be decoded.  If this is a binary file, please use the fileb:// prefix "
                "instead of the file:// prefix.");
  }
  return ParamFile{with_plain_line_breaks(std::move(file.text)), false};
}

}  // namespace ec2mimic::cli
