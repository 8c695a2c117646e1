// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/compareconclusion.h"

#include "widgets/controls/pageheader.h"
#include "widgets/models/format.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <algorithm>
#include <cmath>

namespace assay::ui {

namespace {

constexpr double levels[] = {0.9, 0.95, 0.99};

QLabel *sentence(const char *role, QWidget *parent)
{
    QLabel *label = roleLabel({}, role, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

CompareConclusion::CompareConclusion(QWidget *parent)
    : QFrame(parent)
    , m_lead(sentence("heading", this))
    , m_more(sentence("body", this))
    , m_caveats(sentence("warning", this))
    , m_metric(new QComboBox(this))
    , m_level(new QComboBox(this))
    , m_rope(new QDoubleSpinBox(this))
    , m_insist(new QPushButton(tr("Compare anyway"), this))
{
    setProperty("role", QStringLiteral("card"));
    m_lead->setObjectName(QStringLiteral("conclusion"));
    m_lead->setAccessibleName(tr("Conclusion"));
    m_more->setObjectName(QStringLiteral("conclusionMore"));
    m_metric->setObjectName(QStringLiteral("judgeMetric"));
    m_metric->setAccessibleName(tr("Judge by"));
    m_metric->setToolTip(tr("The metric that runs are judged by"));
    m_metric->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_rope->setObjectName(QStringLiteral("judgeRope"));
    m_rope->setAccessibleName(tr("Counts as equal within"));
    m_rope->setToolTip(tr("Region of practical equivalence: a difference this small does not matter"));
    m_rope->setPrefix(QStringLiteral("± "));
    m_rope->setDecimals(4);
    m_rope->setKeyboardTracking(false);
    m_rope->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_rope->setRange(0, 1e9);
    m_level->setObjectName(QStringLiteral("judgeLevel"));
    m_level->setAccessibleName(tr("Level of confidence"));
    m_level->setToolTip(tr("Of intervals, and 1 − α of the verdicts"));
    for (const double level : levels)
        m_level->addItem(tr("%1 %").arg(QLocale().toString(level * 100, 'g', 3)), level);
    m_insist->setObjectName(QStringLiteral("compareAnyway"));
    m_insist->setCheckable(true);
    m_insist->setToolTip(tr("Judge these runs although their figures do not come from the same work"));
    connect(m_metric, &QComboBox::activated, this, &CompareConclusion::ruleEdited);
    connect(m_level, &QComboBox::activated, this, &CompareConclusion::ruleEdited);
    connect(m_rope, &QDoubleSpinBox::valueChanged, this, &CompareConclusion::ruleEdited);
    connect(m_insist, &QPushButton::toggled, this, &CompareConclusion::insistedChanged);

    auto *caveats = new QHBoxLayout;
    caveats->addWidget(m_caveats, 1);
    caveats->addWidget(m_insist, 0, Qt::AlignTop);
    auto *rule = new QHBoxLayout;
    rule->setSpacing(8);
    rule->addWidget(roleLabel(tr("Judge by"), "faint", this));
    rule->addWidget(m_metric);
    rule->addSpacing(8);
    rule->addWidget(roleLabel(tr("equal within"), "faint", this));
    rule->addWidget(m_rope);
    rule->addSpacing(8);
    rule->addWidget(roleLabel(tr("level"), "faint", this));
    rule->addWidget(m_level);
    rule->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->setSpacing(6);
    layout->addLayout(caveats);
    layout->addWidget(m_lead);
    layout->addWidget(m_more);
    layout->addLayout(rule);
    m_caveats->hide();
    m_insist->hide();
    m_more->hide();
}

void CompareConclusion::setRule(const JudgingRule &rule, const QStringList &metrics)
{
    m_rule = rule;
    const QSignalBlocker blockMetric(m_metric), blockRope(m_rope), blockLevel(m_level);
    m_metric->clear();
    for (const QString &metric : metrics)
        m_metric->addItem(Format::metric(metric), metric);
    m_metric->setCurrentIndex(m_metric->findData(rule.metric));
    showRope(rule.rope);
    for (int i = 0; i < m_level->count(); ++i)
        if (std::abs(m_level->itemData(i).toDouble() - rule.level) < 1e-9)
            m_level->setCurrentIndex(i);
}

/// What somebody types meanwhile stays.
void CompareConclusion::showRope(double rope)
{
    if (m_rope->hasFocus() && m_rope->findChild<QLineEdit *>()->isModified())
        return;
    // As many decimals as it takes to show it.
    m_rope->setDecimals(rope > 0 ? std::clamp(3 - static_cast<int>(std::floor(std::log10(rope))), 4, 12) : 4);
    m_rope->setValue(rope);
}

void CompareConclusion::ruleEdited()
{
    // The box rounds; what it shows counts only when it was edited.
    const bool edited = std::abs(m_rope->value() - m_rule.rope) > std::pow(10, -m_rope->decimals());
    const JudgingRule rule{.metric = m_metric->currentData().toString(),
                           .level = m_level->currentData().toDouble(),
                           .rope = edited ? m_rope->value() : m_rule.rope};
    if (rule == m_rule)
        return;
    m_rule = rule;
    emit ruleChanged(rule);
}

void CompareConclusion::setSentences(const QStringList &sentences)
{
    m_lead->setText(sentences.value(0, tr("Nothing can be concluded: these runs share no test.")));
    m_more->setText(sentences.mid(1).join(QLatin1Char('\n')));
    m_more->setVisible(sentences.size() > 1);
}

void CompareConclusion::setWithheld(const QStringList &caveats, bool insisted)
{
    const QSignalBlocker blocker(m_insist);
    m_caveats->setText(caveats.join(QLatin1Char(' ')));
    m_caveats->setVisible(!caveats.isEmpty());
    m_insist->setVisible(!caveats.isEmpty());
    m_insist->setChecked(insisted);
    if (!caveats.isEmpty() && !insisted)
        setSentences({tr("No conclusion is drawn: the runs were not made alike, so a difference may come from that.")});
}

void CompareConclusion::setBusy(bool busy)
{
    m_lead->setEnabled(!busy);
    m_more->setEnabled(!busy);
    setCursor(busy ? Qt::BusyCursor : Qt::ArrowCursor);
}

QString CompareConclusion::text() const
{
    QStringList lines{m_caveats->text(), m_lead->text(), m_more->text()};
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

} // namespace assay::ui
