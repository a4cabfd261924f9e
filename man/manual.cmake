# The pages of the manual. Those that the program renders from its descriptions are made at each build, compared with
# the committed ones by a test, installed, and written back by `cmake --build build --target man`.

set(MANUAL_FOLDER ${PROJECT_BINARY_DIR}/man)
file(MAKE_DIRECTORY ${MANUAL_FOLDER})
# Whatever has examples has a page: the operations and our own commands.
set(RENDERED_PAGES ec2mimic)
file(GLOB examples CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/man/examples/*.spec)
foreach(example ${examples})
  get_filename_component(command ${example} NAME_WE)
  list(APPEND RENDERED_PAGES ec2mimic-${command})
endforeach()

set(rendered_files "")
set(write_back "")
foreach(page ${RENDERED_PAGES})
  set(file ${MANUAL_FOLDER}/${page}.1)
  add_custom_command(OUTPUT ${file} COMMAND ec2mimic man ${page} > ${file} DEPENDS ec2mimic VERBATIM)
  list(APPEND rendered_files ${file})
  list(APPEND write_back COMMAND ${CMAKE_COMMAND} -E copy_if_different ${file} ${PROJECT_SOURCE_DIR}/man/${page}.1)
endforeach()
add_custom_target(manual ALL DEPENDS ${rendered_files})
add_custom_target(man ${write_back} VERBATIM)
add_dependencies(man manual)

install(FILES ${rendered_files} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
file(GLOB file_formats CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/man/*.5)
install(FILES ${file_formats} DESTINATION ${CMAKE_INSTALL_MANDIR}/man5)

install(FILES completions/ec2mimic.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME ec2mimic)
install(FILES completions/_ec2mimic DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES completions/ec2mimic.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
