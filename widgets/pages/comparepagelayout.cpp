// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/palette.h"
#include "widgets/controls/pageheader.h"
#include "widgets/models/format.h"
#include "widgets/models/tone.h"
#include "widgets/pages/compareconclusion.h"
#include "widgets/pages/comparefigures.h"
#include "widgets/pages/comparepage.h"
#include "widgets/pages/comparetables.h"
#include "widgets/pages/emptypane.h"
#include "widgets/pages/environmentdiff.h"
#include "widgets/pages/flowlayout.h"
#include "widgets/pages/runpage.h"
#include "widgets/pages/runselection.h"

#include <QAction>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

/// How the compare page is put together; what it does is in comparepage.cpp.
namespace assay::ui {

namespace {

constexpr std::size_t mostChips = 8;

} // namespace

ComparePage::ComparePage(Shell &shellOfPage, std::vector<tracking::RunId> runs, QWidget *parent)
    : Page(shellOfPage, parent)
    , m_runs(std::move(runs))
    , m_load(&shellOfPage.jobs(), this)
    , m_look(nullptr, this)
    , m_loadPair(&shellOfPage.jobs())
    , m_train(&shellOfPage.jobs())
    , m_selection(new RunSelection(this))
    , m_heading(new PageHeader(tr("Compare runs"), this))
    , m_chips(new QWidget(this))
    , m_conclusion(new CompareConclusion(this))
    , m_tables(new CompareTables(m_selection, this))
    , m_environment(new EnvironmentDiff(shellOfPage, this))
    , m_figures(new CompareFigures(m_selection, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyPane(this))
{
    build();
    buildActions();
    load();
}

ComparePage::~ComparePage() = default;

void ComparePage::build()
{
    m_ensemble = m_heading->addButton(tr("Ensemble…"));
    m_ensemble->setObjectName(QStringLiteral("ensembleComparison"));
    m_ensemble->setToolTip(tr("Average or stack the selected runs, or all of them"));
    m_report = m_heading->setPrimary(tr("Report…"));
    m_report->setObjectName(QStringLiteral("reportComparison"));
    m_report->setToolTip(tr("One HTML file about these runs"));
    m_report->setEnabled(false);
    m_ensemble->setEnabled(false);
    connect(m_report, &QPushButton::clicked, this, [this] { shell().openReport(m_runs); });
    connect(m_ensemble, &QPushButton::clicked, this, &ComparePage::ensemble);
    connect(m_conclusion, &CompareConclusion::ruleChanged, this, &ComparePage::ruleChanged);
    connect(m_conclusion, &CompareConclusion::insistedChanged, this, [this](bool insisted) {
        m_insisted = insisted;
        judge();
    });
    connect(m_selection, &RunSelection::changed, this, &ComparePage::selectionChanged);
    new FlowLayout(m_chips, 8);
    m_tables->addTab(m_environment, tr("Environment"));
    m_empty->follow(&m_load);
    connect(m_empty, &EmptyPane::actionTriggered, this, [this] { shell().openRuns(); });

    auto *content = new QSplitter(Qt::Horizontal, this);
    content->addWidget(m_tables);
    content->addWidget(m_figures);
    content->setSizes({640, 600});
    content->setChildrenCollapsible(false);
    auto *whole = new QWidget(this);
    auto *inner = new QVBoxLayout(whole);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(10);
    inner->addWidget(m_chips);
    inner->addWidget(m_conclusion);
    inner->addWidget(content, 1);
    m_stack->addWidget(whole);
    m_stack->addWidget(m_empty);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_heading);
    layout->addWidget(m_stack, 1);
}

/// What can be done with the run a table's cell belongs to.
void ComparePage::buildActions()
{
    QTableView *table = m_tables->metricsTable();
    const auto add = [&](const QString &text, const char *name, void (ComparePage::*slot)(std::size_t)) {
        auto *action = new QAction(text, table);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, [this, slot] {
            if (const int run = m_tables->currentRun(); run >= 0)
                (this->*slot)(static_cast<std::size_t>(run));
        });
        table->addAction(action);
        return action;
    };
    QAction *pin = add(tr("Pin as baseline"), "pinBaseline", &ComparePage::setBaseline);
    pin->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_B));
    pin->setShortcutContext(Qt::WidgetShortcut);
    add(tr("Remove from comparison"), "removeRun", &ComparePage::without);
}

void ComparePage::showChips()
{
    // Not deleted at once: it may be the menu of one of them that is speaking.
    const auto chips = m_chips->findChildren<QToolButton *>(QString(), Qt::FindDirectChildrenOnly);
    for (QToolButton *old : chips) {
        old->setParent(nullptr);
        old->deleteLater();
    }
    std::size_t made = 0;
    for (int run = 0; run < m_selection->count() && made < mostChips; ++run) {
        if (m_selection->slot(run) < 0 || (m_selection->count() > RunSelection::coloured &&
                                           run != m_selection->baseline() && !m_selection->isSelected(run)))
            continue;
        ++made;
        QWidget *one = chip(static_cast<std::size_t>(run));
        m_chips->layout()->addWidget(one);
        one->show();
    }
}

QWidget *ComparePage::chip(std::size_t run)
{
    const tracking::Run &facts = m_comparison->runs[run].details.run;
    auto *button = new QToolButton(m_chips);
    button->setObjectName(QStringLiteral("runChip%1").arg(run));
    button->setIcon(swatchIcon(slotStyle(m_selection->slot(static_cast<int>(run)), hasDarkBase(palette())).color));
    button->setText(run == baseline() ? tr("%1 · baseline").arg(facts.name) : facts.name);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolTip(tr("%1, trained %2").arg(Format::model(facts.model), Format::relativeTime(facts.start)));
    auto *menu = new QMenu(button);
    QAction *pin = menu->addAction(tr("Pin as baseline"), this, [this, run] { setBaseline(run); });
    pin->setEnabled(run != baseline());
    menu->addSeparator();
    menu->addAction(tr("Open"), this, [this, run] { openRunAt(run, RunPage::Overview); });
    menu->addAction(tr("Fairness"), this, [this, run] { openRunAt(run, RunPage::Fairness); });
    menu->addAction(tr("Explain"), this, [this, run] { openRunAt(run, RunPage::Explain); });
    menu->addSeparator();
    QAction *remove = menu->addAction(tr("Remove from comparison"), this, [this, run] { without(run); });
    remove->setEnabled(m_runs.size() > 2);
    button->setMenu(menu);
    return button;
}

} // namespace assay::ui
