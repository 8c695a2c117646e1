// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/drifttext.h"

#include "app/commands/texttable.h"

#include <algorithm>

namespace assay::app {

namespace {

const char *advice(const std::string &action)
{
    if (action == "watch")
        return "keep watching";
    if (action == "retrain")
        return "retrain the model";
    if (action == "experiment")
        return "go back to experimenting";
    return "nothing needs doing";
}

std::string missingText(const engine::ColumnDrift &c)
{
    if (c.missingReference == 0 && c.missingCurrent == 0)
        return {};
    return fixedText(100 * c.missingReference, 1) + " -> " + fixedText(100 * c.missingCurrent, 1) + " %";
}

std::vector<const engine::ColumnDrift *> mostMovedFirst(const engine::DriftReport &report)
{
    std::vector<const engine::ColumnDrift *> columns;
    for (const engine::ColumnDrift &column : report.columns)
        columns.push_back(&column);
    std::ranges::stable_sort(columns, std::ranges::greater(), &engine::ColumnDrift::movement);
    return columns;
}

} // namespace

std::string driftVerdict(const engine::DriftReport &report)
{
    const auto drifted = static_cast<std::size_t>(std::ranges::count_if(report.columns, &engine::ColumnDrift::drifted));
    return countText(drifted) + " of " + countText(report.columns.size(), "column") +
           " drifted: " + advice(report.action) + '.';
}

std::string driftText(const engine::DriftReport &report, const std::string &reference, const std::string &current)
{
    std::string text = reference + " (" + countText(report.referenceRows, "row") + ") against " + current + " (" +
                       countText(report.currentRows, "row") + ")\n" + driftVerdict(report) + "\n\n";
    TextTable table({"column", "kind", "drifted", "decided by", "value", "limit", "PSI", "Jensen-Shannon", "missing"});
    std::vector<std::string> warnings = report.warnings;
    for (const engine::ColumnDrift *c : mostMovedFirst(report)) {
        table.add({c->name, engine::name(c->kind), c->drifted ? "yes" : "no", c->test, numberText(c->score),
                   numberText(c->threshold), metricText(c->psi), metricText(c->jensenShannon), missingText(*c)});
        if (!c->newCategories.empty())
            warnings.push_back('`' + c->name +
                               "` has values it did not have before: " + quotedList(c->newCategories, 5) + '.');
    }
    return text + table.text() + listText("Worth knowing", warnings);
}

} // namespace assay::app
