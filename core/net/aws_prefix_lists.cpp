#include "core/net/aws_prefix_lists.h"

#include <algorithm>
#include <iterator>

namespace ec2mimic::net {
namespace {

constexpr AwsPrefixList kLists[] = {
    {"ap-northeast-1", "dynamodb", "pl-78a54011", "52.94.8.0/24"},
    {"ap-northeast-1", "s3", "pl-61a54008", "52.219.0.0/20 54.231.224.0/21 52.219.16.0/22 52.219.68.0/22"},
    {"ap-northeast-2", "dynamodb", "pl-48a54021", "52.94.6.0/24"},
    {"ap-northeast-2", "s3", "pl-78a54011", "52.92.0.0/20 52.219.60.0/23 52.219.56.0/22"},
    {"ap-northeast-3", "s3", "pl-a4a540cd", ""},
    {"ap-south-1", "dynamodb", "pl-66a7420f", "52.94.20.0/24"},
    {"ap-south-1", "s3", "pl-78a54011", "52.92.248.0/22 52.219.62.0/23 52.219.64.0/22"},
    {"ap-southeast-1", "dynamodb", "pl-67a5400e", "52.94.11.0/24"},
    {"ap-southeast-1", "s3", "pl-6fa54006", "52.219.32.0/21 52.219.40.0/22 54.231.240.0/22 52.219.76.0/22"},
    {"ap-southeast-2", "dynamodb", "pl-62a5400b", "52.94.13.0/24"},
    {"ap-southeast-2", "s3", "pl-6ca54005", "54.231.248.0/22 54.231.252.0/24 52.95.128.0/21"},
    {"ca-central-1", "dynamodb", "pl-4ea54027", "52.94.14.0/24"},
    {"ca-central-1", "s3", "pl-7da54014", "52.95.146.0/23 52.95.145.0/24 52.92.84.0/22"},
    {"eu-central-1", "dynamodb", "pl-66a5400f", "52.94.17.0/24"},
    {"eu-central-1", "s3", "pl-6ea54007", "52.219.44.0/22 54.231.192.0/20 52.219.72.0/22"},
    {"eu-north-1", "dynamodb", "pl-adae4bc4", ""},
    {"eu-north-1", "s3", "pl-c3aa4faa", ""},
    {"eu-west-1", "dynamodb", "pl-6fa54006", "52.94.5.0/24 52.119.240.0/21 52.94.24.0/23"},
    {"eu-west-1", "s3", "pl-6da54004", "52.218.0.0/17 54.231.128.0/19"},
    {"eu-west-2", "dynamodb", "pl-b3a742da", "52.94.15.0/24"},
    {"eu-west-2", "s3", "pl-7ca54015", "52.95.150.0/24 52.92.88.0/22 52.95.148.0/23"},
    {"eu-west-3", "dynamodb", "pl-abb451c2", "52.94.16.0/24"},
    {"eu-west-3", "s3", "pl-23ad484a", "52.95.154.0/23 52.95.156.0/24"},
    {"sa-east-1", "dynamodb", "pl-60a54009", "52.94.7.0/24"},
    {"sa-east-1", "s3", "pl-6aa54003",
     "52.95.138.0/24 52.92.64.0/22 52.95.163.0/24 52.95.136.0/23 52.92.72.0/22 52.95.164.0/23"},
    {"us-east-1", "dynamodb", "pl-02cd2c6b", "52.94.0.0/22 52.119.224.0/20"},
    {"us-east-1", "s3", "pl-63a5400a", "54.231.0.0/17 52.216.0.0/15"},
    {"us-east-2", "dynamodb", "pl-4ca54025", "52.94.4.0/24"},
    {"us-east-2", "s3", "pl-7ba54012", "52.219.80.0/20 52.219.96.0/20 52.92.76.0/22"},
    {"us-west-1", "dynamodb", "pl-6ea54007", "52.94.12.0/24"},
    {"us-west-1", "s3", "pl-6ba54002", "52.219.20.0/22 54.231.232.0/21 52.219.24.0/21 52.92.48.0/22"},
    {"us-west-2", "dynamodb", "pl-00a54069", "52.94.28.0/23"},
    {"us-west-2", "s3", "pl-68a54001", "54.231.160.0/19 52.218.128.0/17 52.92.32.0/22"},
};

}  // namespace

std::string AwsPrefixList::name() const { return "com.amazonaws." + std::string(region) + '.' + std::string(service); }

std::vector<std::string> AwsPrefixList::cidrs() const {
  std::vector<std::string> all;
  for (std::string_view rest = blocks; !rest.empty();) {
    const std::size_t blank = rest.find(' ');
    all.emplace_back(rest.substr(0, blank));
    rest.remove_prefix(blank == std::string_view::npos ? rest.size() : blank + 1);
  }
  return all;
}

std::vector<AwsPrefixList> aws_prefix_lists(std::string_view region) {
  std::vector<AwsPrefixList> all;
  std::copy_if(std::begin(kLists), std::end(kLists), std::back_inserter(all),
               [&](const AwsPrefixList& one) { return one.region == region; });
  return all;
}

bool is_aws_prefix_list(std::string_view id) {
  return std::any_of(std::begin(kLists), std::end(kLists), [&](const AwsPrefixList& one) { return one.id == id; });
}

}  // namespace ec2mimic::net
