// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/provenance.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QSysInfo>
#include <optional>

#ifdef Q_OS_UNIX
#include <pwd.h>
#include <unistd.h>
#endif

namespace assay::tracking {

namespace {

/// What git prints, up to @p most bytes, or nothing where there is no git, no repository or no answer in time.
std::optional<QByteArray> gitBytes(const QStringList &arguments, qint64 most)
{
    static const QString program = QStandardPaths::findExecutable(QStringLiteral("git"));
    if (program.isEmpty())
        return {};
    QProcess process;
    // Only looking: without this, `git status` may rewrite the index of a repository that is in use.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("GIT_OPTIONAL_LOCKS"), QStringLiteral("0"));
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, arguments, QIODevice::ReadOnly);
    constexpr int timeout = 1000;
    QDeadlineTimer deadline(timeout);
    QByteArray printed;
    while (printed.size() <= most && process.waitForReadyRead(static_cast<int>(deadline.remainingTime())))
        printed += process.readAllStandardOutput();
    if (process.error() == QProcess::FailedToStart)
        return {};
    const bool enough = printed.size() > most;
    if (enough || !process.waitForFinished(static_cast<int>(deadline.remainingTime()))) {
        const bool ended = process.state() == QProcess::NotRunning;
        process.kill();
        process.waitForFinished(timeout);
        if (!enough && !ended)
            return {};
    }
    if (!enough && (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0))
        return {};
    return printed + process.readAllStandardOutput();
}

std::optional<QString> git(const QStringList &arguments)
{
    constexpr qint64 most = 1 << 20;
    const auto printed = gitBytes(arguments, most);
    return printed ? std::optional(QString::fromUtf8(*printed).trimmed()) : std::nullopt;
}

/// "AMD EPYC 7763", else the architecture.
QString processorModel()
{
    QFile file(QStringLiteral("/proc/cpuinfo"));
    if (file.open(QIODevice::ReadOnly)) {
        static const QRegularExpression model(QStringLiteral("^model name\\s*:\\s*(.+)$"),
                                              QRegularExpression::MultilineOption);
        const auto match = model.match(QString::fromUtf8(file.readAll()));
        if (match.hasMatch())
            return match.captured(1).trimmed();
    }
    return QSysInfo::currentCpuArchitecture();
}

QString programName()
{
    const QString version = QCoreApplication::applicationVersion();
    return version.isEmpty() ? QCoreApplication::applicationName()
                             : QCoreApplication::applicationName() + u' ' + version;
}

} // namespace

QString currentUser()
{
#ifdef Q_OS_UNIX
    if (const passwd *entry = ::getpwuid(::geteuid()))
        return QString::fromLocal8Bit(entry->pw_name);
#endif
    const QString user = qEnvironmentVariable("USER");
    return user.isEmpty() ? qEnvironmentVariable("USERNAME") : user;
}

QString shellLine(const QStringList &arguments)
{
    static const QRegularExpression plain(QStringLiteral("^[\\w@%+=:,./-]+$"));
    QStringList quoted;
    for (QString argument : arguments) {
        if (!plain.match(argument).hasMatch())
            argument = u'\'' + argument.replace(u'\'', QStringLiteral("'\\''")) + u'\'';
        quoted << argument;
    }
    return quoted.join(u' ');
}

QByteArray workingChanges()
{
    constexpr qint64 most = 256 << 10;
    auto changes = gitBytes({QStringLiteral("-c"), QStringLiteral("core.quotePath=off"), QStringLiteral("diff"),
                             QStringLiteral("--no-color"), QStringLiteral("--no-ext-diff"),
                             QStringLiteral("--no-textconv"), QStringLiteral("HEAD")},
                            most);
    if (!changes || changes->size() <= most)
        return changes.value_or(QByteArray());
    changes->truncate(changes->lastIndexOf('\n', most - 1) + 1);
    return *changes + "# More was left out here: only the first 256 KiB are kept.\n";
}

Provenance currentProvenance(const ProvenanceFacts &facts)
{
    const auto commit = git({QStringLiteral("rev-parse"), QStringLiteral("HEAD")});
    std::optional<QString> changes;
    if (commit)
        changes =
            git({QStringLiteral("status"), QStringLiteral("--porcelain"), QStringLiteral("--untracked-files=no")});
    return {.program = facts.program.isEmpty() ? programName() : facts.program,
            .commandLine = facts.commandLine.isEmpty() ? shellLine(QCoreApplication::arguments()) : facts.commandLine,
            .gitCommit = commit.value_or(QString()),
            .gitDirty = changes && !changes->isEmpty(),
            .host = QSysInfo::machineHostName(),
            .user = currentUser(),
            .os = QSysInfo::prettyProductName() + QStringLiteral(" (") + QSysInfo::kernelType() + u' ' +
                  QSysInfo::kernelVersion() + u')',
            .cpu = processorModel(),
            .threads = facts.threads,
            .seed = facts.seed,
            .libraries = facts.libraries};
}

bool hasSeed(const Provenance &known)
{
    return known.seed > 0 || known.threads > 0 || !known.libraries.empty();
}

} // namespace assay::tracking
