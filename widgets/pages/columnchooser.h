// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/runcolumns.h"

#include <QFrame>

class QCheckBox;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace assay::ui {

/// A popup of two lists. Left what there is: the facts of every run, then metrics, parameters and tags with the number
/// of runs that have them, a tick for those shown, and a filter box to find one of thousands, which stand in groups by
/// the beginnings of their names. Right what is shown, in
/// its order, to be dragged or moved by Alt+Up and Alt+Down; those ticked stay at the left while the table is scrolled.
class ColumnChooser : public QFrame
{
    Q_OBJECT
public:
    explicit ColumnChooser(QWidget *parent = nullptr);

    /// @p pinned of @p shown, from the left, are pinned; the name always is.
    void setColumns(const RunColumns &shown, int pinned);
    /// What there is; columns that are shown are offered too, even if no run has them.
    void setKeys(const tracking::RunKeyUse &keys);
    void setOnlyDifferent(bool on);
    void popupBelow(const QWidget *anchor);

signals:
    void chosen(const assay::ui::RunColumns &columns, int pinned);
    void onlyDifferentChosen(bool on);
    /// Back to those shown before anyone chose.
    void resetRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildOffered();
    QWidget *buildShown();
    void fill();
    void fillShown();
    void addSection(const QString &title, const RunColumns &columns, const std::vector<tracking::KeyUse> &uses);
    void applyFilter(const QString &text);
    void toggle(QTreeWidgetItem *item);
    void pin(QListWidgetItem *item);
    void move(int by);
    void takeOrder();
    void say();

    QLineEdit *m_filter;
    QTreeWidget *m_offered;
    QListWidget *m_list;
    QCheckBox *m_onlyDifferent;
    tracking::RunKeyUse m_keys;
    RunColumns m_shown;
    int m_pinned = 1;
};

} // namespace assay::ui
