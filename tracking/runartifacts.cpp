// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/runartifacts.h"

#include "tracking/artifacts/artifactname.h"
#include "tracking/artifacts/folderscan.h"
#include "tracking/runfacts.h"
#include "tracking/runreader.h"
#include "tracking/runrows.h"
#include "tracking/runwriter.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace assay::tracking {

namespace {

Result<qint64> knownRow(Database &database, const RunId &run)
{
    auto connection = database.connection();
    if (!connection)
        return Failure(connection.error());
    return findRow(**connection, run);
}

/// Asked before bytes are stored that no row would refer to.
Result<qint64> writableRow(Database &database, const RunId &run)
{
    if (auto limited = database.limitation())
        return Failure(*limited);
    return knownRow(database, run);
}

/// Bytes may be cleared away between their being found in the store and the row that refers to them; they are then
/// added again.
template<class Add>
auto persistently(Add add) -> decltype(add())
{
    constexpr int attempts = 3;
    auto added = add();
    for (int i = 1; i < attempts && !added && added.error().code == "artifact_gone"; ++i)
        added = add();
    return added;
}

/// Tells of all files together what each tells of itself.
class WholeFolder : public Observer
{
public:
    WholeFolder(const Context &outer, qint64 total)
        : m_outer(outer)
        , m_total(total)
    {
    }
    void progress(const Progress &progress) override
    {
        m_outer.progress(progress.stage, m_before + progress.done, m_total);
    }
    void fileDone(qint64 bytes) { m_before += bytes; }

private:
    const Context &m_outer;
    qint64 m_total;
    qint64 m_before = 0;
};

Result<std::vector<Artifact>> copyIn(const ArtifactStore &artifacts, const std::vector<FoundFile> &files,
                                     const QString &kind, const Context &context)
{
    qint64 total = 0;
    for (const FoundFile &file : files)
        total += file.bytes;
    WholeFolder whole(context, total);
    Context inner = context;
    inner.observer = &whole;
    std::vector<Artifact> added;
    for (const FoundFile &file : files) {
        auto stored = artifacts.addFile(file.path, inner);
        if (!stored)
            return Failure(stored.error());
        whole.fileDone(stored->bytes);
        added.push_back({.name = file.name,
                         .kind = kind.isEmpty() ? guessedKind(file.name) : kind,
                         .sha256 = stored->sha256,
                         .bytes = stored->bytes});
    }
    return added;
}

/// Before files are copied in that would be refused after all: one of another size cannot be the one that is there.
Result<void> checkNames(Database &database, qint64 row, const std::vector<FoundFile> &files, Existing existing)
{
    auto connection = database.connection();
    if (!connection)
        return Failure(connection.error());
    for (const FoundFile &file : files) {
        if (existing == Existing::Replace)
            continue;
        const auto there =
            (*connection)->value("SELECT bytes FROM artifacts WHERE run = ? AND name = ?", {row, file.name});
        if (!there)
            return Failure(there.error());
        if (*there && (*there)->toLongLong() != file.bytes)
            return artifactExists(file.name);
    }
    return {};
}

Failure exists(const QString &path)
{
    return at(failure(ErrorKind::Refused, "file_exists",
                      "{} is there already; choose another folder, or say that it may be replaced.",
                      {path.toStdString()}),
              path.toStdString());
}

/// Makes the folders of @p name below @p root one by one, so that none of them is a link that leads away.
Result<void> makeFolders(const QString &root, const QString &name)
{
    QString path = root;
    const QStringList parts = name.split(u'/');
    for (qsizetype i = 0; i + 1 < parts.size(); ++i) {
        path += u'/' + parts[i];
        if (QFileInfo(path).isSymLink())
            return at(failure(ErrorKind::Refused, "link_outside",
                              "{} is a link, and nothing is written through links; choose another folder.",
                              {path.toStdString()}),
                      path.toStdString());
        if (!QDir().mkdir(path) && !QFileInfo(path).isDir())
            return at(failure(ErrorKind::Refused, "unwritable_file",
                              "The folder {} could not be made; choose a folder you may write to.",
                              {path.toStdString()}),
                      path.toStdString());
    }
    return {};
}

} // namespace

