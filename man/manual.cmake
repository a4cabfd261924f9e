# The manual pages that the program renders from its descriptions: `cmake --build build --target man` writes them to
# this folder. They are committed, a test checks that they are up to date, and they are installed from here, so that a
# build for another machine need not run the program.

set(RENDERED_FOLDER ${PROJECT_BINARY_DIR}/man)
file(MAKE_DIRECTORY ${RENDERED_FOLDER})
# Every operation has a page (the list is from core/operation/registry.cmake), and so has everything else with examples:
# our own commands.
set(rendered_pages ec2mimic ec2mimic-state.5)
foreach(command ${operations})
  list(APPEND rendered_pages ec2mimic-${command})
endforeach()
file(GLOB examples CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/man/examples/*.spec)
foreach(example ${examples})
  get_filename_component(command ${example} NAME_WE)
  list(APPEND rendered_pages ec2mimic-${command})
endforeach()
list(REMOVE_DUPLICATES rendered_pages)

set(rendered_files "")
set(write_back "")
foreach(page ${rendered_pages})
  set(name ${page})
  if(NOT page MATCHES "\\.[0-9]$")
    string(APPEND name .1)
  endif()
  set(file ${RENDERED_FOLDER}/${name})
  add_custom_command(OUTPUT ${file} COMMAND ec2mimic man ${page} > ${file} DEPENDS ec2mimic VERBATIM)
  list(APPEND rendered_files ${file})
  list(APPEND write_back COMMAND ${CMAKE_COMMAND} -E copy_if_different ${file} ${PROJECT_SOURCE_DIR}/man/${name})
endforeach()
add_custom_target(man ${write_back} DEPENDS ${rendered_files} VERBATIM)
