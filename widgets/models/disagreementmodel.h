// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compare/disagreement.h"

#include <QAbstractTableModel>
#include <QStringList>
#include <memory>

namespace assay::ui {

/// The rows two runs decide differently, whatever their number: cells are made when they are looked at, and sorting
/// orders indices only.
class DisagreementModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// Then a column a kept attribute.
    enum Column { RowId, Truth, FirstPrediction, SecondPrediction, FirstScore, SecondScore, Distance, FirstAttribute };

    using QAbstractTableModel::QAbstractTableModel;
    void setRows(std::shared_ptr<const engine::Disagreements> rows, const QString &first, const QString &second);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    QString className(double index) const;
    double score(const engine::Predictions &of, engine::Row row) const;
    double number(engine::Row row, int column) const;
    QString cell(engine::Row row, int column) const;
    bool isNumber(int column) const;

    std::shared_ptr<const engine::Disagreements> m_rows;
    std::vector<engine::Row> m_order;
    QString m_first, m_second;
};

} // namespace assay::ui
