// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/window.h"

#include "app/commands/output.h"
#include "app/commands/store.h"
#include "app/commands/storechoice.h"
#include "widgets/mainwindow.h"
#include "widgets/resources.h"

#include <QApplication>
#include <QLocale>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <unistd.h>

namespace assay::app {

namespace {

Error noDisplay(const std::string &reason)
{
    return failure(ErrorKind::Refused, "no_display",
                   "The window cannot be opened without a display{}; `assay --help` lists the commands that need none, "
                   "such as "
                   "`assay demo`.",
                   {reason})
        .value();
}

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || !qEnvironmentVariableIsEmpty("DISPLAY") ||
           !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
}

/// Qt ends the process when a display it was told of does not answer: say so in our own words first.
void tellFatal(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtFatalMsg) {
        const int code = printError(noDisplay(" (the one that is named does not answer)"), false);
        std::_Exit(code);
    }
    std::fprintf(stderr, "%s\n", qUtf8Printable(message));
}

/// The store the options name or, started from a desktop, where nobody reads standard error, the one that is chosen
/// when it cannot be opened.
Result<std::unique_ptr<LocalWorkbench>> openChosen(CommonOptions options)
{
    for (;;) {
        auto workbench = openWorkbench(options);
        if (workbench || ::isatty(STDERR_FILENO) || QGuiApplication::platformName() == QStringLiteral("offscreen"))
            return workbench;
        const auto other = chooseInstead(storePath(options), workbench.error());
        if (!other)
            return workbench;
        options.store = other->toStdString();
    }
}

} // namespace

int openWindow(int &argc, char **argv, const CommonOptions &options, const std::vector<std::string> &files)
{
    if (!hasDisplay())
        return printError(noDisplay({}), options.json);
    const QtMessageHandler before = qInstallMessageHandler(tellFatal);
    QApplication application(argc, argv);
    qInstallMessageHandler(before);
    std::setlocale(LC_NUMERIC, "C"); // Qt took the user's locale; libraries that print numbers must not
    ui::installTranslations(QLocale());
    auto workbench = openChosen(options);
    if (!workbench)
        return printError(workbench.error(), false);
    ui::MainWindow window(**workbench);
    QStringList names;
    for (const std::string &file : files)
        names.push_back(QString::fromStdString(file));
    window.show();
    if (!names.isEmpty())
        window.openFiles(names);
    return QApplication::exec();
}

} // namespace assay::app
