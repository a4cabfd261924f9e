#include "cli/args/protocol_words.h"

#include <string_view>

namespace ec2mimic::cli {
namespace {

struct ProtocolWord {
  std::string_view word;
  std::string_view number;
};

constexpr ProtocolWord kProtocolWords[] = {{"tcp", "6"}, {"udp", "17"}, {"icmp", "1"}, {"all", "-1"}};

}  // namespace

void replace_protocol_word(const Operation& operation, Json& request) {
  if (operation.name != "CreateNetworkAclEntry" && operation.name != "ReplaceNetworkAclEntry") return;
  const auto protocol = request.find("Protocol");
  if (protocol == request.end() || !protocol->is_string()) return;
  for (const ProtocolWord& one : kProtocolWords) {
    if (*protocol != one.word) continue;
    *protocol = one.number;
    return;
  }
}

}  // namespace ec2mimic::cli
