// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/predictions.h"

#include <QAbstractTableModel>
#include <memory>
#include <vector>

namespace assay::ui {

struct RunAnalysis;

/// Some rows of a run's predictions, one by one: id, truth, prediction, scores and the columns that came along. Cells
/// are written when they are shown, so that a million rows cost nothing. Sorted by whoever chose the rows.
class PredictionRowsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { RowId, Truth, Predicted, Score, FirstAttribute };

    using QAbstractTableModel::QAbstractTableModel;
    void setRows(std::shared_ptr<const RunAnalysis> analysis, double threshold, std::vector<engine::Row> rows);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString cell(engine::Row row, int column) const;

    std::shared_ptr<const RunAnalysis> m_analysis;
    double m_threshold = 0.5;
    std::vector<engine::Row> m_rows;
};

/// The class that @p predictions say of @p row: given, by @p threshold, or the one with the largest score.
std::size_t predictedClass(const engine::Predictions &predictions, std::size_t row, double threshold);
/// Of the positive class, or of the predicted one; NaN without scores.
double shownScore(const engine::Predictions &predictions, std::size_t row, double threshold);
/// The rows of one cell of the confusion matrix, ascending.
std::vector<engine::Row> rowsOfCell(const engine::Predictions &predictions, double threshold, std::size_t truth,
                                    std::size_t predicted);
/// By a column of PredictionRowsModel: numbers by value, ids that are numbers too; missing values last.
void sortRows(const engine::Predictions &predictions, double threshold, int column, bool descending,
              std::vector<engine::Row> &rows);

} // namespace assay::ui
