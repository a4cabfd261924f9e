#include "cli/builtin/lesson_page.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "cli/builtin/history_diagram.h"
#include "cli/builtin/lesson_text.h"
#include "cli/builtin/state_diff.h"
#include "cli/builtin/state_graph.h"
#include "cli/data/embedded.h"
#include "cli/errors/failure.h"
#include "cli/output/svg.h"
#include "cli/system/visible.h"
#include "core/text/ascii.h"
#include "core/text/replaced.h"
#include "core/text/split.h"

namespace ec2mimic::cli {
namespace {

// Near the beginning of our pages, and of no others.
constexpr std::string_view kOurPage = R"(<meta name="generator" content="ec2mimic">)";
constexpr std::size_t kBeginning = 1000;

std::string html(std::string_view text) { return in_xml(visible(text)); }

std::string element(std::string_view name, std::string_view style, const std::string& content) {
  const std::string tag(name);
  return '<' + tag + (style.empty() ? "" : " class=\"" + std::string(style) + '"') + '>' + content + "</" + tag + ">\n";
}

// Paragraphs separated by empty lines, with code between backticks.
std::string prose_html(std::string_view prose) {
  std::string text;
  for (const std::string_view line : lines_of(prose)) {
    if (line.empty()) continue;
    std::string paragraph;
    bool is_code = false;
    for (const std::string_view part : split(line, '`')) {
      paragraph += is_code ? "<code>" + html(part) + "</code>" : html(part);
      is_code = !is_code;
    }
    text += element("p", "", paragraph);
  }
  return text.empty() ? text : "<div class=\"prose\">\n" + text + "</div>\n";
}

// The prompts are not selected with the command, so that it can be copied.
std::string command_html(std::string_view command) {
  std::string text;
  for (const std::string_view line : split(command, '\n')) {
    text += (text.empty() ? "<span class=\"prompt\">$ </span>" : "\n<span class=\"prompt\">&gt; </span>") + html(line);
  }
  return element("pre", "command", "<code>" + text + "</code>");
}

// The empty line that errors begin with sets them off on a terminal, and is not needed here.
std::string output_html(std::string_view style, std::string_view text, const std::vector<std::string>& ids) {
  if (text.starts_with('\n') && style != "out") text.remove_prefix(1);
  if (text.empty()) return {};
  std::string safe = html(text);
  for (const std::string& id : ids) safe = replaced(safe, html(id), "<mark>" + html(id) + "</mark>");
  return element("pre", style, '\n' + safe);
}

std::string_view class_of_tone(Tone tone) {
  constexpr std::string_view kClasses[] = {"", "good", "repeated", "lost", "bad"};
  return kClasses[static_cast<std::size_t>(tone)];
}

std::string message_html(const SequenceStep& step, const std::vector<std::string>& parties) {
  const std::string text = html(visible_line(step.text));
  if (step.kind == SequenceStep::Kind::heading) return element("li", "call", text);
  std::string parties_of = parties[step.from];
  if (step.kind != SequenceStep::Kind::note) parties_of += " → " + parties[step.to];
  return element("li", class_of_tone(step.tone), parties_of + ": " + text);
}

// As a picture, and as a list for those who have no room for it or cannot see it.
std::string messages_html(const std::vector<LoggedCall>& calls) {
  const Sequence sequence = sequence_of(calls);
  std::string list;
  for (const SequenceStep& step : sequence.steps) list += message_html(step, sequence.parties);
  return "<figure>\n<div aria-hidden=\"true\">\n" + drawn(sequence, "svg") + "</div>\n<ol class=\"list\">\n" + list +
         "</ol>\n</figure>\n";
}

// A call that only reads, and is answered, needs no picture.
bool is_eventful(const LoggedCall& call) {
  return call.attempts.size() > 1 || call.attempts.front().service != "read" || call.attempts.front().is_lost();
}

// The headings of a difference are what became of which record; what is in the record is there for those who ask.
std::string changes_html(const std::string& changes) {
  if (changes.empty()) return element("p", "none", "Nothing changed in the account.");
  std::size_t count = 0;
  for (const std::string_view line : lines_of(changes)) count += line.starts_with(' ') ? 0 : 1;
  return "<details>\n<summary>What changed in the account: " + std::to_string(count) +
         (count == 1 ? " record" : " records") + "</summary>\n" + element("pre", "", '\n' + html(changes)) +
         "</details>\n";
}

// What a call that went well writes to stderr is not an error.
std::string_view class_of_stderr(const CommandResult& result) { return result.exit_code == 0 ? "note" : "err"; }

std::string answer_html(const ShownStep& step, const std::vector<std::string>& ids) {
  const CommandResult& result = step.played.result;
  const std::vector<LoggedCall>& calls = step.played.calls;
  std::string answer = output_html("out", result.out, ids) + output_html(class_of_stderr(result), result.err, ids);
  if (answer.empty() && !calls.empty()) answer = element("p", "none", "There is no output.");
  if (result.exit_code != 0) answer += element("p", "none", "exit code " + std::to_string(result.exit_code));
  if (std::any_of(calls.begin(), calls.end(), &is_eventful)) answer += messages_html(calls);
  if (!calls.empty()) answer += changes_html(step.changes);
  return answer.empty() ? answer : "<div class=\"answer\">\n" + answer + "</div>\n";
}

// A section for each step of which something is said; others belong to the one before.
std::string steps_html(const std::vector<ShownStep>& steps) {
  std::string text;
  std::size_t number = 0;
  std::vector<LoggedCall> calls;  // until now
  for (const ShownStep& step : steps) {
    calls.insert(calls.end(), step.played.calls.begin(), step.played.calls.end());
    if (number == 0 || !step.played.prose.empty()) {
      const std::string count = std::to_string(++number);
      text += (number == 1 ? "" : "</section>\n") + ("<section id=\"step-" + count) + "\">\n<h2 tabindex=\"-1\">Step " +
              count + "</h2>\n" + prose_html(step.played.prose);
    }
    text += command_html(step.played.command) + answer_html(step, ids_in(calls));
  }
  return steps.empty() ? text : text + "</section>\n";
}

// A long name in one word may be broken before its capitals.
std::string breakable(std::string_view name) {
  std::string text;
  for (const char c : html(name)) text.append(ascii::is_upper(c) && !text.empty() ? "<wbr>" : "").push_back(c);
  return text;
}

std::string counts_html(const std::vector<OperationCount>& counts) {
  std::string rows =
      "<tr><th scope=\"col\">operation</th><th scope=\"col\">calls</th><th scope=\"col\">attempts</th>"
      "<th scope=\"col\">created</th></tr>\n";
  for (const OperationCount& count : counts) {
    rows += "<tr><td>" + breakable(count.operation) + "</td><td>" + std::to_string(count.calls) + "</td><td>" +
            std::to_string(count.attempts) + "</td><td>" + std::to_string(count.created) + "</td></tr>\n";
  }
  return "<table>\n" + rows + "</table>\n";
}

bool is_same(const GraphNode& one, const GraphNode& other) {
  const auto same_edge = [](const GraphEdge& a, const GraphEdge& b) { return a.to == b.to && a.label == b.label; };
  return one.id == other.id && one.details == other.details &&
         std::equal(one.edges.begin(), one.edges.end(), other.edges.begin(), other.edges.end(), same_edge);
}

bool is_same_group(const GraphGroup& one, const GraphGroup& other) {
  return one.id == other.id && one.title == other.title &&
         std::equal(one.nodes.begin(), one.nodes.end(), other.nodes.begin(), other.nodes.end(), &is_same);
}

template <class Named>
const Named* named_in(const std::vector<Named>& all, const std::string& id) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Named& one) { return one.id == id; });
  return found == all.end() ? nullptr : &*found;
}

