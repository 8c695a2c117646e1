// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/datasets.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace assay::app {

namespace {

constexpr std::size_t kept = 4;

Failure unreadable(const QString &path, const QString &why)
{
    return at(failure(ErrorKind::BadInput, "unreadable_file", "The file `{}` cannot be read: {}.",
                      {path.toStdString(), why.toStdString()}),
              path.toStdString());
}

} // namespace

Datasets::Datasets(QString folder)
    : m_folder(std::move(folder))
{
}

Result<QString> Datasets::localFile(const QString &path) const
{
    if (!path.startsWith(QLatin1String(":/")))
        return QFileInfo(path).absoluteFilePath();
    QFile sample(path);
    if (!sample.open(QIODevice::ReadOnly))
        return unreadable(path, sample.errorString());
    const QByteArray bytes = sample.readAll();
    const QString target = QDir(m_folder).filePath(QFileInfo(path).fileName());
    QFile present(target);
    if (present.open(QIODevice::ReadOnly) && present.readAll() == bytes)
        return target;
    QDir().mkpath(m_folder);
    QSaveFile copy(target);
    if (!copy.open(QIODevice::WriteOnly) || copy.write(bytes) != bytes.size() || !copy.commit())
        return Failure(failure(ErrorKind::Refused, "cannot_write", "The sample cannot be copied to `{}`: {}.",
                               {target.toStdString(), copy.errorString().toStdString()}));
    return target;
}

Result<ui::DatasetPtr> Datasets::import(const QString &path, const engine::ReadOptions &options, const Context &context)
{
    const auto file = localFile(path);
    if (!file)
        return Failure(file.error());
    const QFileInfo info(*file);
    const qint64 modified = info.lastModified().toMSecsSinceEpoch();
    {
        const std::lock_guard lock(m_mutex);
        for (const Entry &entry : m_recent) {
            if (entry.path == *file && entry.options == options && entry.modified == modified &&
                entry.size == info.size())
                return entry.data;
        }
    }
    auto read = engine::readTable(file->toStdString(), options, context);
    if (!read)
        return Failure(read.error());
    auto profile = engine::profile(read->table, {}, context);
    if (!profile)
        return Failure(profile.error());
    auto data = std::make_shared<const ui::Dataset>(
        ui::Dataset{.path = *file, .options = options, .read = std::move(*read), .profile = std::move(*profile)});
    const std::lock_guard lock(m_mutex);
    m_recent.push_front({.path = *file, .options = options, .modified = modified, .size = info.size(), .data = data});
    if (m_recent.size() > kept)
        m_recent.pop_back();
    return data;
}

Result<ui::DatasetPtr> Datasets::reread(const tracking::DatasetInput &input, const Context &context)
{
    const auto json = parseJson(input.readOptions.toStdString());
    auto data = import(input.path, json ? engine::readOptionsFromJson(*json) : engine::ReadOptions{}, context);
    if (data && QString::fromStdString((*data)->table().digest()) != input.digest)
        return at(
            failure(
                ErrorKind::BadInput, "data_changed",
                "The file `{}` has changed since the run was made, so what it says of the run would be wrong; put the "
                "original back.",
                {input.path.toStdString()}),
            input.path.toStdString());
    return data;
}

} // namespace assay::app
