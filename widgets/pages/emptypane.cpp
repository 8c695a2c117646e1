// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/emptypane.h"

#include "widgets/jobs/jobrunner.h"
#include "widgets/models/format.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace assay::ui {

EmptyPane::EmptyPane(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_action(new QPushButton(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setBold(true);
    m_title->setFont(large);
    for (QLabel *label : {m_title, m_text}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(240);
    m_bar->setAccessibleName(tr("Progress"));
    m_action->setObjectName(QStringLiteral("emptyAction"));
    m_cancel->setObjectName(QStringLiteral("cancelWork"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(32, 32, 32, 32);
    layout->setSpacing(8);
    layout->addStretch(2);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addSpacing(8);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_action), static_cast<QWidget *>(m_cancel)})
        layout->addWidget(widget, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &EmptyPane::actionTriggered);
    connect(m_cancel, &QPushButton::clicked, this, &EmptyPane::cancelled);
    setMessage({}, {});
}

void EmptyPane::setMessage(const QString &title, const QString &text, const QString &action)
{
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_bar->hide();
    m_cancel->hide();
}

void EmptyPane::setBusy(const QString &title, double share, const QString &detail)
{
    m_title->setText(title);
    m_text->setText(detail);
    m_text->setVisible(!detail.isEmpty());
    m_action->hide();
    m_bar->setRange(0, share < 0 ? 0 : 1000);
    if (share >= 0)
        m_bar->setValue(static_cast<int>(share * 1000));
    m_bar->show();
    m_cancel->show();
}

void EmptyPane::follow(JobRunner *runner)
{
    connect(runner, &JobRunner::started, this, [this, runner] { setBusy(runner->title()); });
    connect(runner, &JobRunner::progressed, this, [this, runner](const Progress &progress) {
        const bool known = progress.total > 0;
        const double left = runner->secondsLeft();
        const QString stage = text(progress.stage);
        const QString detail = left >= 1 ? tr("%1 · about %2 left").arg(stage, Format::duration(left)) : stage;
        setBusy(runner->title(), known ? static_cast<double>(progress.done) / static_cast<double>(progress.total) : -1,
                detail);
    });
    connect(this, &EmptyPane::cancelled, runner, &JobRunner::cancel);
}

bool EmptyPane::isBusy() const
{
    return !m_bar->isHidden();
}

QString EmptyPane::title() const
{
    return m_title->text();
}

} // namespace assay::ui
