// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/exploreviews.h"

#include "widgets/charts/chartview.h"
#include "widgets/charts/valueramp.h"
#include "widgets/controls/pageheader.h"
#include "widgets/errortext.h"
#include "widgets/models/format.h"
#include "widgets/pages/axischooser.h"
#include "widgets/pages/emptypane.h"
#include "widgets/pages/flowlayout.h"
#include "widgets/pages/picturemenu.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace assay::ui {

namespace {

/// Controls in a line above a view that takes the room.
QVBoxLayout *below(QWidget *owner, QWidget *bar, QWidget *view)
{
    auto *layout = new QVBoxLayout(owner);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(bar);
    layout->addWidget(view, 1);
    return layout;
}

void addField(QWidget *bar, const QString &name, QWidget *field)
{
    auto *both = new QWidget(bar);
    auto *layout = new QHBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(roleLabel(name, "faint", both));
    layout->addWidget(field);
    field->setAccessibleName(name);
    bar->layout()->addWidget(both);
}

/// Of a hundred columns one is found by a piece of its name.
QComboBox *searchable(QComboBox *box)
{
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setMinimumContentsLength(14);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    // What is no column goes back to the one that is shown.
    QObject::connect(box->lineEdit(), &QLineEdit::editingFinished, box,
                     [box] { box->setEditText(box->itemText(box->currentIndex())); });
    return box;
}

/// Lists the columns, keeping what was chosen while it is there.
void fill(QComboBox *box, const std::vector<ExploreKey> &columns, const QString &preferred, const QString &none = {})
{
    const QSignalBlocker blocker(box);
    const QString before = box->currentData().toString();
    const bool first = box->count() == 0;
    box->clear();
    if (!none.isEmpty())
        box->addItem(none, QString());
    for (const ExploreKey &column : columns)
        box->addItem(column.title, column.key);
    int at = first ? -1 : box->findData(before);
    if (at < 0)
        at = box->findData(preferred);
    box->setCurrentIndex(std::max(0, at));
}

bool sameValues(const ExploreColumn &a, const ExploreColumn &b)
{
    const auto same = [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); };
    return a.key == b.key && a.categories == b.categories && std::ranges::equal(a.values, b.values, same);
}

/// Whether importance comes out the same for both.
bool sameInputs(const ExploreData &a, const ExploreData &b, const QString &metric)
{
    const ExploreColumn *before = a.column(metric), *now = b.column(metric);
    return before && now && sameValues(*before, *now) &&
           std::ranges::equal(a.parameters(), b.parameters(),
                              [](const ExploreColumn *x, const ExploreColumn *y) { return sameValues(*x, *y); });
}

