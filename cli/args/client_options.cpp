#include "cli/args/client_options.h"

#include <array>

namespace ec2mimic::cli {
namespace {

constexpr std::array<std::string_view, 3> kSkeletons{"input", "output", "yaml-input"};

constexpr auto kClientOptions = std::to_array<ClientOption>({
    {.name = "--cli-input-json",
     .doc = "The whole request as JSON, or file://NAME to read it from a file; options override it."},
    {.name = "--cli-input-yaml", .doc = "The same as YAML."},
    {.name = "--starting-token",
     .doc = "Continues where --max-items stopped; takes that answer's NextToken.",
     .of_pages = "StartingToken"},
    {.name = "--page-size",
     .doc = "Results to request per call; the output does not change.",
     .is_number = true,
     .of_pages = "PageSize"},
    {.name = "--max-items",
     .doc = "Maximum results to show; continue with NextToken.",
     .is_number = true,
     .of_pages = "MaxItems"},
    {.name = "--protocol",
     .doc = "The protocol of a single rule: tcp, udp, icmp, all, or a number.",
     .of_rule = true,
     .completes = Completes::protocol},
    {.name = "--port",
     .doc = "Its port, or its ports, as 22-25; all for all. For ICMP the type and the code.",
     .of_rule = true},
    {.name = "--cidr", .doc = "The IPv4 addresses that it allows.", .of_rule = true},
    {.name = "--source-group", .doc = "The id or the name of the group that it allows.", .of_rule = true},
    {.name = "--group-owner", .doc = "The account that owns that group.", .of_rule = true},
    {.name = "--generate-cli-skeleton",
     .doc = "Prints a template without making a call: input (the default), a request as JSON; yaml-input, the same as "
            "YAML with explanations; output, an answer.",
     .arity = Arity::optional_one,
     .choices = kSkeletons},
});

}  // namespace

std::span<const ClientOption> client_options() { return kClientOptions; }

}  // namespace ec2mimic::cli
