// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/segmentcolumns.h"

#include <algorithm>
#include <charconv>

namespace assay::ui {

namespace {

/// Row ids as places in a table of @p rows rows; nothing where one is no such place.
std::optional<engine::Rows> places(const std::vector<std::string> &ids, std::size_t rows)
{
    engine::Rows found;
    found.reserve(ids.size());
    for (const std::string &id : ids) {
        engine::Row row = 0;
        const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), row);
        if (error != std::errc() || end != id.data() + id.size() || row >= rows)
            return std::nullopt;
        found.push_back(row);
    }
    return found;
}

bool divides(const engine::Column &column, std::size_t mostLevels)
{
    return column.storage() == engine::Storage::Numbers ||
           (column.storage() == engine::Storage::Codes && column.levels().size() <= mostLevels);
}

/// Whether the predictions are of rows of the data that was trained on, not of a file of its own.
bool testsOwnRows(const tracking::RunDetails &details)
{
    return std::none_of(details.inputs.begin(), details.inputs.end(),
                        [](const tracking::DatasetInput &input) { return input.role == QLatin1String("test"); });
}

void addColumns(engine::Predictions &predictions, const engine::Table &table, const engine::Rows &rows,
                std::size_t mostLevels)
{
    for (std::size_t i = 0; i < table.columnCount(); ++i) {
        const engine::Column &column = table.column(i);
        if (!predictions.attribute(column.name()) && divides(column, mostLevels))
            predictions.attributes.push_back(column.select(rows));
    }
}

} // namespace

Result<SegmentColumns> segmentColumns(Workbench &workbench, const RunAnalysis &analysis, std::size_t mostLevels,
                                      const Context &context)
{
    auto predictions = std::make_shared<engine::Predictions>(analysis.predictions);
    SegmentColumns made;
    if (testsOwnRows(analysis.details)) {
        const auto data = workbench.trainingData(analysis.details.run.id, context);
        if (!data && data.error().kind == ErrorKind::Cancelled)
            return tl::unexpected(data.error());
        if (!data)
            made.note = QString::fromStdString(data.error().message);
        else if (const auto rows = places(predictions->rowIds, (*data)->table().rows()))
            addColumns(*predictions, (*data)->table(), *rows, mostLevels);
    }
    for (const engine::Column &column : predictions->attributes)
        made.names << QString::fromStdString(column.name());
    made.predictions = std::move(predictions);
    return made;
}

} // namespace assay::ui
