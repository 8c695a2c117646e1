// SPDX-License-Identifier: GPL-3.0-or-later
// The part of LocalWorkbench that gathers a report.
#include "app/report/reporthtml.h"
#include "app/workbench/localworkbench.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace assay::app {

namespace {

constexpr int explainedRows = 300;

QStringList protectedColumns(const ui::ReportRequest &request, const tracking::Run &run)
{
    if (!request.protectedColumns.isEmpty())
        return request.protectedColumns;
    const auto tag = run.tags.find(QStringLiteral("protected"));
    return tag == run.tags.end() ? QStringList() : tag->second.split(QLatin1Char(','), Qt::SkipEmptyParts);
}

struct Sentences
{
    Q_DECLARE_TR_FUNCTIONS(assay::app::Reporting)
};

/// A section that cannot be made is left out, and the report says so; being cancelled is not that.
template<class T>
Result<std::optional<T>> orOmit(Result<T> result, const QString &section, QStringList &omissions)
{
    if (result)
        return std::optional<T>(std::move(*result));
    if (result.error().kind == ErrorKind::Cancelled)
        return Failure(result.error());
    omissions << Sentences::tr("%1 is left out: %2").arg(section, QString::fromStdString(result.error().message));
    return std::optional<T>();
}

} // namespace

Result<QByteArray> LocalWorkbench::report(const ui::ReportRequest &request, const Context &context)
{
    if (request.runs.empty())
        return failure(ErrorKind::Usage, "no_runs", "A report needs at least one run.");
    ReportData data;
    data.title = request.title;
    data.created = QDateTime::currentDateTime();
    data.curves = request.curves;
    if (request.runs.size() > 1) {
        auto comparison = compare(request.runs, context);
        if (!comparison)
            return Failure(comparison.error());
        data.runs = std::move(comparison->runs);
        data.comparison = std::move(*comparison);
    } else {
        auto one = analysis(request.runs.front(), context);
        if (!one)
            return Failure(one.error());
        data.runs.push_back(std::move(*one));
    }

    for (std::size_t i = 0; i < data.runs.size(); ++i) {
        context.progress("report", static_cast<std::int64_t>(i), static_cast<std::int64_t>(data.runs.size()));
        const tracking::Run &run = data.runs[i].details.run;
        const QStringList columns = protectedColumns(request, run);
        const bool fair =
            request.fairness && !columns.isEmpty() && data.runs[i].predictions.task == engine::Task::Binary;
        auto groups = fair ? orOmit(fairness(run.id, columns, {}, context),
                                    Sentences::tr("Fairness of %1").arg(run.name), data.omissions)
                           : std::optional<engine::FairnessReport>();
        if (!groups)
            return Failure(groups.error());
        data.fairness.push_back(std::move(*groups));
        auto attribution = request.explain
                               ? orOmit(explain(run.id, engine::ExplainMethod::Auto, explainedRows, context),
                                        Sentences::tr("The explanation of %1").arg(run.name), data.omissions)
                               : std::optional<engine::Attribution>();
        if (!attribution)
            return Failure(attribution.error());
        data.attributions.push_back(std::move(*attribution));
    }

    if (request.drift && request.driftReference && request.driftCurrent) {
        auto moved = drift(request.driftReference, request.driftCurrent, context);
        if (!moved)
            return Failure(moved.error());
        data.drift = ReportDrift{.referenceFile = QFileInfo(request.driftReference->path).fileName(),
                                 .currentFile = QFileInfo(request.driftCurrent->path).fileName(),
                                 .report = std::move(*moved)};
    }
    if (request.profile) {
        auto train = orOmit(trainingData(data.runs.front().details.run.id, context),
                            Sentences::tr("The profile of the data"), data.omissions);
        if (!train)
            return Failure(train.error());
        if (*train) {
            const auto target = data.runs.front().details.run.tags.find(QStringLiteral("target"));
            auto seen = profile(
                **train, target == data.runs.front().details.run.tags.end() ? QString() : target->second, context);
            if (!seen)
                return Failure(seen.error());
            data.profile = ReportProfile{.file = QFileInfo((**train)->path).fileName(), .profile = std::move(*seen)};
        }
    }
    return reportHtml(data);
}

} // namespace assay::app
