// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/curveview.h"
#include "widgets/controls/pageheader.h"
#include "widgets/models/metricrunsmodel.h"
#include "widgets/models/tone.h"
#include "widgets/pages/emptypane.h"
#include "widgets/pages/flowlayout.h"
#include "widgets/pages/metricpage.h"
#include "widgets/pages/metricpanel.h"
#include "widgets/pages/tables.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QSlider>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTableView>
#include <QTreeView>
#include <QVBoxLayout>
#include <cmath>

/// How the metric page is put together; what it does is in metricpage.cpp.
namespace assay::ui {

namespace {

constexpr int groupedWidth = 390; // [px] of the list of runs, so that a column of groups leaves names their room
constexpr int pollEvery = 400;    // [ms], so that another process's points are there within a second

QLineEdit *filterBox(const QString &hint, QSortFilterProxyModel *model, QWidget *parent)
{
    auto *box = new QLineEdit(parent);
    box->setPlaceholderText(hint);
    box->setAccessibleName(hint);
    box->setClearButtonEnabled(true);
    model->setFilterCaseSensitivity(Qt::CaseInsensitive);
    QObject::connect(box, &QLineEdit::textChanged, model, &QSortFilterProxyModel::setFilterFixedString);
    return box;
}

/// The slider's way from 0 to 1000: the last tenth of the weights is where smoothing is strong, so it has most room.
double weightAt(int place)
{
    return 1 - std::pow(10.0, -3.0 * place / 1000);
}

double sigmaAt(int place)
{
    return std::pow(10.0, 2.5 * place / 1000);
}

QWidget *labelled(const QString &text, QWidget *field, QWidget *parent)
{
    auto *both = new QWidget(parent);
    auto *layout = new QHBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    auto *label = roleLabel(text, "faint", both);
    label->setBuddy(field);
    layout->addWidget(label);
    layout->addWidget(field);
    return both;
}

} // namespace

MetricPage::MetricPage(Shell &shellOfPage, std::vector<tracking::RunId> runs, QWidget *parent)
    : Page(shellOfPage, parent)
    , m_ids(std::move(runs))
    , m_series(std::make_shared<MetricSeries>(m_ids))
    , m_load(&shellOfPage.jobs())
    , m_heading(new PageHeader(tr("Metrics"), this))
    , m_compare(m_heading->setPrimary(tr("Compare")))
    , m_keys(new QStandardItemModel(this))
    , m_shownKeys(new QSortFilterProxyModel(this))
    , m_keyList(new QTreeView(this))
    , m_runsModel(new MetricRunsModel(this))
    , m_shownRuns(new QSortFilterProxyModel(this))
    , m_runTable(new QTableView(this))
    , m_x(new QComboBox(this))
    , m_smoothing(new QComboBox(this))
    , m_group(new QComboBox(this))
    , m_colouring(new QComboBox(this))
    , m_xLog(new QCheckBox(tr("log x"), this))
    , m_yLog(new QCheckBox(tr("log y"), this))
    , m_robust(new QCheckBox(tr("Without outliers"), this))
    , m_link(new QCheckBox(tr("Zoom together"), this))
    , m_follow(new QCheckBox(tr("Follow the end"), this))
    , m_amount(new QSlider(Qt::Horizontal, this))
    , m_amountText(new QLabel(this))
    , m_area(new QScrollArea(this))
    , m_grid(new QWidget)
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyPane(this))
{
    restore();
    build();
    showControls();
    m_poll.setInterval(pollEvery);
    connect(&m_poll, &QTimer::timeout, this, &MetricPage::poll);
    m_poll.start();
    if (m_ids.empty()) {
        m_loadedOnce = true;
        m_empty->setMessage(tr("No run is chosen"), tr("Select runs in the runs table, then press Metrics."),
                            tr("Choose runs"));
        m_stack->setCurrentWidget(m_empty);
        m_poll.stop();
    } else {
        m_stack->setCurrentWidget(m_empty);
        poll();
    }
}

