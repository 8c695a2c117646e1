// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartspec.h"

#include <QAbstractTableModel>
#include <QDialog>

namespace assay::ui {

/// The rows of a ChartTable. Read-only.
class ChartTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit ChartTableModel(QObject *parent = nullptr)
        : QAbstractTableModel(parent)
    {
    }

    void setTable(ChartTable table);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    ChartTable m_table;
};

/// What a chart says in words, and its numbers as a table.
class ChartDataDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ChartDataDialog(const ChartSpec &spec, QWidget *parent = nullptr);
};

} // namespace assay::ui
