// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/costeditor.h"

#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>

namespace assay::ui {

CostEditor::CostEditor(QWidget *parent)
    : QWidget(parent)
    , m_tn(field("costTn", 0))
    , m_fp(field("costFp", 1))
    , m_fn(field("costFn", 1))
    , m_tp(field("costTp", 0))
    , m_columns{new QLabel(this), new QLabel(this)}
    , m_rows{new QLabel(this), new QLabel(this)}
{
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(4);
    for (int i = 0; i < 2; ++i) {
        m_columns[i]->setAlignment(Qt::AlignRight);
        m_columns[i]->setForegroundRole(QPalette::PlaceholderText);
        m_rows[i]->setForegroundRole(QPalette::PlaceholderText);
        layout->addWidget(m_columns[i], 0, i + 1);
        layout->addWidget(m_rows[i], i + 1, 0);
        layout->setColumnStretch(i + 1, 1);
    }
    layout->addWidget(m_tn, 1, 1);
    layout->addWidget(m_fp, 1, 2);
    layout->addWidget(m_fn, 2, 1);
    layout->addWidget(m_tp, 2, 2);
    setLabels(tr("negative"), tr("positive"));
}

QDoubleSpinBox *CostEditor::field(const char *name, double value)
{
    auto *box = new QDoubleSpinBox(this);
    box->setObjectName(QLatin1String(name));
    box->setRange(-1e9, 1e9);
    box->setDecimals(2);
    box->setValue(value);
    box->setAlignment(Qt::AlignRight);
    box->setMinimumWidth(72);
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    connect(box, &QDoubleSpinBox::valueChanged, this, &CostEditor::changed);
    return box;
}

void CostEditor::setLabels(const QString &negative, const QString &positive)
{
    const QString names[] = {negative, positive};
    QDoubleSpinBox *fields[2][2] = {{m_tn, m_fp}, {m_fn, m_tp}};
    for (int i = 0; i < 2; ++i) {
        const QString shown = fontMetrics().elidedText(names[i], Qt::ElideMiddle, 90);
        m_columns[i]->setText(tr("said %1", "predicted label").arg(shown));
        m_rows[i]->setText(tr("is %1", "true label").arg(shown));
        for (int j = 0; j < 2; ++j) {
            const QString name = tr("Cost of saying %1 of what is %2").arg(names[j], names[i]);
            fields[i][j]->setAccessibleName(name);
            fields[i][j]->setToolTip(name);
        }
    }
}

engine::CostMatrix CostEditor::costs() const
{
    return {.tn = m_tn->value(), .fp = m_fp->value(), .fn = m_fn->value(), .tp = m_tp->value()};
}

} // namespace assay::ui
