// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/segmentstab.h"

#include "widgets/charts/chartview.h"
#include "widgets/charts/residualcharts.h"
#include "widgets/models/format.h"
#include "widgets/pages/emptypane.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QStackedWidget>

namespace assay::ui {

namespace {

constexpr std::size_t mostSegments = 40; // bars that can still be read

} // namespace

SegmentsTab::SegmentsTab(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_load(&shell.jobs())
    , m_attribute(new QComboBox(this))
    , m_note(new QLabel(this))
    , m_chart(new ChartView(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyPane(this))
{
    m_attribute->setObjectName(QStringLiteral("segmentColumn"));
    m_attribute->setAccessibleName(tr("Column"));
    m_attribute->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_chart->setObjectName(QStringLiteral("segmentChart"));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    auto *label = new QLabel(tr("&Column"), this);
    label->setBuddy(m_attribute);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(8);
    bar->addWidget(label);
    bar->addWidget(m_attribute);
    bar->addWidget(m_note, 1);
    auto *content = new QWidget(this);
    auto *contentLayout = new QVBoxLayout(content);
    contentLayout->setContentsMargins(0, 8, 0, 0);
    contentLayout->setSpacing(8);
    contentLayout->addLayout(bar);
    contentLayout->addWidget(m_chart, 1);
    m_stack->addWidget(content);
    m_stack->addWidget(m_empty);
    m_stack->setCurrentWidget(m_empty);
    m_empty->follow(&m_load);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(m_attribute, &QComboBox::currentIndexChanged, this, &SegmentsTab::divide);
}

SegmentsTab::~SegmentsTab() = default;

void SegmentsTab::setAnalysis(std::shared_ptr<const RunAnalysis> analysis)
{
    m_analysis = std::move(analysis);
    m_threshold = m_analysis->evaluation.threshold;
    m_columns = {};
    m_done = false;
    if (m_wanted)
        loadColumns();
}

void SegmentsTab::setThreshold(double threshold)
{
    if (threshold == m_threshold)
        return;
    m_threshold = threshold;
    m_done = false;
}

void SegmentsTab::start()
{
    m_wanted = true;
    if (!m_analysis || m_done || m_load.isRunning())
        return;
    m_columns.predictions ? divide() : loadColumns();
}

void SegmentsTab::loadColumns()
{
    Workbench &workbench = m_shell.workbench();
    m_load.start<SegmentColumns>(
        tr("Reading columns"),
        [&workbench, analysis = m_analysis](const Context &context) {
            return segmentColumns(workbench, *analysis, mostSegments, context);
        },
        [this](Result<SegmentColumns> columns) {
            if (columns)
                showColumns(std::move(*columns));
            else
                m_empty->setMessage(tr("The rows cannot be divided"), text(columns.error().message));
        });
}

void SegmentsTab::showColumns(SegmentColumns columns)
{
    m_columns = std::move(columns);
    m_note->setText(m_columns.note);
    if (m_columns.names.isEmpty()) {
        m_empty->setMessage(tr("There is no column to divide the rows by"),
                            m_columns.note.isEmpty()
                                ? tr("Train again with a protected column marked: it is kept with the predictions.")
                                : m_columns.note);
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    {
        const QSignalBlocker blocker(m_attribute);
        const QString before = m_attribute->currentText();
        m_attribute->clear();
        m_attribute->addItems(m_columns.names);
        m_attribute->setCurrentIndex(std::max(0, m_attribute->findText(before)));
    }
    divide();
}

void SegmentsTab::divide()
{
    const QString attribute = m_attribute->currentText();
    if (!m_columns.predictions || attribute.isEmpty())
        return;
    using Segments = std::vector<engine::Segment>;
    m_load.start<Segments>(
        tr("Dividing by “%1”").arg(attribute),
        [predictions = m_columns.predictions, attribute, threshold = m_threshold](const Context &) {
            return engine::errorBySegment(*predictions, attribute.toStdString(), threshold);
        },
        [this, attribute](const Result<Segments> &segments) {
            if (segments)
                showSegments(attribute, *segments);
            else
                m_empty->setMessage(tr("The rows cannot be divided"), text(segments.error().message));
            m_stack->setCurrentIndex(segments ? 0 : 1);
        });
}

/// Of all rows; only at the run's own threshold, for which it was computed.
std::optional<double> SegmentsTab::overall() const
{
    const engine::Evaluation &evaluation = m_analysis->evaluation;
    if (evaluation.task == engine::Task::Regression)
        return evaluation.metric("rmse");
    return m_threshold == evaluation.threshold ? evaluation.metric("accuracy") : std::nullopt;
}

void SegmentsTab::showSegments(const QString &attribute, const std::vector<engine::Segment> &segments)
{
    m_done = true;
    m_chart->setSpec(segmentChart(segments, attribute, m_analysis->evaluation.task, overall()));
}

} // namespace assay::ui
