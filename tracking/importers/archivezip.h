// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <memory>

class QIODevice;

namespace assay::tracking {

/// The entries of a zip file, by their exact names. For one thread.
class ZipFile
{
public:
    /// Null when @p path is none.
    static std::unique_ptr<ZipFile> open(const QString &path);
    ~ZipFile();

    /// For reading from its beginning, as long as this object is there; null when there is none of that name, or when
    /// it is encrypted or packed in a way nobody reads.
    std::unique_ptr<QIODevice> entry(const QString &name);

private:
    struct Private;
    explicit ZipFile(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace assay::tracking
