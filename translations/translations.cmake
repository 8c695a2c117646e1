# SPDX-License-Identifier: GPL-3.0-or-later
# Included by the layer that carries them. One .ts a language; English has one for its plurals only. The target `translations_update`
# brings them up to date with the sources; the compiled files become the resource `:/translations`.
set(languages de en)

set(folder "${CMAKE_CURRENT_LIST_DIR}")
set(ts_files "")
set(updates "")
foreach(language IN LISTS languages)
    set(ts "${folder}/assay_${language}.ts")
    list(APPEND ts_files "${ts}")
    set(which "")
    if(language STREQUAL "en")
        set(which -pluralonly)
    endif()
    list(APPEND updates COMMAND Qt6::lupdate app widgets -I . -silent -no-obsolete -locations none ${which} -ts "${ts}")
endforeach()
add_custom_target(translations_update ${updates} WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}" VERBATIM)
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
