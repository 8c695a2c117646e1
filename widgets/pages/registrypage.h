// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/registry/registryrecords.h"
#include "widgets/jobs/jobrunner.h"
#include "widgets/pages/page.h"

class QAction;
class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;
class QTableView;
class QTextBrowser;

namespace assay::tracking {
class ModelRegistry;
}

namespace assay::ui {

class ColumnFit;
class EmptyPane;
class ModelVersionsModel;
class PageHeader;
class RegisteredModelsModel;
class RegistryHistoryModel;

/// The model registry: models, their versions with aliases and stages, where each comes from, and the history.
/// Promoting shows the comparison first; rolling back follows the history.
class RegistryPage : public Page
{
    Q_OBJECT
public:
    explicit RegistryPage(Shell &shell, const QString &model = {}, QWidget *parent = nullptr);
    ~RegistryPage() override;

    QString title() const override;
    QString key() const override;
    QString command() const override;
    void refresh() override;
    QString inspectorText() const override;

    void showModel(const QString &name);
    /// Registers the model of @p run: asks for a name, and opens the registry at it. Undone like any edit.
    static void askToRegister(Shell &shell, const tracking::Run &run, QWidget *parent);

private:
    void build();
    QWidget *modelPane();
    QTableView *table(QAbstractItemModel *model, const char *name, const QString &accessibleName);
    void buildActions();
    QAction *action(const QString &text, const char *name, void (RegistryPage::*slot)());
    QMenu *stageMenu();
    void load();
    void loadModel();
    void showModels(std::vector<tracking::RegisteredModel> models);
    void versionChosen();
    void showVersions(std::vector<tracking::Lineage> versions, const std::vector<tracking::RegistryEvent> &events);
    const tracking::Lineage *current() const;
    /// The alias that the current version has, or champion.
    QString currentAlias() const;

    void promote();
    void rollBack();
    void verify();
    void openRun();
    void compareWithChampion();
    void setAlias();
    void takeAliasAway();
    void setStage(tracking::Stage stage);
    void editNote();
    void removeVersion();
    void renameModel();
    void removeModel();

    QString m_model;                       ///< shown
    std::pair<QString, QString> m_renamed; ///< the name before and after the last renaming, or undoing it
    qint64 m_version = 0;
    bool m_stale = false; ///< the store changed while it was read
    JobRunner m_load, m_loadModel, m_verifying;

    RegisteredModelsModel *m_models;
    ModelVersionsModel *m_versions;
    RegistryHistoryModel *m_history;
    PageHeader *m_heading;
    QPushButton *m_promote, *m_rollBack, *m_verify;
    QTableView *m_modelsTable, *m_versionsTable, *m_historyTable;
    ColumnFit *m_versionsFit, *m_historyFit;
    QTextBrowser *m_facts;
    QStackedWidget *m_stack;
    EmptyPane *m_empty;
    QList<QAction *> m_needVersion;
    QList<QAction *> m_needRun; ///< of m_needVersion, those that go to the run of the version
};

} // namespace assay::ui
