# `cpack` in the build folder makes a .tar.gz and, where dpkg is installed, a .deb, whose layout debian.cmake adjusts.

set(EC2MIMIC_MAINTAINER "ec2mimic maintainers <ec2mimic@localhost>" CACHE STRING
    "Maintainer of the packages, as NAME <ADDRESS>; the default is a placeholder")

set(CPACK_PACKAGE_NAME ec2mimic)
set(CPACK_PACKAGE_VENDOR "ec2mimic maintainers")
set(CPACK_PACKAGE_CONTACT ${EC2MIMIC_MAINTAINER})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "behaves like aws ec2 with no AWS behind it")
set(CPACK_PACKAGE_DESCRIPTION "It answers calls of EC2 as the AWS CLI would print them, with no account,
network, server or Python. Its account is one JSON file. Shell scripts that
call aws ec2 run on it in tests, and retries with client tokens can be
practised.")

# dpkg sorts 0.1.0+unreleased after 0.1.0 and before 0.1.1.
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/README.md)
file(STRINGS README.md unreleased REGEX "^### Unreleased")
if(unreleased)
  string(APPEND CPACK_PACKAGE_VERSION +unreleased)
endif()

string(TOLOWER ${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR} machine)
set(CPACK_PACKAGE_FILE_NAME ec2mimic-${CPACK_PACKAGE_VERSION}-${machine})
set(CPACK_STRIP_FILES ON)

set(CPACK_GENERATOR TGZ)
find_program(DPKG_DEB dpkg-deb)
# dpkg knows the architecture of this machine; for another one it has to be given.
if(DPKG_DEB AND (NOT CMAKE_CROSSCOMPILING OR CPACK_DEBIAN_PACKAGE_ARCHITECTURE))
  list(APPEND CPACK_GENERATOR DEB)
endif()
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS bash-completion)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
if(NOT EC2MIMIC_STATIC)
  set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)  # needs dpkg-dev
endif()
set(CPACK_EC2MIMIC_STATIC ${EC2MIMIC_STATIC})
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/packaging/debian.cmake)

# Installing one component, the one of everything here, leaves the install_manifest.txt of `cmake --install` alone.
set(CPACK_INSTALL_CMAKE_PROJECTS "${PROJECT_BINARY_DIR};ec2mimic;Unspecified;/")

set(CPACK_SOURCE_GENERATOR TGZ)
set(CPACK_SOURCE_IGNORE_FILES "/[.]git/" "/build/")
include(CPack)
