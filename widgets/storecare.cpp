// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/storecare.h"

#include "tracking/care/backup.h"
#include "tracking/care/check.h"
#include "tracking/care/salvage.h"
#include "widgets/models/format.h"

#include <QDate>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace assay::ui {

namespace {

QStringList sentences(const std::vector<tracking::Finding> &findings)
{
    QStringList lines;
    for (const tracking::Finding &finding : findings)
        lines.append(finding.where + QStringLiteral(": ") + finding.message);
    return lines;
}

} // namespace

StoreCare::StoreCare(Shell &shell, QWidget *window)
    : QObject(window)
    , m_shell(shell)
    , m_window(window)
    , m_check(&shell.jobs(), this)
    , m_backUp(&shell.jobs(), this)
    , m_salvage(&shell.jobs(), this)
{
}

void StoreCare::check()
{
    m_check.start<tracking::CheckReport>(
        tr("Checking the store"),
        [path = m_shell.workbench().store().path()](const Context &context) {
            return tracking::checkStore(path, context);
        },
        [this](const Result<tracking::CheckReport> &report) {
            if (!report) {
                m_shell.report(report.error());
                return;
            }
            const QString seen =
                tr("%1 runs, %2 points and %3 files were read.")
                    .arg(Format::count(report->runs), Format::count(report->points), Format::count(report->artifacts));
            const auto found = static_cast<int>(report->findings.size());
            say(report->sound() ? tr("The store is sound.") : tr("%n thing(s) are damaged.", nullptr, found), seen,
                sentences(report->findings), true);
        });
}

QString StoreCare::proposed(const QString &suffix) const
{
    const QFileInfo store(m_shell.workbench().store().path());
    return QStringLiteral("%1/%2-%3.db").arg(store.absolutePath(), store.completeBaseName(), suffix);
}

void StoreCare::salvage()
{
    // A file that is there already is never written over, whatever the dialog is told.
    const QString file =
        QFileDialog::getSaveFileName(m_window, tr("Salvage the store into a new file"), proposed(tr("salvaged")),
                                     tr("Stores of runs (*.db)"), nullptr, QFileDialog::DontConfirmOverwrite);
    if (!file.isEmpty())
        salvageTo(file);
}

void StoreCare::salvageTo(const QString &file)
{
    m_salvage.start<tracking::SalvageReport>(
        tr("Salvaging the store"),
        [from = m_shell.workbench().store().path(), file](const Context &context) {
            return tracking::salvageStore(from, file, context);
        },
        [this](const Result<tracking::SalvageReport> &report) {
            if (!report) {
                m_shell.report(report.error());
                return;
            }
            const QString saved = tr("%1 runs, %2 points and %3 files are in %4.")
                                      .arg(Format::count(report->runs), Format::count(report->points),
                                           Format::count(report->artifacts), report->path);
            say(report->lost.empty() ? tr("All of the store was saved.") : tr("A part of the store is lost."), saved,
                sentences(report->lost));
        });
}

void StoreCare::backUp()
{
    const QString file =
        QFileDialog::getSaveFileName(m_window, tr("Back up the store"),
                                     proposed(QDate::currentDate().toString(Qt::ISODate)), tr("Stores of runs (*.db)"));
    if (!file.isEmpty())
        backUpTo(file);
}

void StoreCare::backUpTo(const QString &file)
{
    m_backUp.start<tracking::BackupReport>(
        tr("Backing up the store"),
        [from = m_shell.workbench().store().path(), file](const Context &context) {
            return tracking::backupStore(from, file, true, context); // the file dialog has asked about overwriting
        },
        [this](const Result<tracking::BackupReport> &report) {
            if (!report) {
                m_shell.report(report.error());
                return;
            }
            const QString copied =
                tr("%1 runs and %2 files were copied to %3.")
                    .arg(Format::count(report->runs), Format::count(report->artifacts), report->path);
            const auto missing = static_cast<int>(report->missing.size());
            say(missing == 0 ? tr("The backup is complete.") : tr("%n file(s) could not be copied.", nullptr, missing),
                copied, sentences(report->missing));
        });
}

/// Good news in the status bar; what somebody must act on in a box of its own.
void StoreCare::say(const QString &title, const QString &text, const QStringList &details, bool damaged)
{
    if (details.isEmpty()) {
        m_shell.tell(title + QLatin1Char(' ') + text);
    } else {
        auto *box = new QMessageBox(QMessageBox::Warning, tr("Store"), title, QMessageBox::Ok, m_window);
        box->setObjectName(QStringLiteral("storeCare"));
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setInformativeText(damaged ? text + u'\n' + tr("Salvaging writes what can be read into a new store.")
                                        : text);
        if (damaged) {
            auto *salvaging = box->addButton(tr("Salvage…"), QMessageBox::ActionRole);
            salvaging->setObjectName(QStringLiteral("salvageStore"));
            connect(salvaging, &QAbstractButton::clicked, this, &StoreCare::salvage, Qt::QueuedConnection);
        }
        box->setDetailedText(details.join(QLatin1Char('\n')));
        box->open();
    }
    emit finished(title);
}

} // namespace assay::ui
