// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/exporters/zipfolder.h"

#include "tracking/exporters/exportfiles.h"

#include <QDir>
#include <QDirIterator>
#include <memory>
#include <zip.h>

namespace assay::tracking {

namespace {

struct Discard
{
    void operator()(zip_t *archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

QString reason(zip_t *archive)
{
    return QString::fromUtf8(zip_strerror(archive));
}

QStringList filesBelow(const QString &folder)
{
    QStringList files;
    for (QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();)
        files << it.next();
    files.sort();
    return files;
}

bool add(zip_t *archive, const QString &name, const QString &path)
{
    zip_source_t *source = zip_source_file(archive, QFile::encodeName(path).constData(), 0, -1);
    if (!source)
        return false;
    if (zip_file_add(archive, name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8) >= 0)
        return true;
    zip_source_free(source);
    return false;
}

int isCancelled(zip_t *, void *context)
{
    return static_cast<const Context *>(context)->cancelled() ? 1 : 0;
}

void tellProgress(zip_t *, double share, void *context)
{
    constexpr double whole = 1000;
    static_cast<const Context *>(context)->progress("Packing", static_cast<std::int64_t>(share * whole),
                                                    static_cast<std::int64_t>(whole));
}

} // namespace

Result<void> zipFolder(const QString &folder, const QString &path, const Context &context)
{
    int code = 0;
    Archive archive(zip_open(QFile::encodeName(path).constData(), ZIP_CREATE | ZIP_EXCL, &code));
    if (!archive) {
        zip_error_t error;
        zip_error_init_with_code(&error, code);
        const QString why = QString::fromUtf8(zip_error_strerror(&error));
        zip_error_fini(&error);
        return cannotWrite(path, why);
    }
    const QDir root(folder);
    for (const QString &file : filesBelow(folder))
        if (!add(archive.get(), root.relativeFilePath(file), file))
            return cannotWrite(path, reason(archive.get()));
    auto *state = const_cast<Context *>(&context); // given back to us, who only read it
    zip_register_cancel_callback_with_state(archive.get(), isCancelled, nullptr, state);
    constexpr double steps = 0.01;
    zip_register_progress_callback_with_state(archive.get(), steps, tellProgress, nullptr, state);
    // Written beside its place and renamed at the end.
    if (zip_close(archive.get()) != 0)
        return context.cancelled() ? cancelled() : cannotWrite(path, reason(archive.get()));
    archive.release();
    return {};
}

} // namespace assay::tracking
