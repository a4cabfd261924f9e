#include "cli/args/client_options.h"

#include <array>

namespace ec2mimic::cli {
namespace {

constexpr std::array<std::string_view, 3> kSkeletons{"input", "output", "yaml-input"};

constexpr auto kOptions = std::to_array<ClientOption>({
    {.name = "--cli-input-json",
     .doc = "The whole request as JSON, or file://NAME to read it from a file; options win over it."},
    {.name = "--cli-input-yaml", .doc = "The same as YAML."},
    {.name = "--starting-token",
     .doc = "Goes on where --max-items stopped: the NextToken of that answer.",
     .of_pages = true},
    {.name = "--page-size", .doc = "How many to ask for at a time; the answer is the same.", .of_pages = true},
    {.name = "--max-items", .doc = "How many to show at most; NextToken says where to go on.", .of_pages = true},
    {.name = "--generate-cli-skeleton",
     .doc =
         "Makes no call and shows what one is like: input, the request as JSON (so without a value); yaml-input, the "
         "same as YAML with explanations; output, an answer.",
     .arity = Arity::optional_one,
     .choices = kSkeletons},
});

}  // namespace

std::span<const ClientOption> client_options() { return kOptions; }

}  // namespace ec2mimic::cli
