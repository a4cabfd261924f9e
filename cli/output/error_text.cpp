#include "cli/output/error_text.h"

#include "cli/output/render.h"
#include "cli/python/text.h"

namespace ec2mimic::cli {
namespace {

std::string first_usage_text(std::string_view program, Era era) {
  const std::string help = era == Era::v2_30 ? " [-h]" : "";
  return "usage: " + std::string(program) + help + " [--profile PROFILE] [--debug]\n";
}

std::string usage_of(const Failure& failure, Era era, std::string_view program) {
  return failure.kind() == Failure::Kind::first_usage ? first_usage_text(program, era) : usage_text(program);
}

bool has_usage(const Failure& failure) {
  return failure.kind() == Failure::Kind::usage || failure.kind() == Failure::Kind::first_usage;
}

std::string v2_30_text(const Failure& failure, std::string_view program) {
  // Empty lines included, this is what the AWS CLI prints.
  const std::string& message = failure.message(Era::v2_30);
  if (failure.kind() == Failure::Kind::message) return '\n' + message + '\n';
  const std::string usage = usage_of(failure, Era::v2_30, program);
  if (failure.kind() == Failure::Kind::unknown_options) return '\n' + usage + '\n' + message + "\n\n";
  return '\n' + usage + '\n' + std::string(program) + ": error: " + message + "\n\n";
}

std::string current_text(const Failure& failure, const ErrorStyle& style, std::string_view program) {
  const std::string prefix = std::string(program) + ": [ERROR]: ";
  const std::string& message = failure.message(Era::current);
  if (failure.kind() == Failure::Kind::unknown_options) {
    return '\n' + usage_text(program) + "\n\n" + prefix + std::string(python::strip(message)) + '\n';
  }
  std::string text = '\n' + prefix;
  // The message about a service error already contains its code.
  const bool has_code = !failure.aws_code().empty() && !failure.answer();
  if (has_code && style.format == ErrorStyle::Format::enhanced && !style.omit_code) {
    text += "An error occurred (" + std::string(failure.aws_code()) + "): ";
  }
  if (!has_usage(failure)) return text + std::string(python::strip(message)) + '\n';
  return text + message + "\n\n" + usage_of(failure, Era::current, program);
}

// The machine-readable formats: only a code and a message.
Json document_of(const Failure& failure, std::string_view program) {
  // An empty message stays null.
  Json document = {{"Code", failure.aws_code()}, {"Message", nullptr}};
  std::string message = failure.answer() ? failure.answer()->message : failure.message(Era::current);
  if (has_usage(failure)) message += "\n\n" + usage_of(failure, Era::current, program);
  if (!message.empty()) document["Message"] = std::move(message);
  return document;
}

bool is_structured(const Failure& failure, const ErrorStyle& style) {
  // The formats for people come first in the enumeration.
  return style.era == Era::current && style.format > ErrorStyle::Format::legacy && !failure.aws_code().empty();
}

}  // namespace

std::string usage_text(std::string_view program) {
  const std::string name(program);
  return "usage: " + name + " [options] <command> <subcommand> [<subcommand> ...] [parameters]\n" +
         "To see help text, you can run:\n\n" +  //
         "  " + name + " help\n" +               //
         "  " + name + " <command> help\n" +     //
         "  " + name + " <command> <subcommand> help\n";
}

std::string error_text(const Failure& failure, const ErrorStyle& style, std::string_view program) {
  const bool is_document = is_structured(failure, style);
  std::string text = is_document
                         ? render(document_of(failure, program), {.format = name_of(style.format), .title = "error"})
                     : style.era == Era::v2_30 ? v2_30_text(failure, program)
                                               : current_text(failure, style, program);
  // Whoever chooses a document parses it, so only what must be known stands after it.
  if (failure.note().empty() || (is_document && failure.is_hint())) return text;
  text += failure.note() + '\n';
  return text;
}

}  // namespace ec2mimic::cli