void MetricPage::build()
{
    m_compare->setToolTip(tr("Set these runs against each other, with intervals and tests"));
    m_compare->setEnabled(false);
    connect(m_compare, &QPushButton::clicked, this, [this] { shell().openCompare(m_ids); });
    m_empty->follow(&m_load);
    connect(m_empty, &EmptyPane::actionTriggered, this, [this] {
        if (m_loadedOnce)
            return shell().openRuns();
        m_dirty = true;
        poll();
    });
    m_area->setWidget(m_grid);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->viewport()->installEventFilter(this);
    m_grid->setProperty("role", QStringLiteral("scrolled"));
    auto *grid = new QGridLayout(m_grid);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(10);

    auto *content = new QSplitter(Qt::Horizontal, this);
    content->addWidget(lists());
    content->addWidget(m_area);
    content->setSizes({300, 960});
    content->setStretchFactor(1, 1);
    content->setChildrenCollapsible(false);
    auto *whole = new QWidget(this);
    auto *inner = new QVBoxLayout(whole);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(10);
    inner->addWidget(controls());
    inner->addWidget(content, 1);
    m_stack->addWidget(whole);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_heading);
    layout->addWidget(m_stack, 1);
}

QWidget *MetricPage::lists()
{
    m_shownKeys->setSourceModel(m_keys);
    m_keyList->setModel(m_shownKeys);
    m_keyList->setHeaderHidden(true);
    m_keyList->setRootIsDecorated(false);
    m_keyList->setUniformRowHeights(true);
    m_keyList->setAccessibleName(tr("Metrics"));
    m_keyList->setObjectName(QStringLiteral("metricKeys"));
    connect(m_keys, &QStandardItemModel::itemChanged, this, &MetricPage::keysTicked);

    m_shownRuns->setSourceModel(m_runsModel);
    m_shownRuns->setFilterKeyColumn(-1);
    m_runTable->setModel(m_shownRuns);
    m_runTable->setAccessibleName(tr("Runs"));
    m_runTable->setObjectName(QStringLiteral("metricRuns"));
    styleTable(m_runTable);
    m_runTable->setTextElideMode(Qt::ElideMiddle); // what tells names apart is often at their end
    m_runTable->horizontalHeader()->setSectionResizeMode(MetricRunsModel::Name, QHeaderView::Stretch);
    m_runTable->horizontalHeader()->setSectionResizeMode(MetricRunsModel::Value, QHeaderView::ResizeToContents);
    m_runTable->setColumnHidden(MetricRunsModel::Group, true);
    connect(m_runsModel, &QAbstractItemModel::headerDataChanged, this, [this] {
        m_runTable->setColumnHidden(MetricRunsModel::Group, m_view.group.isEmpty());
        m_runTable->setMinimumWidth(m_view.group.isEmpty() ? 0 : groupedWidth);
    });
    m_runTable->setMouseTracking(true);
    m_runTable->viewport()->installEventFilter(this);
    connect(m_runTable, &QTableView::entered, this,
            [this](const QModelIndex &index) { lightRun(index.data(MetricRunsModel::RunRole).toInt()); });
    connect(m_runTable, &QTableView::activated, this, [this](const QModelIndex &index) {
        shell().openRun(m_runsModel->run(index.data(MetricRunsModel::RunRole).toInt()));
    });
    connect(m_runsModel, &MetricRunsModel::hiddenChanged, this,
            [this] { change([this](MetricView &view) { view.hidden = m_runsModel->hidden(); }); });

    auto *splitter = new QSplitter(Qt::Vertical, this);
    const auto section = [&](QLineEdit *filter, QWidget *list) {
        auto *box = new QWidget(splitter);
        auto *layout = new QVBoxLayout(box);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(6);
        layout->addWidget(filter);
        layout->addWidget(list, 1);
        splitter->addWidget(box);
    };
    section(filterBox(tr("Find metrics"), m_shownKeys, this), m_keyList);
    section(filterBox(tr("Find runs"), m_shownRuns, this), m_runTable);
    splitter->setSizes({220, 420});
    splitter->setChildrenCollapsible(false);
    return splitter;
}

