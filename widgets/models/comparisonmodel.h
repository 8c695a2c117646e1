// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/gridmodel.h"
#include "widgets/workbench.h"

#include <optional>

namespace assay::ui {

/// What a metric of one run is away from the same metric of another, on the rows both predicted.
struct PairedDifference
{
    double difference = 0, low = 0, high = 0;
    double pValue = 1;
    bool adjusted = false; ///< Holm, over all pairs
    QString test;          ///< "DeLong", "bootstrap"
};

/// @p run − @p baseline in @p metric; nothing where the comparison did not test it.
std::optional<PairedDifference> pairedDifference(const RunComparison &comparison, std::size_t baseline, std::size_t run,
                                                 const std::string &metric);

/// How a comparison is laid out.
struct ComparisonLook
{
    bool transposed = false; ///< a row a run instead of a column
    bool dimmed = false;     ///< figures that no conclusion may be drawn from
    bool bars = false;       ///< compact: intervals in tool tips, a bar behind each figure
};

/// A table that has a run in every column, or in every row.
class RunsAcrossModel : public GridModel
{
    Q_OBJECT
public:
    enum Role { RunRole = Qt::UserRole + 60, ShareRole };

    using GridModel::GridModel;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// The palette entry of each run, −1 for none: the discs before their names.
    void setSlots(std::vector<int> slotOfRun);
    bool isTransposed() const { return m_transposed; }

protected:
    /// As of a table with a run in every column after the first.
    void setRuns(std::vector<Cell> header, Grid rows, std::size_t runs, bool transposed,
                 std::vector<std::vector<double>> shares = {});

private:
    int runAt(int row, int column) const;
    QVariant swatch(int run) const;

    std::vector<int> m_slots;
    std::vector<std::vector<double>> m_shares; ///< [what is compared][runs], NaN for none
    int m_runs = 0;
    bool m_transposed = false;
};

/// Metrics × runs with intervals, the best of each row strong; a run other than the pinned baseline has its paired
/// difference below. Two runs have the difference in columns of its own.
class ComparisonMetricsModel : public RunsAcrossModel
{
    Q_OBJECT
public:
    /// Then one a run; of two runs also DifferenceOfTwo and PValueOfTwo.
    enum Column { Metric, FirstRun, SecondRun, DifferenceOfTwo, PValueOfTwo };

    using RunsAcrossModel::RunsAcrossModel;
    void setComparison(const RunComparison &comparison, std::size_t baseline, const ComparisonLook &look = {});

private:
    std::vector<Cell> metricRow(const RunComparison &comparison, std::size_t baseline, const std::string &metric,
                                const ComparisonLook &look) const;
    void addDifference(std::vector<Cell> &row, const RunComparison &comparison, std::size_t baseline,
                       const std::string &metric) const;
};

/// Parameters × runs, those that differ marked.
class ComparisonParamsModel : public RunsAcrossModel
{
    Q_OBJECT
public:
    enum Column { Parameter, FirstRun };

    using RunsAcrossModel::RunsAcrossModel;
    void setComparison(const RunComparison &comparison, bool onlyDifferences, bool transposed = false);
};

/// The colour of the run at @p index in tables, as charts draw it.
QColor runColor(std::size_t index);

} // namespace assay::ui
