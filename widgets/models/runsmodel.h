// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/records.h"

#include <QAbstractItemModel>
#include <QHash>
#include <optional>
#include <vector>

namespace assay::ui {

/// One column of the runs table: a fact every run has, or one of the keys that were logged.
struct RunColumn
{
    enum Kind { Name, Status, Model, Experiment, Started, Duration, Note, Metric, Param, Tag };
    Kind kind = Name;
    QString key = {}; ///< of metrics, parameters and tags

    /// "metrics.roc_auc", "params.C", "tags.owner", "name", …: how it is remembered.
    QString id() const;
    static std::optional<RunColumn> fromId(const QString &id);
    QString title() const;
    /// What the store calls it in RunQuery::sortKey; empty when it does not sort by that.
    QString sortKey() const;

    bool operator==(const RunColumn &) const = default;
};
using RunColumns = std::vector<RunColumn>;

/// The keys that occur in some runs, sorted: what a column chooser offers.
struct RunKeys
{
    QStringList metrics, params, tags;

    bool operator==(const RunKeys &) const = default;
};
RunKeys keysOf(const std::vector<tracking::Run> &runs);
/// What is shown before anyone chose: name, status, model, the metrics that matter for the tasks there are, and when.
RunColumns defaultRunColumns(const RunKeys &keys);

/// The runs table: runs in the order the store gave them, the folds of a cross-validated run below it. It neither sorts
/// nor filters.
class RunsModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role { RunIdRole = Qt::UserRole + 1, BestRole };

    explicit RunsModel(QObject *parent = nullptr);

    /// Keeps rows as they are, and so selection and scroll position, when the runs are the same ones in the same order.
    void setRuns(std::vector<tracking::Run> runs, const RunColumns &columns);
    void setColumns(const RunColumns &columns);
    const RunColumns &columns() const { return m_columns; }

    /// nullptr for an invalid index. Valid until the next setRuns().
    const tracking::Run *run(const QModelIndex &index) const;
    QModelIndex indexOf(const tracking::RunId &run) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
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

private:
    struct Node
    {
        tracking::Run run;
        std::vector<tracking::Run> folds;
    };
    static std::vector<Node> tree(std::vector<tracking::Run> runs);
    bool sameRows(const std::vector<Node> &nodes) const;
    void findBest();
    QVariant decoration(const tracking::Run &run, const RunColumn &column) const;
    QString cellText(const tracking::Run &run, const RunColumn &column) const;
    QString toolTip(const tracking::Run &run, const RunColumn &column) const;
    bool isBest(const QModelIndex &index) const;

    RunColumns m_columns;
    std::vector<Node> m_nodes;
    QHash<QString, std::pair<int, int>> m_rows; ///< run → top row, fold row or −1
    QHash<QString, double> m_best;              ///< metric → best value among the runs shown
};

} // namespace assay::ui
