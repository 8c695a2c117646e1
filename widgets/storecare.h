// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/jobs/jobrunner.h"
#include "widgets/shell.h"

namespace assay::ui {

/// Checks and backs up the store of a window, as jobs beside the other work, and says what came of it.
class StoreCare : public QObject
{
    Q_OBJECT
public:
    /// Dialogs stand in front of @p window, which also owns it.
    StoreCare(Shell &shell, QWidget *window);

    void check();
    /// Asks where to.
    void backUp();
    void backUpTo(const QString &file);
    /// Asks where to write what can be read of the store; the store itself stays as it is.
    void salvage();
    void salvageTo(const QString &file);

signals:
    /// What was said at the end; also for a check that found damage.
    void finished(const QString &text);

private:
    QString proposed(const QString &suffix) const;
    void say(const QString &title, const QString &text, const QStringList &details, bool damaged = false);

    Shell &m_shell;
    QWidget *m_window;
    JobRunner m_check, m_backUp, m_salvage;
};

} // namespace assay::ui
