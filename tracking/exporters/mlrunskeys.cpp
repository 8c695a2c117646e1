// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/exporters/mlrunskeys.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <algorithm>

namespace assay::tracking {

namespace {

constexpr qsizetype longestName = 250; ///< [bytes] that MLflow takes; files may have 255

/// Cut to a length that a file can be called by, and told apart from others that begin alike.
QString shortened(QString name, const QString &key)
{
    if (name.toUtf8().size() <= longestName)
        return name;
    const QByteArray digest = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex().left(12);
    name.replace(u'/', u'.');
    while (name.toUtf8().size() + 1 + digest.size() > longestName - 10)
        name.chop(name.size() > 1 && name.back().isLowSurrogate() ? 2 : 1);
    return name + u'_' + QString::fromLatin1(digest);
}

} // namespace

QString mlrunsModelName(const QString &model, std::set<QString> &taken)
{
    static const QRegularExpression forbidden(QStringLiteral("[/:\\\\\\p{C}]"));
    QString name = QString(model).replace(forbidden, QStringLiteral("_"));
    if (name.isEmpty() || name == u"." || name == u"..")
        name = QStringLiteral("_");
    name = shortened(name, model);
    while (!taken.insert(name).second)
        name += u'_';
    return name;
}

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
        QString name = shortened(parts.join(u'/'), key);
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
