// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/comparefigures.h"

#include "widgets/charts/chartview.h"
#include "widgets/models/format.h"
#include "widgets/pages/comparemultiples.h"
#include "widgets/pages/compareoverlay.h"
#include "widgets/pages/compareparallel.h"
#include "widgets/pages/comparerankview.h"
#include "widgets/pages/emptypane.h"
#include "widgets/pages/picturemenu.h"
#include "widgets/pages/runselection.h"

#include <QComboBox>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace assay::ui {

namespace {

constexpr std::size_t manyRuns = 9;

} // namespace

CompareFigures::CompareFigures(RunSelection *selection, QWidget *parent)
    : QTabWidget(parent)
    , m_selection(selection)
{
    setDocumentMode(true);
    setUsesScrollButtons(true);
    setAccessibleName(tr("Charts"));
    connect(this, &QTabWidget::currentChanged, this, &CompareFigures::makeCurrent);
    connect(selection, &RunSelection::changed, this, [this] {
        if (m_comparison && std::exchange(m_baseline, m_selection->baseline()) != m_selection->baseline())
            rebuild();
    });
}

QStringList CompareFigures::names() const
{
    QStringList names;
    for (const RunAnalysis &run : m_comparison->runs)
        names << run.details.run.name;
    return names;
}

std::vector<NamedEvaluation> CompareFigures::evaluations() const
{
    std::vector<NamedEvaluation> models;
    for (const RunAnalysis &run : m_comparison->runs)
        models.push_back({.name = run.details.run.name, .evaluation = &run.evaluation});
    return models;
}

std::vector<NamedPredictions> CompareFigures::predictions() const
{
    std::vector<NamedPredictions> models;
    for (const RunAnalysis &run : m_comparison->runs)
        models.emplace_back(run.details.run.name, &run.predictions);
    return models;
}

engine::Task CompareFigures::task() const
{
    return m_comparison->runs.front().evaluation.task;
}

void CompareFigures::setComparison(const RunComparison *comparison, std::vector<engine::Judgement> judgements,
                                   const QString &metric, bool dimmed)
{
    m_comparison = comparison;
    m_judgements = std::move(judgements);
    m_metric = metric;
    m_dimmed = dimmed;
    m_baseline = m_selection->baseline();
    rebuild();
}

void CompareFigures::setDisagreements(std::shared_ptr<const engine::Disagreements> rows, const QString &first,
                                      const QString &second)
{
    m_rows = std::move(rows);
    m_first = first;
    m_second = second;
    for (Tab &tab : m_tabs)
        tab.due = tab.due || tab.ofPair;
    makeCurrent();
}

void CompareFigures::addChart(const QString &title, std::function<ChartSpec()> chart)
{
    add({.title = title,
         .make = [chart] { return new ChartView(chart()); },
         .update =
             [chart](QWidget *shown) {
                 static_cast<ChartView *>(shown)->setSpec(chart());
                 return true;
             }});
}

void CompareFigures::addOfPair(const QString &title, std::function<ChartSpec()> chart)
{
    const auto make = [this, chart]() -> QWidget * {
        if (m_rows)
            return new ChartView(chart());
        auto *empty = new EmptyPane;
        empty->setMessage(tr("Which two?"), tr("Select one run in a table or chart: it is set against the baseline."));
        return empty;
    };
    const auto update = [this, chart](QWidget *shown) {
        auto *view = qobject_cast<ChartView *>(shown);
        if (view && m_rows)
            view->setSpec(chart());
        return view && m_rows;
    };
    add({.title = title, .make = make, .update = update, .ofPair = true});
}

void CompareFigures::addOverlay(const QString &title, std::function<CurveFamily()> family)
{
    const auto showIn = [this, family](QWidget *shown) {
        auto *overlay = static_cast<CompareOverlay *>(shown);
        overlay->setDimmed(m_dimmed);
        overlay->setFamily(family());
        return true;
    };
    const auto make = [this, showIn] {
        auto *overlay = new CompareOverlay(m_selection);
        showIn(overlay);
        return overlay;
    };
    add({.title = title, .make = make, .update = showIn});
}

/// Where the tabs stay the same, what is in them stays too, so that whoever zoomed in is still there.
void CompareFigures::rebuild()
{
    const std::vector<Tab> before = std::exchange(m_tabs, {});
    switch (task()) {
    case engine::Task::Binary:
        addBinary();
        break;
    case engine::Task::Multiclass:
        addMulticlass();
        break;
    case engine::Task::Regression:
        addRegression();
        break;
    }
    addForMany();
    if (!std::ranges::equal(before, m_tabs, {}, &Tab::title, &Tab::title))
        makePages();
    makeCurrent();
}

