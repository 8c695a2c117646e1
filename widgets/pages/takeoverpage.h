// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/importers/importer.h"
#include "widgets/jobs/jobrunner.h"
#include "widgets/pages/page.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;
class QTableWidget;

namespace assay::ui {

class Banner;
class EmptyPane;
class PageHeader;
class TakeOverPageModel;

/// Runs of another program: what there is, listed before anything is written, then the ones that are ticked taken over.
/// A file or folder dropped on the page is looked at instead.
class TakeOverPage : public Page
{
    Q_OBJECT
public:
    TakeOverPage(Shell &shell, const QString &path, QWidget *parent = nullptr);
    ~TakeOverPage() override;

    QString title() const override;
    QString key() const override;
    QString command() const override;
    QString inspectorText() const override;
    bool dropFiles(const QStringList &paths) override;

private:
    void build();
    QWidget *choices();
    QWidget *results();
    QWidget *progress();
    void chooseFile();
    void chooseFolder();
    void chooseArtifacts();
    /// Lists what is at the path; writes nothing.
    void look();
    void show(tracking::ImportReport report, const QStringList &experiments);
    void showProblems();
    void takeOver();
    void showDone(const tracking::ImportReport &report);
    void showTicked();
    void setWorking(bool working);
    tracking::ImportOptions options(bool dryRun) const;
    QString summary() const;

    QString m_path;
    tracking::ImportReport m_report;
    bool m_done = false;
    JobRunner m_look, m_take;

    TakeOverPageModel *m_model;
    QSortFilterProxyModel *m_sorted;
    PageHeader *m_heading;
    QPushButton *m_next;
    QCheckBox *m_all;
    QComboBox *m_experiment;
    QLineEdit *m_artifacts;
    QLabel *m_summary;
    Banner *m_result;
    QTableView *m_table;
    QLabel *m_problemsTitle;
    QTableWidget *m_problems;
    QWidget *m_options;
    QWidget *m_progress;
    QLabel *m_progressText;
    QProgressBar *m_bar;
    QStackedWidget *m_stack;
    EmptyPane *m_empty;
};

} // namespace assay::ui
