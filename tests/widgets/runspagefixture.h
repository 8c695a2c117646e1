// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/widgets/fakeshell.h"
#include "tests/widgets/pagetest.h"
#include "widgets/pages/runspage.h"
#include "widgets/pages/runspagetable.h"
#include "widgets/pages/storeedits.h"

#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <algorithm>

namespace assay::ui {

/// A runs page in a window of its own, after it has read the three runs of the fake workbench.
struct RunsPageFixture
{
    explicit RunsPageFixture(std::function<void(FakeShell &)> prepare = {})
    {
        if (prepare)
            prepare(shell);
        shell.bench.fillUp(3);
        page = std::make_unique<RunsPage>(shell);
        page->resize(1100, 700);
        page->setVisible(true);
        (void)QTest::qWaitForWindowActive(page.get());
        settle();
    }

    /// The page's own readers are quiet: no registry lists them.
    bool isSettled()
    {
        const auto readers = page->findChildren<JobRunner *>();
        return shell.registry.running().empty() && StoreEdits::of(shell).isIdle() &&
               std::ranges::none_of(readers, &JobRunner::isRunning);
    }
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(isSettled(), 20'000); }

    RunsTable *table() { return page->findChild<RunsTable *>(QStringLiteral("runsTable")); }
    QTreeView *pinned() { return page->findChild<QTreeView *>(QStringLiteral("pinnedColumns")); }
    RunsModel *model() { return page->findChild<RunsModel *>(); }
    QAction *action(const char *name) { return page->findChild<QAction *>(QLatin1String(name)); }
    QComboBox *box(const char *name) { return page->findChild<QComboBox *>(QLatin1String(name)); }
    int column(const QString &title)
    {
        for (int i = 0; i < model()->columnCount(); ++i)
            if (model()->headerData(i, Qt::Horizontal).toString() == title)
                return i;
        return -1;
    }
    void clickHeader(const QString &title, Qt::KeyboardModifiers modifiers = {})
    {
        QHeaderView *header = table()->header();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, modifiers,
                          QPoint(header->sectionViewportPosition(column(title)) + 12, header->height() / 2));
    }
    QLineEdit *filter() { return page->findChild<QLineEdit *>(QStringLiteral("runsFilter")); }
    QPushButton *button(const char *name) { return page->findChild<QPushButton *>(QLatin1String(name)); }

    void click(int row, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        const QRect rect = table()->visualRect(table()->model()->index(row, 0));
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, modifiers, rect.center());
    }

    QStringList names()
    {
        QStringList names;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            names.append(table()->model()->index(row, 0).data().toString());
        return names;
    }

    FakeShell shell;
    std::unique_ptr<RunsPage> page;
};

} // namespace assay::ui
