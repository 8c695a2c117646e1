// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/format.h"

#include "tracking/runstore.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>
#include <cmath>

namespace assay::ui {

QString numberText(double value, int significant)
{
    const QLocale locale;
    if (std::isnan(value))
        return QStringLiteral("–");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    if (value == 0)
        return QStringLiteral("0");
    const int magnitude = static_cast<int>(std::floor(std::log10(std::abs(value))));
    if (magnitude < -4 || magnitude > 12)
        return locale.toString(value, 'e', significant - 1);
    const bool whole = value == std::floor(value);
    return locale.toString(value, 'f', whole ? 0 : std::max(0, significant - 1 - magnitude));
}

QString numberText(const std::optional<double> &value, int significant)
{
    return value ? numberText(*value, significant) : QStringLiteral("–");
}

QString countText(qint64 count)
{
    return QLocale().toString(count);
}

QString shareText(double share)
{
    const double percent = share * 100;
    if (percent > 0 && percent < 0.1)
        return QCoreApplication::translate("Format", "< 0.1 %");
    const bool whole = percent == 0 || percent >= 99.95;
    return QCoreApplication::translate("Format", "%1 %").arg(QLocale().toString(percent, 'f', whole ? 0 : 1));
}

QString commandLine(const QStringList &arguments)
{
    static const QRegularExpression plain(QStringLiteral("^[\\w@%+=:,./-]+$"));
    QStringList quoted;
    for (const QString &argument : arguments) {
        if (plain.match(argument).hasMatch())
            quoted.append(argument);
        else
            quoted.append(QLatin1Char('\'') + QString(argument).replace(QLatin1Char('\''), QLatin1String("'\\''")) +
                          QLatin1Char('\''));
    }
    return quoted.join(QLatin1Char(' '));
}

QString commandOnStore(const QString &command, const QString &store)
{
    const QFileInfo usual(tracking::defaultStorePath()), here(store);
    // Of files that are not there Qt says that they are the same.
    if (usual.absoluteFilePath() == here.absoluteFilePath() || (here.exists() && usual == here))
        return command;
    const QString option = QLatin1Char(' ') + commandLine({QStringLiteral("--store"), store});
    return command.split(QLatin1Char('\n')).join(option + QLatin1Char('\n')) + option;
}

} // namespace assay::ui
