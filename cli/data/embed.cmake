# Generates the source file that embeds texts in the program. The name of a text is the group given below and its file
# name: seeds/blog.json, lessons/2-blog.spec, activate/sh, page/lesson.css, examples/create-vpc.spec,
# completions/ec2mimic.bash, man/ec2mimic.1.in.

set(EMBEDDED_FOLDERS "seeds=cli/builtin/seeds/*.json" "lessons=cli/builtin/lessons/*.spec" "activate=cli/builtin/activate/*"
                     "page=cli/builtin/page/*" "examples=man/examples/*.spec" "completions=completions/*" "man=man/*.in")

set(entries "")
foreach(folder ${EMBEDDED_FOLDERS})
  string(REGEX MATCH "^([a-z]+)=(.*)$" unused ${folder})
  set(group ${CMAKE_MATCH_1})
  file(GLOB texts CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${CMAKE_MATCH_2})
  foreach(text ${texts})
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${text})
    get_filename_component(name ${text} NAME)
    file(READ ${text} content)
    string(APPEND entries "    {\"${group}/${name}\", R\"embedded(${content})embedded\"},\n")
  endforeach()
endforeach()

file(GENERATE OUTPUT ${PROJECT_BINARY_DIR}/generated/embedded.cpp CONTENT
"// Written by cli/data/embed.cmake.
#include \"cli/data/embedded.h\"

namespace ec2mimic::cli {
namespace {

constexpr EmbeddedText kTexts[] = {
${entries}};

}  // namespace

std::span<const EmbeddedText> embedded_texts() { return kTexts; }

}  // namespace ec2mimic::cli
")