// A card of one state; `other` is its VPC in the other state, if it is there.
std::string card_html(const GraphNode& node, const GraphGroup* other, std::string_view news) {
  const GraphNode* there = other == nullptr ? nullptr : named_in(other->nodes, node.id);
  std::string text = element("p", "", html(node.kind + ' ' + node.id));
  if (there == nullptr) text += element("p", "news " + std::string(news), std::string(news));
  if (!node.same_as.empty()) text += element("p", "same", "the same as " + html(node.same_as));
  for (const std::string& detail : node.details) text += element("p", "", html(detail));
  for (const GraphEdge& edge : node.edges) {
    text += element("p", "", html(edge.label + (edge.label.empty() ? "" : " ") + "→ " + edge.to));
  }
  return "<div class=\"card" + (there == nullptr ? ' ' + std::string(news) : "") + "\">\n" + text + "</div>\n";
}

// The VPCs of one state that are not the same in the other.
std::string state_html(const std::vector<GraphGroup>& state, const std::vector<GraphGroup>& other,
                       std::string_view title, std::string_view news) {
  std::string text;
  for (const GraphGroup& group : state) {
    const GraphGroup* there = named_in(other, group.id);
    if (there != nullptr && is_same_group(group, *there)) continue;
    text += "<div class=\"vpc\">\n" + element("h4", "", html(group.title));
    for (const GraphNode& node : group.nodes) text += card_html(node, there, news);
    text += "</div>\n";
  }
  if (text.empty()) text = element("p", "none", "None of them.");
  return "<div>\n" + element("h3", "", std::string(title)) + text + "</div>\n";
}

