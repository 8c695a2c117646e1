// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/jobs/jobrunner.h"
#include "widgets/shell.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace assay::ui {

class ArtifactPane;
class ArtifactTree;

/// The files a run keeps: looked at, saved, and added to. Adding and saving are jobs that tell how far they are and can
/// be cancelled.
class ArtifactsTab : public QWidget
{
    Q_OBJECT
public:
    explicit ArtifactsTab(Shell &shell, QWidget *parent = nullptr);

    void setRun(const tracking::RunDetails &details);

    /// Copies of files and folders go into the run, called as they are.
    void addPaths(const QStringList &paths);
    /// The one artifact to the file @p path.
    void saveTo(const tracking::Artifact &artifact, const QString &path);
    /// Under their names below @p folder, replacing nothing.
    void saveAllTo(const std::vector<tracking::Artifact> &artifacts, const QString &folder);
    /// Off the run, which can be undone; asks first where the run's training wrote one of them.
    void remove(const std::vector<tracking::Artifact> &artifacts);

signals:
    /// The run has other artifacts now.
    void changed();

private:
    void build();
    void chooseFiles();
    void chooseFolder();
    void saveSelected();
    void removeNow(const QStringList &names);
    void saveEverything();
    void chooseFolderFor(const std::vector<tracking::Artifact> &artifacts);
    void showCurrent();
    /// One thing at a time: what runs would be stopped by another.
    void checkButtons();
    void work(const QString &title, std::function<Result<QString>(const Context &)> task, bool adds);
    void showProgress(const Progress &progress);

    Shell &m_shell;
    tracking::RunId m_run;
    std::vector<tracking::Artifact> m_artifacts;
    ArtifactTree *m_tree;
    ArtifactPane *m_pane;
    QPushButton *m_save, *m_saveAll, *m_remove, *m_addFiles, *m_addFolder, *m_cancel;
    QLabel *m_status;
    QProgressBar *m_bar;
    JobRunner m_working;
};

} // namespace assay::ui
