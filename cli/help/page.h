// A page of the manual as data, before it is known whether a terminal or man(1) will show it.
//
// help.h writes pages as plain text and man.h as mdoc, so that the two cannot say different things. The pages of the
// operations are made here from their descriptions. Rendering mdoc for help as well was considered and dropped: it
// would need a formatter of mdoc at hand wherever somebody types --help.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/operation/operation.h"

namespace ec2mimic::cli {

struct Block {
  enum class Kind {
    paragraph,  ///< `text`, to be wrapped; a word in `back quotes` is meant literally.
    literal,    ///< `text`, line by line as it stands.
    entry,      ///< A term with what it means, and blocks below that.
  };

  Kind kind = Kind::paragraph;
  std::string text{};
  std::string term{};  ///< Of an entry: `--vpc-id <value>`, `RouteTableId`, `tag:KEY`
  std::string note{};  ///< Of an entry, in parentheses beside the term: `string, required`
  std::vector<Block> inside{};
};

struct Section {
  std::string_view title;
  std::vector<Block> blocks{};
};

struct Page {
  std::string name{};     ///< `ec2mimic-create-route-table`; also the name of the file, but for its ending.
  std::string summary{};  ///< One line without a full stop.
  std::string command{};  ///< How the command is called, without its options.
  std::vector<std::string> options{};   ///< For the synopsis, each as it is typed; optional ones in brackets.
  std::vector<Section> sections{};      ///< All but NAME, SYNOPSIS and SEE ALSO; DESCRIPTION is the first.
  std::vector<std::string> see_also{};  ///< Names of pages of section 1.
  bool takes_globals = false;           ///< Help lists the global options as well; the manual has a page for them.
};

/// The paragraphs of a text with empty lines between them.
[[nodiscard]] std::vector<Block> paragraphs(std::string_view text);

/// The page of an operation.
[[nodiscard]] Page operation_page(const Operation& operation);

/// `ec2mimic-create-route-table`
[[nodiscard]] std::string page_name(const Operation& operation);

/// How a value of the shape is written in shorthand, `Key=<value>,Value=<value>`, with `...` where more may follow.
[[nodiscard]] std::string shorthand_form(const model::Shape& shape);

/// The same as JSON, on several lines where it is not short.
[[nodiscard]] std::string json_form(const model::Shape& shape);

/// The blocks of an examples file (man/examples): its prose and its commands with what they print. A first command
/// without prose sets the scene and is told in a sentence. Throws SpecError for a text that is no spec.
[[nodiscard]] std::vector<Block> example_blocks(std::string_view text);

}  // namespace ec2mimic::cli
