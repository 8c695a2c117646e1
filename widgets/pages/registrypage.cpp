// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/registrypage.h"

#include "tracking/registry.h"
#include "widgets/controls/pageheader.h"
#include "widgets/models/registrymodels.h"
#include "widgets/pages/columnfit.h"
#include "widgets/pages/registrysummary.h"
#include "widgets/pages/runsummary.h"

#include <QAction>
#include <QItemSelectionModel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QTextBrowser>

namespace assay::ui {

namespace {

/// All there is to show of one model.
struct Shown
{
    std::vector<tracking::Lineage> versions;
    std::vector<tracking::RegistryEvent> events;
};

Result<Shown> readModel(const tracking::ModelRegistry &registry, const QString &model, const Context &context)
{
    Shown shown;
    const auto versions = registry.versions(model);
    if (!versions)
        return Failure(versions.error());
    for (const tracking::ModelVersion &version : *versions) {
        if (context.cancelled())
            return cancelled();
        auto lineage = registry.lineage(model, version.number);
        if (!lineage)
            return Failure(lineage.error());
        shown.versions.push_back(std::move(*lineage));
    }
    auto events = registry.history(model);
    if (!events)
        return Failure(events.error());
    shown.events = std::move(*events);
    return shown;
}

} // namespace

RegistryPage::~RegistryPage() = default;

QString RegistryPage::title() const
{
    return tr("Models");
}

QString RegistryPage::key() const
{
    return QStringLiteral("registry");
}

QString RegistryPage::command() const
{
    const QString registry = QStringLiteral("assay models registry ");
    return m_model.isEmpty() ? registry + QStringLiteral("list")
                             : registry + QStringLiteral("show ") + shellQuoted(m_model);
}

QString RegistryPage::inspectorText() const
{
    const tracking::Lineage *lineage = current();
    return lineage ? versionHtml(*lineage) : QString();
}

void RegistryPage::refresh()
{
    if (m_load.isRunning())
        m_stale = true;
    else
        load();
}

void RegistryPage::showModel(const QString &name)
{
    if (name.isEmpty())
        return;
    if (name != m_model) {
        m_model = name;
        showVersions({}, {}); // those of another model, which nothing must be done with meanwhile
    }
    if (const int row = m_models->rowOf(name); row >= 0 && m_modelsTable->currentIndex().row() != row)
        m_modelsTable->setCurrentIndex(m_models->index(row, 0));
    loadModel();
}

void RegistryPage::load()
{
    using Models = std::vector<tracking::RegisteredModel>;
    m_stale = false;
    Workbench &workbench = shell().workbench();
    m_load.start<Models>(
        tr("Reading the registry"),
        [&workbench](const Context &) { return tracking::ModelRegistry(workbench.store()).models(); },
        [this](Result<Models> models) {
            if (models)
                showModels(std::move(*models));
            else if (models.error().kind != ErrorKind::Cancelled)
                shell().report(models.error());
            if (m_stale)
                load();
        });
}

void RegistryPage::showModels(std::vector<tracking::RegisteredModel> models)
{
    const auto count = static_cast<int>(models.size());
    m_heading->setSubtitle(tr("%n model(s)", nullptr, count));
    m_stack->setCurrentIndex(count > 0 ? 1 : 0);
    {
        const QSignalBlocker quiet(m_modelsTable->selectionModel());
        m_models->setModels(std::move(models));
    }
    if (count == 0) {
        m_model.clear();
        return showVersions({}, {});
    }
    // Whether renaming it was granted shows by the names that are there.
    if (m_models->rowOf(m_model) < 0 && (m_model == m_renamed.first || m_model == m_renamed.second))
        m_model = m_model == m_renamed.first ? m_renamed.second : m_renamed.first;
    const int row = std::max(0, m_models->rowOf(m_model));
    {
        const QSignalBlocker quiet(m_modelsTable->selectionModel());
        m_modelsTable->selectRow(row);
    }
    m_modelsTable->viewport()->update();
    showModel(m_models->models()[static_cast<std::size_t>(row)].name);
}

void RegistryPage::loadModel()
{
    Workbench &workbench = shell().workbench();
    m_loadModel.start<Shown>(
        tr("Reading the model %1").arg(m_model),
        [&workbench, model = m_model](const Context &context) {
            return readModel(tracking::ModelRegistry(workbench.store()), model, context);
        },
        [this](Result<Shown> shown) {
            if (shown)
                return showVersions(std::move(shown->versions), shown->events);
            showVersions({}, {});
            if (shown.error().kind != ErrorKind::Cancelled)
                shell().report(shown.error());
        });
}

/// The version that was chosen stays so.
void RegistryPage::showVersions(std::vector<tracking::Lineage> versions,
                                const std::vector<tracking::RegistryEvent> &events)
{
    const qint64 version = m_version;
    m_versions->setVersions(std::move(versions));
    m_history->setEvents(events);
    m_versionsFit->fit();
    m_historyFit->fit();
    if (m_versions->rowCount() > 0)
        m_versionsTable->selectRow(std::max(0, m_versions->rowOf(version)));
    versionChosen();
}

const tracking::Lineage *RegistryPage::current() const
{
    const int row = m_versionsTable->currentIndex().row();
    return row >= 0 && row < m_versions->rowCount() ? &m_versions->versions()[static_cast<std::size_t>(row)] : nullptr;
}

QString RegistryPage::currentAlias() const
{
    const tracking::Lineage *lineage = current();
    const QString champion = QString::fromLatin1(tracking::championAlias);
    if (!lineage || lineage->version.aliases.isEmpty() || lineage->version.aliases.contains(champion))
        return champion;
    return lineage->version.aliases.front();
}

void RegistryPage::versionChosen()
{
    const tracking::Lineage *lineage = current();
    m_version = lineage ? lineage->version.number : 0;
    for (QAction *action : std::as_const(m_needVersion))
        action->setEnabled(lineage != nullptr);
    for (QAction *action : std::as_const(m_needRun))
        action->setEnabled(lineage && lineage->run);
    for (QPushButton *button : {m_promote, m_verify})
        button->setEnabled(lineage != nullptr);
    m_rollBack->setEnabled(m_versions->rowCount() > 1);
    m_facts->setHtml(lineage ? versionHtml(*lineage) : QString());
    emit inspectorChanged();
}

} // namespace assay::ui
