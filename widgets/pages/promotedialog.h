// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/registry/registryrecords.h"
#include "widgets/jobs/jobrunner.h"
#include "widgets/shell.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace assay::ui {

class Banner;
class EmptyPane;
class IntervalView;

/// Shows how a version compares with the one it would replace, before it may take its place: the difference with its
/// interval, the test, the verdict. One that is worse, or that cannot be compared, needs a reason.
class PromoteDialog : public QDialog
{
    Q_OBJECT
public:
    PromoteDialog(Shell &shell, std::vector<tracking::ModelVersion> versions, qint64 challenger,
                  QWidget *parent = nullptr);

    QString alias() const;
    qint64 challenger() const { return m_challenger.number; }
    /// What the promotion rests on, once it is known.
    tracking::Promotion promotion() const;

signals:
    /// The alias has moved; the store tells.
    void promoted();

private:
    void build();
    QWidget *figures();
    void aliasChosen();
    void compare();
    /// What the last comparison said, and the one that runs.
    void forgetComparison();
    /// A comparison, even a failed one, comes before the version may take the place of the other.
    bool needsComparison() const;
    void showComparison(Result<tracking::Justification> made);
    void showFigures();
    void check();
    void promote();
    const tracking::ModelVersion *holder() const;

    Shell &m_shell;
    std::vector<tracking::ModelVersion> m_versions;
    tracking::ModelVersion m_challenger;
    std::optional<tracking::Justification> m_justification;
    bool m_needsReason = false;
    int m_asked = 0; ///< comparisons so far: only the answer to the last one counts
    QTimer m_typing; ///< until the alias is typed
    JobRunner m_compare, m_promote;

    QComboBox *m_alias, *m_metric;
    QLabel *m_against, *m_verdict, *m_values, *m_test, *m_reasonLabel, *m_problem;
    IntervalView *m_interval;
    Banner *m_caveats;
    EmptyPane *m_pane;
    QStackedWidget *m_stack;
    QLineEdit *m_reason;
    QPushButton *m_ok;
};

} // namespace assay::ui
