// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/care/source.h"

#include "tracking/damage.h"
#include "tracking/readonly.h"

#include <QDir>
#include <QFileInfo>

namespace assay::tracking {

Result<Source> openSource(const QString &path)
{
    const QFileInfo info(path);
    const auto missing = missingPart(path);
    if (missing && info.size() == 0)
        return Failure(*missing);
    if (!info.exists() || (info.isFile() && info.size() == 0))
        return failure(ErrorKind::NotFound, "store_missing",
                       "There is no store {}; give the path of one, as --store or ASSAY_STORE does.",
                       {path.toStdString()});
    if (auto file = checkStoreFile(path); !file && file.error().code != "store_read_only")
        return Failure(file.error());
    Source source{.database = std::make_unique<Database>(path), .missing = missing};
    const Error why =
        failure(ErrorKind::Refused, "store_only_read", "The store {} is only looked at.", {path.toStdString()}).value();
    auto version = readOnly(*source.database, why);
    if (!version)
        return Failure(missing.value_or(version.error()));
    source.version = *version;
    return source;
}

Result<std::unique_ptr<QTemporaryDir>> salvageFolder(const QString &folder)
{
    QDir().mkpath(folder);
    auto own = std::make_unique<QTemporaryDir>(folder + QStringLiteral("/.assay-salvage-XXXXXX"));
    if (!own->isValid())
        return failure(ErrorKind::Refused, "store_full",
                       "No folder could be made in {} ({}); name a target in a folder that can be written to.",
                       {folder.toStdString(), own->errorString().toStdString()});
    return own;
}

Result<Source> openWhatIsLeft(const QString &path, const QString &folder, const Context &context)
{
    auto source = openSource(path);
    if (source || source.error().code != "store_damaged")
        return source;
    auto own = salvageFolder(folder);
    if (!own)
        return Failure(own.error());
    auto rebuilt = rebuildTables(path, (*own)->path(), source.error(), context);
    if (!rebuilt)
        return Failure(rebuilt.error());
    auto copy = openSource(rebuilt->path);
    if (!copy)
        return Failure(copy.error().code == "cancelled" ? copy.error() : source.error());
    copy->folder = std::move(*own);
    copy->rebuilt = std::move(*rebuilt);
    return copy;
}

namespace {

/// Everything that refers to bytes.
QByteArray references(int version)
{
    QByteArray all = "SELECT name, kind, sha256, bytes FROM artifacts";
    if (version >= 2)
        all += " UNION ALL SELECT artifact, 'model', sha256, bytes FROM versions WHERE sha256 <> ''"
               " UNION ALL SELECT name, 'model', sha256, bytes FROM version_files";
    return all;
}

} // namespace

Result<std::vector<Artifact>> referredArtifacts(Connection &connection, int version)
{
    std::vector<Artifact> artifacts;
    auto read = connection.each(
        "SELECT min(name), kind, sha256, bytes FROM (" + references(version) + ") GROUP BY sha256", {},
        [&](const Row &row) {
            artifacts.push_back(
                {.name = row.text(0), .kind = row.text(1), .sha256 = row.text(2), .bytes = row.integer(3)});
        });
    if (!read)
        return Failure(read.error());
    return artifacts;
}

bool isReferred(Connection &connection, int version, const QString &sha256)
{
    const auto found =
        connection.value("SELECT 1 FROM (" + references(version) + ") WHERE sha256 = ? LIMIT 1", {sha256});
    return !found || found->has_value();
}

} // namespace assay::tracking
