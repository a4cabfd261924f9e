# Writes the lists of nouns and operations from the names of the files under core/ops: <noun>/<noun>.cpp defines the Noun
# ops::<noun>, every other <noun>/<verb_noun>.cpp the Operation ops::<verb_noun>. A misnamed file fails at link time.

file(GLOB OP_SOURCES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/core/ops/*/*.cpp)
set(nouns "")
set(operations "")
foreach(source ${OP_SOURCES})
  get_filename_component(stem ${source} NAME_WE)
  get_filename_component(folder ${source} DIRECTORY)
  get_filename_component(folder ${folder} NAME)
  # Dashes, because the order is that of the command names.
  string(REPLACE "_" "-" command ${stem})
  if("${stem}" STREQUAL "${folder}")
    list(APPEND nouns ${command})
  else()
    list(APPEND operations ${command})
  endif()
endforeach()
list(SORT nouns)
list(SORT operations)

set(declarations "")
foreach(kind nouns operations)
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
"// Written by core/registry.cmake from the names of the files under core/ops.
#include \"core/registry.h\"

namespace ec2mimic {
namespace ops {
@declarations@
}  // namespace ops

std::span<const Operation* const> operations() {
  static constexpr const Operation* kAll[] = {
@operations_list@  };
  return kAll;
}

std::span<const Noun* const> nouns() {
  static constexpr const Noun* kAll[] = {
@nouns_list@  };
  return kAll;
}

}  // namespace ec2mimic
")
