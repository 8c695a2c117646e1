// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/isotime.h"

#include <QDateTime>
#include <QRegularExpression>

namespace assay::tracking {

std::optional<qint64> isoMicroseconds(const QString &text, Qt::TimeSpec unsaid)
{
    static const QRegularExpression parts(QStringLiteral(R"(^(.*\d\d:\d\d:\d\d)[.,](\d+)(.*)$)"));
    constexpr int digits = 6;
    const auto found = parts.match(text);
    QDateTime time =
        QDateTime::fromString(found.hasMatch() ? found.captured(1) + found.captured(3) : text, Qt::ISODate);
    if (!time.isValid())
        return {};
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(unsaid);
    return time.toMSecsSinceEpoch() * 1000 + found.captured(2).left(digits).leftJustified(digits, u'0').toLongLong();
}

} // namespace assay::tracking
