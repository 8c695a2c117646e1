// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/purge.h"
#include "widgets/jobs/jobrunner.h"
#include "widgets/shell.h"

class QMessageBox;

namespace assay::ui {

/// Takes deleted runs out of the store for good, once a person has seen how much goes and how much room it frees, and
/// has said so: this is what cannot be undone. The undo stack is cleared then, since its entries may be about runs that
/// are gone.
class Purging : public QObject
{
    Q_OBJECT
public:
    /// Asks in front of @p window, which also owns it.
    Purging(Shell &shell, QWidget *window);

    void start(const tracking::PurgeRequest &request);
    bool isRunning() const { return m_runner.isRunning(); }

signals:
    /// The work, or the asking, is over.
    void finished(bool purged);

private:
    void ask(const tracking::PurgeSize &size);
    void carryOut();
    void tell(const tracking::PurgeReport &report);

    Shell &m_shell;
    QWidget *m_window;
    tracking::PurgeRequest m_request;
    JobRunner m_runner;
};

/// "Removes 3 runs with 1,200 points and frees 1.3 MB of 4 files.", with what stays and why.
QString purgeText(const tracking::PurgeSize &size);

} // namespace assay::ui
