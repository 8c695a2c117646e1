// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/registry/registryrecords.h"
#include "widgets/models/gridmodel.h"

namespace assay::ui {

/// Registered models by name, with what is in use below each.
class RegisteredModelsModel : public GridModel
{
    Q_OBJECT
public:
    using GridModel::GridModel;

    void setModels(std::vector<tracking::RegisteredModel> models);
    const std::vector<tracking::RegisteredModel> &models() const { return m_models; }
    /// −1 where there is none of that name.
    int rowOf(const QString &name) const;

private:
    std::vector<tracking::RegisteredModel> m_models;
};

/// The versions of one model, the newest first.
class ModelVersionsModel : public GridModel
{
    Q_OBJECT
public:
    enum Column { Number, Aliases, Stage, Score, Run, Data, Created };

    using GridModel::GridModel;

    void setVersions(std::vector<tracking::Lineage> versions);
    const std::vector<tracking::Lineage> &versions() const { return m_versions; }
    int rowOf(qint64 number) const;

private:
    std::vector<tracking::Lineage> m_versions;
};

/// Who changed what, when and why, the newest first.
class RegistryHistoryModel : public GridModel
{
    Q_OBJECT
public:
    enum Column { At, User, What, Why };

    using GridModel::GridModel;

    void setEvents(const std::vector<tracking::RegistryEvent> &events);
    /// "Version 4 became champion, which was version 3".
    static QString sentence(const tracking::RegistryEvent &event);
};

/// "None", "Staging", "Production", "Archived" as people read them.
QString stageText(tracking::Stage stage);
/// By the headline metric of its task: key and value; none where the run is gone or has none.
std::optional<std::pair<QString, double>> headlineOf(const tracking::Lineage &lineage);
/// The verdict as one word with its tone.
QString standingText(tracking::Standing standing);
Tone standingTone(tracking::Standing standing);

} // namespace assay::ui
