// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace assay::tracking {

/// [µs] since 1970 of a time in ISO 8601 with any number of digits after its seconds, which QDateTime would cut to
/// milliseconds. One that does not say its zone is of @p unsaid.
std::optional<qint64> isoMicroseconds(const QString &text, Qt::TimeSpec unsaid);

} // namespace assay::tracking
