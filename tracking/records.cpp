// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/records.h"

namespace assay::tracking {

QString name(RunStatus status)
{
    switch (status) {
    case RunStatus::Running:
        return QStringLiteral("running");
    case RunStatus::Finished:
        return QStringLiteral("finished");
    case RunStatus::Failed:
        return QStringLiteral("failed");
    case RunStatus::Cancelled:
        return QStringLiteral("cancelled");
    case RunStatus::Crashed:
        break;
    }
    return QStringLiteral("crashed");
}

} // namespace assay::tracking
