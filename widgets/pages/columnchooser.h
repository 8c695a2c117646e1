// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/runsmodel.h"

#include <QFrame>

class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace assay::ui {

/// A popup with a tick a column: the facts of every run, then the metrics, parameters and tags that occur. A filter box
/// finds one of hundreds. Columns stay in the order in which they stood; a new one goes to the end of its kind.
class ColumnChooser : public QFrame
{
    Q_OBJECT
public:
    explicit ColumnChooser(QWidget *parent = nullptr);

    void setColumns(const RunKeys &keys, const RunColumns &shown);
    void popupBelow(const QWidget *anchor);

signals:
    void chosen(const assay::ui::RunColumns &columns);
    /// Back to those shown before anyone chose.
    void resetRequested();

private:
    void addSection(const QString &title, const RunColumns &columns);
    void applyFilter(const QString &text);
    void toggle(QListWidgetItem *item);

    QLineEdit *m_filter;
    QListWidget *m_list;
    RunColumns m_shown;
};

} // namespace assay::ui
