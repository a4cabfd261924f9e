# What `cmake --install` installs. Only the program comes from the build folder.

install(TARGETS ec2mimic)

foreach(section 1 5)
  file(GLOB pages CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/man/*.${section})
  install(FILES ${pages} DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section})
endforeach()

install(FILES completions/ec2mimic.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME ec2mimic)
install(FILES completions/_ec2mimic DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES completions/ec2mimic.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

install(FILES LICENSE packaging/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})
