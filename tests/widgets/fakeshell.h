// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/widgets/fakeworkbench.h"
#include "widgets/jobs/jobrunner.h"
#include "widgets/pages/page.h"
#include "widgets/shell.h"

#include <QApplication>
#include <QStringList>
#include <QUndoStack>

namespace assay::ui {

/// A window for the tests of one page: keeps what the page asked for. `went` has one word a call, such as "profile" or
/// "run".
class FakeShell : public Shell
{
public:
    Workbench &workbench() override { return bench; }
    JobRegistry &jobs() override { return registry; }
    QUndoStack &undoStack() override { return undo; }
    QList<DatasetPtr> datasets() const override { return known; }

    void openStart() override { went.append(QStringLiteral("start")); }
    void openImport(const QString &path) override
    {
        went.append(QStringLiteral("import"));
        lastPath = path;
    }
    void openProfile(const DatasetPtr &data) override
    {
        went.append(QStringLiteral("profile"));
        lastData = data;
    }
    void openTrain(const DatasetPtr &data, const QString &target) override
    {
        went.append(QStringLiteral("train"));
        lastData = data;
        lastTarget = target;
    }
    void openRuns() override { went.append(QStringLiteral("runs")); }
    void openRun(const tracking::RunId &run) override
    {
        went.append(QStringLiteral("run"));
        lastRuns = {run};
    }
    void openCompare(const std::vector<tracking::RunId> &runs) override
    {
        went.append(QStringLiteral("compare"));
        lastRuns = runs;
    }
    void openDrift(const DatasetPtr &reference, const DatasetPtr &current) override
    {
        went.append(QStringLiteral("drift"));
        lastReference = reference;
        lastData = current;
    }
    void openReport(const std::vector<tracking::RunId> &runs) override
    {
        went.append(QStringLiteral("report"));
        lastRuns = runs;
    }

    void openMetrics(const std::vector<tracking::RunId> &runs) override
    {
        went.append(QStringLiteral("metrics"));
        lastRuns = runs;
    }
    void openExplore(const tracking::RunQuery &) override { went.append(QStringLiteral("explore")); }
    void openRegistry(const QString &model) override
    {
        went.append(QStringLiteral("registry"));
        lastPath = model;
    }
    void openTakeOver(const QString &path) override
    {
        went.append(QStringLiteral("takeover"));
        lastPath = path;
    }

    void addDataset(const DatasetPtr &data) override { known.append(data); }
    /// As the window does.
    void storeChanged() override
    {
        ++storeChanges;
        const QWidgetList widgets = QApplication::allWidgets();
        for (QWidget *widget : widgets)
            if (auto *page = qobject_cast<Page *>(widget))
                page->refresh();
    }
    void report(const Error &error) override { errors.push_back(error); }
    void tell(const QString &text) override { told.append(text); }

    FakeWorkbench bench;
    JobRegistry registry;
    QUndoStack undo;
    QList<DatasetPtr> known;
    QStringList went, told;
    QString lastPath, lastTarget;
    DatasetPtr lastData, lastReference;
    std::vector<tracking::RunId> lastRuns;
    std::vector<Error> errors;
    int storeChanges = 0;
};

} // namespace assay::ui
