// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/program.h"

int main(int argc, char **argv)
{
    return assay::app::runProgram(argc, argv);
}
