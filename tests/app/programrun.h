// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

/// One run of the program.
struct Ran
{
    int code = -1;
    bool crashed = true;
    QByteArray out, err;

    QJsonDocument document() const { return QJsonDocument::fromJson(out); }
    QJsonObject object() const { return document().object(); }
    QJsonObject error() const { return object().value(QLatin1String("error")).toObject(); }
};

/// A folder of its own with a store of its own, in which the program runs as a person would run it, without a display.
class Sandbox
{
public:
    bool isValid() const { return m_folder.isValid(); }
    QString path(const QString &name = {}) const { return m_folder.filePath(name); }
    QString store() const { return path(QStringLiteral("runs.db")); }

    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
        return file.fileName();
    }

    Ran run(const QStringList &arguments) const { return start(QStringLiteral(ASSAY_PROGRAM), arguments); }
    /// A shell line in which "$ASSAY" is the program.
    Ran shell(const QString &line) const { return start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), line}); }
    void prepare(QProcess &process) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("ASSAY_STORE"), store());
        environment.insert(QStringLiteral("ASSAY"), QStringLiteral(ASSAY_PROGRAM));
        environment.insert(QStringLiteral("XDG_DATA_HOME"), path(QStringLiteral("data")));
        environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
        environment.remove(QStringLiteral("DISPLAY"));
        environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder.path());
    }

private:
    Ran start(const QString &program, const QStringList &arguments) const
    {
        QProcess process;
        prepare(process);
        process.start(program, arguments);
        process.closeWriteChannel();
        if (!process.waitForFinished(300'000))
            process.kill();
        return {.code = process.exitCode(),
                .crashed = process.exitStatus() != QProcess::NormalExit,
                .out = process.readAllStandardOutput(),
                .err = process.readAllStandardError()};
    }

    QTemporaryDir m_folder;
};
