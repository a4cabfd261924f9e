# cpack runs this on the staged files of each package. It adapts those of a .deb to Debian's policy: compressed pages
# and changelog, zsh's completion in the folder for packages, no second copy of the licence. Other packages are left
# alone.

# folders_for_all(): lets everyone into the staged folders, whatever umask the packager has.
function(folders_for_all)
  execute_process(COMMAND find ${CPACK_TEMPORARY_DIRECTORY} -type d -exec chmod 755 {} + COMMAND_ERROR_IS_FATAL ANY)
endfunction()

if(NOT CPACK_GENERATOR STREQUAL "DEB")
  folders_for_all()
  return()
endif()
set(share ${CPACK_TEMPORARY_DIRECTORY}/usr/share)
set(documents ${share}/doc/ec2mimic)

# run(COMMAND...): runs a command and stops cpack if it fails.
function(run)
  execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(MAKE_DIRECTORY ${share}/zsh/vendor-completions)
file(RENAME ${share}/zsh/site-functions/_ec2mimic ${share}/zsh/vendor-completions/_ec2mimic)
file(REMOVE_RECURSE ${share}/zsh/site-functions)

file(REMOVE ${documents}/LICENSE)  # `copyright` contains it
execute_process(COMMAND ${CMAKE_CURRENT_LIST_DIR}/changelog.sh ${CPACK_PACKAGE_VERSION} ${CPACK_PACKAGE_CONTACT}
                OUTPUT_FILE ${documents}/changelog COMMAND_ERROR_IS_FATAL ANY)
file(GLOB pages ${share}/man/man*/*)
run(gzip -9n ${documents}/changelog ${pages})
run(chmod 644 ${documents}/changelog.gz)

if(CPACK_EC2MIMIC_STATIC)
  file(MAKE_DIRECTORY ${share}/lintian/overrides)
  file(COPY_FILE ${CMAKE_CURRENT_LIST_DIR}/lintian-overrides ${share}/lintian/overrides/ec2mimic)
  run(chmod 644 ${share}/lintian/overrides/ec2mimic)
endif()

folders_for_all()
