// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/classmetricsmodel.h"

#include "widgets/models/format.h"

#include <algorithm>

namespace assay::ui {

namespace {

Cell metricCell(const std::optional<double> &value)
{
    return figure(Format::number(value), value ? QVariant(*value) : QVariant());
}

} // namespace

void ClassMetricsModel::setEvaluation(const engine::Evaluation &evaluation)
{
    std::vector<std::string> labels;
    Grid rows;
    for (const engine::ClassMetrics &metrics : evaluation.perClass) {
        labels.push_back(metrics.label);
        rows.push_back({{.text = text(metrics.label)},
                        figure(Format::count(static_cast<qint64>(metrics.support)), metrics.support),
                        metricCell(metrics.precision),
                        metricCell(metrics.recall),
                        metricCell(metrics.f1),
                        metricCell(metrics.rocAuc),
                        metricCell(metrics.averagePrecision)});
    }
    if (labels != m_labels) {
        m_labels = std::move(labels);
        m_drawn.assign(m_labels.size(), false);
        std::fill_n(m_drawn.begin(), std::min(mostDrawn, m_drawn.size()), true);
    }
    const auto head = [](const QString &title, const QString &toolTip) {
        return Cell{.text = title, .toolTip = toolTip, .figure = true};
    };
    setGrid({{.text = tr("Class"), .toolTip = tr("Ticked classes are drawn")},
             head(tr("Rows"), tr("How many rows are of the class in truth")),
             head(tr("Precision"), tr("Share of those predicted to be of the class that are")),
             head(tr("Recall"), tr("Share of the class that is found")),
             head(tr("F1"), tr("Harmonic mean of precision and recall")),
             head(tr("ROC AUC"), tr("How well the class is ranked before the rest")),
             head(tr("AP"), tr("Average precision"))},
            std::move(rows));
}

std::vector<std::size_t> ClassMetricsModel::drawn() const
{
    std::vector<std::size_t> classes;
    for (std::size_t i = 0; i < m_drawn.size(); ++i) {
        if (m_drawn[i])
            classes.push_back(i);
    }
    return classes;
}

Qt::ItemFlags ClassMetricsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = GridModel::flags(index);
    return index.column() == Class ? flags | Qt::ItemIsUserCheckable : flags;
}

QVariant ClassMetricsModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::CheckStateRole && index.isValid() && index.column() == Class)
        return m_drawn[static_cast<std::size_t>(index.row())] ? Qt::Checked : Qt::Unchecked;
    return GridModel::data(index, role);
}

bool ClassMetricsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid() || index.column() != Class)
        return false;
    const bool draw = value.toInt() == Qt::Checked;
    const auto at = static_cast<std::size_t>(index.row());
    if (draw == m_drawn[at])
        return true;
    if (draw && drawn().size() >= mostDrawn)
        return false;
    m_drawn[at] = draw;
    emit dataChanged(index, index, {Qt::CheckStateRole});
    emit drawnChanged();
    return true;
}

} // namespace assay::ui
