// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/documents.h"

#include "widgets/pagefactory.h"

namespace assay::ui::documents {

namespace {

QString joinedIds(const std::vector<tracking::RunId> &runs)
{
    QStringList ids;
    for (const tracking::RunId &run : runs)
        ids.append(run.value);
    return ids.join(QLatin1Char('+'));
}

} // namespace

Document start()
{
    return {.key = QStringLiteral("start"), .iconName = QStringLiteral("home")};
}

Document runs()
{
    return {.key = QStringLiteral("runs"), .section = Document::Section::Runs, .iconName = QStringLiteral("runs")};
}

Document run(const tracking::RunId &run)
{
    return {.key = QStringLiteral("run:") + run.value,
            .section = Document::Section::Runs,
            .iconName = QStringLiteral("run"),
            .runs = {run}};
}

Document compare(const std::vector<tracking::RunId> &runs)
{
    return {.key = QStringLiteral("compare:") + joinedIds(runs),
            .section = Document::Section::Comparisons,
            .iconName = QStringLiteral("compare"),
            .runs = runs};
}

Document report(const std::vector<tracking::RunId> &runs)
{
    return {.key = QStringLiteral("report:") + joinedIds(runs),
            .section = Document::Section::Reports,
            .iconName = QStringLiteral("report"),
            .runs = runs};
}

Document metrics(const std::vector<tracking::RunId> &runs)
{
    return {.key = QStringLiteral("metrics:") + joinedIds(runs),
            .section = Document::Section::Comparisons,
            .iconName = QStringLiteral("compare"),
            .runs = runs};
}

Document registry()
{
    return {.key = QStringLiteral("registry"), .section = Document::Section::Runs, .iconName = QStringLiteral("check")};
}

Document explore(const tracking::RunQuery &query)
{
    return {.key = QStringLiteral("explore:") + query.experiment + u':' + query.filter +
                   (query.deleted ? QStringLiteral(":deleted") : QString()) +
                   (query.archived ? QStringLiteral(":archived") : QString()),
            .section = Document::Section::Comparisons,
            .iconName = QStringLiteral("compare"),
            .state = pages::textOf(query)};
}

} // namespace assay::ui::documents
