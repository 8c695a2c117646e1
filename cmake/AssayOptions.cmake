# SPDX-License-Identifier: GPL-3.0-or-later
# What every target of the project is compiled with, as one interface target, and a helper to declare a layer.
if(NOT CMAKE_CXX_COMPILER_LAUNCHER)
    find_program(ASSAY_CCACHE ccache)
    if(ASSAY_CCACHE)
        # What ccache needs to know to keep files that use a precompiled header.
        set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros "${ASSAY_CCACHE}")
        if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
            set(ASSAY_PCH_FLAGS -fpch-preprocess)
        endif()
    endif()
endif()

add_library(assay_options INTERFACE)
add_library(Assay::options ALIAS assay_options)
target_compile_options(assay_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wno-sign-conversion -Wshadow -Wnon-virtual-dtor)
if(ASSAY_WARNINGS_AS_ERRORS)
    target_compile_options(assay_options INTERFACE -Werror)
endif()
if(ASSAY_SANITIZE)
    target_compile_options(assay_options INTERFACE -fsanitize=${ASSAY_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(assay_options INTERFACE -fsanitize=${ASSAY_SANITIZE})
endif()

# assay_library(engine): the static library assay_engine, known as Assay::engine.
function(assay_library name)
    add_library(assay_${name} STATIC)
    add_library(Assay::${name} ALIAS assay_${name})
    target_include_directories(assay_${name} PUBLIC "${PROJECT_SOURCE_DIR}")
    target_link_libraries(assay_${name} PRIVATE Assay::options)
endfunction()

# Headers that nearly every file of a layer reads: most of its compile time.
function(assay_precompile target)
    target_precompile_headers(${target} PRIVATE ${ARGN})
    target_compile_options(${target} PRIVATE ${ASSAY_PCH_FLAGS})
endfunction()
