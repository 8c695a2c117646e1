// SPDX-License-Identifier: GPL-3.0-or-later
// In place of window.cpp in a build without widgets/mainwindow.cpp.
#include "app/commands/output.h"
#include "app/commands/window.h"

namespace assay::app {

int openWindow(int &, char **, const CommonOptions &options, const std::vector<std::string> &)
{
    return printError(failure(ErrorKind::Refused, "no_display",
                              "This build has commands only and opens no window on a display; `assay --help` lists "
                              "what it does, such as `assay demo`.")
                          .value(),
                      options.json);
}

} // namespace assay::app
