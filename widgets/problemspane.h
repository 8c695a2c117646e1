// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/error.h"

#include <QPlainTextEdit>
#include <QTreeWidget>

namespace assay::ui {

/// Failures of this session, latest first: when, what, where, and the way out. Ctrl+C copies the chosen one.
class ProblemsPane : public QTreeWidget
{
    Q_OBJECT
public:
    explicit ProblemsPane(QWidget *parent = nullptr);

    void add(const Error &error);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

/// What happened, line by line.
class LogPane : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit LogPane(QWidget *parent = nullptr);

    void add(const QString &text);
};

} // namespace assay::ui
