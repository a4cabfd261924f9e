// A manual page as data, independent of whether a terminal or man(1) shows it.
//
// help.h formats pages as plain text and man.h as mdoc, so that the two always agree. The pages of operations are
// generated here from their descriptions. Using mdoc for help as well was rejected: it would require an mdoc formatter
// wherever somebody types --help.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/operation/operation.h"

namespace ec2mimic::cli {

struct Block {
  enum class Kind {
    paragraph,  ///< `text`, wrapped; words in `back quotes` are literal.
    literal,    ///< `text`, with its lines unchanged.
    entry,      ///< A term, its explanation, and nested blocks.
  };

  Kind kind = Kind::paragraph;
  std::string text{};
  std::string term{};  ///< For entries: `--vpc-id <value>`, `RouteTableId`, `tag:KEY`.
  std::string note{};  ///< For entries, shown in parentheses after the term: `string, required`.
  std::vector<Block> inside{};
};

/// Running text.
[[nodiscard]] inline Block paragraph(std::string text) { return {Block::Kind::paragraph, std::move(text)}; }

struct Section {
  std::string_view title;
  std::vector<Block> blocks{};
};

struct Page {
  std::string name{};                   ///< `ec2mimic-create-route-table`; also the file name, without its section.
  std::string summary{};                ///< One line without a full stop.
  std::string command{};                ///< The command line without options.
  std::vector<std::string> options{};   ///< For the synopsis, as typed; optional ones in brackets.
  std::vector<Section> sections{};      ///< Except NAME, SYNOPSIS and SEE ALSO; DESCRIPTION first.
  std::vector<std::string> see_also{};  ///< Names of pages; see reference_to.
  bool takes_globals = false;           ///< Help also lists the global options; in the manual they are in ec2mimic(1).
};

/// A page that another one refers to.
struct Reference {
  std::string_view name;
  char section = '1';
};

/// What a name in Page::see_also refers to: a page of section 5 if it ends in `.5`, else one of section 1.
[[nodiscard]] inline Reference reference_to(std::string_view name) {
  if (!name.ends_with(".5")) return {name};
  name.remove_suffix(2);
  return {name, '5'};
}

/// Splits a text into paragraphs at its empty lines.
[[nodiscard]] std::vector<Block> paragraphs(std::string_view text);

/// The page of an operation.
[[nodiscard]] Page operation_page(const Operation& operation);

/// `ec2mimic-create-route-table`
[[nodiscard]] std::string page_name(const Operation& operation);

/// The shorthand form of a shape, `Key=<value>,Value=<value>`, with `...` where more may follow.
[[nodiscard]] std::string shorthand_form(const model::Shape& shape);

/// The JSON form of a shape, on several lines if it is not short.
[[nodiscard]] std::string json_form(const model::Shape& shape);

/// The members of a structure, or of the structures in a list, with nested members inside. Of a request, or of what
/// else is written by hand, they say what is required and allowed.
[[nodiscard]] std::vector<Block> member_entries(const model::Shape& shape, bool request);

/// The contents of an examples file (man/examples): its prose, and its commands with their output. A first command
/// without prose is set-up and only mentioned in a sentence. Throws SpecError if the text is not a spec.
[[nodiscard]] std::vector<Block> example_blocks(std::string_view text);

}  // namespace ec2mimic::cli
