// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mainwindow.h"

#include "tracking/importers/importer.h"
#include "widgets/controls/dropzone.h"
#include "widgets/pagefactory.h"
#include "widgets/recent.h"

#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QTabBar>

/// Files and folders that are dropped, chosen or named: what each is, and where it goes.
namespace assay::ui {

namespace {

QStringList localFiles(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

bool isStore(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(16) == QByteArray("SQLite format 3\0", 16);
}

/// Runs of another program. A table may be such a log too, but as a data set it is looked at first.
bool holdsRuns(const QString &path)
{
    const auto &all = tracking::importers();
    return std::any_of(all.begin(), all.end(), [&](const tracking::ImporterInfo &one) {
        return one.id != std::string_view("csv-log") && one.recognises(path);
    });
}

} // namespace

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show) {
        // The window makes the tabs of its docks by itself, and nameless.
        auto *bar = qobject_cast<QTabBar *>(watched);
        if (bar && bar->accessibleName().isEmpty())
            bar->setAccessibleName(tr("Panes"));
    }
    const bool drop = event->type() == QEvent::Drop;
    if (!drop && event->type() != QEvent::DragEnter && event->type() != QEvent::DragMove)
        return QMainWindow::eventFilter(watched, event);
    auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget || widget->window() != this || qobject_cast<DropZone *>(widget))
        return false;
    auto *dropEvent = static_cast<QDropEvent *>(event);
    const QStringList paths = localFiles(dropEvent->mimeData());
    if (paths.isEmpty())
        return false;
    dropEvent->acceptProposedAction();
    Page *page = m_documents->currentPage();
    if (drop && !(page && page->dropFiles(paths)))
        openFiles(paths);
    return true;
}

void MainWindow::openFiles(const QStringList &paths)
{
    for (const QString &path : paths) {
        // First of all: whoever reads the file that SQLite has open and closes it takes SQLite's locks away.
        // Of files that are not there Qt says that they are the same.
        if (QFileInfo::exists(path) && QFileInfo(path) == QFileInfo(m_workbench.storePath())) {
            openRuns();
            continue;
        }
        // What is in a folder is looked for by the page, off this thread: it may be large, or far away.
        if (QFileInfo(path).isDir() || holdsRuns(path))
            openTakeOver(path);
        else if (isStore(path))
            openStore(path);
        else
            importData(path);
    }
}

void MainWindow::openImport(const QString &path)
{
    if (path.isEmpty())
        askForData();
    else
        openFiles({path}); // pages hand on what was dropped on them, whatever it is
}

void MainWindow::importData(const QString &path)
{
    m_documents->open({.key = QStringLiteral("import:") + path, .iconName = QStringLiteral("import")},
                      [&] { return pages::import(*this, path); });
}

void MainWindow::askForData()
{
    const QStringList paths = QFileDialog::getOpenFileNames(
        this, tr("Open data"), {},
        tr("Data (*.csv *.tsv *.txt *.json *.jsonl *.ndjson *.parquet *.gz);;All files (*)"));
    openFiles(paths);
}

void MainWindow::askForStore()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Open store"), {}, tr("Stores (*.db *.sqlite);;All files (*)"));
    if (!path.isEmpty())
        openStore(path);
}

void MainWindow::setStoreOpener(std::function<bool(const QString &)> opener)
{
    m_storeOpener = std::move(opener);
}

void MainWindow::openStore(const QString &path)
{
    if (QFileInfo(path) == QFileInfo(m_workbench.storePath())) {
        openRuns();
        return;
    }
    if (m_storeOpener(path)) {
        addRecentPath(RecentKind::Store, path);
        tell(tr("The store %1 opens in a window of its own.").arg(QFileInfo(path).fileName()));
        return;
    }
    report(failure(ErrorKind::Refused, "store_window", "The store {} could not be opened in a window of its own.",
                   {path.toStdString()})
               .value());
}

} // namespace assay::ui
