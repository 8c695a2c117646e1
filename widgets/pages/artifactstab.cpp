// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/artifactstab.h"

#include "tracking/artifacts/artifactname.h"
#include "tracking/runartifacts.h"
#include "widgets/pages/artifactpreview.h"
#include "widgets/pages/artifacttree.h"
#include "widgets/pages/storeedits.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace assay::ui {

namespace {

QPushButton *buttonIn(QHBoxLayout *bar, const QString &text, const QString &toolTip, const char *name, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(QLatin1String(name));
    button->setToolTip(toolTip);
    bar->addWidget(button);
    return button;
}

/// What the run was given, one after the other; the first that fails ends it.
Result<QString> addAll(tracking::RunStore &store, const tracking::RunId &run, const QStringList &paths,
                       const Context &context)
{
    std::size_t added = 0;
    for (const QString &path : paths) {
        const QFileInfo info(path);
        const QString name = QFileInfo(info.absoluteFilePath()).fileName();
        if (info.isDir()) {
            auto all = tracking::addArtifactFolder(store, run, name, {}, path, context, tracking::Existing::Refuse);
            if (!all)
                return Failure(all.error());
            added += all->size();
            continue;
        }
        if (auto one = tracking::addArtifactFile(store, run, name, {}, path, context, tracking::Existing::Refuse); !one)
            return Failure(one.error());
        ++added;
    }
    return ArtifactsTab::tr("%n artifact(s) added.", nullptr, static_cast<int>(added));
}

} // namespace

ArtifactsTab::ArtifactsTab(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_tree(new ArtifactTree(this))
    , m_pane(new ArtifactPane(shell, this))
    , m_status(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_working(&shell.jobs(), this)
{
    build();
}

void ArtifactsTab::build()
{
    auto *bar = new QHBoxLayout;
    m_addFiles = buttonIn(bar, tr("Add &files…"), tr("Keep copies of files with the run"), "addArtifactFiles", this);
    m_addFolder =
        buttonIn(bar, tr("Add fol&der…"), tr("Keep a copy of a folder and all in it"), "addArtifactFolder", this);
    m_save = buttonIn(bar, tr("&Save as…"), tr("Save what is selected, verified by its digest"), "saveArtifact", this);
    m_saveAll = buttonIn(bar, tr("Save a&ll…"), tr("Save all artifacts in a folder"), "saveAllArtifacts", this);
    m_remove = buttonIn(bar, tr("&Remove"), tr("Take what is selected off the run; Edit > Undo brings it back"),
                        "removeArtifacts", this);
    bar->addStretch(1);
    m_cancel = buttonIn(bar, tr("Cancel"), tr("Stop; nothing half done is left"), "cancelArtifacts", this);
    m_bar->setFixedWidth(160);
    m_bar->setAccessibleName(tr("How far it is"));
    bar->insertWidget(bar->count() - 1, m_status);
    bar->insertWidget(bar->count() - 1, m_bar);
    for (QWidget *widget : {static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_cancel)})
        widget->hide();
    auto *sides = new QSplitter(this);
    sides->setChildrenCollapsible(false);
    sides->addWidget(m_tree);
    sides->addWidget(m_pane);
    sides->setSizes({420, 720});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addLayout(bar);
    layout->addWidget(sides, 1);

    connect(m_addFiles, &QPushButton::clicked, this, &ArtifactsTab::chooseFiles);
    connect(m_addFolder, &QPushButton::clicked, this, &ArtifactsTab::chooseFolder);
    connect(m_save, &QPushButton::clicked, this, &ArtifactsTab::saveSelected);
    connect(m_saveAll, &QPushButton::clicked, this, &ArtifactsTab::saveEverything);
    connect(m_remove, &QPushButton::clicked, this, [this] { remove(m_tree->selectedArtifacts()); });
    connect(m_cancel, &QPushButton::clicked, &m_working, &JobRunner::cancel);
    connect(m_pane, &ArtifactPane::actionTriggered, this, &ArtifactsTab::chooseFiles);
    connect(m_tree, &ArtifactTree::currentArtifactChanged, this, &ArtifactsTab::showCurrent);
    connect(m_tree, &ArtifactTree::filesDropped, this, &ArtifactsTab::addPaths);
    connect(&m_working, &JobRunner::progressed, this, &ArtifactsTab::showProgress);
    showCurrent();
}

void ArtifactsTab::setRun(const tracking::RunDetails &details)
{
    m_run = details.run.id;
    m_artifacts = details.artifacts;
    m_tree->setArtifacts(m_artifacts);
    showCurrent();
}

void ArtifactsTab::showCurrent()
{
    const bool any = !m_artifacts.empty();
    checkButtons();
    if (const tracking::Artifact *artifact = m_tree->currentArtifact())
        m_pane->show(*artifact);
    else if (any)
        m_pane->explain(tr("No file is selected"), tr("Choose a file to look at it."));
    else
        m_pane->explain(tr("The run keeps no files"),
                        tr("Add files, or drop them on the list: plots, data, notebooks."), tr("Add files…"));
}

void ArtifactsTab::checkButtons()
{
    const bool idle = !m_working.isRunning();
    for (QPushButton *button : {m_addFiles, m_addFolder})
        button->setEnabled(idle);
    m_saveAll->setEnabled(idle && !m_artifacts.empty());
    for (QPushButton *button : {m_save, m_remove})
        button->setEnabled(idle && !m_artifacts.empty() && m_tree->currentItem());
}

void ArtifactsTab::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Add files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &ArtifactsTab::addPaths);
    dialog->open();
}

