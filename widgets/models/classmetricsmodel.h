// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/evaluation.h"
#include "widgets/models/gridmodel.h"

namespace assay::ui {

/// How well each class of a multiclass run is told from the rest. Ticked classes are those whose curves are drawn: at
/// most as many as there are colours.
class ClassMetricsModel : public GridModel
{
    Q_OBJECT
public:
    enum Column { Class, Support, Precision, Recall, F1, RocAuc, AveragePrecision };
    static constexpr std::size_t mostDrawn = 7;

    using GridModel::GridModel;
    /// Ticks the first classes, or keeps what was ticked where the classes are the same.
    void setEvaluation(const engine::Evaluation &evaluation);
    /// Ascending.
    std::vector<std::size_t> drawn() const;

    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

signals:
    void drawnChanged();

private:
    std::vector<std::string> m_labels;
    std::vector<bool> m_drawn;
};

} // namespace assay::ui
