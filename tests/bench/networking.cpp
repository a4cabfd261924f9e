// The networking surface as whole processes: a script of 100 calls (networking.sh) compared with the same calls of
// programs that do nothing, and describes in a large account compared with bare system calls (baseline.c), in one run.
//
//     bench_networking [--runs N] [FOLDER]
//
// FOLDER should be on tmpfs. Exits with 1 if a ratio is above its limit.
#include <sys/stat.h>

#include <cstdio>
#include <random>
#include <string>

#include "core/account/record_check.h"
#include "core/engine.h"
#include "core/operation/registry.h"
#include "core/text/replaced.h"
#include "state/file_store.h"
#include "state/posix_file_system.h"
#include "tests/bench/whole_process.h"
#include "tests/harness/memory_store.h"
#include "tests/harness/program.h"

namespace ec2mimic::test {
namespace {

constexpr int kMany = 10000;
// As many subnets as AWS allows in each.
constexpr int kVpcs = 50;
constexpr int kPerVpc = kMany / kVpcs;

// An account with many resources of a kind, which are copies of the first one.
class Account {
 public:
  Json call(const char* command, const Json& request) {
    return std::get<Json>(engine_.call(*find_operation(command), request, "us-east-1"));
  }

  // Puts copies of the record `id` into its table, each with an id of its own, and changed by `change`, which gets the
  // line and the number of the copy. Returns their ids.
  template <class Change>
  std::vector<std::string> copy(int count, const std::string& table, const std::string& id, const Change& change) {
    const std::string line = memory_.tables.at(table).at(id);
    const std::string prefix = id.substr(0, id.find_last_of('-') + 1);
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
      const std::string& copied = ids.emplace_back(prefix + random_hex17());
      memory_.tables.at(table)[copied] = change(with_serial(line, ++memory_.header.serial), i);
    }
    return ids;
  }

  void tag(const std::string& id) {
    call("create-tags", {{"Resources", {id}}, {"Tags", {{{"Key", "Name"}, {"Value", "the one"}}}}});
  }

  std::string any_id(const std::string& table) { return memory_.tables.at(table).begin()->first; }

  // Writes the account into a file.
  void write(const std::string& path) {
    state::Changes changes;
    changes.account = "123456789012";
    changes.serial = memory_.header.serial;
    for (const auto& [table, lines] : memory_.tables) {
      for (const auto& [id, line] : lines) changes.tables[table][id] = line;
    }
    state::PosixFileSystem files;
    state::FileStore(files, path, load_rules()).change([&](const state::Snapshot&) { return changes; });
  }

 private:
  // Digits like those of real ids: a search for one that resembles all others takes longer.
  std::string random_hex17() {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string digits = "0";
    while (digits.size() < 17) digits += kDigits[random_() % kDigits.size()];
    return digits;
  }
  static std::string with_serial(const std::string& line, std::uint64_t serial) {
    const auto at = line.find("\"Serial\":") + 9;
    return line.substr(0, at) + std::to_string(serial) + line.substr(line.find(',', at));
  }

  MemoryStore memory_;
  FixedClock clock_;
  CountingIdentifiers identifiers_;
  std::mt19937 random_;
  Engine engine_{memory_, clock_, identifiers_, {}};
};

// A program named `aws` that always prints the same, as people write it for their tests.
std::string stand_in(const std::string& folder) {
  const std::string path = folder + "/aws";
  write_file(path,
             "#!/bin/bash\n"
             "echo '{\"Vpc\": {\"VpcId\": \"vpc-0615c5f1b2fe0b4c1\", \"CidrBlock\": \"10.0.0.0/16\"}}'\n");
  ::chmod(path.c_str(), 0755);
  return path;
}

bool script(int runs, const std::string& folder) {
  const std::string path = folder + "/state.json";
  const auto take = [&](const std::string& program) {
    return [&path, program] {
      ::unlink(path.c_str());
      return run({EC2MIMIC_SCRIPT, program}, path);
    };
  };
  bool good =
      report("a script of 100 calls, beside /bin/true", compare(runs, take(EC2MIMIC_PROGRAM), take("/bin/true")), 1.5);
  good &= report("a script of 100 calls, beside a stand-in in bash",
                 compare(runs, take(EC2MIMIC_PROGRAM), take(stand_in(folder))), 1.5);
  return good;
}

// Measures describes of a few resources out of many, compared with reading the file and writing an answer.
class Describes {
 public:
  Describes(int runs, std::string path) : runs_(runs), path_(std::move(path)) {}

  void measure(const std::string& what, const Words& words) {
    Words command = {EC2MIMIC_PROGRAM};
    command.insert(command.end(), words.begin(), words.end());
    good_ &=
        report(words[0] + ' ' + what, compare(runs_, command, {EC2MIMIC_BASELINE, "read", path_}, path_, [] {}), 2.0);
  }
  // By the id of one that has the tag, and by filters on both.
  void measure(const std::string& command, const std::string& ids_option, const std::string& filter,
               const std::string& id) {
    measure("of an id", {command, ids_option, id});
    measure("with " + filter, {command, "--filters", "Name=" + filter + ",Values=" + id});
    measure("with tag:Name", {command, "--filters", "Name=tag:Name,Values=the one"});
    measure("with tag:Name and *", {command, "--filters", "Name=tag:Name,Values=the*"});
  }
  [[nodiscard]] bool good() const { return good_; }

