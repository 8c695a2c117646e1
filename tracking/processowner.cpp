// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/processowner.h"

#include <QByteArrayList>
#include <QCoreApplication>
#include <QFile>
#include <QSysInfo>
#include <optional>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <csignal>
#endif

namespace assay::tracking {

namespace {

struct ProcessState
{
    bool zombie = false;
    qint64 started = 0;
};

/// From /proc; the name, second field, may hold blanks and parentheses, so counting starts behind its last one.
std::optional<ProcessState> processState(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = file.readAll();
    const QByteArrayList fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    constexpr int state = 0, startTime = 19; // fields 3 and 22 of proc(5)
    if (fields.size() <= startTime)
        return {};
    return ProcessState{.zombie = fields[state] == "Z" || fields[state] == "X",
                        .started = fields[startTime].toLongLong()};
}

bool hasProc()
{
    static const bool has = QFile::exists(QStringLiteral("/proc/self/stat"));
    return has;
}

/// Process numbers mean something only within one machine and, on Linux, one namespace.
QString hostIdentity()
{
    QByteArray machine = QSysInfo::machineUniqueId();
    if (machine.isEmpty())
        machine = QSysInfo::machineHostName().toUtf8();
    return QString::fromUtf8(machine);
}

QString bootIdentity()
{
    const QString names = QFile::symLinkTarget(QStringLiteral("/proc/self/ns/pid"));
    const QString space = names.section(u'/', -1);
    return QString::fromLatin1(QSysInfo::bootUniqueId()) + (space.isEmpty() ? QString() : u'/' + space);
}

bool processExists(qint64 pid)
{
#ifdef Q_OS_UNIX
    return ::kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM;
#else
    Q_UNUSED(pid);
    return true;
#endif
}

} // namespace

const ProcessOwner &currentProcess()
{
    static const ProcessOwner owner = [] {
        const qint64 pid = QCoreApplication::applicationPid();
        const auto state = processState(pid);
        return ProcessOwner{
            .host = hostIdentity(), .boot = bootIdentity(), .pid = pid, .started = state ? state->started : 0};
    }();
    return owner;
}

bool isDead(const ProcessOwner &owner)
{
    const ProcessOwner &self = currentProcess();
    if (owner.host != self.host)
        return false;
    if (owner.boot != self.boot) {
        // Another boot of this machine is over; another namespace of this boot cannot be seen from here.
        return owner.boot.section(u'/', 0, 0) != self.boot.section(u'/', 0, 0);
    }
    if (!hasProc())
        return !processExists(owner.pid);
    const auto state = processState(owner.pid);
    return !state || state->zombie || state->started != owner.started;
}

} // namespace assay::tracking
