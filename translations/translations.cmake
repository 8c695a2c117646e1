# SPDX-License-Identifier: GPL-3.0-or-later
# Included by the layer that carries them. One .ts a language. `cmake --build build/dev --target assay_widgets_lupdate` brings them up to date with the sources of every layer;
# the compiled files become the resource `:/translations`.
set(languages de)

list(TRANSFORM languages PREPEND "${CMAKE_CURRENT_LIST_DIR}/assay_" OUTPUT_VARIABLE ts_files)
list(TRANSFORM ts_files APPEND ".ts")
file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/app/*.cpp" "${PROJECT_SOURCE_DIR}/app/*.h"
     "${PROJECT_SOURCE_DIR}/widgets/*.cpp" "${PROJECT_SOURCE_DIR}/widgets/*.h")
qt_add_lupdate(assay_widgets TS_FILES ${ts_files} SOURCES ${sources} OPTIONS -no-obsolete -locations none)
qt_add_lrelease(assay_widgets TS_FILES ${ts_files} QM_FILES_OUTPUT_VARIABLE qm_files)

set(entries "")
foreach(qm IN LISTS qm_files)
    get_filename_component(file "${qm}" NAME)
    string(APPEND entries "<file alias=\"${file}\">${qm}</file>")
endforeach()
file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/translations.qrc"
     CONTENT "<RCC><qresource prefix=\"/translations\">@entries@</qresource></RCC>" @ONLY)
qt_add_resources(compiled "${CMAKE_CURRENT_BINARY_DIR}/translations.qrc")
target_sources(assay_widgets PRIVATE ${compiled})