bool is_same_account(const std::vector<GraphGroup>& before, const std::vector<GraphGroup>& after) {
  return std::equal(before.begin(), before.end(), after.begin(), after.end(), &is_same_group);
}

std::string states_html(const ShownLesson& lesson) {
  if (is_same_account(lesson.before, lesson.after)) {
    return element("p", "none", "The calls have changed nothing in any VPC.");
  }
  return element("p", "", "The VPCs that changed, and what is in them:") + "<div class=\"states\">\n" +
         state_html(lesson.before, lesson.after, "Before", "gone") +
         state_html(lesson.after, lesson.before, "After", "new") + "</div>\n";
}

std::string end_html(const ShownLesson& lesson) {
  std::vector<LoggedCall> calls, eventful;
  for (const ShownStep& step : lesson.steps) {
    calls.insert(calls.end(), step.played.calls.begin(), step.played.calls.end());
  }
  std::copy_if(calls.begin(), calls.end(), std::back_inserter(eventful), &is_eventful);
  std::string text = prose_html(lesson.end);
  if (!calls.empty()) text += counts_html(operation_counts(calls)) + states_html(lesson);
  if (!eventful.empty()) text += element("h3", "", "All messages") + messages_html(eventful);
  return "<section id=\"end\">\n<h2 tabindex=\"-1\">In the end</h2>\n" + text + "</section>\n";
}

// The text with each {word} replaced by what the word stands for. What is put in is not searched again.
std::string filled(std::string_view frame, const std::vector<std::pair<std::string_view, std::string>>& parts) {
  std::string text;
  while (!frame.empty()) {
    const auto part = std::find_if(parts.begin(), parts.end(), [&](const auto& one) {
      return frame.front() == '{' && frame.substr(1).starts_with(std::string(one.first) + '}');
    });
    text += part == parts.end() ? std::string(1, frame.front()) : part->second;
    frame.remove_prefix(part == parts.end() ? 1 : part->first.size() + 2);
  }
  return text;
}

// The document of the lesson's state; null if there is none yet.
Json state_of_lesson(System& system, const std::string& path) {
  if (!system.files.has_content(path)) return nullptr;
  std::string text;
  system.engines.with_engine(path, {}, [&](Engine& engine) { text = engine.text(); });
  return Json::parse(text);
}

}  // namespace

ShownLesson watched(System& system, LessonPlay& lesson, std::string_view name) {
  ShownLesson shown;
  shown.name = name;
  Json state = nullptr;
  std::optional<Json> before;
  while (!lesson.at_end()) {
    ShownStep& step = shown.steps.emplace_back(ShownStep{lesson.play(), {}});
    Json now = state_of_lesson(system, lesson.state());
    step.changes = state_difference(state, now);
    if (!before && !step.played.calls.empty()) before = state;
    state = std::move(now);
    if (!step.played.difference.empty()) break;
  }
  if (lesson.at_end()) shown.end = lesson.prose();
  shown.before = graph_of_state(before.value_or(state));
  shown.after = graph_of_state(state);
  return shown;
}

std::string lesson_page(const ShownLesson& lesson) {
  return filled(embedded("page/lesson.html"), {{"name", html(visible_line(lesson.name))},
                                               {"palette", palette(":root")},
                                               {"style", std::string(embedded("page/lesson.css"))},
                                               {"sections", steps_html(lesson.steps) + end_html(lesson)},
                                               {"script", std::string(embedded("page/lesson.js"))}});
}

void write_page(Files& files, const std::string& path, const std::string& page) {
  if (path.empty()) throw failures::refused("The option --html needs the name of a file, and it is empty.");
  const auto refuse = [&](const std::string& why) {
    throw failures::refused("The page '" + path + "' cannot be written: " + why);
  };
  const auto edit = [&](std::string_view text) -> std::optional<std::string> {
    if (!text.empty() && text.substr(0, kBeginning).find(kOurPage) == std::string_view::npos)
      refuse("a file of that name exists that is not such a page.");
    return page;
  };
  const auto changed = files.change(path, edit, Files::New::shared);
  if (changed.error != 0) refuse(why_unread(changed.error) + '.');
  if (!changed.problem.empty()) refuse(changed.problem);
}

}  // namespace ec2mimic::cli
