// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/exploredata.h"

#include <QFrame>

class QLineEdit;
class QListWidget;

namespace assay::ui {

/// A list of parameters and metrics that opens below a button: a tick shows one, typing narrows the list.
class AxisChooser : public QFrame
{
    Q_OBJECT
public:
    explicit AxisChooser(QWidget *parent = nullptr);

    void setKeys(const std::vector<ExploreKey> &keys, const QStringList &shown);
    void popupBelow(const QWidget *anchor);

signals:
    void toggled(const QString &key, bool on);

private:
    void applyFilter(const QString &text);

    QLineEdit *m_filter;
    QListWidget *m_list;
};

} // namespace assay::ui
