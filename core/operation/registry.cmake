# Generates the lists of nouns and operations from the file names under core/ops: <noun>/<noun>.cpp defines the Noun
# ops::<noun>, every other <noun>/<verb_noun>.cpp the Operation ops::<verb_noun>. A misnamed file fails at link time.
# The operations are EC2's, except those in a folder named after another service. Operations are also listed by folder.
# A file with a header of its own, other than the noun's, is neither: it holds what operations of the folder share.

file(GLOB OP_SOURCES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/core/ops/*/*.cpp)
set(nouns "")
set(ec2 "")
set(sts "")
set(folder_names "")
foreach(source ${OP_SOURCES})
  get_filename_component(stem ${source} NAME_WE)
  get_filename_component(path ${source} DIRECTORY)
  get_filename_component(folder ${path} NAME)
  if(NOT "${stem}" STREQUAL "${folder}" AND EXISTS ${path}/${stem}.h)
    continue()
  endif()
  # Converted to dashes before sorting, because command names are sorted with them.
  string(REPLACE "_" "-" command ${stem})
  if("${stem}" STREQUAL "${folder}")
    list(APPEND nouns ${command})
  elseif("${folder}" STREQUAL "sts")
    list(APPEND sts ${command})
  else()
    list(APPEND ec2 ${command})
  endif()
  string(REPLACE "_" "-" folder_command ${folder})
  list(APPEND folder_names ${folder_command})
  if(NOT "${stem}" STREQUAL "${folder}")
    list(APPEND operations_in_${folder} ${command})
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

# Named as their manual pages end (man/manual.cmake).
set(operations ${ec2})
foreach(command ${sts})
  list(APPEND operations sts-${command})
endforeach()

set(folder_arrays "")
set(folders_list "")
list(REMOVE_DUPLICATES folder_names)
list(SORT folder_names)
foreach(folder_command ${folder_names})
  string(REPLACE "-" "_" folder ${folder_command})
  set(noun "nullptr")
  if("${folder_command}" IN_LIST nouns)
    set(noun "&ops::${folder}")
  endif()
  set(its_operations "{}")
  if(operations_in_${folder})
    list(SORT operations_in_${folder})
    set(its_operations "k_${folder}")
    string(APPEND folder_arrays "  static constexpr const Operation* k_${folder}[] = {\n")
    foreach(command ${operations_in_${folder}})
      string(REPLACE "-" "_" name ${command})
      string(APPEND folder_arrays "    &ops::${name},\n")
    endforeach()
    string(APPEND folder_arrays "  };\n")
  endif()
  string(APPEND folders_list "    {\"${folder_command}\", ${noun}, ${its_operations}},\n")
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

std::span<const Folder> folders() {
@folder_arrays@  static constexpr Folder kAll[] = {
@folders_list@  };
  return kAll;
}

}  // namespace ec2mimic
")
