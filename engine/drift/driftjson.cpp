// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/drift/drift.h"

namespace assay::engine {

namespace {

Json testJson(const std::optional<TestResult> &test, bool degrees)
{
    if (!test)
        return nullptr;
    Json json{{"statistic", jsonNumber(test->statistic)}, {"p_value", jsonNumber(test->pValue)}};
    if (degrees)
        json["dof"] = jsonNumber(test->degreesOfFreedom);
    return json;
}

Json histogramJson(const DriftHistogram &histogram)
{
    Json json{{"edges", jsonNumbers(histogram.edges)}};
    if (!histogram.labels.empty())
        json["labels"] = histogram.labels;
    json["reference"] = jsonNumbers(histogram.reference);
    json["current"] = jsonNumbers(histogram.current);
    return json;
}

Json columnJson(const ColumnDrift &column)
{
    return {{"name", column.name},
            {"kind", name(column.kind)},
            {"psi", jsonNumber(column.psi)},
            {"ks", testJson(column.ks, false)},
            {"chi2", testJson(column.chi2, true)},
            {"jensen_shannon", jsonNumber(column.jensenShannon)},
            {"wasserstein_normed", jsonNumber(column.wassersteinNormed)},
            {"hellinger", jsonNumber(column.hellinger)},
            {"test", column.test},
            {"score", jsonNumber(column.score)},
            {"threshold", jsonNumber(column.threshold)},
            {"drifted", column.drifted},
            {"movement", jsonNumber(column.movement)},
            {"missing_reference", jsonNumber(column.missingReference)},
            {"missing_current", jsonNumber(column.missingCurrent)},
            {"new_categories", column.newCategories},
            {"histogram", histogramJson(column.histogram)}};
}

} // namespace

Json toJson(const DriftReport &report)
{
    Json json{{"columns", Json::array()}};
    Json missing = Json::object(), categories = Json::object();
    for (const ColumnDrift &column : report.columns) {
        json["columns"].push_back(columnJson(column));
        if (column.missingCurrent != column.missingReference)
            missing[column.name] = jsonNumber(column.missingCurrent - column.missingReference);
        if (!column.newCategories.empty())
            categories[column.name] = column.newCategories;
    }
    json["share_drifted"] = jsonNumber(report.shareDrifted);
    json["dataset_drift"] = report.datasetDrift;
    json["action"] = report.action;
    json["missing_change"] = missing;
    json["new_categories"] = categories;
    json["reference_rows"] = report.referenceRows;
    json["current_rows"] = report.currentRows;
    json["warnings"] = report.warnings;
    return json;
}

} // namespace assay::engine
