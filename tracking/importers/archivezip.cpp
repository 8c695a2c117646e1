// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/archivezip.h"

#include <QFile>
#include <QIODevice>
#include <zip.h>

namespace assay::tracking {

namespace {

class EntryDevice : public QIODevice
{
public:
    explicit EntryDevice(zip_file_t *file)
        : m_file(file)
    {
        QIODevice::open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    ~EntryDevice() override { zip_fclose(m_file); }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        return size > 0 ? zip_fread(m_file, data, static_cast<zip_uint64_t>(size)) : 0;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    zip_file_t *m_file;
};

} // namespace

struct ZipFile::Private
{
    zip_t *archive = nullptr;
};

ZipFile::ZipFile(std::unique_ptr<Private> data)
    : d(std::move(data))
{
}

ZipFile::~ZipFile()
{
    zip_discard(d->archive);
}

std::unique_ptr<ZipFile> ZipFile::open(const QString &path)
{
    zip_t *archive = zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, nullptr);
    if (!archive)
        return nullptr;
    return std::unique_ptr<ZipFile>(new ZipFile(std::make_unique<Private>(Private{.archive = archive})));
}

std::unique_ptr<QIODevice> ZipFile::entry(const QString &name)
{
    const zip_int64_t index = zip_name_locate(d->archive, name.toUtf8().constData(), ZIP_FL_ENC_UTF_8);
    zip_file_t *file = index < 0 ? nullptr : zip_fopen_index(d->archive, static_cast<zip_uint64_t>(index), 0);
    return file ? std::make_unique<EntryDevice>(file) : nullptr;
}

} // namespace assay::tracking
