# Generates C++ from AWS's model of an operation, for .ci/new-operation, which formats it and explains the arguments.
# Arguments: $name (of the operation or structure), $what (operation, structure or header), $noun (the folder), $known
# (the structures that core already has). Texts of our own are left empty, which no test accepts.

def quoted: "\"" + . + "\"";
# Like kebab_case() in core/operation/registry.h: a word begins at a capital after a small letter or digit, and at the
# last capital of a run.
def kebab: gsub("(?<a>[a-z0-9])(?<b>[A-Z])"; "\(.a)-\(.b)") | gsub("(?<a>[A-Z])(?<b>[A-Z][a-z])"; "\(.a)-\(.b)") | ascii_downcase;
def snake: kebab | gsub("-"; "_") | if IN("return", "default", "operator", "public", "private", "protected") then . + "_" else . end;

def kind: if IN("structure", "list", "boolean") then . elif IN("integer", "long") then "integer" else "string" end;
def is_builtin: IN("Filter", "Tag", "TagSpecification");
def is_known: . as $shape | ($known | split(" ") | index($shape)) != null;

# The C++ type of a shape's value.
def type($shapes):
  . as $name | $shapes[$name] as $shape | $shape.type | kind
  | if . == "structure" then $name
    elif . == "list" then "std::vector<" + ($shape.member.shape | type($shapes)) + ">"
    elif . == "boolean" then "bool"
    elif . == "integer" then "std::int64_t"
    else "std::string" end;

# The same for a member; lists are empty and not absent.
def field($shapes; $required):
  .value.shape as $name | ($name | type($shapes)) as $type
  | (if $shapes[$name].type == "list" or $required then $type else "std::optional<" + $type + ">" end) + " " + (.key | snake) + "{};";

# The innermost element of nested lists, or the shape itself if it is not a list.
def leaf($shapes): if $shapes[.].type == "list" then ($shapes[.].member.shape | leaf($shapes)) else . end;

# What AWS's names do not say: the type of the resource, or the prefix of the part, whose id a shape holds.
def named_otherwise: {"AllocationId": "elastic-ip", "ElasticIpAssociationId": "eipassoc-", "PrefixListResourceId": "prefix-list",
  "RouteGatewayId": "internet-gateway", "RouteTableAssociationId": "rtbassoc-", "SecurityGroupId": "security-group",
  "VpcFlowLogId": "vpc-flow-log", "VpnGatewayId": "vpn-gateway"}[.];

