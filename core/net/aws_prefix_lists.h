// The prefix lists that AWS provides for gateway endpoints, to S3 and DynamoDB: a fixed table. They are in every
// account from the start, and have no records.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ec2mimic::net {

/// A list of one region. Their ids repeat: a list of another region may have the same.
struct AwsPrefixList {
  std::string_view region;   ///< `us-east-1`
  std::string_view service;  ///< `s3` or `dynamodb`
  std::string_view id;       ///< `pl-63a5400a`
  std::string_view blocks;   ///< IPv4 blocks separated by blanks, as recorded in 2018; empty where they are not known.

  /// `com.amazonaws.us-east-1.s3`
  [[nodiscard]] std::string name() const;
  [[nodiscard]] std::vector<std::string> cidrs() const;
};

/// The lists of a region, sorted by service. ap-northeast-3 has none for DynamoDB, because its id is not known.
[[nodiscard]] std::vector<AwsPrefixList> aws_prefix_lists(std::string_view region);

/// True for the id of such a list, in whatever region.
[[nodiscard]] bool is_aws_prefix_list(std::string_view id);

}  // namespace ec2mimic::net
