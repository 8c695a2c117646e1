// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/reader.h"

#include <QAbstractTableModel>

namespace assay::ui {

/// The cells of a file that do not fit the kind of their column.
class RejectedModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Line, Name, Text, Reason, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setCells(std::vector<engine::RejectedCell> cells);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<engine::RejectedCell> m_cells;
};

} // namespace assay::ui