 private:
  int runs_;
  std::string path_;
  bool good_ = true;
};

bool describes(int runs, const std::string& folder) {
  Account account;
  const std::string vpc = account.call("create-vpc", {{"CidrBlock", "10.0.0.0/16"}})["Vpc"]["VpcId"];
  const std::string subnet =
      account.call("create-subnet", {{"VpcId", vpc}, {"CidrBlock", "10.0.0.0/24"}})["Subnet"]["SubnetId"];
  const std::string interface =
      account.call("create-network-interface", {{"SubnetId", subnet}})["NetworkInterface"]["NetworkInterfaceId"];
  const std::string rule = account.any_id("security-group-rules");

  const auto vpcs = account.copy(kVpcs, "vpcs", vpc, [](const std::string& line, std::size_t) { return line; });
  const auto subnets = account.copy(kMany, "subnets", subnet, [&](const std::string& line, std::size_t i) {
    return replaced(replaced(line, "10.0.0.", "10.0." + std::to_string(i % kPerVpc) + '.'), vpc, vpcs[i / kPerVpc]);
  });
  const std::string path = folder + "/large.json";
  account.write(path);
  Describes unused(runs, path);
  const char* free = "Name=available-ip-address-count,Values=7";
  unused.measure(free, {"describe-subnets", "--filters", free});

  const auto interfaces =
      account.copy(kMany, "network-interfaces", interface, [&](const std::string& line, std::size_t i) {
        return replaced(
            replaced(replaced(line, "10.0.0.", "10.0." + std::to_string(i % kPerVpc) + '.'), vpc, vpcs[i / kPerVpc]),
            subnet, subnets[i]);
      });
  const auto rules =
      account.copy(kMany, "security-group-rules", rule, [](const std::string& line, std::size_t) { return line; });
  for (const auto* ids : {&subnets, &interfaces, &rules}) account.tag((*ids)[kMany / 2]);
  ::unlink(path.c_str());
  account.write(path);

  Describes all(runs, path);
  all.measure("describe-subnets", "--subnet-ids", "subnet-id", subnets[kMany / 2]);
  all.measure("describe-network-interfaces", "--network-interface-ids", "network-interface-id", interfaces[kMany / 2]);
  all.measure("with subnet-id",
              {"describe-network-interfaces", "--filters", "Name=subnet-id,Values=" + subnets[kMany / 3]});
  // Values that are computed, and that none or one of them has.
  for (const char* filter :
       {"Name=owner-id,Values=none", "Name=state,Values=pending", "Name=default-for-az,Values=true",
        "Name=availability-zone-id,Values=none", "Name=subnet-arn,Values=none", "Name=ipv6-native,Values=true"}) {
    all.measure(filter, {"describe-subnets", "--filters", filter});
  }
  for (const char* filter : {"Name=availability-zone,Values=none", "Name=association.public-ip,Values=192.0.2.1",
                             "Name=status,Values=pending", "Name=private-dns-name,Values=none"}) {
    all.measure(filter, {"describe-network-interfaces", "--filters", filter});
  }
  for (const char* filter : {"Name=key,Values=none", "Name=value,Values=none"}) {
    all.measure(filter, {"describe-tags", "--filters", filter});
  }
  all.measure("describe-security-group-rules", "--security-group-rule-ids", "security-group-rule-id", rules[kMany / 2]);
  return unused.good() && all.good();
}

// What every call does first: bringing the records up to the present, for kinds that change by themselves.
bool catching_up(int runs, const std::string& folder) {
  Account account;
  const auto same = [](const std::string& line, std::size_t) { return line; };
  const std::string vpc = account.call("create-vpc", {{"CidrBlock", "10.0.0.0/16"}})["Vpc"]["VpcId"];
  const std::string other = account.call("create-vpc", {{"CidrBlock", "10.1.0.0/16"}})["Vpc"]["VpcId"];
  const std::string subnet =
      account.call("create-subnet", {{"VpcId", vpc}, {"CidrBlock", "10.0.0.0/24"}})["Subnet"]["SubnetId"];
  const std::string gateway = account.call(
      "create-nat-gateway", {{"SubnetId", subnet}, {"ConnectivityType", "private"}})["NatGateway"]["NatGatewayId"];
  account.copy(kMany, "nat-gateways", gateway, same);
  const std::string path = folder + "/passing.json";
  account.write(path);
  Describes nat(runs, path);
  nat.measure("of an id, among NAT gateways", {"describe-vpcs", "--vpc-ids", vpc});

  const std::string peering =
      account.call("create-vpc-peering-connection",
                   {{"VpcId", vpc}, {"PeerVpcId", other}})["VpcPeeringConnection"]["VpcPeeringConnectionId"];
  account.call("accept-vpc-peering-connection", {{"VpcPeeringConnectionId", peering}});
  account.copy(kMany, "vpc-peering-connections", peering, same);
  ::unlink(path.c_str());
  account.write(path);
  Describes both(runs, path);
  both.measure("of an id, among peerings as well", {"describe-vpcs", "--vpc-ids", vpc});
  return nat.good() && both.good();
}

int bench(const Options& options) {
  const TemporaryFolder made(options.parent);
  std::printf("%-64s %12s %12s %7s\n", "median of whole processes", "ec2mimic", "baseline", "ratio");
  bool good = script(options.runs / 10 + 1, made.path());
  good &= describes(options.runs, made.path());
  good &= catching_up(options.runs, made.path());
  return good ? 0 : 1;
}

}  // namespace
}  // namespace ec2mimic::test

int main(int argc, char** argv) { return ec2mimic::test::bench(ec2mimic::test::read_options(argc, argv, 200)); }
