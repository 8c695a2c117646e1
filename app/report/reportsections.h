// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/reportblocks.h"
#include "app/report/reportdata.h"
#include "engine/compare/judgement.h"
#include "widgets/charts/chartfactory.h"
#include "widgets/charts/comparecharts.h"
#include "widgets/models/conclusion.h"

#include <QCoreApplication>
#include <optional>

namespace assay::app {

/// The translation context of everything a report says.
struct ReportText
{
    Q_DECLARE_TR_FUNCTIONS(assay::app::ReportText)
};

/// What the sections of one report share.
class ReportContext
{
public:
    /// More runs than this are rows instead of columns, and only the best have a colour.
    static constexpr std::size_t crowd = 8;

    explicit ReportContext(const ReportData &data);

    const ReportData &data() const { return m_data; }
    /// Distinct short names of the runs: the model where that tells them apart, else the run's name.
    const QStringList &names() const { return m_names; }
    QString name(std::size_t run) const { return m_names[static_cast<qsizetype>(run)]; }
    std::vector<ui::NamedEvaluation> models() const;
    engine::Task task() const;
    /// Index of the run that is best on the headline metric; none when it is undefined everywhere.
    std::optional<std::size_t> best() const;
    QString headline() const;
    /// The metric that runs are compared by.
    std::string judgedMetric() const;
    std::vector<engine::Judgement> judgements() const;
    /// What may be concluded of the runs; empty without tests.
    QStringList conclusion() const;
    /// The runs were not made alike, so that nothing is concluded.
    bool isWithheld() const;
    /// Indices of the runs from best to worst by that metric.
    std::vector<std::size_t> ranked() const;

    /// A chart with ids of its own and its summary as caption.
    ReportFigure figure(const ui::ChartSpec &spec, double height = 330);
    ReportFigure figure(const ui::ScenePicture &picture);

private:
    const ReportData &m_data;
    QStringList m_names;
    int m_figures = 0;
};

// One section each, empty of blocks where the data has nothing to say.
ReportSection summarySection(ReportContext &context);
ReportSection dataSection(ReportContext &context);
ReportSection modelsSection(ReportContext &context);
ReportSection metricsSection(ReportContext &context);
ReportSection comparisonSection(ReportContext &context);
ReportSection curvesSection(ReportContext &context);
ReportSection fairnessSection(ReportContext &context);
ReportSection attributionSection(ReportContext &context);
ReportSection driftSection(ReportContext &context);
ReportSection profileSection(ReportContext &context);
ReportSection againSection(ReportContext &context);
ReportSection environmentSection(ReportContext &context);

} // namespace assay::app
