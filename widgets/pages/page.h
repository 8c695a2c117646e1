// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/shell.h"

#include <QIcon>
#include <QWidget>

namespace assay::ui {

/// A document in the centre of the window. A page shows values it got from jobs and does no arithmetic; its main button
/// is the next step of the flow.
class Page : public QWidget
{
    Q_OBJECT
public:
    explicit Page(Shell &shell, QWidget *parent = nullptr);

    /// What its tab says.
    virtual QString title() const = 0;
    /// Equal keys are the same document: opening it twice brings the open tab to the front.
    virtual QString key() const = 0;
    /// The `assay` command line for what is on the page; empty when there is none.
    virtual QString command() const { return {}; }
    /// The store was changed here or by another process.
    virtual void refresh() {}
    /// Notes and properties for the inspector, as simple rich text.
    virtual QString inspectorText() const { return {}; }
    /// Files dropped on the page; false leaves them to the window.
    virtual bool dropFiles(const QStringList &) { return false; }

signals:
    void titleChanged();
    void inspectorChanged();
    /// Row and selection counts for the status bar.
    void statusChanged(const QString &text);

protected:
    Shell &shell() const { return m_shell; }

private:
    Shell &m_shell;
};

} // namespace assay::ui
