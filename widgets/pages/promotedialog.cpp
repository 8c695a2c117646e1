// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/promotedialog.h"

#include "tracking/registry.h"
#include "widgets/controls/pageheader.h"
#include "widgets/errortext.h"
#include "widgets/models/conclusion.h"
#include "widgets/models/format.h"
#include "widgets/models/justification.h"
#include "widgets/models/registrymodels.h"
#include "widgets/pages/banner.h"
#include "widgets/pages/emptypane.h"
#include "widgets/pages/intervalview.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <algorithm>

namespace assay::ui {

const tracking::ModelVersion *PromoteDialog::holder() const
{
    const auto it =
        std::ranges::find_if(m_versions, [&](const auto &version) { return version.aliases.contains(alias()); });
    return it == m_versions.end() ? nullptr : &*it;
}

QString PromoteDialog::alias() const
{
    return m_alias->currentText().trimmed();
}

tracking::Promotion PromoteDialog::promotion() const
{
    const auto *champion = holder();
    return {.justification = m_justification,
            .reason = m_reason->text().trimmed(),
            .replaces = champion ? champion->number : 0};
}

void PromoteDialog::aliasChosen()
{
    const auto *champion = holder();
    m_problem->hide();
    m_against->setText(champion ? tr("Against version %1, which is %2 now").arg(champion->number).arg(alias())
                                : tr("No version is %1 yet").arg(alias()));
    m_metric->setEnabled(needsComparison());
    if (!needsComparison())
        return compare();
    forgetComparison();
    m_pane->setMessage({}, {});
    m_stack->setCurrentWidget(m_pane);
    m_typing.start();
    check();
}

bool PromoteDialog::needsComparison() const
{
    const auto *champion = holder();
    return champion && champion->number != m_challenger.number;
}

void PromoteDialog::forgetComparison()
{
    ++m_asked;
    m_typing.stop();
    m_justification.reset();
    m_needsReason = false;
    m_compare.cancel();
}

/// With the version that has the alias; the first one replaces none.
void PromoteDialog::compare()
{
    const auto *champion = holder();
    forgetComparison();
    if (!needsComparison()) {
        m_pane->setMessage(champion ? tr("It is %1 already").arg(alias()) : tr("Nothing to compare with"),
                           champion ? QString()
                                    : tr("The first version of an alias replaces none, so that no comparison is "
                                         "needed."));
        m_stack->setCurrentWidget(m_pane);
        return check();
    }
    m_stack->setCurrentWidget(m_pane);
    Workbench &workbench = m_shell.workbench();
    m_compare.start<tracking::Justification>(
        tr("Comparing version %1 with version %2").arg(m_challenger.number).arg(champion->number),
        [&workbench, challenger = m_challenger, other = *champion, metric = m_metric->currentData().toString()](
            const Context &context) { return justify(workbench, challenger, other, metric, context); },
        [this, asked = m_asked](Result<tracking::Justification> made) {
            if (asked == m_asked)
                showComparison(std::move(made));
            check();
        });
    check();
}

void PromoteDialog::showComparison(Result<tracking::Justification> made)
{
    if (made) {
        m_needsReason = made->standing == tracking::Standing::Worse;
        m_justification = std::move(*made);
        showFigures();
    } else {
        m_needsReason = true;
        m_pane->setMessage(tr("They cannot be compared"), errorText(made.error()));
    }
    m_stack->setCurrentIndex(m_justification ? 1 : 0);
}

void PromoteDialog::showFigures()
{
    const tracking::Justification &j = *m_justification;
    const Tone tone = standingTone(j.standing);
    m_verdict->setText(QStringLiteral("<span style='color:%1; font-weight:600'>%2.</span> %3")
                           .arg(toneColor(tone, palette()).name(), standingText(j.standing).toHtmlEscaped(),
                                j.verdict.toHtmlEscaped()));
    m_values->setText(tr("%1: %2 against %3, difference %4", "metric, value, value, difference")
                          .arg(Format::metric(j.metric), Format::number(j.challengerValue),
                               Format::number(j.championValue), Format::signedNumber(j.difference)));
    m_interval->setInterval(j.difference, j.low, j.high, tone);
    m_test->setText(tr("%1 % interval, %2, %3, on %4 rows", "level, test, p value, rows")
                        .arg(QLocale().toString(j.level * 100, 'g', 4), Conclusion::testText(j.test.toStdString()),
                             Format::pValue(j.pValue), Format::count(j.rows)));
    m_caveats->setMessages(j.caveats);
}

void PromoteDialog::check()
{
    const auto *champion = holder();
    const bool settled = !m_typing.isActive() && !m_compare.isRunning() && !m_promote.isRunning();
    const bool already = champion && champion->number == m_challenger.number;
    const bool reasoned = !m_reason->text().trimmed().isEmpty();
    m_reasonLabel->setText(m_needsReason ? tr("Reason (needed)") : tr("Reason (optional)"));
    m_ok->setText(tr("Promote to %1").arg(alias()));
    m_ok->setEnabled(settled && !already && !alias().isEmpty() && (reasoned || !m_needsReason));
    m_ok->setToolTip(!settled                     ? tr("Wait for the comparison")
                     : m_needsReason && !reasoned ? tr("Say why it shall be promoted nevertheless")
                                                  : QString());
}

void PromoteDialog::promote()
{
    Workbench &workbench = m_shell.workbench();
    m_promote.start<bool>(
        tr("Promoting version %1").arg(m_challenger.number),
        [&workbench, challenger = m_challenger, to = alias(),
         promotion = promotion()](const Context &) -> Result<bool> {
            return tracking::ModelRegistry(workbench.store())
                .promote(challenger.model, challenger.number, to, promotion)
                .map([] { return true; });
        },
        [this](const Result<bool> &done) {
            if (done) {
                emit promoted();
                accept();
                return;
            }
            m_problem->setText(errorText(done.error()));
            m_problem->show();
            check();
        });
    check();
}

} // namespace assay::ui
