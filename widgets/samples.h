// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/error.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace assay::ui {

/// Data that comes with the program, in `:/samples`.
struct Sample
{
    QString id;
    QString title;
    QString description;
    QString badge; ///< "Binary", "Regression", "Drift"
    QString target;
    QStringList files; ///< names in `:/samples`; the second is the later data of a pair
};

/// Those whose files are in the program.
QList<Sample> availableSamples();

/// Puts the sample's files where programs other than this one can read them too (the folder of the program's data),
/// unless they lie there already. Returns their paths.
Result<QStringList> unpackSample(const Sample &sample);

} // namespace assay::ui
