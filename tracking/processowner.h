// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace assay::tracking {

/// The process that writes a run, told apart from a later one with the same number: by the machine, its boot, the
/// process id and the time the process started.
struct ProcessOwner
{
    QString host; ///< machine and process-number space
    QString boot;
    qint64 pid = 0;
    qint64 started = 0; ///< [clock ticks since boot]; 0 where the system does not tell

    bool operator==(const ProcessOwner &) const = default;
};

/// This process.
const ProcessOwner &currentProcess();

/// Whether @p owner is known to be dead. Processes of other machines are not.
bool isDead(const ProcessOwner &owner);

} // namespace assay::tracking