# The type of the resource whose id a member holds, such as `vpc`; empty if it holds none. AWS writes `natgateway`, and
# calls a security group just a group. Some members are named after their role, so that only the shape tells.
def refers($shapes):
  (.value.shape | leaf($shapes) | named_otherwise) //
  (((.key | capture("^(?<noun>.+)Ids?$").noun) // "" | ascii_downcase | if . == "group" then "securitygroup" else . end) as $type
  | first($shapes.ResourceType.enum[] | select(gsub("-"; "") == $type)) // "");

def traits($shapes; $required; $request):
  $shapes[.value.shape | leaf($shapes)] as $shape
  | [ (if $required and $request then ".required = true" else empty end),
      (if $request and $shape.type == "integer" and $shape.min != null then ".minimum = \($shape.min)" else empty end),
      (if $request and $shape.type == "integer" and $shape.max != null then ".maximum = \($shape.max)" else empty end),
      (if $request and $shape.enum != null then ".choices = k" + (.value.shape | leaf($shapes)) else empty end),
      (refers($shapes) | if . != "" and $request then ".refers = " + quoted else empty end) ]
  | if . == [] then "" else ", {" + join(", ") + "}" end;

def is_required($structure): .key as $key | ($structure.required // []) | index($key) != null;

# One member of a description. Members that most creates, or all pages, have are described once: creating.h, page_members.h.
def described($shapes; $type; $structure; $request):
  is_required($structure) as $required
  | "&\($type)::\(.key | snake)" as $pointer
  | if $request and .value.idempotencyToken then "creating::client_token<\($pointer)>"
    elif $request and .key == "DryRun" then "dry_run<\($pointer)>"
    elif $request and .value.shape == "FilterList" then
      "requested_filters<\($pointer)>(" + (if .key == "Filters" then "" else .key | quoted end) + ")"
    elif $request and .key == "TagSpecifications" then "creating::tags<\($pointer)>(\"\")"
    elif .key == "NextToken" and $request then "requested_page<\($pointer)>"
    elif .key == "NextToken" and $type == $name + "Result" then "next_page_token<\($pointer)>"
    elif .key == "MaxResults" and $request then
      $shapes[.value.shape] as $limit
      | "requested_page_size<\($pointer)>(" + (if $limit.max == null and $limit.min == null then "" else "\($limit.max // "INT64_MAX"), \($limit.min // "INT64_MIN")" end) + ")"
    elif ($request | not) and .key == "ClientToken" and $type == $name + "Result" then "creating::token<\($pointer)>"
    else "member<\($pointer)>(\(.key | quoted), \"\"\(traits($shapes; $required; $request)))" end;

def struct($shapes; $type; $structure; $request):
  "struct \($type) {",
  ($structure.members | to_entries[] | field($shapes; ($request | not) and $shapes[.value.shape].type == "structure" or ($request and is_required($structure)))),
  "};", "";

def description($shapes; $type; $called; $structure; $request):
  "template <>", "struct model::Describe<\($type)> {",
  "static constexpr std::string_view name = \($called | quoted);",
  "static constexpr auto members = model::members(",
  ([$structure.members | to_entries[] | described($shapes; $type; $structure; $request)] | join(",\n")),
  ");", "};", "";

# The nested structures that core does not have yet, the innermost first.
def inner($shapes):
  [ recurse($shapes[.].members // {} | .[] | .shape | leaf($shapes)
            | select($shapes[.].type == "structure" and (is_builtin or is_known | not))) ][1:] | reverse
  | reduce .[] as $one ([]; if index($one) then . else . + [$one] end);

# The lists of choices for the members of a request.
def choices($shapes):
  [ recurse($shapes[.].members // {} | .[] | .shape | leaf($shapes)) | select($shapes[.].enum and . != "ResourceType") ] | unique[]
  | "constexpr std::string_view k\(.)[] = {" + ($shapes[.].enum | map(quoted) | join(", ")) + "};";

def card($definition):
  "extern constinit const Operation \($name | snake) = \($definition)({",
  ".name = \($name | quoted),",
  (if $name | test("^(Describe|Get|Search)") then empty elif $definition | test("^define_(answering_)?delete") then empty else ".effect = Effect::writes," end),
  ".summary = \"\",", ".description = \"\",", "});", "";

# True for the member of a describe that names resources by something other than their ids. Names without pages are
# those of zones and regions, which are no resources.
def are_names($request): .key == "PublicIps" or ((.key | endswith("Names")) and $request.members.MaxResults != null);

def describe($shapes; $request; $result):
  ([$result.members | to_entries[] | select($shapes[.value.shape].type == "list")][0]) as $items
  | ($items.value.shape | leaf($shapes)) as $view
  | "#include \"core/operation/describing.h\"", "#include \"core/ops/\($noun)/\($noun).h\"", "",
    "namespace ec2mimic::ops {", "namespace {", "",
    "constexpr auto k\($name)Request = model::described(\"\($name)Request\",",
    ([ $request.members | to_entries[]
       | if .key == "Filters" then "describing::filters"
         elif .key == "Filter" then "describing::filters_as(\"Filter\")"
         elif .key == "DryRun" then "describing::dry_run"
         elif .key == "NextToken" then "describing::next_token"
         elif .key == "IncludeManagedResources" then "describing::include_managed_resources"
         elif .key == "MaxResults" then
           $shapes[.value.shape] as $limit
           | "describing::max_results(" + ([($limit.max // "INT64_MAX"), (if $limit.min == 5 then empty else $limit.min // "INT64_MIN" end) | tostring] | join(", ")) + ")"
         elif are_names($request) then "describing::names(\(.key | quoted), \"\")"
         else "describing::ids(\(.key | quoted), \"\", \(refers($shapes) | quoted))" end ] | join(",\n")), ");",
    "constexpr auto k\($name)Result = model::described(\"\($name)Result\",",
    ([ $result.members | to_entries[]
       | if .key == "NextToken" then "describing::next_page<\($view)>" else "describing::items<\($view)>(\(.key | quoted), \"\")" end ] | join(",\n")), ");",
    "",
    if any($request.members | to_entries[]; are_names($request)) then
      "void prepare_\($name | snake)(DescribeRequest& request, Context& context) {",
      "static_assert(false, \"the ids of what the request names have to be added to request.ids\");", "}", "",
      "}  // namespace", "",
      card("define_describe<k\($name)Request, k\($name)Result, prepare_\($name | snake)>")
    else
      "}  // namespace", "",
      card("define_describe<k\($name)Request, k\($name)Result>")
    end,
    "}  // namespace ec2mimic::ops";

# True if an operation answers at most with a boolean, which a delete says in one word (core/operation/deleting.h).
def says_only_done($shapes; $output):
  $output == null or ([$shapes[$output].members[] | $shapes[.shape].type] == ["boolean"]);

def delete($shapes; $request; $output):
  ($noun | split("_") | map((.[:1] | ascii_upcase) + .[1:]) | join("")) as $view
  | "#include \"core/operation/deleting.h\"", "#include \"core/ops/\($noun)/\($noun).h\"", "",
    "namespace ec2mimic::ops {", "namespace {", "",
    "constexpr auto k\($name)Request = model::described(\"\($name)Request\",",
    ([ $request.members | to_entries[]
       | if .key == "DryRun" then "deleting::dry_run" else "deleting::id(\(.key | quoted), \"\", \(refers($shapes) | quoted))" end ] | join(",\n")), ");",
    (if $output then
       "constexpr auto k\($name)Result = model::described(\"\($output)\", deleting::done(\($shapes[$output].members | keys[0] | quoted)));"
     else empty end),
    "", "}  // namespace", "",
    card(if $output then "define_answering_delete<\($view), k\($name)Request, k\($name)Result>" else "define_delete<\($view), k\($name)Request>" end),
    "}  // namespace ec2mimic::ops";

def other($shapes; $input; $output):
  ([$input] + if $output then [$output] else [] end) as $ends
  | $shapes[$input] as $request
  | "\($name)" as $type
  | ($request.members | to_entries | map(select(.value.idempotencyToken))[0]) as $token
  | "#include \"core/operation/creating.h\"",
    (if $request.members.NextToken then "#include \"core/operation/page_members.h\"" else empty end),
    "#include \"core/ops/\($noun)/\($noun).h\"", "",
    "namespace ec2mimic {", "namespace {", "",
    ($input | choices($shapes)), "",
    (($input | inner($shapes))[] | . as $one | struct($shapes; $one; $shapes[$one]; true)),
    struct($shapes; $type; $request; true),
    (if $output then
       (($output | inner($shapes))[] | . as $one | struct($shapes; $one; $shapes[$one]; false)),
       struct($shapes; $type + "Result"; $shapes[$output]; false)
     else empty end),
    "}  // namespace", "",
    (($input | inner($shapes))[] | . as $one | description($shapes; $one; $one; $shapes[$one]; true)),
    description($shapes; $type; $input; $request; true),
    (if $output then
       (($output | inner($shapes))[] | . as $one | description($shapes; $one; $one; $shapes[$one]; false)),
       description($shapes; $type + "Result"; $output; $shapes[$output]; false)
     else empty end),
    "namespace {", "",
    "\(if $output then $type + "Result" else "void" end) run_\($name | snake)(const \($type)& request, Context& context) {",
    "static_assert(false, \"what \($name) does is not written yet\");", "}", "",
    "}  // namespace", "", "namespace ops {", "",
    card(if $token and $output then
           ([$shapes[$output].members | to_entries[] | select($shapes[.value.shape].type == "structure")][0].key // $noun | snake) as $shown
           | (if $shapes[$output].members.ClientToken then "&\($type)Result::client_token" else "nullptr" end) as $echoed
           | "define_create<&run_\($name | snake), &\($type)::tag_specifications, &\($type)Result::\($shown), \($echoed)>"
         else "define<&run_\($name | snake)>" end),
    "}  // namespace ops", "}  // namespace ec2mimic";

def operation:
  .shapes as $shapes
  | .operations[$name] as $operation
  | $shapes[$operation.input] as $request
  | ([$request.members | to_entries[] | select(.key != "DryRun")]) as $rest
  | ([$rest[] | select(refers($shapes) != "")] | length) as $ids
  | if ($name | startswith("Describe")) and $ids <= 1
       and all($rest[]; refers($shapes) != "" or are_names($request) or IN(.key; "Filter", "Filters", "IncludeManagedResources", "MaxResults", "NextToken"))
    then describe($shapes; $request; $shapes[$operation.output])
    elif ($name | startswith("Delete")) and $ids == 1 and ($rest | length) == 1 and says_only_done($shapes; $operation.output)
    then delete($shapes; $request; $operation.output)
    else other($shapes; $operation.input; $operation.output) end;

def structure:
  .shapes as $shapes
  | ([$name | inner($shapes)[]] + [$name])
  | (.[] as $one | struct($shapes; $one; $shapes[$one]; false)),
    "namespace model {", "",
    (.[] as $one | description($shapes; $one; $one; $shapes[$one]; false) | if startswith("struct model::") then sub("struct model::"; "struct ") else . end),
    "}  // namespace model";

def header:
  "#pragma once", "", "#include \"core/operation/resource.h\"", "",
  "namespace ec2mimic {", "", "namespace ops {", "extern const Noun \($noun);", "}", "",
  structure,
  "}  // namespace ec2mimic";

if $what == "operation" then operation elif $what == "header" then header else structure end
