// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/explain/methods.h"

#include "engine/preprocess/columnvalues.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace assay::engine {

namespace {

// Place between the 5th and the 95th percentile of the present values, so that a few extreme values do not take all the
// colour.
void scaleToUnit(Vector &values)
{
    std::vector<double> present;
    std::ranges::copy_if(values, std::back_inserter(present), [](double v) { return !std::isnan(v); });
    if (present.empty())
        return;
    std::ranges::sort(present);
    const auto last = static_cast<double>(present.size() - 1);
    double low = present[static_cast<std::size_t>(std::floor(0.05 * last))];
    double high = present[static_cast<std::size_t>(std::ceil(0.95 * last))];
    if (low == high) {
        low = present.front();
        high = present.back();
    }
    for (double &value : values) {
        if (!std::isnan(value))
            value = high > low ? std::clamp((value - low) / (high - low), 0.0, 1.0) : 0.5;
    }
}

} // namespace

void addCells(Attribution &attribution, const Table &table, const Rows &rows)
{
    attribution.rows = rows;
    attribution.cells.assign(rows.size(), std::vector<std::string>(attribution.features.size()));
    attribution.magnitudes.setConstant(static_cast<Eigen::Index>(rows.size()),
                                       static_cast<Eigen::Index>(attribution.features.size()), std::nan(""));
    for (std::size_t j = 0; j < attribution.features.size(); ++j) {
        const Column *column = table.find(attribution.features[j]);
        if (!column)
            continue;
        Vector values(static_cast<Eigen::Index>(rows.size()));
        for (std::size_t i = 0; i < rows.size(); ++i) {
            attribution.cells[i][j] = column->text(rows[i]);
            values[i] = column->storage() == Storage::Codes ? std::nan("") : numericCell(*column, rows[i]);
        }
        scaleToUnit(values);
        attribution.magnitudes.col(static_cast<Eigen::Index>(j)) = values;
    }
}

void addCells(Attribution &attribution, const ExplainedRows &explained)
{
    addCells(attribution, explained.table, explained.rows);
    const Preprocessor &preprocessor = explained.model.preprocessor();
    if (preprocessor.features() == preprocessor.sources())
        return;
    for (std::size_t j = 0; j < preprocessor.columns().size(); ++j) {
        const std::size_t feature = preprocessor.columns()[j].feature;
        Vector values = explained.X.col(static_cast<Eigen::Index>(j));
        for (std::size_t i = 0; i < explained.rows.size(); ++i) {
            char text[32];
            std::snprintf(text, sizeof text, "%.4g", values[static_cast<Eigen::Index>(i)]);
            attribution.cells[i][feature] = text;
        }
        scaleToUnit(values);
        attribution.magnitudes.col(static_cast<Eigen::Index>(feature)) = values;
    }
}

} // namespace assay::engine
