# Writes the lists of nouns and operations from the names of the files under core/ops: <noun>/<noun>.cpp defines the Noun
# ops::<noun>, every other <noun>/<verb_noun>.cpp the Operation ops::<verb_noun>. A misnamed file fails at link time. The
# operations are EC2's, but for those in a folder of another service's name.

file(GLOB OP_SOURCES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/core/ops/*/*.cpp)
set(nouns "")
set(ec2 "")
set(sts "")
foreach(source ${OP_SOURCES})
  get_filename_component(stem ${source} NAME_WE)
  get_filename_component(folder ${source} DIRECTORY)
  get_filename_component(folder ${folder} NAME)
  # Dashes, because the order is that of the command names.
  string(REPLACE "_" "-" command ${stem})
  if("${stem}" STREQUAL "${folder}")
    list(APPEND nouns ${command})
  elseif("${folder}" STREQUAL "sts")
    list(APPEND sts ${command})
  else()
    list(APPEND ec2 ${command})
  endif()
endforeach()

set(declarations "")
foreach(kind nouns ec2 sts)
  list(SORT ${kind})
  set(type Operation)
  if("${kind}" STREQUAL "nouns")
    set(type Noun)
  endif()
  set(${kind}_list "")
  foreach(command ${${kind}})
    string(REPLACE "-" "_" name ${command})
    string(APPEND declarations "extern const ${type} ${name};\n")
    string(APPEND ${kind}_list "    &ops::${name},\n")
  endforeach()
endforeach()

file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/generated/registry_lists.cpp @ONLY CONTENT
"// Written by core/operation/registry.cmake from the names of the files under core/ops.
#include \"core/operation/registry.h\"

namespace ec2mimic {
namespace ops {
@declarations@
}  // namespace ops

std::span<const Operation* const> operations(Service service) {
  static constexpr const Operation* kEc2[] = {
@ec2_list@  };
  static constexpr const Operation* kSts[] = {
@sts_list@  };
  return service == Service::sts ? std::span<const Operation* const>(kSts) : kEc2;
}

std::span<const Noun* const> nouns() {
  static constexpr const Noun* kAll[] = {
@nouns_list@  };
  return kAll;
}

}  // namespace ec2mimic
")
