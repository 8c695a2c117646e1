// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/query/sortkeys.h"
#include "widgets/jobs/jobrunner.h"
#include "widgets/models/runcache.h"
#include "widgets/models/runcolumns.h"
#include "widgets/models/runsmodeltree.h"

#include <QAbstractItemModel>
#include <QSet>

namespace assay::ui {

/// Runs that were read together with the rows they stand in.
struct ReadRuns
{
    std::vector<qint64> rows = {};
    std::vector<tracking::Run> runs = {}; ///< as many, or fewer when some are gone
};

/// A group of the runs table; its runs are there once somebody opened it.
struct RunGroupRows
{
    tracking::RunGroup group = {};
    std::optional<std::vector<tracking::RunRow>> rows = {};

    /// Whether the table has the same rows with either; figures may differ.
    bool sameRows(const RunGroupRows &other) const
    {
        return group.value == other.group.value && group.missing == other.group.missing && rows == other.rows;
    }
};

/// The runs table: rows in the order the store gave them, runs below runs, or groups with their runs. It neither sorts
/// nor filters, and holds only the runs somebody looked at last: others are read, with the shown columns only, off the
/// window's thread once they come near the view, and are blank until they are here.
class RunsModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role { RunIdRole = Qt::UserRole + 1, BestRole };

    explicit RunsModel(QObject *parent = nullptr);
    ~RunsModel() override;

    /// A few runs, all of them given. Keeps rows as they are when they are the same ones in the same order.
    void setRuns(const std::vector<tracking::Run> &runs, const RunColumns &columns);

    /// Rows of @p store, which outlives the model. @p read are those already at hand.
    void setStore(const tracking::RunStore *store) { m_store = store; }
    void setRows(std::vector<tracking::RunRow> rows, const RunColumns &columns, ReadRuns read = {});
    /// By the value of @p key; the spreads are those of @p metrics.
    void setGroups(std::vector<RunGroupRows> groups, const QString &key, const QStringList &metrics,
                   const RunColumns &columns, ReadRuns read = {});
    void setColumns(const RunColumns &columns);
    const RunColumns &columns() const { return m_columns; }
    /// The best value of each metric, to be marked where it stands.
    void setBest(const QHash<QString, double> &best);
    /// By what the rows are sorted: where there are several keys, the titles of their columns say so.
    void setSorting(const std::vector<tracking::SortKey> &keys);

    bool isGrouped() const { return !m_groupKey.isEmpty(); }
    /// Whether some runs stand below others.
    bool hasNested() const { return m_tree.hasNested(); }
    /// nullptr unless it is the row of a group.
    const RunGroupRows *group(const QModelIndex &index) const;
    /// nullptr for an invalid index, a group, or a run that is not at hand. Valid until something is set or arrives.
    const tracking::Run *run(const QModelIndex &index) const;
    /// Among the runs at hand.
    QModelIndex indexOf(const tracking::RunId &run) const;
    /// What an index is known by whatever happens to the order: the run's row in the store, or a number below 0 for a
    /// group. 0: none.
    qint64 keyOf(const QModelIndex &index) const;
    QModelIndex indexOfKey(qint64 key, int column = 0) const;
    const RunCache &cache() const { return m_cache; }
    /// Whether what is near the view is still being read.
    bool isReading() const { return m_fetch.isRunning() || !m_wanted.isEmpty(); }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    /// A name or note was edited in its cell; the model shows it once the store has it.
    void renameRequested(const assay::tracking::RunId &run, const QString &name);
    void noteRequested(const assay::tracking::RunId &run, const QString &note);
    /// Runs that were blank are here.
    void arrived();
    /// Some rows are gone from the store: all are to be read again.
    void outdated();
    void failed(const assay::Error &error);

private:
    const RunColumn &columnOf(const QModelIndex &index) const;
    const RunTree::Node &nodeOf(const QModelIndex &index) const;
    QModelIndex indexOfNode(int node, int column = 0) const;
    int groupNumber(const tracking::RunGroup &group);
    void fillGroups();
    void rebuild(const RunColumns &columns, const ReadRuns &read, const std::function<void()> &fill);
    std::vector<qint64> put(const ReadRuns &read, quint64 age);
    void announce(const std::vector<qint64> &changed);
    void findBest(const std::vector<tracking::Run> &runs);
    void want(int node) const;
    void lookAhead(const RunTree::Node &node) const;
    std::vector<qint64> wantedRows();
    void fetch();
    bool isBest(const tracking::Run &run, const QModelIndex &index) const;
    QVariant runData(const tracking::Run &run, const QModelIndex &index, int role) const;
    QVariant groupData(const RunGroupRows &group, const QModelIndex &index, int role) const;
    int placeInSorting(const RunColumn &column) const;

    const tracking::RunStore *m_store = nullptr;
    RunColumns m_columns;
    std::vector<tracking::RunRow> m_rows;
    std::vector<RunGroupRows> m_groups;
    QString m_groupKey;
    QStringList m_groupMetrics;
    QHash<QString, int> m_groupNumbers; ///< value → number that its group keeps
    std::vector<std::size_t> m_groupAt; ///< number → place in m_groups
    RunTree m_tree;
    RunCache m_cache;
    QHash<QString, qint64> m_given; ///< id → row, of runs that were given and not read
    QHash<QString, double> m_best;  ///< metric → best value
    std::vector<tracking::SortKey> m_sorting;

    JobRunner m_fetch;
    mutable QSet<int> m_wanted; ///< nodes somebody asked for that are not at hand
    mutable QTimer m_fetchSoon;
    bool m_unreadable = false; ///< the last reading failed: none is begun until the rows come anew
};

} // namespace assay::ui
