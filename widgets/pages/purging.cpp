// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/purging.h"

#include "widgets/models/format.h"

#include <QMessageBox>
#include <QPushButton>
#include <QUndoStack>

namespace assay::ui {

namespace {

int small(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

} // namespace

QString purgeText(const tracking::PurgeSize &size)
{
    QStringList lines{Purging::tr("%Ln run(s) go, with %1 points and %2 artifacts.", nullptr, small(size.runs))
                          .arg(Format::count(size.points), Format::count(size.artifacts)),
                      Purging::tr("This frees %1 of files and about %2 in the store.")
                          .arg(Format::bytes(size.fileBytes), Format::bytes(size.storeBytes))};
    if (size.keptFiles > 0)
        lines << Purging::tr("%n file(s) (%1) stay, since other runs or registered models use them.", nullptr,
                             small(size.keptFiles))
                     .arg(Format::bytes(size.keptBytes));
    if (!size.models.isEmpty())
        lines << Purging::tr("Registered models keep their files and lose the run they came from: %1.")
                     .arg(size.models.join(QStringLiteral(", ")));
    if (size.running > 0)
        lines << Purging::tr("%n deleted run(s) are still being written and stay.", nullptr, small(size.running));
    return lines.join(u'\n');
}

Purging::Purging(Shell &shell, QWidget *window)
    : QObject(window)
    , m_shell(shell)
    , m_window(window)
    , m_runner(&shell.jobs(), this)
{
}

void Purging::start(const tracking::PurgeRequest &request)
{
    m_request = request;
    Workbench &workbench = m_shell.workbench();
    m_runner.start<tracking::PurgeSize>(
        tr("Looking what would go"),
        [&workbench, request](const Context &) { return tracking::planPurge(workbench.store(), request); },
        [this](const Result<tracking::PurgeSize> &size) {
            if (size)
                return ask(*size);
            m_shell.report(size.error());
            emit finished(false);
        });
}

void Purging::ask(const tracking::PurgeSize &size)
{
    if (size.runs == 0) {
        m_shell.tell(size.running > 0 ? purgeText(size) : tr("There is nothing to purge."));
        emit finished(false);
        return;
    }
    auto *box =
        new QMessageBox(QMessageBox::Warning, tr("Purge"), tr("Remove %Ln run(s) for good?", nullptr, small(size.runs)),
                        QMessageBox::Cancel, m_window);
    box->setObjectName(QStringLiteral("purgeQuestion"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(purgeText(size) + u'\n' + tr("This cannot be undone."));
    QPushButton *purge = box->addButton(tr("Purge"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(box, &QMessageBox::finished, this, [this, box, purge] {
        if (box->clickedButton() == purge)
            carryOut();
        else
            emit finished(false);
    });
    box->open();
}

void Purging::carryOut()
{
    Workbench &workbench = m_shell.workbench();
    m_runner.start<tracking::PurgeReport>(
        tr("Purging runs"),
        [&workbench, request = m_request](const Context &context) {
            return tracking::purge(workbench.store(), request, context);
        },
        [this](const Result<tracking::PurgeReport> &report) {
            m_shell.undoStack().clear();
            if (report)
                tell(*report);
            else
                m_shell.report(report.error());
            m_shell.storeChanged();
            emit finished(report.has_value());
        });
}

void Purging::tell(const tracking::PurgeReport &report)
{
    const qint64 shrunk = report.compacted ? std::max<qint64>(0, report.storeBefore - report.storeAfter) : 0;
    m_shell.tell(tr("%Ln run(s) purged, %1 freed.", nullptr, small(report.size.runs))
                     .arg(Format::bytes(report.size.fileBytes + report.leftOverBytes + shrunk)));
}

} // namespace assay::ui
