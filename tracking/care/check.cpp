// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/care/check.h"

#include "tracking/artifactstore.h"
#include "tracking/care/seriescheck.h"
#include "tracking/care/source.h"

#include <QFileInfo>
#include <set>

namespace assay::tracking {

namespace {

void add(CheckReport &report, const char *code, const QString &where, const QString &message)
{
    report.findings.push_back({.code = QString::fromLatin1(code), .where = where, .message = message});
}

void addUnreadable(CheckReport &report, const Result<void> &read, const char *where)
{
    if (!read)
        add(report, "page", QString::fromLatin1(where), QString::fromStdString(read.error().message));
}

/// Every page of the file, and that every row is where its indexes say.
void checkPages(Connection &connection, CheckReport &report)
{
    auto read = connection.each("PRAGMA integrity_check(100)", {}, [&](const Row &row) {
        if (row.text(0) != QLatin1String("ok"))
            add(report, "page", QFileInfo(report.path).fileName(), row.text(0));
    });
    addUnreadable(report, read, "pages");
}

void checkReferences(Connection &connection, CheckReport &report)
{
    std::map<QString, qint64> broken;
    auto read = connection.each("PRAGMA foreign_key_check", {},
                                [&](const Row &row) { ++broken[row.text(0) + QStringLiteral(" to ") + row.text(2)]; });
    addUnreadable(report, read, "references");
    for (const auto &[where, count] : broken)
        add(report, "reference", where,
            QStringLiteral("%1 references from %2 lead to nothing.").arg(QString::number(count), where));
}

Result<void> checkArtifacts(Connection &connection, CheckReport &report, const Context &context)
{
    const ArtifactStore store(report.path);
    auto artifacts = referredArtifacts(connection, report.version);
    if (!artifacts) {
        add(report, "page", QStringLiteral("artifacts"), QString::fromStdString(artifacts.error().message));
        return {};
    }
    std::set<QString> referred;
    for (const Artifact &artifact : *artifacts) {
        auto verified = store.verify(artifact, context);
        if (context.cancelled())
            return cancelled();
        // A purge that ran meanwhile took it away rightly.
        if (!verified && !isReferred(connection, report.version, artifact.sha256))
            continue;
        if (!verified)
            add(report, "artifact", artifact.sha256, QString::fromStdString(verified.error().message));
        ++report.artifacts;
        report.artifactBytes += artifact.bytes;
        referred.insert(artifact.sha256);
        context.progress("Artifacts", report.artifacts, static_cast<qint64>(artifacts->size()));
    }
    store.each([&](const StoredFile &file) {
        // Others may have added it meanwhile.
        if (referred.contains(file.sha256) ||
            (!file.sha256.isEmpty() && isReferred(connection, report.version, file.sha256)))
            return;
        report.orphans << file.path;
        report.orphanBytes += file.bytes;
    });
    report.orphans.sort();
    return {};
}

} // namespace

Result<CheckReport> checkStore(const QString &path, const Context &context)
{
    CheckReport report{.path = path, .bytes = QFileInfo(path).size()};
    auto source = openSource(path);
    if (!source) {
        if (source.error().code != "store_damaged")
            return Failure(source.error());
        add(report, "page", QFileInfo(path).fileName(), QString::fromStdString(source.error().message));
        return report;
    }
    report.version = source->version;
    if (source->missing)
        add(report, "page", QFileInfo(path).fileName(), QString::fromStdString(source->missing->message));
    auto connection = source->database->connection();
    if (!connection)
        return Failure(connection.error());
    context.progress("Pages and references", 0, 0);
    checkPages(**connection, report);
    if (context.cancelled())
        return cancelled();
    checkReferences(**connection, report);
    auto done = checkSeries(**connection, report, context);
    if (done)
        done = checkArtifacts(**connection, report, context);
    if (!done)
        return Failure(done.error());
    return report;
}

} // namespace assay::tracking