ChartTable axesTable(const ParallelPlot &plot, const ExploreData &data)
{
    ChartTable table{.header = {ExploreParallel::tr("Run")}};
    for (const ParallelAxis &axis : plot.axes())
        table.header << axis.name;
    for (std::size_t run = 0; run < data.size(); ++run) {
        QStringList row{data.names[static_cast<qsizetype>(run)]};
        for (const ParallelAxis &axis : plot.axes())
            row << (data.column(axis.key)->text(run).isEmpty() ? QString()
                    : axis.categories.isEmpty()                ? QString::number(axis.values[run], 'g', 17)
                                                : axis.categories.value(static_cast<qsizetype>(axis.values[run])));
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace

ExploreParallel::ExploreParallel(QWidget *parent)
    : QWidget(parent)
    , m_plot(new ParallelPlot(this))
    , m_colour(new QComboBox(this))
    , m_choose(new QToolButton(this))
    , m_chooser(new AxisChooser(this))
    , m_picture(addPictureMenu(m_plot, QStringLiteral("parameters"), [this] { return axesTable(*m_plot, *m_data); }))
{
    auto *bar = new QWidget(this);
    auto *flow = new FlowLayout(bar, 14);
    m_choose->setText(tr("Axes…"));
    m_choose->setObjectName(QStringLiteral("exploreAxes"));
    m_choose->setToolTip(tr("Which parameters and metrics have an axis"));
    flow->addWidget(m_choose);
    addField(bar, tr("Colour by"), searchable(m_colour));
    auto *help = roleLabel(
        tr("Drag along an axis to select, its name to move it; double click turns it round, right click for more"),
        "faint", this);
    help->setWordWrap(true);
    below(this, bar, m_plot)->insertWidget(1, help);
    connect(m_choose, &QToolButton::clicked, this, &ExploreParallel::showChooser);
    connect(m_chooser, &AxisChooser::toggled, this, &ExploreParallel::toggleAxis);
    connect(m_colour, &QComboBox::currentIndexChanged, this, &ExploreParallel::colour);
    disconnect(m_plot, &QWidget::customContextMenuRequested, nullptr, nullptr);
    connect(m_plot, &QWidget::customContextMenuRequested, this, &ExploreParallel::axisMenu);
}

void ExploreParallel::setData(const ExplorePtr &explored, const QString &metric)
{
    const bool otherMetric = metric != m_metric;
    QStringList keys = axes();
    m_data = explored;
    m_metric = metric;
    if (keys.isEmpty())
        keys = usualAxes(*explored, metric);
    else if (!keys.contains(metric))
        keys << metric;
    for (const QString &key : std::exchange(m_pending, {}))
        if (!keys.contains(key))
            (explored->column(key) ? keys : m_pending) << key;
    fill(m_colour, explored->choices(true), metric);
    if (otherMetric) {
        const QSignalBlocker blocker(m_colour);
        m_colour->setCurrentIndex(std::max(0, m_colour->findData(metric)));
    }
    setAxes(keys);
    colour();
}

void ExploreParallel::setAxes(const QStringList &keys)
{
    // Those that stay keep their way round and their scale.
    std::vector<ParallelAxis> axes = exploreAxes(*m_data, keys);
    for (ParallelAxis &axis : axes)
        for (const ParallelAxis &before : m_plot->axes())
            if (before.key == axis.key) {
                axis.largerIsBetter = before.largerIsBetter;
                axis.logarithmic = before.logarithmic && axis.categories.isEmpty();
            }
    m_plot->setAxes(std::move(axes), m_data->names);
    emit axesChosen();
}

QStringList ExploreParallel::axes() const
{
    QStringList keys;
    for (const ParallelAxis &axis : m_plot->axes())
        keys << axis.key;
    return keys;
}

void ExploreParallel::colour()
{
    const QString key = m_colour->currentData().toString();
    const ExploreColumn *column = m_data ? m_data->column(key) : nullptr;
    if (!column && m_data && !key.isEmpty())
        emit columnWanted(key);
    if (!column)
        return m_plot->setShades({});
    std::vector<double> shades = rankShares(column->values);
    if (column->isMetric && !column->largerIsBetter)
        for (double &shade : shades)
            shade = 1 - shade; // good runs are bright, whichever way is good
    m_plot->setShades(std::move(shades));
}

void ExploreParallel::showChooser()
{
    if (!m_data)
        return;
    m_chooser->setKeys(m_data->choices(true), axes() + m_pending);
    m_chooser->popupBelow(m_choose);
}

void ExploreParallel::toggleAxis(const QString &key, bool on)
{
    QStringList keys = axes();
    m_pending.removeAll(key);
    keys.removeAll(key);
    if (on && !m_data->column(key)) {
        m_pending << key;
        emit columnWanted(key);
        return;
    }
    if (on)
        keys << key;
    setAxes(keys);
}

void ExploreParallel::axisMenu(const QPoint &at)
{
    const int axis = m_plot->axisNear(at);
    auto *menu = new QMenu(m_plot);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (axis >= 0) {
        const ParallelAxis &of = m_plot->axes()[static_cast<std::size_t>(axis)];
        menu->addAction(tr("Turn “%1” round").arg(of.name), m_plot, [this, axis] { m_plot->turnAxis(axis); });
        QAction *log = menu->addAction(tr("Logarithmic"), m_plot,
                                       [this, axis, on = !of.logarithmic] { m_plot->setLogarithmic(axis, on); });
        log->setCheckable(true);
        log->setChecked(of.logarithmic);
        log->setEnabled(of.categories.isEmpty());
        menu->addAction(tr("Colour by “%1”").arg(of.name), m_plot,
                        [this, key = of.key] { m_colour->setCurrentIndex(m_colour->findData(key)); });
        menu->addAction(tr("Without this axis"), m_plot, [this, key = of.key] {
            QStringList keys = axes();
            keys.removeAll(key);
            setAxes(keys);
        });
        menu->addSeparator();
    }
    menu->addActions(m_picture->actions());
    menu->popup(m_plot->mapToGlobal(at));
}

ExploreScatter::ExploreScatter(QWidget *parent)
    : QWidget(parent)
    , m_x(new QComboBox(this))
    , m_y(new QComboBox(this))
    , m_colour(new QComboBox(this))
    , m_xLog(new QCheckBox(tr("log x"), this))
    , m_yLog(new QCheckBox(tr("log y"), this))
    , m_words(roleLabel({}, "faint", this))
    , m_chart(new ChartView(this))
{
    auto *bar = new QWidget(this);
    auto *flow = new FlowLayout(bar, 14);
    m_x->setObjectName(QStringLiteral("scatterX"));
    addField(bar, tr("x"), searchable(m_x));
    flow->addWidget(m_xLog);
    addField(bar, tr("y"), searchable(m_y));
    flow->addWidget(m_yLog);
    addField(bar, tr("Colour by"), searchable(m_colour));
    m_words->setWordWrap(true);
    below(this, bar, m_chart)->insertWidget(1, m_words);
    for (QComboBox *box : {m_x, m_y, m_colour})
        connect(box, &QComboBox::currentIndexChanged, this, [this, box] {
            const ExploreColumn *column = m_data ? m_data->column(box->currentData().toString()) : nullptr;
            if (column && box != m_colour) {
                QCheckBox *log = box == m_x ? m_xLog : m_yLog;
                const QSignalBlocker blocker(log);
                log->setChecked(column->spreads);
            }
            read();
        });
    for (QCheckBox *box : {m_xLog, m_yLog})
        connect(box, &QCheckBox::toggled, this, &ExploreScatter::read);
    connect(m_chart, &ChartView::activated, this, [this](const QPointF &value) {
        if (const int run = m_data ? nearestRun(*m_data, m_choice, value.x(), value.y()) : -1; run >= 0)
            emit runClicked(run);
    });
}

void ExploreScatter::setData(const ExplorePtr &explored, const QString &metric)
{
    const bool first = !m_data;
    m_data = explored;
    const auto parameters = explored->parameters();
    const auto numeric =
        std::ranges::find_if(parameters, [](const ExploreColumn *c) { return c->categories.isEmpty(); });
    const std::vector<ExploreKey> columns = explored->choices(true);
    fill(m_x, columns, numeric == parameters.end() ? QString() : (*numeric)->key);
    fill(m_y, columns, metric);
    fill(m_colour, columns, QString(), tr("nothing"));
    if (first) {
        const QSignalBlocker blockers[] = {QSignalBlocker(m_xLog), QSignalBlocker(m_yLog)};
        const ExploreColumn *x = explored->column(m_x->currentData().toString()),
                            *y = explored->column(m_y->currentData().toString());
        m_xLog->setChecked(x && x->spreads);
        m_yLog->setChecked(y && y->spreads);
    }
    read();
}

void ExploreScatter::setChosen(const std::vector<char> &chosen)
{
    m_chosen = chosen;
    m_stale = true;
    if (isVisible())
        draw();
}

void ExploreScatter::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        draw();
}

void ExploreScatter::read()
{
    m_choice = {.x = m_x->currentData().toString(),
                .y = m_y->currentData().toString(),
                .colour = m_colour->currentData().toString(),
                .xLog = m_xLog->isChecked(),
                .yLog = m_yLog->isChecked()};
    bool all = true;
    for (const QString &key : {m_choice.x, m_choice.y, m_choice.colour})
        if (m_data && !key.isEmpty() && !m_data->column(key)) {
            all = false;
            emit columnWanted(key);
        }
    if (all)
        draw();
}

void ExploreScatter::draw()
{
    if (!m_data)
        return;
    m_stale = false;
    const ChartSpec spec = exploreScatter(*m_data, m_choice, m_chosen);
    m_words->setText(spec.summary);
    m_chart->setSpec(spec);
}

ExploreBoxes::ExploreBoxes(QWidget *parent)
    : QWidget(parent)
    , m_by(new QComboBox(this))
    , m_words(roleLabel({}, "faint", this))
    , m_chart(new ChartView(this))
{
    auto *bar = new QWidget(this);
    new FlowLayout(bar, 14);
    m_by->setObjectName(QStringLiteral("boxesBy"));
    addField(bar, tr("By"), searchable(m_by));
    m_words->setWordWrap(true);
    below(this, bar, m_chart)->insertWidget(1, m_words);
    connect(m_by, &QComboBox::currentIndexChanged, this, &ExploreBoxes::draw);
}

void ExploreBoxes::setData(const ExplorePtr &explored, const QString &metric)
{
    m_data = explored;
    m_metric = metric;
    const auto columns = explored->parameters();
    const auto named = std::ranges::find_if(
        columns, [](const ExploreColumn *c) { return !c->categories.isEmpty() && c->distinct <= 12; });
    fill(m_by, explored->choices(false), named == columns.end() ? QString() : (*named)->key);
    draw();
}

void ExploreBoxes::setChosen(const std::vector<char> &chosen)
{
    m_chosen = chosen;
    m_stale = true;
    if (isVisible())
        draw();
}

void ExploreBoxes::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        draw();
}

