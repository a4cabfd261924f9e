#include "cli/output/voice.h"

#include "cli/output/render.h"

namespace ec2mimic::cli {
namespace {

std::string first_usage_text(std::string_view program, Voice voice) {
  const std::string help = voice == Voice::earlier ? " [-h]" : "";
  return "usage: " + std::string(program) + help + " [--profile PROFILE] [--debug]\n";
}

std::string usage_of(const Failure& failure, Voice voice, std::string_view program) {
  return failure.kind() == Failure::Kind::first_usage ? first_usage_text(program, voice) : usage_text(program);
}

bool has_usage(const Failure& failure) {
  return failure.kind() == Failure::Kind::usage || failure.kind() == Failure::Kind::first_usage;
}

std::string tell_earlier(const Failure& failure, std::string_view program) {
  const std::string& message = failure.message(Voice::earlier);
  if (failure.kind() == Failure::Kind::message) return '\n' + message + '\n';
  const std::string usage = usage_of(failure, Voice::earlier, program);
  if (failure.kind() == Failure::Kind::unknown_options) return '\n' + usage + '\n' + message + "\n\n";
  return '\n' + usage + '\n' + std::string(program) + ": error: " + message + "\n\n";
}

std::string_view stripped(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::string tell_today(const Failure& failure, const Manner& manner, std::string_view program) {
  const std::string prefix = std::string(program) + ": [ERROR]: ";
  const std::string& message = failure.message(Voice::today);
  if (failure.kind() == Failure::Kind::unknown_options) {
    return '\n' + usage_text(program) + "\n\n" + prefix + message + '\n';
  }
  std::string text = '\n' + prefix;
  const bool has_code = !failure.error_code().empty() && !failure.answer();
  if (has_code && manner.format == Manner::Format::enhanced && !manner.is_unsure) {
    text += "An error occurred (" + std::string(failure.error_code()) + "): ";
  }
  if (!has_usage(failure)) return text + std::string(stripped(message)) + '\n';
  return text + message + "\n\n" + usage_of(failure, Voice::today, program);
}

// The formats for programs: a code and a message, and nothing around them.
Json document_of(const Failure& failure, std::string_view program) {
  Json document = {{"Code", failure.error_code()}, {"Message", nullptr}};
  std::string message = failure.answer() ? failure.answer()->message : failure.message(Voice::today);
  if (has_usage(failure)) message += "\n\n" + usage_of(failure, Voice::today, program);
  if (!failure.note().empty()) message += '\n' + failure.note() + '\n';
  if (!message.empty()) document["Message"] = std::move(message);
  return document;
}

bool is_structured(const Failure& failure, const Manner& manner) {
  return manner.voice == Voice::today && manner.format > Manner::Format::legacy && !failure.error_code().empty();
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

std::string tell(const Failure& failure, const Manner& manner, std::string_view program) {
  if (is_structured(failure, manner)) {
    return render(document_of(failure, program), {.format = name_of(manner.format), .title = "error"});
  }
  std::string text =
      manner.voice == Voice::earlier ? tell_earlier(failure, program) : tell_today(failure, manner, program);
  if (!failure.note().empty()) text += failure.note() + '\n';
  return text;
}

}  // namespace ec2mimic::cli
