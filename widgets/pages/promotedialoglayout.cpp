// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/registry/registryrecords.h"
#include "widgets/controls/pageheader.h"
#include "widgets/models/format.h"
#include "widgets/models/justification.h"
#include "widgets/pages/banner.h"
#include "widgets/pages/emptypane.h"
#include "widgets/pages/intervalview.h"
#include "widgets/pages/promotedialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

/// How the promotion dialog is put together; what it does is in promotedialog.cpp.
namespace assay::ui {

namespace {

QStringList knownAliases(const std::vector<tracking::ModelVersion> &versions)
{
    QStringList aliases{QString::fromLatin1(tracking::championAlias), QStringLiteral("challenger")};
    for (const tracking::ModelVersion &version : versions)
        aliases += version.aliases;
    aliases.removeDuplicates();
    return aliases;
}

} // namespace

PromoteDialog::PromoteDialog(Shell &shell, std::vector<tracking::ModelVersion> versions, qint64 challenger,
                             QWidget *parent)
    : QDialog(parent)
    , m_shell(shell)
    , m_versions(std::move(versions))
    , m_compare(&shell.jobs())
    , m_promote(&shell.jobs())
    , m_alias(new QComboBox(this))
    , m_metric(new QComboBox(this))
    , m_against(roleLabel({}, "heading", this))
    , m_verdict(new QLabel(this))
    , m_values(new QLabel(this))
    , m_test(roleLabel({}, "faint", this))
    , m_reasonLabel(new QLabel(this))
    , m_problem(roleLabel({}, "error", this))
    , m_interval(new IntervalView(this))
    , m_caveats(new Banner(Tone::Warning, this))
    , m_pane(new EmptyPane(this))
    , m_stack(new QStackedWidget(this))
    , m_reason(new QLineEdit(this))
    , m_ok(nullptr)
{
    const auto it = std::ranges::find(m_versions, challenger, &tracking::ModelVersion::number);
    if (it != m_versions.end())
        m_challenger = *it;
    build();
    aliasChosen();
    compare();
}

void PromoteDialog::build()
{
    setWindowTitle(tr("Promote %1").arg(versionLabel(m_challenger)));
    m_alias->setObjectName(QStringLiteral("promoteAlias"));
    m_alias->setAccessibleName(tr("Alias"));
    m_alias->setEditable(true);
    m_alias->addItems(knownAliases(m_versions));
    m_metric->setObjectName(QStringLiteral("promoteMetric"));
    m_metric->addItem(tr("Headline metric of the task"), QString());
    for (const char *metric :
         {"roc_auc", "average_precision", "accuracy", "f1", "log_loss", "brier", "f1_macro", "rmse", "mae", "r2"})
        m_metric->addItem(Format::metric(QLatin1String(metric)), QLatin1String(metric));
    m_reason->setObjectName(QStringLiteral("promoteReason"));
    m_reason->setPlaceholderText(tr("Kept in the history"));
    m_reasonLabel->setBuddy(m_reason);
    m_pane->follow(&m_compare);
    constexpr int pause = 250; // [ms] between two keys
    m_typing.setSingleShot(true);
    m_typing.setInterval(pause);
    connect(&m_typing, &QTimer::timeout, this, &PromoteDialog::compare);
    m_stack->addWidget(m_pane);
    m_stack->addWidget(figures());
    m_problem->setObjectName(QStringLiteral("promoteProblem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setObjectName(QStringLiteral("promoteOk"));
    setStyleProperty(m_ok, "role", QStringLiteral("primary"));
    connect(buttons, &QDialogButtonBox::accepted, this, &PromoteDialog::promote);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_alias, &QComboBox::currentTextChanged, this, &PromoteDialog::aliasChosen);
    connect(m_metric, &QComboBox::currentIndexChanged, this, &PromoteDialog::compare);
    connect(m_reason, &QLineEdit::textChanged, this, &PromoteDialog::check);

    auto *form = new QFormLayout;
    form->setSpacing(8);
    form->addRow(tr("&Alias"), m_alias);
    form->addRow(tr("Decided &by"), m_metric);
    auto *reason = new QFormLayout;
    reason->addRow(m_reasonLabel, m_reason);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(10);
    layout->addLayout(form);
    layout->addWidget(m_against);
    layout->addWidget(m_stack, 1);
    layout->addLayout(reason);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    resize(600, 480);
}

QWidget *PromoteDialog::figures()
{
    auto *pane = new QWidget(this);
    m_verdict->setObjectName(QStringLiteral("promoteVerdict"));
    m_verdict->setTextFormat(Qt::RichText);
    m_values->setObjectName(QStringLiteral("promoteValues"));
    m_test->setObjectName(QStringLiteral("promoteTest"));
    for (QLabel *label : {m_verdict, m_values, m_test}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_verdict);
    layout->addWidget(m_values);
    layout->addWidget(m_interval);
    layout->addWidget(m_test);
    layout->addWidget(m_caveats);
    layout->addStretch(1);
    return pane;
}

} // namespace assay::ui