void ExploreBoxes::draw()
{
    if (!m_data)
        return;
    m_stale = false;
    const QString by = m_by->currentData().toString();
    if (!by.isEmpty() && !m_data->column(by)) {
        emit columnWanted(by);
        return;
    }
    const ChartSpec spec = exploreBoxes(*m_data, m_metric, by, m_chosen);
    m_words->setText(spec.summary);
    m_chart->setSpec(spec);
}

ExploreImportance::ExploreImportance(JobRegistry &jobs, QWidget *parent)
    : QWidget(parent)
    , m_work(&jobs)
    , m_caution(roleLabel({}, "faint", this))
    , m_forest(new ChartView(this))
    , m_ranks(new ChartView(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyPane(this))
{
    m_caution->setWordWrap(true);
    m_caution->setObjectName(QStringLiteral("importanceCaution"));
    auto *charts = new QSplitter(Qt::Horizontal, this);
    charts->addWidget(m_forest);
    charts->addWidget(m_ranks);
    charts->setChildrenCollapsible(false);
    // Where there are more bars than names fit, they are scrolled.
    auto *scrolled = new QScrollArea(this);
    scrolled->setWidget(charts);
    scrolled->setWidgetResizable(true);
    scrolled->setFrameShape(QFrame::NoFrame);
    scrolled->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *whole = new QWidget(this);
    below(whole, m_caution, scrolled);
    m_stack->addWidget(whole);
    m_stack->addWidget(m_empty);
    m_empty->follow(&m_work);
    connect(m_empty, &EmptyPane::actionTriggered, this, [this] {
        m_stale = true;
        start();
    });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

void ExploreImportance::setData(const ExplorePtr &explored, const QString &metric)
{
    if (metric != m_metric)
        m_weighed.reset();
    m_data = explored;
    m_metric = metric;
    m_stale = !m_weighed || !sameInputs(*m_weighed, *explored, metric);
    if (isVisible())
        start();
}

void ExploreImportance::start()
{
    const ExploreColumn *metric = m_data ? m_data->column(m_metric) : nullptr;
    if (!m_stale || !metric || (m_weighed && m_work.isRunning()))
        return;
    m_stale = false;
    if (!m_weighed) // else the charts of before stay until there are new ones
        m_stack->setCurrentWidget(m_empty);
    m_weighed = m_data;
    m_work.start<engine::ImportanceReport>(
        tr("Weighing parameters"),
        [runs = m_data, metric](const Context &context) {
            return engine::parameterImportance(importanceColumns(*runs), metric->values, {}, context);
        },
        [this](Result<engine::ImportanceReport> report) {
            if (report) {
                show(std::move(*report));
            } else {
                if (report.error().kind == ErrorKind::Cancelled)
                    m_empty->setMessage(tr("Weighing was cancelled"), {}, tr("Again"));
                else
                    m_empty->setMessage(tr("Importance cannot be told"), errorText(report.error()));
                m_stack->setCurrentWidget(m_empty);
            }
            if (isVisible() && (report || report.error().kind != ErrorKind::Cancelled))
                start(); // of what came meanwhile
        });
}

void ExploreImportance::show(engine::ImportanceReport report)
{
    m_report = std::move(report);
    const ExploreColumn *metric = m_data->column(m_metric);
    const QString name = metric ? metric->title : m_metric;
    m_forest->setSpec(forestChart(*m_report, name));
    m_ranks->setSpec(correlationChart(*m_report, name));
    for (ChartView *chart : {m_forest, m_ranks})
        chart->setMinimumHeight(
            static_cast<int>((std::ssize(chart->spec().y.categories) + 6) * fontMetrics().height()));
    m_caution->setText(m_forest->spec().summary + u' ' + importanceCaution(*m_report));
    m_stack->setCurrentIndex(0);
}

} // namespace assay::ui
