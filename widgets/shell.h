// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workbench.h"

#include <QList>
#include <QString>

class QUndoStack;

namespace assay::ui {

class JobRegistry;

/// What a page may ask of the window around it. MainWindow is the one implementation; a page's test makes its own.
class Shell
{
public:
    virtual ~Shell() = default;

    virtual Workbench &workbench() = 0;
    /// Every JobRunner tells this one what it does, so that the Jobs pane and the status bar show it.
    virtual JobRegistry &jobs() = 0;
    virtual QUndoStack &undoStack() = 0;
    /// Data sets imported in this session, oldest first.
    virtual QList<DatasetPtr> datasets() const = 0;

    // Going somewhere opens the page or brings the open one to the front.
    virtual void openStart() = 0;
    virtual void openImport(const QString &path) = 0;
    virtual void openProfile(const DatasetPtr &data) = 0;
    virtual void openTrain(const DatasetPtr &data, const QString &target) = 0;
    virtual void openRuns() = 0;
    virtual void openRun(const tracking::RunId &run) = 0;
    virtual void openCompare(const std::vector<tracking::RunId> &runs) = 0;
    virtual void openDrift(const DatasetPtr &reference, const DatasetPtr &current) = 0;
    virtual void openReport(const std::vector<tracking::RunId> &runs) = 0;
    /// Curves of any metrics of these runs.
    virtual void openMetrics(const std::vector<tracking::RunId> &) {}
    /// Parameters against metrics over the runs of a query.
    virtual void openExplore(const tracking::RunQuery &) {}
    /// The model registry, at @p model where one is given.
    virtual void openRegistry(const QString &) {}
    /// Runs of another program: what is in @p path, to be taken over.
    virtual void openTakeOver(const QString &) {}

    /// Keeps @p data among datasets().
    virtual void addDataset(const DatasetPtr &data) = 0;
    /// A page changed the store: pages that show runs look again.
    virtual void storeChanged() = 0;
    /// Shows a failure in the Problems pane, and as a message with cause, place and way out.
    virtual void report(const Error &error) = 0;
    /// A short message in the status bar.
    virtual void tell(const QString &text) = 0;
};

} // namespace assay::ui
