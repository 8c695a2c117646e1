// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/purging.h"
#include "widgets/pages/runspage.h"
#include "widgets/pages/runspagetable.h"
#include "widgets/pages/runsummary.h"
#include "widgets/pages/storeedits.h"

#include <QInputDialog>
#include <algorithm>

/// How the runs page keeps runs in order: stars, the archive, experiments.
namespace assay::ui {

void RunsPage::starSelected()
{
    withSelected([this](const Runs &runs) {
        // All get it unless all have it.
        const bool on = !std::ranges::all_of(runs, &tracking::Run::favourite);
        StoreEdits::of(shell()).setFavourite(runs, on);
    });
}

void RunsPage::archiveSelected()
{
    withSelected([this, archived = m_query.archived](const Runs &runs) {
        StoreEdits &edits = StoreEdits::of(shell());
        if (archived) {
            edits.unarchive(runs);
            return;
        }
        edits.archive(runs);
        shell().tell(tr("Archived %Ln run(s); Undo brings them back.", nullptr, static_cast<int>(runs.size())));
    });
}

void RunsPage::moveSelected()
{
    withSelected([this](const Runs &runs) {
        QStringList names;
        for (const tracking::Experiment &experiment : m_experiments)
            names.append(experiment.name);
        auto *dialog = new QInputDialog(this);
        dialog->setObjectName(QStringLiteral("moveToExperiment"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setWindowTitle(tr("Move to experiment"));
        dialog->setLabelText(tr("Move %Ln run(s) to this experiment, which is made if there is none of the name:",
                                nullptr, static_cast<int>(runs.size())));
        dialog->setComboBoxItems(names);
        dialog->setComboBoxEditable(true);
        dialog->setTextValue(runs.front().experiment);
        connect(dialog, &QInputDialog::textValueSelected, this, [this, runs](const QString &name) {
            if (!name.trimmed().isEmpty())
                StoreEdits::of(shell()).move(runs, name.trimmed());
        });
        dialog->open();
    });
}

void RunsPage::purge(const tracking::PurgeRequest &request)
{
    auto *purging = new Purging(shell(), this);
    connect(purging, &Purging::finished, purging, &QObject::deleteLater);
    purging->start(request);
}

/// The selected runs, or those the filter shows: never one that is out of sight.
void RunsPage::purgeSelected()
{
    if (!m_table->selectedKeys().empty())
        return withSelected([this](const Runs &runs) { purge({.runs = idsOf(runs)}); });
    if (m_query.filter.isEmpty() && m_query.experiment.isEmpty())
        return purge({.all = true});
    if (m_rowsReader.isRunning()) {
        m_rowsWaiting.push_back([this] { purgeSelected(); });
        return;
    }
    m_rowsReader.start<Runs>(
        tr("Reading runs"),
        [&store = m_store, query = m_query](const Context &) -> Result<Runs> {
            const tracking::RunTable table(store);
            const auto rows = table.rows(query);
            if (!rows)
                return tl::unexpected(rows.error());
            std::vector<qint64> keys;
            for (const tracking::RunRow &row : *rows)
                keys.push_back(row.row);
            return table.read(keys, {});
        },
        [this](const Result<Runs> &runs) {
            if (!runs && runs.error().kind != ErrorKind::Cancelled)
                shell().report(runs.error());
            else if (runs && runs->empty())
                shell().tell(tr("There is nothing to purge."));
            else if (runs)
                purge({.runs = idsOf(*runs)});
            nextRows();
        });
}

} // namespace assay::ui