QWidget *MetricPage::controls()
{
    auto *bar = new QWidget(this);
    auto *flow = new FlowLayout(bar, 12);
    m_x->addItem(tr("step"), QStringLiteral("step"));
    m_x->addItem(tr("wall time"), QStringLiteral("time"));
    m_x->addItem(tr("relative time"), QStringLiteral("relative"));
    m_x->setObjectName(QStringLiteral("metricX"));
    m_x->setAccessibleName(tr("Along x"));
    connect(m_x, &QComboBox::currentIndexChanged, this, &MetricPage::xChosen);
    flow->addWidget(labelled(tr("x"), m_x, bar));
    flow->addWidget(m_xLog);
    flow->addWidget(m_yLog);
    buildSmoothing(bar);
    m_group->setAccessibleName(tr("Group by"));
    m_group->setObjectName(QStringLiteral("metricGroup"));
    m_group->addItem(tr("no grouping"), QString());
    m_group->setToolTip(tr("Mean and range of the runs that share a value"));
    connect(m_group, &QComboBox::currentIndexChanged, this,
            [this] { change([this](MetricView &view) { view.group = m_group->currentData().toString(); }); });
    flow->addWidget(labelled(tr("Group by"), m_group, bar));
    m_colouring->setAccessibleName(tr("Colour by"));
    const std::pair<QString, CurveColouring> colourings[] = {{tr("automatic"), CurveColouring::Automatic},
                                                             {tr("run"), CurveColouring::Run},
                                                             {tr("last value"), CurveColouring::LastValue}};
    for (const auto &[name, colouring] : colourings)
        m_colouring->addItem(name, static_cast<int>(colouring));
    m_colouring->setToolTip(tr("Automatic: groups or up to eight runs have a colour each; of more runs, colour "
                               "tells the last value, as the scale beside a chart's title says."));
    connect(m_colouring, &QComboBox::currentIndexChanged, this, [this] {
        change([this](MetricView &view) {
            view.colouring = static_cast<CurveColouring>(m_colouring->currentData().toInt());
        });
    });
    flow->addWidget(labelled(tr("Colour by"), m_colouring, bar));
    m_robust->setToolTip(
        tr("y shows the 2nd to the 98th percentile and a little more; a chart says how much is outside"));
    m_link->setToolTip(tr("All charts show the same part of x"));
    m_follow->setToolTip(tr("When the latest points are in sight, x moves on with them"));
    for (QCheckBox *box : {m_robust, m_link, m_follow})
        flow->addWidget(box);
    const auto onToggle = [this](QCheckBox *box, bool MetricView::*field) {
        connect(box, &QCheckBox::toggled, this,
                [this, field](bool on) { change([field, on](MetricView &view) { view.*field = on; }); });
    };
    onToggle(m_xLog, &MetricView::xLog);
    onToggle(m_yLog, &MetricView::yLog);
    onToggle(m_robust, &MetricView::robust);
    connect(m_link, &QCheckBox::toggled, this, &MetricPage::keep);
    connect(m_follow, &QCheckBox::toggled, this, [this](bool on) {
        keep();
        for (MetricPanel *panel : m_panels)
            panel->view()->setFollowing(on);
    });
    return bar;
}

void MetricPage::buildSmoothing(QWidget *bar)
{
    m_smoothing->addItem(tr("none"), static_cast<int>(Smoothing::None));
    m_smoothing->addItem(tr("moving average"), static_cast<int>(Smoothing::Exponential));
    m_smoothing->addItem(tr("Gaussian"), static_cast<int>(Smoothing::Gaussian));
    m_smoothing->setAccessibleName(tr("Smoothing"));
    m_smoothing->setObjectName(QStringLiteral("metricSmoothing"));
    m_smoothing->setToolTip(tr("The exponential moving average is corrected for its start, as TensorBoard's; the raw "
                               "curve stays behind it."));
    m_amount->setRange(0, 1000);
    m_amount->setFixedWidth(120);
    m_amount->setAccessibleName(tr("How much smoothing"));
    m_amountText->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("0.9999")));
    connect(m_smoothing, &QComboBox::currentIndexChanged, this, [this] {
        change([this](MetricView &view) {
            view.smoothing.kind = static_cast<Smoothing>(m_smoothing->currentData().toInt());
        });
        showControls();
    });
    connect(m_amount, &QSlider::valueChanged, this, [this](int place) {
        change([place](MetricView &view) {
            if (view.smoothing.kind == Smoothing::Gaussian)
                view.smoothing.sigma = sigmaAt(place);
            else
                view.smoothing.weight = weightAt(place);
        });
        showControls();
    });
    auto *box = new QWidget(bar);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(labelled(tr("Smooth"), m_smoothing, box));
    layout->addWidget(m_amount);
    layout->addWidget(m_amountText);
    layout->addStretch(1); // without a slider name and choice stay together
    bar->layout()->addWidget(box);
}

