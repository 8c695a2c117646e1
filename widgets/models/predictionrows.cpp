// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/predictionrows.h"

#include "engine/metrics/multiclassrescorer.h"
#include "widgets/models/format.h"
#include "widgets/workbench.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace assay::ui {

namespace {

using engine::Predictions;
using engine::Row;

QString labelOf(const Predictions &p, std::size_t index)
{
    return index < p.labels.size() ? text(p.labels[index]) : QString::number(index);
}

const engine::Column *attributeAt(const Predictions &p, int column)
{
    const auto index = static_cast<std::size_t>(column - PredictionRowsModel::FirstAttribute);
    return column >= PredictionRowsModel::FirstAttribute && index < p.attributes.size() ? &p.attributes[index]
                                                                                        : nullptr;
}

/// Missing values last, whichever way.
template<class Key>
void sortBy(std::vector<Row> &rows, bool descending, Key key)
{
    std::stable_sort(rows.begin(), rows.end(), [&](Row a, Row b) {
        const double x = key(a), y = key(b);
        if (std::isnan(x) || std::isnan(y))
            return !std::isnan(x) && std::isnan(y);
        return descending ? y < x : x < y;
    });
}

void sortByAttribute(const engine::Column &column, bool descending, std::vector<Row> &rows)
{
    const double none = std::numeric_limits<double>::quiet_NaN();
    switch (column.storage()) {
    case engine::Storage::Numbers:
        return sortBy(rows, descending, [&](Row row) { return column.numbers()[row]; });
    case engine::Storage::Codes:
        return sortBy(rows, descending,
                      [&](Row row) { return column.isMissing(row) ? none : double(column.codes()[row]); });
    case engine::Storage::Times:
        return sortBy(rows, descending,
                      [&](Row row) { return column.isMissing(row) ? none : static_cast<double>(column.times()[row]); });
    }
}

void sortById(const Predictions &p, bool descending, std::vector<Row> &rows)
{
    if (p.rowIds.empty())
        return sortBy(rows, descending, [](Row row) { return double(row); });
    // Row numbers sort as numbers: "9" before "10".
    const auto shorter = [&](Row a, Row b) {
        const std::string &x = p.rowIds[a], &y = p.rowIds[b];
        return x.size() != y.size() ? x.size() < y.size() : x < y;
    };
    std::stable_sort(rows.begin(), rows.end(),
                     [&](Row a, Row b) { return descending ? shorter(b, a) : shorter(a, b); });
}

} // namespace

std::size_t predictedClass(const Predictions &p, std::size_t row, double threshold)
{
    if (p.task == engine::Task::Multiclass)
        return engine::MulticlassRescorer::predictedClass(p, row);
    if (p.scores.size() > 0)
        return p.scores(static_cast<Eigen::Index>(row), 0) >= threshold ? 1 : 0;
    return p.predicted[row] > 0.5 ? 1 : 0;
}

double shownScore(const Predictions &p, std::size_t row, double threshold)
{
    if (p.scores.size() == 0)
        return std::numeric_limits<double>::quiet_NaN();
    const std::size_t column = p.task == engine::Task::Multiclass ? predictedClass(p, row, threshold) : 0;
    return p.scores(static_cast<Eigen::Index>(row), static_cast<Eigen::Index>(column));
}

std::vector<Row> rowsOfCell(const Predictions &p, double threshold, std::size_t truth, std::size_t predicted)
{
    std::vector<Row> rows;
    for (std::size_t i = 0; i < p.size(); ++i) {
        if (static_cast<std::size_t>(p.truth[i]) == truth && predictedClass(p, i, threshold) == predicted)
            rows.push_back(static_cast<Row>(i));
    }
    return rows;
}

void sortRows(const Predictions &p, double threshold, int column, bool descending, std::vector<Row> &rows)
{
    switch (column) {
    case PredictionRowsModel::RowId:
        return sortById(p, descending, rows);
    case PredictionRowsModel::Truth:
        return sortBy(rows, descending, [&](Row row) { return p.truth[row]; });
    case PredictionRowsModel::Predicted:
        return sortBy(rows, descending, [&](Row row) { return double(predictedClass(p, row, threshold)); });
    case PredictionRowsModel::Score:
        return sortBy(rows, descending, [&](Row row) { return shownScore(p, row, threshold); });
    default:
        if (const engine::Column *attribute = attributeAt(p, column))
            sortByAttribute(*attribute, descending, rows);
    }
}

void PredictionRowsModel::setRows(std::shared_ptr<const RunAnalysis> analysis, double threshold, std::vector<Row> rows)
{
    beginResetModel();
    m_analysis = std::move(analysis);
    m_threshold = threshold;
    m_rows = std::move(rows);
    endResetModel();
}

int PredictionRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PredictionRowsModel::columnCount(const QModelIndex &parent) const
{
    if (parent.isValid() || !m_analysis)
        return 0;
    return FirstAttribute + static_cast<int>(m_analysis->predictions.attributes.size());
}

QString PredictionRowsModel::cell(Row row, int column) const
{
    const Predictions &p = m_analysis->predictions;
    switch (column) {
    case RowId:
        return row < p.rowIds.size() ? text(p.rowIds[row]) : QString::number(row);
    case Truth:
        return labelOf(p, static_cast<std::size_t>(p.truth[row]));
    case Predicted:
        return labelOf(p, predictedClass(p, row, m_threshold));
    case Score:
        return Format::number(shownScore(p, row, m_threshold));
    default:
        return text(attributeAt(p, column)->text(row));
    }
}

QVariant PredictionRowsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::DisplayRole)
        return cell(m_rows[static_cast<std::size_t>(index.row())], index.column());
    if (role == Qt::TextAlignmentRole) {
        const engine::Column *attribute = attributeAt(m_analysis->predictions, index.column());
        const bool right = index.column() == Score || (attribute && attribute->isNumeric());
        return int((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    return {};
}

QVariant PredictionRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= columnCount())
        return {};
    const Predictions &p = m_analysis->predictions;
    switch (section) {
    case RowId:
        return tr("Row");
    case Truth:
        return tr("Truth");
    case Predicted:
        return tr("Prediction");
    case Score:
        return p.task == engine::Task::Multiclass ? tr("Its probability") : tr("Score");
    default:
        return text(attributeAt(p, section)->name());
    }
}

} // namespace assay::ui
