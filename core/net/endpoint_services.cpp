#include "core/net/endpoint_services.h"

#include <algorithm>
#include <iterator>

namespace ec2mimic::net {
namespace {

constexpr EndpointService kServices[] = {
    {"access-analyzer", "access-analyzer", false},
    {"acm-pca", "acm-pca", false},
    {"application-autoscaling", "application-autoscaling", false},
    {"athena", "athena", false},
    {"autoscaling", "autoscaling", false},
    {"backup", "backup", false},
    {"bedrock", "bedrock", false},
    {"bedrock-runtime", "bedrock-runtime", false},
    {"cloudformation", "cloudformation", false},
    {"cloudtrail", "cloudtrail", false},
    {"codebuild", "codebuild", false},
    {"codecommit", "codecommit", false},
    {"codedeploy", "codedeploy", false},
    {"codepipeline", "codepipeline", false},
    {"config", "config", false},
    {"datasync", "datasync", false},
    {"dms", "dms", false},
    {"dynamodb", "", false},
    {"dynamodb", "", true},
    {"ebs", "ebs", false},
    {"ec2", "ec2", false},
    {"ec2messages", "ec2messages", false},
    {"ecr.api", "api.ecr", false},
    {"ecr.dkr", "*.dkr.ecr", false},
    {"ecs", "ecs", false},
    {"ecs-agent", "ecs-agent", false},
    {"ecs-telemetry", "ecs-telemetry", false},
    {"eks", "eks", false},
    {"elasticache", "elasticache", false},
    {"elasticbeanstalk", "elasticbeanstalk", false},
    {"elasticfilesystem", "elasticfilesystem", false},
    {"elasticloadbalancing", "elasticloadbalancing", false},
    {"elasticmapreduce", "elasticmapreduce", false},
    {"email-smtp", "email-smtp", false},
    {"events", "events", false},
    {"execute-api", "*.execute-api", false},
    {"fsx", "fsx", false},
    {"glue", "glue", false},
    {"imagebuilder", "imagebuilder", false},
    {"inspector2", "inspector2", false},
    {"kinesis-firehose", "firehose", false},
    {"kinesis-streams", "kinesis", false},
    {"kms", "kms", false},
    {"lambda", "lambda", false},
    {"logs", "logs", false},
    {"monitoring", "monitoring", false},
    {"rds", "rds", false},
    {"rds-data", "rds-data", false},
    {"redshift", "redshift", false},
    {"redshift-data", "redshift-data", false},
    {"rekognition", "rekognition", false},
    {"s3", "", false},
    {"s3", "", true},
    {"sagemaker.api", "api.sagemaker", false},
    {"sagemaker.runtime", "runtime.sagemaker", false},
    {"secretsmanager", "secretsmanager", false},
    {"securityhub", "securityhub", false},
    {"servicecatalog", "servicecatalog", false},
    {"sns", "sns", false},
    {"sqs", "sqs", false},
    {"ssm", "ssm", false},
    {"ssmmessages", "ssmmessages", false},
    {"states", "states", false},
    {"storagegateway", "storagegateway", false},
    {"sts", "sts", false},
    {"swf", "swf", false},
    {"synthetics", "synthetics", false},
    {"textract", "textract", false},
    {"transcribe", "transcribe", false},
    {"translate", "translate", false},
    {"xray", "xray", false},
};

constexpr std::string_view kDomain = ".amazonaws.com";

}  // namespace

std::string EndpointService::full_name(std::string_view region) const {
  return "com.amazonaws." + std::string(region) + '.' + std::string(name);
}

std::optional<std::string> EndpointService::private_dns_name(std::string_view region) const {
  if (host.empty()) return std::nullopt;
  return std::string(host).append(".").append(region).append(kDomain);
}

std::string EndpointService::base_dns_name(std::string_view region) const {
  std::string_view first = host.empty() ? name : host;
  // Private names may have any host in front, names of endpoints have the id there.
  if (first.starts_with("*.")) first.remove_prefix(2);
  return std::string(first).append(".").append(region).append(is_gateway ? "" : ".vpce").append(kDomain);
}

std::span<const EndpointService> endpoint_services() { return kServices; }

std::vector<EndpointService> find_endpoint_services(std::string_view full_name, std::string_view region) {
  std::vector<EndpointService> found;
  std::copy_if(std::begin(kServices), std::end(kServices), std::back_inserter(found),
               [&](const EndpointService& one) { return one.full_name(region) == full_name; });
  return found;
}

}  // namespace ec2mimic::net
