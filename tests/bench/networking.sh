#!/bin/sh
# A script of 100 calls over the networking surface, for the benchmark: a VPC with subnets in two zones, public ones and
# ones with NAT, ACLs, groups, an endpoint, and a peered VPC; all of it is checked and deleted again.
#
#     networking.sh AWS
#
# AWS is what is called in place of `aws`. Ids are taken from the answers, as scripts do, but may be empty, so that the
# same script runs with a program that prints nothing.
set -eu

aws=$1
ec2() { "$aws" ec2 "$@"; }
id() { # QUERY WORDS...
  query=$1
  shift
  "$aws" ec2 "$@" --query "$query" --output text
}

vpc=$(id Vpc.VpcId create-vpc --cidr-block 10.0.0.0/16 \
  --tag-specifications 'ResourceType=vpc,Tags=[{Key=Name,Value=bench}]')
ec2 wait vpc-available --vpc-ids "$vpc"
ec2 modify-vpc-attribute --vpc-id "$vpc" --enable-dns-hostnames
ec2 describe-vpc-attribute --vpc-id "$vpc" --attribute enableDnsHostnames

gateway=$(id InternetGateway.InternetGatewayId create-internet-gateway)
ec2 attach-internet-gateway --internet-gateway-id "$gateway" --vpc-id "$vpc"
ec2 describe-internet-gateways --filters "Name=attachment.vpc-id,Values=$vpc"

set_up() { # ZONE NUMBER
  public=$(id Subnet.SubnetId create-subnet --vpc-id "$vpc" --availability-zone "us-east-1$1" \
    --cidr-block "10.0.$2.0/24" --tag-specifications 'ResourceType=subnet,Tags=[{Key=Tier,Value=public}]')
  private=$(id Subnet.SubnetId create-subnet --vpc-id "$vpc" --availability-zone "us-east-1$1" \
    --cidr-block "10.0.10$2.0/24")
  ec2 create-tags --resources "$private" --tags Key=Tier,Value=private "Key=Name,Value=private-$1"
  ec2 modify-subnet-attribute --subnet-id "$public" --map-public-ip-on-launch
  table=$(id RouteTable.RouteTableId create-route-table --vpc-id "$vpc")
  ec2 create-route --route-table-id "$table" --destination-cidr-block 0.0.0.0/0 --gateway-id "$gateway"
  association=$(id AssociationId associate-route-table --route-table-id "$table" --subnet-id "$public")
  ec2 describe-route-tables --filters "Name=association.subnet-id,Values=$public"
}
set_up a 1
public_a=$public private_a=$private table_a=$table association_a=$association
set_up b 2
public_b=$public private_b=$private table_b=$table association_b=$association
ec2 describe-subnets --filters "Name=vpc-id,Values=$vpc" Name=tag:Tier,Values=public
ec2 describe-subnets --subnet-ids "$private_a" "$private_b"
ec2 describe-availability-zones
ec2 describe-regions --region-names us-east-1

address=$(id AllocationId allocate-address --domain vpc)
nat=$(id NatGateway.NatGatewayId create-nat-gateway --subnet-id "$public_a" --allocation-id "$address")
ec2 wait nat-gateway-available --nat-gateway-ids "$nat"
ec2 describe-nat-gateways --filter "Name=vpc-id,Values=$vpc"
nat_table=$(id RouteTable.RouteTableId create-route-table --vpc-id "$vpc" --client-token nat)
ec2 create-route --route-table-id "$nat_table" --destination-cidr-block 0.0.0.0/0 --nat-gateway-id "$nat"
nat_association_a=$(id AssociationId associate-route-table --route-table-id "$nat_table" --subnet-id "$private_a")
nat_association_b=$(id AssociationId associate-route-table --route-table-id "$nat_table" --subnet-id "$private_b")

group=$(id GroupId create-security-group --group-name web --description 'web servers' --vpc-id "$vpc")
ec2 describe-security-groups --group-ids "$group"
ec2 describe-security-groups --filters "Name=vpc-id,Values=$vpc" Name=group-name,Values=web
ec2 describe-security-group-rules --filters "Name=group-id,Values=$group"
ec2 create-tags --resources "$group" --tags Key=Name,Value=web
interface=$(id NetworkInterface.NetworkInterfaceId create-network-interface --subnet-id "$private_a" --groups "$group")
ec2 modify-network-interface-attribute --network-interface-id "$interface" --no-source-dest-check
ec2 describe-network-interface-attribute --network-interface-id "$interface" --attribute sourceDestCheck
ec2 describe-network-interfaces --network-interface-ids "$interface"
ec2 describe-network-interfaces --filters "Name=subnet-id,Values=$private_a"