void CompareFigures::makePages()
{
    const QSignalBlocker blocker(this);
    const QString front = tabText(currentIndex());
    while (count() > 0) {
        QWidget *old = widget(0);
        removeTab(0);
        old->deleteLater();
    }
    for (const Tab &tab : m_tabs) {
        auto *page = new QWidget(this);
        auto *layout = new QVBoxLayout(page);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(6);
        const int at = addTab(page, tab.title);
        if (tab.title == front)
            setCurrentIndex(at);
    }
}

void CompareFigures::makeCurrent()
{
    const auto at = static_cast<std::size_t>(currentIndex());
    if (currentIndex() < 0 || at >= m_tabs.size() || !std::exchange(m_tabs[at].due, false))
        return;
    QLayout *layout = widget(currentIndex())->layout();
    if (const QLayoutItem *item = layout->itemAt(0)) {
        QWidget *shown = item->widget();
        if (m_tabs[at].update && m_tabs[at].update(shown))
            return;
        layout->removeWidget(shown);
        shown->hide();
        shown->deleteLater(); // it may be what is speaking
    }
    layout->addWidget(m_tabs[at].make());
}

void CompareFigures::addBinary()
{
    addOverlay(tr("ROC"), [this] { return rocFamily(evaluations()); });
    addOverlay(tr("Difference"),
               [this] { return rocDifferenceFamily(evaluations(), static_cast<std::size_t>(m_baseline)); });
    addOverlay(tr("Precision–recall"), [this] { return prFamily(evaluations()); });
    addOverlay(tr("Calibration"), [this] { return calibrationFamily(evaluations()); });
    addOverlay(tr("Gain"), [this] { return gainFamily(evaluations()); });
    addOfPair(tr("Scores"), [this] { return scoreScatterChart(m_first, m_second, *m_rows); });
}

void CompareFigures::addMulticlass()
{
    add({.title = tr("ROC by class"),
         .make = [this] { return classCurves(); },
         .update =
             [this](QWidget *shown) {
                 showClass(shown);
                 return true;
             }});
    addChart(tr("F1 by class"), [this] { return perClassChart(evaluations()); });
}

void CompareFigures::addRegression()
{
    addOverlay(tr("Error curves"), [this] { return errorFamily(predictions()); });
    addOverlay(tr("Residuals"), [this] { return residualFamily(predictions()); });
    addOfPair(tr("Predictions"), [this] { return scoreScatterChart(m_first, m_second, *m_rows); });
    addOfPair(tr("Agreement"), [this] { return blandAltmanChart(m_first, m_second, *m_rows); });
}

void CompareFigures::addForMany()
{
    if (m_comparison->runs.size() >= manyRuns) {
        add({.title = tr("Each run"), .make = [this] { return multiples(); }});
        add({.title = tr("Parallel axes"), .make = [this] { return parallel(); }});
    }
    addChart(Format::metric(m_metric), [this] { return metricBars(); });
    m_tabs.back().make = [this] {
        auto *view = new ChartView(metricBars());
        connect(m_selection, &RunSelection::changed, view, [this, view] { view->setSpec(metricBars()); });
        return view;
    };
    if (m_comparison->runs.size() > 2 && !m_dimmed)
        addChart(tr("Pairs"), [this] { return matrix(); });
    if (m_comparison->comparison.ranking)
        add({.title = tr("Ranks"),
             .make = [this] { return new CompareRankView(*m_comparison->comparison.ranking, names()); }});
}

CurveFamily CompareFigures::mainFamily() const
{
    switch (task()) {
    case engine::Task::Binary:
        return rocFamily(evaluations());
    case engine::Task::Multiclass:
        return classRocFamily(evaluations(), 0);
    case engine::Task::Regression:
        break;
    }
    return errorFamily(predictions());
}

QWidget *CompareFigures::classCurves()
{
    auto *pane = new QWidget;
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 6, 0, 0);
    auto *choice = new QComboBox(pane);
    choice->setObjectName(QStringLiteral("classChoice"));
    choice->setAccessibleName(tr("Class"));
    for (const engine::ClassMetrics &one : m_comparison->runs.front().evaluation.perClass)
        choice->addItem(text(one.label));
    auto *overlay = new CompareOverlay(m_selection, pane);
    connect(choice, &QComboBox::currentIndexChanged, overlay, [this, pane] { showClass(pane); });
    layout->addWidget(choice, 0, Qt::AlignLeft);
    layout->addWidget(overlay, 1);
    showClass(pane);
    return pane;
}

