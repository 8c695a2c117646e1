// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/comparisonmodel.h"

#include "widgets/charts/palette.h"

#include <QGuiApplication>
#include <cmath>

namespace assay::ui {

void RunsAcrossModel::setRuns(std::vector<Cell> header, Grid rows, std::size_t runs, bool transposed,
                              std::vector<std::vector<double>> shares)
{
    m_runs = static_cast<int>(runs);
    m_transposed = transposed;
    m_shares = std::move(shares);
    if (!transposed) {
        setGrid(std::move(header), std::move(rows));
        return;
    }
    std::vector<Cell> across{header.front()};
    Grid turned;
    for (std::size_t run = 0; run < runs; ++run) {
        turned.push_back({header[run + 1]});
        turned.back().front().figure = false;
    }
    for (std::vector<Cell> &row : rows) {
        across.push_back(row.front());
        across.back().figure = row.size() > 1 && row[1].figure;
        for (std::size_t run = 0; run < runs; ++run)
            turned[run].push_back(std::move(row[run + 1]));
    }
    setGrid(std::move(across), std::move(turned));
}

int RunsAcrossModel::runAt(int row, int column) const
{
    const int run = m_transposed ? row : column - 1;
    return run >= 0 && run < m_runs ? run : -1;
}

QVariant RunsAcrossModel::swatch(int run) const
{
    const int slot =
        run >= 0 && static_cast<std::size_t>(run) < m_slots.size() ? m_slots[static_cast<std::size_t>(run)] : -1;
    return slot < 0 ? QVariant() : QVariant(swatchIcon(slotStyle(slot, hasDarkBase(QGuiApplication::palette())).color));
}

QVariant RunsAcrossModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const int run = runAt(index.row(), index.column());
    if (role == RunRole)
        return run;
    if (role == Qt::DecorationRole && m_transposed && index.column() == 0)
        return swatch(run);
    if (role == ShareRole) {
        const auto what = static_cast<std::size_t>(m_transposed ? index.column() - 1 : index.row());
        if (run < 0 || (m_transposed && index.column() == 0) || what >= m_shares.size() || m_shares[what].empty())
            return {};
        const double share = m_shares[what][static_cast<std::size_t>(run)];
        return std::isfinite(share) ? QVariant(share) : QVariant();
    }
    return GridModel::data(index, role);
}

QVariant RunsAcrossModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::DecorationRole && orientation == Qt::Horizontal && !m_transposed && section > 0 &&
        section <= m_runs)
        return swatch(section - 1);
    return GridModel::headerData(section, orientation, role);
}

void RunsAcrossModel::setSlots(std::vector<int> slotOfRun)
{
    if (slotOfRun == m_slots)
        return;
    m_slots = std::move(slotOfRun);
    if (m_transposed && rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, 0), {Qt::DecorationRole});
    else if (columnCount() > 1)
        emit headerDataChanged(Qt::Horizontal, 1, std::min(m_runs, columnCount() - 1));
}

} // namespace assay::ui