acl=$(id NetworkAcl.NetworkAclId create-network-acl --vpc-id "$vpc")
for port in 22 80 443; do
  for direction in ingress egress; do
    ec2 create-network-acl-entry --network-acl-id "$acl" --rule-number "$port" --protocol tcp \
      --port-range "From=$port,To=$port" --cidr-block 0.0.0.0/0 --rule-action allow "--$direction"
  done
done
ec2 replace-network-acl-entry --network-acl-id "$acl" --rule-number 22 --protocol tcp --port-range From=22,To=22 \
  --cidr-block 10.0.0.0/8 --rule-action allow --ingress
ec2 delete-network-acl-entry --network-acl-id "$acl" --rule-number 22 --egress
ec2 describe-network-acls --network-acl-ids "$acl"
ec2 describe-network-acls --filters "Name=association.subnet-id,Values=$private_b"

endpoint=$(id VpcEndpoint.VpcEndpointId create-vpc-endpoint --vpc-id "$vpc" \
  --service-name com.amazonaws.us-east-1.s3 --route-table-ids "$nat_table")
ec2 describe-vpc-endpoints --vpc-endpoint-ids "$endpoint"
ec2 modify-vpc-endpoint --vpc-endpoint-id "$endpoint" --add-route-table-ids "$table_a"

other=$(id Vpc.VpcId create-vpc --cidr-block 10.1.0.0/16)
other_subnet=$(id Subnet.SubnetId create-subnet --vpc-id "$other" --cidr-block 10.1.0.0/24)
peering=$(id VpcPeeringConnection.VpcPeeringConnectionId create-vpc-peering-connection \
  --vpc-id "$vpc" --peer-vpc-id "$other")
ec2 describe-vpc-peering-connections --vpc-peering-connection-ids "$peering"
ec2 accept-vpc-peering-connection --vpc-peering-connection-id "$peering"
ec2 create-route --route-table-id "$nat_table" --destination-cidr-block 10.1.0.0/16 \
  --vpc-peering-connection-id "$peering"
options=$(id DhcpOptions.DhcpOptionsId create-dhcp-options --dhcp-configurations Key=domain-name,Values=example.org)
ec2 associate-dhcp-options --dhcp-options-id "$options" --vpc-id "$other"
ec2 describe-dhcp-options --dhcp-options-ids "$options"

ec2 describe-vpc-endpoint-services
ec2 describe-tags --filters "Name=resource-id,Values=$vpc"
ec2 describe-route-tables --filters "Name=vpc-id,Values=$vpc"
ec2 describe-vpcs --filters Name=tag:Name,Values=bench
ec2 describe-addresses --allocation-ids "$address"

ec2 delete-route --route-table-id "$nat_table" --destination-cidr-block 10.1.0.0/16
ec2 delete-vpc-peering-connection --vpc-peering-connection-id "$peering"
ec2 delete-subnet --subnet-id "$other_subnet"
ec2 associate-dhcp-options --dhcp-options-id default --vpc-id "$other"
ec2 delete-dhcp-options --dhcp-options-id "$options"
ec2 delete-vpc --vpc-id "$other"
ec2 delete-vpc-endpoints --vpc-endpoint-ids "$endpoint"
ec2 delete-network-acl --network-acl-id "$acl"
ec2 delete-network-interface --network-interface-id "$interface"
ec2 delete-security-group --group-id "$group"
ec2 delete-nat-gateway --nat-gateway-id "$nat"
ec2 wait nat-gateway-deleted --nat-gateway-ids "$nat"
ec2 release-address --allocation-id "$address"
ec2 disassociate-route-table --association-id "$nat_association_a"
ec2 disassociate-route-table --association-id "$nat_association_b"
ec2 delete-route-table --route-table-id "$nat_table"
ec2 disassociate-route-table --association-id "$association_a"
ec2 disassociate-route-table --association-id "$association_b"
ec2 delete-route-table --route-table-id "$table_a"
ec2 delete-route-table --route-table-id "$table_b"
for subnet in "$public_a" "$public_b" "$private_a" "$private_b"; do
  ec2 delete-subnet --subnet-id "$subnet"
done
ec2 detach-internet-gateway --internet-gateway-id "$gateway" --vpc-id "$vpc"
ec2 delete-internet-gateway --internet-gateway-id "$gateway"
ec2 delete-vpc --vpc-id "$vpc"
