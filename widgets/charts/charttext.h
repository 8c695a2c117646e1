// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace assay::ui {

/// The translation context of all that charts say: `ChartText::tr("…")`.
struct ChartText
{
    Q_DECLARE_TR_FUNCTIONS(assay::ui::ChartText)
};

/// A metric as the field writes it: "ROC AUC" for `roc_auc`.
QString metricLabel(const QString &metric);

/// "a, b and c".
QString sentenceList(const QStringList &parts);

} // namespace assay::ui
