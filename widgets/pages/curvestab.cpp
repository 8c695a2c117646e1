// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/curvestab.h"

#include "widgets/charts/chartfactory.h"
#include "widgets/charts/chartview.h"
#include "widgets/charts/classcharts.h"
#include "widgets/controls/pageheader.h"
#include "widgets/models/format.h"
#include "widgets/pages/charttabs.h"
#include "widgets/pages/emptypane.h"
#include "widgets/pages/tables.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>

namespace assay::ui {

CurvesTab::CurvesTab(QWidget *parent)
    : QWidget(parent)
    , m_classes(new ClassMetricsModel(this))
    , m_classTable(new QTableView(this))
    , m_classPane(new QWidget(this))
    , m_bar(new QWidget(this))
    , m_bins(new QComboBox(this))
    , m_binsLabel(new QLabel(tr("&Bins"), this))
    , m_charts(new ChartTabs(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyPane(this))
{
    m_classTable->setModel(m_classes);
    m_classTable->setObjectName(QStringLiteral("classTable"));
    m_classTable->setAccessibleName(tr("Classes; ticked ones are drawn"));
    styleTable(m_classTable);
    m_classTable->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    connect(m_classes, &ClassMetricsModel::drawnChanged, this, &CurvesTab::draw);
    auto *classLayout = new QVBoxLayout(m_classPane);
    classLayout->setContentsMargins(0, 8, 0, 0);
    classLayout->setSpacing(8);
    classLayout->addWidget(roleLabel(tr("Classes"), "heading", m_classPane));
    classLayout->addWidget(m_classTable, 1);

    auto *main = new QWidget(this);
    auto *mainLayout = new QVBoxLayout(main);
    mainLayout->setContentsMargins(0, 0, 0, 0);
    mainLayout->setSpacing(0);
    mainLayout->addWidget(m_charts, 1);
    mainLayout->addWidget(choices());
    auto *content = new QSplitter(Qt::Horizontal, this);
    content->addWidget(main);
    content->addWidget(m_classPane);
    content->setSizes({640, 520});
    content->setChildrenCollapsible(false);
    m_stack->addWidget(content);
    m_stack->addWidget(m_empty);
    m_stack->setCurrentWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(m_charts, &QTabWidget::currentChanged, this, &CurvesTab::currentChanged);
}

CurvesTab::~CurvesTab() = default;

QWidget *CurvesTab::choices()
{
    m_bins->setObjectName(QStringLiteral("calibrationBins"));
    m_bins->setAccessibleName(tr("Bins"));
    m_bins->addItem(tr("of equal width"), false);
    m_bins->addItem(tr("of equal count"), true);
    m_binsLabel->setBuddy(m_bins);
    auto *layout = new QHBoxLayout(m_bar);
    layout->setContentsMargins(0, 4, 0, 4);
    layout->addWidget(m_binsLabel);
    layout->addWidget(m_bins);
    layout->addStretch(1);
    connect(m_bins, &QComboBox::currentIndexChanged, this, &CurvesTab::draw);
    m_bar->hide();
    return m_bar;
}

void CurvesTab::follow(JobRunner *runner)
{
    m_empty->follow(runner);
}

void CurvesTab::setAnalysis(std::shared_ptr<const RunAnalysis> analysis,
                            std::shared_ptr<const ThresholdData> thresholds)
{
    m_analysis = std::move(analysis);
    m_thresholds = std::move(thresholds);
    if (m_analysis) {
        m_name = m_analysis->details.run.name;
        m_classes->setEvaluation(m_analysis->evaluation);
        QHeaderView *header = m_classTable->horizontalHeader();
        header->setSectionResizeMode(QHeaderView::ResizeToContents);
        header->setSectionResizeMode(ClassMetricsModel::Class, QHeaderView::Stretch);
    }
    draw();
}

void CurvesTab::setSeries(const QString &name, Series series)
{
    m_name = name;
    m_series = std::move(series);
    draw();
}

void CurvesTab::setOperatingPoint(double threshold, const engine::CostMatrix &costs)
{
    const bool redraw = !(costs == m_costs);
    m_threshold = threshold;
    m_costs = costs;
    redraw ? draw() : placeMarker();
}

bool CurvesTab::hasCurves() const
{
    return m_stack->currentWidget() != m_empty;
}

ThresholdSubject CurvesTab::subject() const
{
    return {.name = m_name,
            .evaluation = &m_analysis->evaluation,
            .data = m_thresholds.get(),
            .costs = m_costs,
            .quantileBins = m_bins->currentData().toBool()};
}

void CurvesTab::addBinary(std::vector<std::pair<QString, ChartSpec>> &charts)
{
    using enum ThresholdCurve;
    m_shown = m_thresholds ? std::vector{Roc, Pr, Det, Gain, Lift, Ks, Calibration, Cost, CostEnvelope, NetBenefit}
                           : std::vector{Roc, Pr, Gain, Calibration};
    if (m_thresholds && !m_thresholds->probabilities())
        std::erase_if(m_shown, [](ThresholdCurve c) { return c == Calibration || c == NetBenefit; });
    for (const ThresholdCurve curve : m_shown)
        charts.emplace_back(curveLabel(curve), thresholdChart(curve, subject()));
}

void CurvesTab::addMulticlass(std::vector<std::pair<QString, ChartSpec>> &charts)
{
    const engine::Evaluation &evaluation = m_analysis->evaluation;
    const bool scored = std::any_of(evaluation.perClass.begin(), evaluation.perClass.end(),
                                    [](const engine::ClassMetrics &m) { return !m.roc.fpr.empty(); });
    if (scored) {
        const std::vector<std::size_t> classes = m_classes->drawn();
        charts.emplace_back(tr("ROC"), classRocChart(evaluation, classes));
        charts.emplace_back(tr("Precision–recall"), classPrChart(evaluation, classes));
        charts.emplace_back(tr("Calibration"), classCalibrationChart(evaluation, classes));
    }
    if (!evaluation.perClass.empty())
        charts.emplace_back(tr("F1"), classF1Chart(evaluation));
}

void CurvesTab::draw()
{
    std::vector<std::pair<QString, ChartSpec>> charts;
    m_shown.clear();
    const engine::Task task = m_analysis ? m_analysis->evaluation.task : engine::Task::Regression;
    if (task == engine::Task::Binary && m_analysis)
        addBinary(charts);
    if (task == engine::Task::Multiclass)
        addMulticlass(charts);
    for (const auto &[key, points] : m_series)
        charts.emplace_back(tr("%1 by step").arg(Format::metric(key)), learningCurveChart(key, {{m_name, points}}));
    m_classPane->setVisible(task == engine::Task::Multiclass && m_classes->rowCount() > 0);
    if (charts.empty())
        m_empty->setMessage(tr("There are no curves"),
                            tr("The run kept neither predictions nor a metric that was logged more than once."));
    m_stack->setCurrentIndex(charts.empty() ? 1 : 0);
    m_charts->setCharts(std::move(charts));
    currentChanged();
}

void CurvesTab::currentChanged()
{
    const auto index = static_cast<std::size_t>(m_charts->currentIndex());
    m_bar->setVisible(index < m_shown.size() && m_shown[index] == ThresholdCurve::Calibration);
    placeMarker();
}

void CurvesTab::placeMarker()
{
    ChartView *view = m_charts->currentView();
    if (!view)
        return;
    const auto index = static_cast<std::size_t>(m_charts->currentIndex());
    if (m_thresholds && index < m_shown.size())
        view->setMarkers(
            {thresholdMarker(m_shown[index], subject(), m_threshold, m_thresholds->sweep.at(m_threshold))});
    else
        view->setMarkers({});
}

} // namespace assay::ui
