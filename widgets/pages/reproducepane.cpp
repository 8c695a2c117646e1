// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/reproducepane.h"

#include "widgets/controls/icons.h"
#include "widgets/controls/pageheader.h"
#include "widgets/errortext.h"
#include "widgets/models/format.h"
#include "widgets/models/tone.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace assay::ui {

ReproducePane::ReproducePane(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_rerun(&shell.jobs())
    , m_command(new QLineEdit(this))
    , m_button(new QPushButton(tr("Run again"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_compare(new QPushButton(tr("Compare both"), this))
    , m_outcome(new QLabel(this))
{
    m_button->setObjectName(QStringLiteral("runAgain"));
    m_cancel->setObjectName(QStringLiteral("cancelRunAgain"));
    m_compare->setObjectName(QStringLiteral("compareAgain"));
    m_command->setObjectName(QStringLiteral("runCommand"));
    m_command->setReadOnly(true);
    m_command->setAccessibleName(tr("Command line that does it again"));
    QAction *copy = m_command->addAction(icon(QStringLiteral("copy")), QLineEdit::TrailingPosition);
    copy->setToolTip(tr("Copy"));
    connect(copy, &QAction::triggered, this, [this] { QApplication::clipboard()->setText(m_command->text()); });
    m_outcome->setObjectName(QStringLiteral("rerunOutcome"));
    m_outcome->setWordWrap(true);
    m_outcome->setTextFormat(Qt::RichText);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_outcome, m_compare, m_cancel})
        widget->hide();
    connect(m_button, &QPushButton::clicked, this, &ReproducePane::again);
    connect(m_cancel, &QPushButton::clicked, &m_rerun, &JobRunner::cancel);
    connect(m_compare, &QPushButton::clicked, this, [this] { m_shell.openCompare({m_run, m_again}); });

    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_command, 1);
    line->addWidget(m_button);
    line->addWidget(m_cancel);
    auto *outcome = new QHBoxLayout;
    outcome->setSpacing(8);
    outcome->addWidget(m_outcome, 1);
    outcome->addWidget(m_compare, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(roleLabel(tr("Reproduce"), "heading", this));
    layout->addLayout(line);
    layout->addLayout(outcome);
}

void ReproducePane::setRun(const tracking::RunDetails &run)
{
    if (run.run.id != m_run) {
        m_outcome->hide();
        m_compare->hide();
    }
    m_run = run.run.id;
    m_command->setText(run.provenance.commandLine);
    m_command->setCursorPosition(0);
    m_command->setToolTip(run.provenance.commandLine);
    m_ended = run.run.status != tracking::RunStatus::Running;
    m_imported = !run.run.source.isEmpty();
    m_command->setPlaceholderText(m_imported ? tr("Not known: the run was taken over from another program")
                                             : QString());
    checkButton();
}

void ReproducePane::checkButton()
{
    m_button->setEnabled(m_ended && !m_imported && !m_rerun.isRunning());
    m_button->setToolTip(m_imported ? tr("The run was taken over from another program: only that can train it again")
                                    : tr("Train again with the same data, split, seed and parameters, and tell whether "
                                         "every metric is the same to the last bit"));
}

void ReproducePane::again()
{
    Workbench &workbench = m_shell.workbench();
    m_cancel->show();
    m_compare->hide();
    m_outcome->setText(tr("Training again…"));
    m_outcome->show();
    m_rerun.start<RerunOutcome>(
        tr("Running again"),
        [&workbench, run = m_run](const Context &context) { return workbench.rerun(run, context); },
        [this](const Result<RerunOutcome> &made) {
            checkButton();
            m_cancel->hide();
            show(made);
            m_shell.storeChanged();
        });
    checkButton();
}

void ReproducePane::show(const Result<RerunOutcome> &made)
{
    const auto toned = [this](Tone tone, const QString &words) {
        return QStringLiteral("<span style='color:%1; font-weight:600'>%2</span>")
            .arg(toneColor(tone, palette()).name(), words.toHtmlEscaped());
    };
    m_compare->setVisible(made.has_value());
    if (!made) {
        const bool cancelled = made.error().kind == ErrorKind::Cancelled;
        m_outcome->setText(cancelled ? toned(Tone::Faint, tr("Cancelled."))
                                     : toned(Tone::Bad, errorText(made.error())));
        return;
    }
    m_again = made->outcome.run;
    QString html =
        made->identical
            ? toned(Tone::Good, tr("Identical: every metric is the same to the last bit."))
            : toned(Tone::Bad,
                    tr("Not identical: %1.", "names of metrics").arg(made->changedMetrics.join(QStringLiteral(", "))));
    for (const QString &sentence : made->changedInputs)
        html += QStringLiteral("<br>") + sentence.toHtmlEscaped();
    m_outcome->setText(html);
}

} // namespace assay::ui
