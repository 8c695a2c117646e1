// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/exporters/mlrunskeys.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <algorithm>
#include <set>

namespace assay::tracking {

std::map<QString, QString> mlrunsKeys(const QStringList &keys)
{
    static const QRegularExpression strange(QStringLiteral("[^\\w .:/-]"),
                                            QRegularExpression::UseUnicodePropertiesOption);
    std::map<QString, QString> names;
    std::set<QString> taken;
    for (const QString &key : keys) {
        QStringList parts;
        for (const QString &part : QString(key).replace(strange, QStringLiteral("_")).split(u'/'))
            parts << (part.isEmpty() || part == u"." || part == u".." ? QStringLiteral("_") : part);
        QString name = parts.join(u'/');
        const auto stands = [&](const QString &one) {
            return std::any_of(taken.begin(), taken.end(), [&](const QString &other) {
                return one == other || one.startsWith(other + u'/') || other.startsWith(one + u'/');
            });
        };
        while (stands(name))
            name = name.replace(u'/', u'.') + u'_';
        taken.insert(name);
        names[key] = name;
    }
    return names;
}

Result<void> writeWhole(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    const bool written = QDir().mkpath(QFileInfo(path).absolutePath()) && file.open(QIODevice::WriteOnly) &&
                         file.write(bytes) == bytes.size() && file.flush();
    if (written)
        return {};
    return failure(ErrorKind::Refused, "cannot_write", "The file {} cannot be written: {}.",
                   {path.toStdString(), file.errorString().toStdString()});
}

Result<void> writeKeys(const QString &folder, const std::map<QString, QString> &values)
{
    QStringList keys;
    for (const auto &[key, value] : values)
        keys << key;
    for (const auto &[key, name] : mlrunsKeys(keys))
        if (auto written = writeWhole(folder + u'/' + name, values.at(key).toUtf8()); !written)
            return written;
    return {};
}

} // namespace assay::tracking
