// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/program.h"

#include "app/commands/commandline.h"
#include "app/commands/interrupt.h"
#include "app/commands/output.h"
#include "app/commands/terminalobserver.h"
#include "app/commands/window.h"
#include "widgets/resources.h"

#include <QCoreApplication>
#include <QLocale>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <exception>
#include <new>

namespace assay::app {

namespace {

Result<Answer> answerOf(const Request &request)
{
    Interrupt interrupt;
    TerminalObserver observer(!request.common.quiet && TerminalObserver::isTerminal());
    const Call call{.common = request.common,
                    .context = {.observer = &observer,
                                .stop = interrupt.token(),
                                .threads = request.common.threads,
                                .seed = request.common.seed}};
    return request.body(call);
}

int runCommand(int &argc, char **argv, const Request &request)
{
    const QCoreApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C"); // Qt took the user's locale; libraries that print numbers must not
    ui::installTranslations(QLocale());
    const auto answer = answerOf(request);
    if (!answer)
        return printError(answer.error(), request.common.json);
    if (const auto printed = printAnswer(*answer, request.common.json); !printed)
        return printError(printed.error(), false);
    return answer->exitCode;
}

int run(int &argc, char **argv)
{
    const auto request = parseCommandLine(argc, argv);
    if (!request)
        return printError(request.error(), asksForJson(argc, argv));
    if (!request->print.empty()) {
        std::fputs(request->print.c_str(), stdout);
        return 0;
    }
    return request->command ? runCommand(argc, argv, *request)
                            : openWindow(argc, argv, request->common, request->files);
}

int internalError(int argc, char **argv, const std::string &what)
{
    return printError(Error{.kind = ErrorKind::Internal,
                            .code = "internal",
                            .message = "Something went wrong inside the program: " + what + '.',
                            .file = {},
                            .line = 0,
                            .column = {},
                            .arguments = {what}},
                      asksForJson(argc, argv));
}

} // namespace

int runProgram(int argc, char **argv)
{
    QCoreApplication::setOrganizationName(QStringLiteral("assay"));
    QCoreApplication::setApplicationName(QStringLiteral("assay"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ASSAY_VERSION));
    std::signal(SIGXFSZ, SIG_IGN); // a file that may not grow is a failed write, told as such
    try {
        return run(argc, argv);
    } catch (const std::bad_alloc &) {
        return internalError(argc, argv, "there is not enough memory");
    } catch (const std::exception &error) {
        return internalError(argc, argv, error.what());
    }
}

} // namespace assay::app
