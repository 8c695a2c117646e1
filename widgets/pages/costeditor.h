// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/thresholds.h"

#include <QWidget>

class QDoubleSpinBox;
class QLabel;

namespace assay::ui {

/// What each of the four outcomes costs, as a table of fields: truth by prediction.
class CostEditor : public QWidget
{
    Q_OBJECT
public:
    explicit CostEditor(QWidget *parent = nullptr);

    void setLabels(const QString &negative, const QString &positive);
    engine::CostMatrix costs() const;

signals:
    void changed();

private:
    QDoubleSpinBox *field(const char *name, double value);

    QDoubleSpinBox *m_tn, *m_fp, *m_fn, *m_tp;
    QLabel *m_columns[2];
    QLabel *m_rows[2];
};

} // namespace assay::ui