void CompareFigures::showClass(QWidget *pane) const
{
    auto *overlay = pane->findChild<CompareOverlay *>();
    overlay->setDimmed(m_dimmed);
    const int chosen = pane->findChild<QComboBox *>()->currentIndex();
    overlay->setFamily(classRocFamily(evaluations(), static_cast<std::size_t>(std::max(0, chosen))));
}

QWidget *CompareFigures::multiples()
{
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *plots = new CompareMultiples(m_selection);
    plots->setFamily(mainFamily());
    addPictureMenu(plots, QStringLiteral("runs"), [this] {
        const CurveFamily family = mainFamily();
        ChartTable table{.header = {tr("Run"), family.figureName}};
        for (std::size_t run = 0; run < family.curves.size(); ++run)
            table.rows.push_back({family.curves[run].name, family.figures.value(static_cast<qsizetype>(run))});
        return table;
    });
    area->setWidget(plots);
    return area;
}

QWidget *CompareFigures::parallel()
{
    auto *plot = new CompareParallel(m_selection);
    plot->setAxes(parallelAxes(*m_comparison), names());
    addPictureMenu(plot, QStringLiteral("parameters"), [this] {
        const auto axes = parallelAxes(*m_comparison);
        const QStringList runs = names();
        ChartTable table{.header = {tr("Run")}};
        for (const ParallelAxis &axis : axes)
            table.header << axis.name;
        for (qsizetype run = 0; run < runs.size(); ++run) {
            QStringList row{runs[run]};
            for (const ParallelAxis &axis : axes) {
                const double value = axis.values[static_cast<std::size_t>(run)];
                row << (axis.categories.isEmpty() ? QString::number(value, 'g', 9)
                                                  : axis.categories.value(static_cast<qsizetype>(value)));
            }
            table.rows.push_back(row);
        }
        return table;
    });
    return plot;
}

/// Of many runs only those looked at have a colour.
ChartSpec CompareFigures::metricBars() const
{
    ChartSpec spec = metricChart(m_metric, evaluations());
    if (m_selection->count() > RunSelection::coloured && !spec.series.empty())
        for (std::size_t run = 0; run < spec.series.front().barSlots.size(); ++run)
            spec.series.front().barSlots[run] = m_selection->slot(static_cast<int>(run));
    return spec;
}

ChartSpec CompareFigures::matrix() const
{
    std::vector<std::size_t> order(m_comparison->runs.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const std::string key = m_metric.toStdString();
    const double sign = engine::largerIsBetter(key) ? -1 : 1;
    std::ranges::stable_sort(order, {}, [&](std::size_t run) {
        return sign * m_comparison->runs[run].evaluation.metric(key).value_or(sign * INFINITY);
    });
    return pairMatrixChart(names(), m_dimmed ? std::vector<engine::Judgement>() : m_judgements, order, m_metric);
}

std::vector<ParallelAxis> parallelAxes(const RunComparison &comparison)
{
    std::vector<ParallelAxis> axes;
    for (const QString &param : comparison.differingParams) {
        QStringList texts;
        bool numbers = true;
        for (const RunAnalysis &run : comparison.runs) {
            const auto found = run.details.run.params.find(param.toStdString());
            texts << (param == QLatin1String("model")         ? Format::model(run.details.run.model)
                      : found == run.details.run.params.end() ? QString()
                                                              : Format::parameter(found->second));
            bool ok = true;
            (void)texts.back().toDouble(&ok);
            numbers = numbers && (ok || texts.back().isEmpty());
        }
        ParallelAxis axis{.name = param == QLatin1String("model") ? CompareFigures::tr("Model") : param};
        if (!numbers) {
            axis.categories = texts;
            axis.categories.removeAll(QString());
            axis.categories.removeDuplicates();
            axis.categories.sort();
        }
        for (const QString &one : texts)
            axis.values.push_back(one.isEmpty() ? std::nan("")
                                  : numbers     ? one.toDouble()
                                                : static_cast<double>(axis.categories.indexOf(one)));
        axes.push_back(std::move(axis));
    }
    constexpr std::size_t mostMetrics = 5, mostAxes = 10;
    if (axes.size() > mostAxes - mostMetrics)
        axes.resize(mostAxes - mostMetrics);
    for (const engine::Metric &metric : comparison.runs.front().evaluation.metrics) {
        ParallelAxis axis{.name = Format::metric(text(metric.name)),
                          .isMetric = true,
                          .largerIsBetter = engine::largerIsBetter(metric.name)};
        for (const RunAnalysis &run : comparison.runs)
            axis.values.push_back(run.evaluation.metric(metric.name).value_or(std::nan("")));
        if (axes.size() < mostAxes)
            axes.push_back(std::move(axis));
    }
    return axes;
}

} // namespace assay::ui
