// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/storechoice.h"

#include "tracking/care/salvage.h"
#include "widgets/errortext.h"
#include "widgets/jobs/jobrunner.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QProgressDialog>
#include <QPushButton>

namespace assay::app {

namespace {

struct StoreChoice
{
    Q_DECLARE_TR_FUNCTIONS(assay::app::StoreChoice)
};

enum class Choice { Salvage, Another, None };

Choice ask(const QString &path, const Error &error)
{
    QMessageBox box(QMessageBox::Critical, QStringLiteral("Assay"), ui::errorText(error));
    box.setObjectName(QStringLiteral("storeChoice"));
    const bool something = error.code == "store_damaged" && QFileInfo(path).size() > 0;
    QPushButton *salvage =
        something ? box.addButton(StoreChoice::tr("&Save what can be read…"), QMessageBox::AcceptRole) : nullptr;
    QPushButton *another = box.addButton(StoreChoice::tr("&Open another store…"), QMessageBox::ActionRole);
    box.addButton(QMessageBox::Close);
    box.exec();
    if (salvage && box.clickedButton() == salvage)
        return Choice::Salvage;
    return box.clickedButton() == another ? Choice::Another : Choice::None;
}

/// Off the window's thread, while a dialog says so and can cancel.
Result<tracking::SalvageReport> salvage(const QString &from, const QString &to)
{
    QProgressDialog dialog(StoreChoice::tr("Saving what can be read…"), StoreChoice::tr("Cancel"), 0, 0);
    dialog.setWindowModality(Qt::ApplicationModal);
    ui::JobRunner runner(nullptr);
    QObject::connect(&dialog, &QProgressDialog::canceled, &runner, &ui::JobRunner::cancel);
    Result<tracking::SalvageReport> saved = Failure(Error());
    QEventLoop loop;
    runner.start<tracking::SalvageReport>(
        dialog.labelText(), [from, to](const Context &context) { return tracking::salvageStore(from, to, context); },
        [&](Result<tracking::SalvageReport> report) {
            saved = std::move(report);
            loop.quit();
        });
    loop.exec();
    return saved;
}

/// Whether what was saved is to be opened, or the message that it could not be was read.
bool saved(const Result<tracking::SalvageReport> &report)
{
    if (!report) {
        if (report.error().code != "cancelled")
            QMessageBox::critical(nullptr, QStringLiteral("Assay"), ui::errorText(report.error()));
        return false;
    }
    QStringList lost;
    for (const tracking::Finding &finding : report->lost)
        lost << finding.message;
    QMessageBox box(report->mostLost ? QMessageBox::Warning : QMessageBox::Information, QStringLiteral("Assay"),
                    report->mostLost ? StoreChoice::tr("Most of the store is lost.")
                                     : StoreChoice::tr("What can be read is saved."),
                    QMessageBox::Ok);
    box.setObjectName(QStringLiteral("storeSalvaged"));
    box.setInformativeText(StoreChoice::tr("%1 runs and %2 points are in the new store %3, which is opened now. The "
                                           "damaged one is as it was.")
                               .arg(report->runs)
                               .arg(report->points)
                               .arg(report->path));
    box.setDetailedText(lost.join(QLatin1Char('\n')));
    box.exec();
    return true;
}

} // namespace

std::optional<QString> chooseInstead(const QString &path, const Error &error)
{
    const QFileInfo store(path);
    const QString stores = StoreChoice::tr("Stores of runs (*.db)");
    for (;;) {
        QString chosen;
        switch (ask(path, error)) {
        case Choice::None:
            return {};
        case Choice::Another:
            chosen = QFileDialog::getOpenFileName(nullptr, StoreChoice::tr("Open another store"), store.absolutePath(),
                                                  stores);
            break;
        case Choice::Salvage:
            chosen = QFileDialog::getSaveFileName(
                nullptr, StoreChoice::tr("Save what can be read"),
                QStringLiteral("%1/%2-saved.db").arg(store.absolutePath(), store.completeBaseName()), stores);
            if (!chosen.isEmpty() && !saved(salvage(path, chosen)))
                chosen.clear();
            break;
        }
        if (!chosen.isEmpty())
            return chosen;
    }
}

} // namespace assay::app