/// What the controls say is what is drawn.
void MetricPage::showControls()
{
    const QSignalBlocker blockers[] = {QSignalBlocker(m_xLog),      QSignalBlocker(m_yLog),
                                       QSignalBlocker(m_robust),    QSignalBlocker(m_amount),
                                       QSignalBlocker(m_smoothing), QSignalBlocker(m_colouring)};
    m_xLog->setChecked(m_view.xLog);
    m_yLog->setChecked(m_view.yLog);
    m_robust->setChecked(m_view.robust);
    m_smoothing->setCurrentIndex(m_smoothing->findData(static_cast<int>(m_view.smoothing.kind)));
    m_colouring->setCurrentIndex(std::max(0, m_colouring->findData(static_cast<int>(m_view.colouring))));
    const bool gaussian = m_view.smoothing.kind == Smoothing::Gaussian;
    const double place = gaussian ? std::log10(std::max(1.0, m_view.smoothing.sigma)) / 2.5
                                  : -std::log10(std::max(1e-3, 1 - m_view.smoothing.weight)) / 3;
    m_amount->setValue(static_cast<int>(std::lround(place * 1000)));
    m_amountText->setText(gaussian ? locale().toString(m_view.smoothing.sigma, 'f', 1)
                                   : locale().toString(m_view.smoothing.weight, 'f', 3));
    m_amount->setVisible(m_view.smoothing.kind != Smoothing::None);
    m_amountText->setVisible(m_view.smoothing.kind != Smoothing::None);
}

/// One large chart, or as many beside each other as are wide enough to be read.
void MetricPage::arrangePanels()
{
    auto *grid = static_cast<QGridLayout *>(m_grid->layout());
    while (QLayoutItem *item = grid->takeAt(0))
        delete item;
    const int count = static_cast<int>(m_panels.size());
    const bool alone = m_large >= 0 && m_large < count;
    const int room = std::max(1, m_area->viewport()->width() / 400);
    const int columns = alone ? 1 : std::clamp(count <= 4 ? (count > 1 ? 2 : 1) : 3, 1, room);
    const int rows = alone ? 1 : (count + columns - 1) / columns;
    const int least = rows <= 2 ? 180 : 260; // charts to scroll through have room for a legend
    for (int i = 0; i < count; ++i) {
        MetricPanel *panel = m_panels[static_cast<std::size_t>(i)];
        const bool visible = !alone || i == m_large;
        panel->setVisible(visible);
        panel->setLarge(alone && visible);
        panel->setMinimumHeight(least);
        if (visible)
            grid->addWidget(panel, alone ? 0 : i / columns, alone ? 0 : i % columns);
    }
    for (int i = 0; i < 4; ++i)
        grid->setColumnStretch(i, i < columns ? 1 : 0);
}

bool MetricPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_area->viewport() && event->type() == QEvent::Resize)
        arrangePanels();
    if (watched == m_runTable->viewport() && event->type() == QEvent::Leave)
        lightRun(-1);
    return Page::eventFilter(watched, event);
}

void MetricPage::restore()
{
    const QSettings settings;
    const auto value = [&](const char *name, const QVariant &fallback) {
        return settings.value(QStringLiteral("metrics/") + QLatin1String(name), fallback);
    };
    m_view.xLog = value("xLog", false).toBool();
    m_view.yLog = value("yLog", false).toBool();
    m_view.robust = value("robust", false).toBool();
    m_view.smoothing = {.kind = static_cast<Smoothing>(std::clamp(value("smoothing", 0).toInt(), 0, 2)),
                        .weight = std::clamp(value("weight", 0.9).toDouble(), 0.0, 0.999),
                        .sigma = std::clamp(value("sigma", 5).toDouble(), 0.5, 400.0)};
    m_link->setChecked(value("link", true).toBool());
    m_follow->setChecked(value("follow", true).toBool());
}

void MetricPage::keep() const
{
    QSettings settings;
    settings.beginGroup(QStringLiteral("metrics"));
    settings.setValue("xLog", m_view.xLog);
    settings.setValue("yLog", m_view.yLog);
    settings.setValue("robust", m_view.robust);
    settings.setValue("smoothing", static_cast<int>(m_view.smoothing.kind));
    settings.setValue("weight", m_view.smoothing.weight);
    settings.setValue("sigma", m_view.smoothing.sigma);
    settings.setValue("link", m_link->isChecked());
    settings.setValue("follow", m_follow->isChecked());
}

} // namespace assay::ui
