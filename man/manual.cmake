# The pages of the manual that the program renders from its descriptions: `cmake --build build --target man` writes them
# into this folder. They are committed, a test compares them, and they are what is installed, so that a build for another
# machine need not run the program.

set(RENDERED_FOLDER ${PROJECT_BINARY_DIR}/man)
file(MAKE_DIRECTORY ${RENDERED_FOLDER})
set(rendered_pages ec2mimic)
foreach(command ${operations})  # from core/operation/registry.cmake
  list(APPEND rendered_pages ec2mimic-${command})
endforeach()

set(rendered_files "")
set(write_back "")
foreach(page ${rendered_pages})
  set(file ${RENDERED_FOLDER}/${page}.1)
  add_custom_command(OUTPUT ${file} COMMAND ec2mimic man ${page} > ${file} DEPENDS ec2mimic VERBATIM)
  list(APPEND rendered_files ${file})
  list(APPEND write_back COMMAND ${CMAKE_COMMAND} -E copy_if_different ${file} ${PROJECT_SOURCE_DIR}/man/${page}.1)
endforeach()
add_custom_target(man ${write_back} DEPENDS ${rendered_files} VERBATIM)