void ArtifactsTab::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Add a folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::filesSelected, this, &ArtifactsTab::addPaths);
    dialog->open();
}

void ArtifactsTab::saveSelected()
{
    const auto chosen = m_tree->selectedArtifacts();
    if (chosen.size() != 1)
        return chooseFolderFor(chosen);
    auto *dialog = new QFileDialog(this, tr("Save the artifact"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QFileInfo(chosen.front().name).fileName());
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, artifact = chosen.front()](const QString &path) { saveTo(artifact, path); });
    dialog->open();
}

void ArtifactsTab::saveEverything()
{
    chooseFolderFor(m_artifacts);
}

void ArtifactsTab::chooseFolderFor(const std::vector<tracking::Artifact> &artifacts)
{
    if (artifacts.empty())
        return;
    auto *dialog = new QFileDialog(this, tr("Save in a folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, artifacts](const QString &folder) { saveAllTo(artifacts, folder); });
    dialog->open();
}

void ArtifactsTab::addPaths(const QStringList &paths)
{
    Workbench &workbench = m_shell.workbench();
    work(
        tr("Adding artifacts"),
        [&workbench, run = m_run, paths](const Context &context) {
            return addAll(workbench.store(), run, paths, context);
        },
        true);
}

void ArtifactsTab::saveTo(const tracking::Artifact &artifact, const QString &path)
{
    Workbench &workbench = m_shell.workbench();
    work(
        tr("Saving %1").arg(artifact.name),
        [&workbench, artifact, path](const Context &context) -> Result<QString> {
            return workbench.store().artifacts().copyTo(artifact, path, context).map([&] {
                return tr("Saved as %1.").arg(QDir::toNativeSeparators(path));
            });
        },
        false);
}

void ArtifactsTab::saveAllTo(const std::vector<tracking::Artifact> &artifacts, const QString &folder)
{
    Workbench &workbench = m_shell.workbench();
    work(
        tr("Saving artifacts"),
        [&workbench, artifacts, folder](const Context &context) -> Result<QString> {
            return tracking::saveArtifacts(workbench.store(), artifacts, folder, false, context)
                .map([](const QStringList &saved) {
                    return tr("%n artifact(s) saved.", nullptr, static_cast<int>(saved.size()));
                });
        },
        false);
}

void ArtifactsTab::remove(const std::vector<tracking::Artifact> &artifacts)
{
    QStringList names, needed;
    for (const tracking::Artifact &artifact : artifacts) {
        names << artifact.name;
        if (tracking::isFromTraining(artifact.name))
            needed << artifact.name;
    }
    if (needed.isEmpty())
        return removeNow(names);
    auto *box = new QMessageBox(QMessageBox::Question, tr("Remove artifacts"),
                                tr("Remove what the training of this run wrote?"), QMessageBox::Cancel, this);
    box->setObjectName(QStringLiteral("removeNeeded"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("Explaining, judging and repeating the run read %1.").arg(needed.join(tr(", "))));
    connect(box->addButton(tr("Remove"), QMessageBox::DestructiveRole), &QPushButton::clicked, this,
            [this, names] { removeNow(names); });
    box->open();
}

void ArtifactsTab::removeNow(const QStringList &names)
{
    if (!names.isEmpty())
        StoreEdits::of(m_shell).removeArtifacts(m_run, names);
}

void ArtifactsTab::work(const QString &title, std::function<Result<QString>(const Context &)> task, bool adds)
{
    if (m_working.isRunning())
        return m_shell.tell(tr("Wait for “%1” to end, or cancel it.").arg(m_working.title()));
    m_status->setText(title);
    m_bar->setRange(0, 0);
    m_bar->show();
    m_cancel->show();
    m_working.start<QString>(title, std::move(task), [this, adds](const Result<QString> &done) {
        m_bar->hide();
        m_cancel->hide();
        checkButtons();
        m_status->setText(done ? *done : QString());
        if (!done && done.error().code != "cancelled")
            m_shell.report(done.error());
        if (adds) {
            // Some may have been added before one failed.
            m_shell.storeChanged();
            emit changed();
        }
    });
    checkButtons();
}

void ArtifactsTab::showProgress(const Progress &progress)
{
    constexpr int steps = 1000;
    if (progress.total <= 0)
        return;
    m_bar->setRange(0, steps);
    m_bar->setValue(static_cast<int>(steps * progress.done / progress.total));
}

} // namespace assay::ui
