// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/exporters/mlrunskeys.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>
#include <algorithm>
#include <charconv>
#include <cmath>

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
    static const QRegularExpression forbidden(QStringLiteral("[/:%\\\\\\p{C}]"));
    QString name = QString(model).replace(forbidden, QStringLiteral("_"));
    if (name.isEmpty() || name == u"." || name == u"..")
        name = QStringLiteral("_");
    name = shortened(name, model);
    while (!taken.insert(name).second)
        name += u'_';
    return name;
}

QString mlrunsAlias(const QString &alias, std::set<QString> &taken)
{
    static const QRegularExpression strange(QStringLiteral("[^\\p{L}\\p{N}_-]"));
    static const QRegularExpression reserved(QStringLiteral("^(v\\d+|latest|)$"),
                                             QRegularExpression::CaseInsensitiveOption);
    QString name = QString(alias).replace(strange, QStringLiteral("_"));
    if (reserved.match(name).hasMatch())
        name += u'_';
    name = shortened(name, alias);
    while (!taken.insert(name).second)
        name += u'_';
    return name;
}

QString mlrunsAddress(const QString &path)
{
    static const QRegularExpression special(QStringLiteral("[%?#;:\\x{0}-\\x{1f}]"));
    if (!special.match(path).hasMatch())
        return path;
    const QString coded = QString::fromLatin1(QUrl::toPercentEncoding(path, "/"));
    return QDir::isAbsolutePath(path) ? QStringLiteral("file://") + coded : coded;
}

std::map<QString, QString> mlrunsKeys(const QStringList &keys)
{
    // Python's letters; Perl's would take accents that stand alone, too.
    static const QRegularExpression strange(QStringLiteral("[^\\p{L}\\p{N}_ .:/-]"));
    std::map<QString, QString> names;
    std::set<QString> taken;
    for (const QString &key : keys) {
        QStringList parts;
        for (const QString &part : QString(key).replace(strange, QStringLiteral("_")).split(u'/'))
            parts << (part.isEmpty() || part == u"." || part == u".." ? QStringLiteral("_") : part);
        if (parts.first().startsWith(u".."))
            parts.first().replace(0, 1, u'_');
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

QByteArray mlrunsPoint(const MetricPoint &point)
{
    const auto number = [](double value) -> QByteArray {
        if (std::isnan(value))
            return "nan";
        if (std::isinf(value))
            return value < 0 ? "-inf" : "inf";
        char text[32];
        const auto end = std::to_chars(text, text + sizeof text, value).ptr;
        return {text, end - text};
    };
    return QByteArray::number(point.time / 1000) + ' ' + number(point.value) + ' ' + QByteArray::number(point.step);
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
