// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QPointer>
#include <vector>

class QAction;
class QLineEdit;
class QListWidget;
class QMenuBar;

namespace assay::ui {

/// Every action of the menus, found by a few letters of its name: type, arrows, Enter.
class CommandPalette : public QDialog
{
    Q_OBJECT
public:
    CommandPalette(QMenuBar *menus, QWidget *parent);

    /// What is listed now, best first, as "Menu › Action".
    QStringList shown() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Command
    {
        QString text;
        QPointer<QAction> action;
    };

    void collect(const QList<QAction *> &actions, const QString &path);
    void filter(const QString &pattern);
    void run();

    QLineEdit *m_input;
    QListWidget *m_list;
    std::vector<Command> m_commands;
};

} // namespace assay::ui
