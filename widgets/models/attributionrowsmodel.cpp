// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/attributionrowsmodel.h"

#include "widgets/models/format.h"

#include <algorithm>

namespace assay::ui {

namespace {

/// Indices of the features that matter most.
std::vector<std::size_t> leading(const engine::Attribution &attribution, int count)
{
    std::vector<std::size_t> indices;
    for (const auto &[name, weight] : attribution.meanAbs) {
        const auto found = std::ranges::find(attribution.features, name);
        if (found != attribution.features.end() && static_cast<int>(indices.size()) < count)
            indices.push_back(static_cast<std::size_t>(found - attribution.features.begin()));
    }
    return indices;
}

/// A cell as it is read, sorted as a number where it is one.
Cell valueCell(const std::string &value)
{
    bool isNumber = false;
    const double number = text(value).toDouble(&isNumber);
    return isNumber ? figure(text(value), number) : Cell{.text = text(value)};
}

} // namespace

void AttributionRowsModel::setAttribution(const engine::Attribution &attribution, int features)
{
    const std::vector<std::size_t> shown = leading(attribution, features);
    std::vector<Cell> header{{.text = tr("Row"), .toolTip = tr("Row of the data, counted from 1"), .figure = true}};
    for (const std::size_t feature : shown)
        header.push_back({.text = text(attribution.features[feature])});
    Grid rows;
    for (std::size_t i = 0; i < attribution.n() && i < attribution.cells.size(); ++i) {
        std::vector<Cell> row{figure(Format::count(static_cast<qint64>(attribution.rows[i]) + 1), attribution.rows[i])};
        for (const std::size_t feature : shown)
            row.push_back(valueCell(attribution.cells[i][feature]));
        rows.push_back(std::move(row));
    }
    setGrid(std::move(header), std::move(rows));
}

} // namespace assay::ui
