// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/thresholdtab.h"

#include "widgets/charts/chartfactory.h"
#include "widgets/charts/chartview.h"
#include "widgets/models/format.h"
#include "widgets/models/operatingmodel.h"
#include "widgets/pages/costeditor.h"
#include "widgets/pages/emptypane.h"

#include <QDoubleSpinBox>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QSlider>
#include <QStackedWidget>
#include <algorithm>
#include <cmath>

namespace assay::ui {

namespace {

using engine::ThresholdRule;

QString foundSentence(ThresholdRule rule, double floor, const engine::ThresholdChoice &choice)
{
    const QString at = Format::number(choice.threshold), value = Format::number(choice.value);
    switch (rule) {
    case ThresholdRule::BestF1:
        return ThresholdTab::tr("F1 is highest, %1, at %2.").arg(value, at);
    case ThresholdRule::Youden:
        return ThresholdTab::tr("Youden’s J is highest, %1, at %2.").arg(value, at);
    case ThresholdRule::LowestCost:
        return ThresholdTab::tr("The expected cost is lowest, %1, at %2.").arg(value, at);
    case ThresholdRule::PrecisionFloor:
        return ThresholdTab::tr("With a precision of at least %1, recall is highest, %2, at %3.")
            .arg(Format::number(floor), value, at);
    case ThresholdRule::RecallFloor:
        return ThresholdTab::tr("With a recall of at least %1, precision is highest, %2, at %3.")
            .arg(Format::number(floor), value, at);
    }
    return {};
}

QString notFoundSentence(ThresholdRule rule, double floor)
{
    if (rule == ThresholdRule::PrecisionFloor)
        return ThresholdTab::tr("No threshold has a precision of at least %1.").arg(Format::number(floor));
    if (rule == ThresholdRule::RecallFloor)
        return ThresholdTab::tr("No threshold has a recall of at least %1.").arg(Format::number(floor));
    return ThresholdTab::tr("This needs rows of both classes.");
}

/// @p line of `assay train` with its threshold replaced, or added.
QString withThreshold(QString line, double threshold)
{
    static const QRegularExpression option(QStringLiteral(" --threshold \\S+"));
    line.remove(option);
    return line + QStringLiteral(" --threshold ") + QString::number(threshold, 'g', 6);
}

} // namespace

ThresholdTab::~ThresholdTab() = default;

void ThresholdTab::follow(JobRunner *runner)
{
    m_empty->follow(runner);
}

void ThresholdTab::explain(const QString &title, const QString &text)
{
    m_empty->setMessage(title, text);
    m_stack->setCurrentWidget(m_empty);
}

engine::CostMatrix ThresholdTab::costs() const
{
    return m_costs->costs();
}

QString ThresholdTab::command() const
{
    if (!m_analysis || m_analysis->details.provenance.commandLine.isEmpty())
        return {};
    return withThreshold(m_analysis->details.provenance.commandLine, m_threshold);
}

ThresholdSubject ThresholdTab::subject() const
{
    return {.name = m_analysis->details.run.name,
            .evaluation = &m_analysis->evaluation,
            .data = m_data.get(),
            .costs = m_costs->costs()};
}

void ThresholdTab::setSubject(std::shared_ptr<const RunAnalysis> analysis, std::shared_ptr<const ThresholdData> swept)
{
    m_analysis = std::move(analysis);
    m_data = std::move(swept);
    const engine::Evaluation &evaluation = m_analysis->evaluation;
    const std::vector<std::string> &labels = m_analysis->predictions.labels;
    m_costs->setLabels(labels.size() == 2 ? text(labels.front()) : tr("negative"),
                       labels.size() == 2 ? text(labels.back()) : text(evaluation.positive));
    {
        const QSignalBlocker blocked(m_box);
        m_box->setRange(m_data->lowest, m_data->highest);
        m_box->setSingleStep((m_data->highest - m_data->lowest) / 100);
    }
    m_figures->setTrained(evaluation.threshold, m_data->sweep.at(evaluation.threshold));
    m_stack->setCurrentIndex(0);
    m_found->clear();
    m_threshold = evaluation.threshold;
    drawCurves();
    lookUp();
}

void ThresholdTab::drawCurves()
{
    for (const auto &[curve, view] : m_curves)
        view->setSpec(thresholdChart(curve, subject()));
}

void ThresholdTab::costsChanged()
{
    if (!m_data)
        return;
    for (const auto &[curve, view] : m_curves) {
        if (curve == ThresholdCurve::Cost)
            view->setSpec(thresholdChart(curve, subject()));
    }
    lookUp();
}

void ThresholdTab::setThreshold(double threshold)
{
    if (!m_data || threshold == m_threshold)
        return;
    m_threshold = threshold;
    m_found->clear();
    lookUp();
}

void ThresholdTab::lookUp()
{
    const double range = m_data->highest - m_data->lowest;
    {
        const QSignalBlocker slider(m_slider), box(m_box);
        m_slider->setValue(qRound((m_threshold - m_data->lowest) / range * m_slider->maximum()));
        m_box->setValue(m_threshold);
    }
    const engine::Confusion confusion = m_data->sweep.at(m_threshold);
    m_figures->setHere(confusion, m_costs->costs());
    const ThresholdSubject now = subject();
    for (const auto &[curve, view] : m_curves)
        view->setMarkers({thresholdMarker(curve, now, m_threshold, confusion)});
    engine::Evaluation here;
    here.positive = m_analysis->evaluation.positive;
    here.confusion = confusion;
    here.labels = m_analysis->predictions.labels;
    ChartSpec matrix = confusionChart(here);
    // Little room: the title says what the axes are, and cells may be wide.
    matrix.title = tr("True class by predicted class");
    matrix.x.title.clear();
    matrix.y.title.clear();
    matrix.square = false;
    m_confusion->setSpec(matrix);
    emit moved();
}

void ThresholdTab::choose(ThresholdRule rule, double floor)
{
    if (!m_data)
        return;
    m_search.start<std::optional<engine::ThresholdChoice>>(
        tr("Finding the best threshold"),
        [data = m_data, rule, floor,
         costs = m_costs->costs()](const Context &) -> Result<std::optional<engine::ThresholdChoice>> {
            return engine::bestThreshold(data->sweep, rule, costs, floor);
        },
        [this, rule, floor](const Result<std::optional<engine::ThresholdChoice>> &choice) {
            if (choice)
                chosen(rule, floor, *choice);
        });
}

void ThresholdTab::chosen(ThresholdRule rule, double floor, const std::optional<engine::ThresholdChoice> &choice)
{
    if (!choice) {
        m_found->setText(notFoundSentence(rule, floor));
        return;
    }
    // Above every score, 1 itself too, nothing is selected; the slider ends there.
    setThreshold(std::min(choice->threshold, std::nextafter(m_data->highest, HUGE_VAL)));
    m_found->setText(foundSentence(rule, floor, *choice));
    m_shell.tell(m_found->text());
}

} // namespace assay::ui
