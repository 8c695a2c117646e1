// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <functional>

class QAction;
class QMenu;
class QMenuBar;

namespace assay::ui {

class MainWindow;

/// The menus of the window. Every action here is in the command palette too, which reads the menu bar.
class MainMenu : public QObject
{
    Q_OBJECT
public:
    explicit MainMenu(MainWindow &window);

    /// Enables what the current document allows.
    void update();

private:
    void fillFile(QMenu *menu);
    void fillEdit(QMenu *menu);
    void fillView(QMenu *menu);
    void fillData(QMenu *menu);
    void fillModel(QMenu *menu);
    void fillAnalyse(QMenu *menu);
    void fillTools(QMenu *menu);
    void fillHelp(QMenu *menu);
    void fillTheme(QMenu *menu);
    void fillRecent(QMenu *menu);
    QMenu *addSamples(QMenu *menu);
    QAction *add(QMenu *menu, const QString &text, const QString &iconName, const QKeySequence &keys,
                 const std::function<void()> &run);

    MainWindow &m_window;
    QMenu *m_recent = nullptr;
    QList<QAction *> m_needData, m_needRuns, m_needTwoRuns, m_needPage, m_needCommand, m_needJobs;
};

} // namespace assay::ui
