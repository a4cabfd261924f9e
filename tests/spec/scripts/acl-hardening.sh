#!/bin/sh
# Puts a subnet behind a network ACL of its own that admits web traffic only, then takes it back to the default one.
set -eu

VPC=$(aws ec2 create-vpc --cidr-block 10.40.0.0/16 --query Vpc.VpcId --output text)
SUBNET=$(aws ec2 create-subnet --vpc-id "$VPC" --cidr-block 10.40.1.0/24 --query Subnet.SubnetId --output text)

DEFAULT_ACL=$(aws ec2 describe-network-acls --filters "Name=vpc-id,Values=$VPC" Name=default,Values=true \
  --query 'NetworkAcls[0].NetworkAclId' --output text)
ACL=$(aws ec2 create-network-acl --vpc-id "$VPC" --query NetworkAcl.NetworkAclId --output text)

# A new ACL denies everything.
[ "$(aws ec2 describe-network-acls --network-acl-ids "$ACL" \
  --query 'NetworkAcls[0].Entries[?RuleAction==`allow`]' --output text)" = "" ]

allow() { # NUMBER DIRECTION PROTOCOL FROM TO
  aws ec2 create-network-acl-entry --network-acl-id "$ACL" --rule-number "$1" "$2" --protocol "$3" \
    --port-range "From=$4,To=$5" --cidr-block 0.0.0.0/0 --rule-action allow
}
allow 100 --ingress tcp 80 80
allow 110 --ingress 6 443 443
allow 120 --ingress tcp 1024 65535
allow 100 --egress tcp 80 80
allow 110 --egress tcp 443 443
allow 120 --egress tcp 1024 65535
aws ec2 create-network-acl-entry --network-acl-id "$ACL" --rule-number 130 --ingress --protocol icmp \
  --icmp-type-code Type=8,Code=-1 --cidr-block 10.40.0.0/16 --rule-action allow
aws ec2 create-network-acl-entry --network-acl-id "$ACL" --rule-number 90 --ingress --protocol -1 \
  --cidr-block 198.51.100.0/24 --rule-action deny

# The same number in the same direction is taken.
if allow 100 --ingress tcp 22 22 2>error; then exit 1; fi
grep -q NetworkAclEntryAlreadyExists error

# SSH from one network instead of HTTP.
aws ec2 replace-network-acl-entry --network-acl-id "$ACL" --rule-number 100 --ingress --protocol tcp \
  --port-range From=22,To=22 --cidr-block 203.0.113.0/24 --rule-action allow
[ "$(aws ec2 describe-network-acls --network-acl-ids "$ACL" --output text \
  --query 'NetworkAcls[0].Entries[?RuleNumber==`100` && Egress==`false`].[CidrBlock,PortRange.From,Protocol]')" = \
  "$(printf '203.0.113.0/24\t22\t6')" ]

# The rules that are shown are sorted: egress and ingress, each by number, and the last of each denies the rest.
[ "$(aws ec2 describe-network-acls --network-acl-ids "$ACL" --output text \
  --query 'join(`,`, NetworkAcls[0].Entries[?Egress==`false`].to_string(RuleNumber))')" = \
  90,100,110,120,130,32767 ]

ASSOCIATION=$(aws ec2 describe-network-acls --filters "Name=association.subnet-id,Values=$SUBNET" --output text \
  --query "NetworkAcls[0].Associations[?SubnetId=='$SUBNET'].NetworkAclAssociationId | [0]")
NEW_ASSOCIATION=$(aws ec2 replace-network-acl-association --association-id "$ASSOCIATION" --network-acl-id "$ACL" \
  --query NewAssociationId --output text)
[ "$NEW_ASSOCIATION" != "$ASSOCIATION" ]
[ "$(aws ec2 describe-network-acls --filters "Name=association.subnet-id,Values=$SUBNET" --output text \
  --query 'NetworkAcls[].NetworkAclId')" = "$ACL" ]

# In use, it is not deleted.
if aws ec2 delete-network-acl --network-acl-id "$ACL" 2>error; then exit 1; fi
grep -q DependencyViolation error

aws ec2 replace-network-acl-association --association-id "$NEW_ASSOCIATION" --network-acl-id "$DEFAULT_ACL" >/dev/null
for direction in --ingress --egress; do
  aws ec2 delete-network-acl-entry --network-acl-id "$ACL" --rule-number 110 "$direction"
done
aws ec2 delete-network-acl --network-acl-id "$ACL"
aws ec2 delete-subnet --subnet-id "$SUBNET"
aws ec2 delete-vpc --vpc-id "$VPC"
