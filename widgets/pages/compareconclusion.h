// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/conclusion.h"

#include <QFrame>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;

namespace assay::ui {

/// On top of a comparison: what may be concluded, in sentences, and by which rule. Where the runs are not comparable it
/// says so instead, until a person insists.
class CompareConclusion : public QFrame
{
    Q_OBJECT
public:
    explicit CompareConclusion(QWidget *parent = nullptr);

    const JudgingRule &rule() const { return m_rule; }
    /// @p metrics that were tested, with the one judged by among them. Emits nothing.
    void setRule(const JudgingRule &rule, const QStringList &metrics);
    /// The first sentence is the conclusion.
    void setSentences(const QStringList &sentences);
    /// Nothing is concluded, because of @p caveats; a button asks for it all the same.
    void setWithheld(const QStringList &caveats, bool insisted);
    /// While it is computed anew.
    void setBusy(bool busy);
    /// All of it, for the clipboard and the inspector.
    QString text() const;

signals:
    void ruleChanged(const assay::ui::JudgingRule &rule);
    void insistedChanged(bool insisted);

private:
    void showRope(double rope);
    void ruleEdited();

    JudgingRule m_rule;
    QLabel *m_lead, *m_more, *m_caveats;
    QComboBox *m_metric, *m_level;
    QDoubleSpinBox *m_rope;
    QPushButton *m_insist;
};

} // namespace assay::ui
