// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/mlflowartifacts.h"

#include "tracking/artifacts/artifactname.h"

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QUrl>
#include <algorithm>

namespace assay::tracking {

namespace {

/// "s3" of "s3://bucket/x"; empty for a path, of Windows too.
QString schemeOf(const QString &uri)
{
    const QString scheme = QUrl(uri).scheme();
    return scheme.size() < 2 ? QString() : scheme;
}

QString pathOf(const QString &uri)
{
    const QString scheme = schemeOf(uri);
    if (scheme.isEmpty())
        return QString(uri).replace(u'\\', u'/');
    return QUrl(uri).path();
}

/// A folder of files; a link to one may lead anywhere.
bool isFolder(const QString &path)
{
    const QFileInfo info(path);
    return info.isDir() && !info.isSymLink();
}

/// Whether something was logged that should have files.
bool shouldHaveFiles(const ImportedRun &run)
{
    return run.tags.contains(QStringLiteral("mlflow.log-model.history")) ||
           run.tags.contains(QStringLiteral("mlflow.loggedArtifacts"));
}

} // namespace

MlflowArtifacts::MlflowArtifacts(const QString &folder, const QString &root)
    : m_root(root)
{
    if (!root.isEmpty())
        m_roots << root << root + QStringLiteral("/mlruns") << root + QStringLiteral("/mlartifacts");
    for (const char *place : {"/mlruns", "/mlartifacts", "", "/artifacts", "/../mlruns", "/../mlartifacts", "/.."})
        m_roots << folder + QLatin1String(place);
}

/// The folder the user named comes first, then the address itself, then what lies beside.
QString MlflowArtifacts::find(const QString &uri, const QString &inside) const
{
    const QString scheme = schemeOf(uri);
    const QString path = pathOf(uri);
    const qsizetype given = m_root.isEmpty() ? 0 : 3;
    const auto firstOf = [&](qsizetype from, qsizetype to) {
        for (qsizetype i = from; i < to; ++i)
            if (isFolder(m_roots[i] + u'/' + inside))
                return QDir::cleanPath(m_roots[i] + u'/' + inside);
        return QString();
    };
    if (const QString found = firstOf(0, given); !found.isEmpty())
        return found;
    const bool local = scheme.isEmpty() || scheme == u"file";
    if (local && QDir::isAbsolutePath(path) && path.endsWith(inside.section(u'/', -2)) && isFolder(path))
        return path;
    return local || scheme == u"mlflow-artifacts" ? firstOf(given, m_roots.size()) : QString();
}

void MlflowArtifacts::add(ImportedRun &run, const QString &uri, const QString &inside, const QString &prefix,
                          std::vector<ImportProblem> &problems)
{
    // Ids are parts of the path, and come from a file anyone may have written.
    static const QRegularExpression plain(QStringLiteral("^[\\w-]+(/[\\w-]+)*$"));
    const QString folder = plain.match(inside).hasMatch() ? find(uri, inside) : QString();
    if (!folder.isEmpty()) {
        const auto files = artifactFiles(folder, prefix, problems);
        run.files.insert(run.files.end(), files.begin(), files.end());
        return;
    }
    const QString scheme = schemeOf(uri);
    const bool remote = !scheme.isEmpty() && scheme != u"file";
    if (!remote && !shouldHaveFiles(run))
        return;
    run.tags.insert({QStringLiteral("mlflow.artifactUri"), uri});
    ++m_missing;
    m_example = m_example.isEmpty() ? uri : m_example;
}

void MlflowArtifacts::tellMissing(std::vector<ImportProblem> &problems) const
{
    if (m_missing == 0)
        return;
    problems.push_back({.path = m_example,
                        .what = QStringLiteral("The files of %1 runs, such as these, were not found here; their address"
                                               " is kept as the tag mlflow.artifactUri. Name the folder that holds"
                                               " them and take the runs over again.")
                                    .arg(m_missing)});
}

std::vector<ImportedFile> artifactFiles(const QString &folder, const QString &prefix,
                                        std::vector<ImportProblem> &problems)
{
    std::vector<ImportedFile> files;
    const auto leaveOut = [&](const QString &path, const QString &why) {
        problems.push_back({.path = path, .what = why});
    };
    QDirIterator entries(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString path = entries.next();
        const QFileInfo entry = entries.fileInfo();
        if (entry.isDir() && !entry.isSymLink())
            continue;
        const auto name = checkedName(portableName(prefix + QDir(folder).relativeFilePath(path)));
        if (entry.isSymLink() || !entry.isFile())
            leaveOut(path, QStringLiteral("This is no file but a link or a device, and is left out."));
        else if (!entry.isReadable())
            leaveOut(path, QStringLiteral("This file may not be read and is left out."));
        else if (!name)
            leaveOut(path, QString::fromStdString(name.error().message));
        else
            files.push_back({.name = *name, .path = path});
    }
    std::ranges::sort(files, {}, &ImportedFile::name);
    return files;
}

} // namespace assay::tracking