Result<Artifact> addArtifactFile(RunStore &store, const RunId &run, const QString &name, const QString &kind,
                                 const QString &path, const Context &context, Existing existing)
{
    auto row = writableRow(store.database(), run);
    if (!row)
        return Failure(row.error());
    auto checked = checkedName(name);
    if (!checked)
        return Failure(checked.error());
    const std::vector<FoundFile> files{{.name = *checked, .path = path, .bytes = QFileInfo(path).size()}};
    if (auto fresh = checkNames(store.database(), *row, files, existing); !fresh)
        return Failure(fresh.error());
    return persistently([&]() -> Result<Artifact> {
        auto added = copyIn(store.artifacts(), files, kind, context);
        auto written =
            added ? writeArtifacts(store.database(), run, *added, existing) : Result<void>(Failure(added.error()));
        if (!written)
            return Failure(written.error());
        return added->front();
    });
}

Result<std::vector<Artifact>> addArtifactFolder(RunStore &store, const RunId &run, const QString &prefix,
                                                const QString &kind, const QString &path, const Context &context,
                                                Existing existing)
{
    auto row = writableRow(store.database(), run);
    if (!row)
        return Failure(row.error());
    auto files = scanFolder(path, context);
    if (!files)
        return Failure(files.error());
    for (FoundFile &file : *files) {
        auto name = prefix.isEmpty() ? Result<QString>(file.name) : checkedName(prefix + u'/' + file.name);
        if (!name)
            return Failure(name.error());
        file.name = *name;
    }
    if (auto fresh = checkNames(store.database(), *row, *files, existing); !fresh)
        return Failure(fresh.error());
    return persistently([&]() -> Result<std::vector<Artifact>> {
        auto added = copyIn(store.artifacts(), *files, kind, context);
        auto written =
            added ? writeArtifacts(store.database(), run, *added, existing) : Result<void>(Failure(added.error()));
        if (!written)
            return Failure(written.error());
        return added;
    });
}

Result<Artifact> addArtifactBytes(Database &database, const ArtifactStore &artifacts, const RunId &run,
                                  const QString &name, const QString &kind, const QByteArray &bytes)
{
    if (auto known = writableRow(database, run); !known)
        return Failure(known.error());
    auto checked = checkedName(name);
    if (!checked)
        return Failure(checked.error());
    return persistently([&]() -> Result<Artifact> {
        auto sha256 = artifacts.write(bytes);
        if (!sha256)
            return Failure(sha256.error());
        const Artifact artifact{.name = *checked, .kind = kind, .sha256 = *sha256, .bytes = bytes.size()};
        if (auto written = writeArtifacts(database, run, {artifact}); !written)
            return Failure(written.error());
        return artifact;
    });
}

Result<std::vector<Artifact>> removeArtifacts(RunStore &store, const RunId &run, const QStringList &names)
{
    return eraseArtifacts(store.database(), run, names);
}

Result<void> restoreArtifacts(RunStore &store, const RunId &run, const std::vector<Artifact> &artifacts)
{
    return writeArtifacts(store.database(), run, artifacts, Existing::Refuse);
}

Result<Artifact> findArtifact(const RunStore &store, const RunId &run, const QString &name)
{
    auto row = knownRow(store.database(), run);
    if (!row)
        return Failure(row.error());
    auto connection = store.database().connection();
    return findArtifact(**connection, *row, name);
}

Result<std::unique_ptr<QIODevice>> openArtifact(const RunStore &store, const RunId &run, const QString &name)
{
    auto artifact = findArtifact(store, run, name);
    if (!artifact)
        return Failure(artifact.error());
    return store.artifacts().open(*artifact);
}

Result<QStringList> saveArtifacts(const RunStore &store, const std::vector<Artifact> &artifacts, const QString &folder,
                                  bool overwrite, const Context &context)
{
    if (!QDir().mkpath(folder))
        return at(failure(ErrorKind::Refused, "unwritable_file",
                          "The folder {} could not be made; choose a folder you may write to.", {folder.toStdString()}),
                  folder.toStdString());
    // All are looked at before the first is written.
    for (const Artifact &artifact : artifacts) {
        // A store made by others may hold any name.
        if (auto name = checkedName(artifact.name); !name)
            return Failure(name.error());
        const QString path = folder + u'/' + artifact.name;
        if (!overwrite && (QFileInfo::exists(path) || QFileInfo(path).isSymLink()))
            return exists(path);
    }
    QStringList saved;
    for (const Artifact &artifact : artifacts) {
        const QString path = folder + u'/' + artifact.name;
        auto done = makeFolders(folder, artifact.name);
        if (done && QFileInfo(path).isSymLink() && !QFile::remove(path))
            done = exists(path);
        if (done)
            done = store.artifacts().copyTo(artifact, path, context);
        if (!done)
            return Failure(done.error());
        saved << path;
    }
    return saved;
}

} // namespace assay::tracking
