// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace assay::tracking {

/// A folder with event files: one run of TensorBoard.
struct EventFolder
{
    QString name = {};      ///< relative to where the search began, `.` for that folder itself
    QString path = {};      ///< absolute, without links
    QStringList files = {}; ///< absolute, in order of their names

    bool operator==(const EventFolder &) const = default;
};

/// Whether a file of this name is one of event records.
bool isEventFile(const QString &name);

/// All folders below @p root that hold event files, by name; links are followed, each folder is looked at once. With a
/// file: its folder with that file alone.
std::vector<EventFolder> findEventFolders(const QString &root);

/// Whether the last part of @p name is a time, as `add_hparams` of PyTorch calls the folders it makes.
bool isTrialFolder(const QString &name);

} // namespace assay::tracking
