// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/experimentsmodel.h"

#include "widgets/models/format.h"

#include <algorithm>

namespace assay::ui {

namespace {

Cell tagsCell(const tracking::Experiment &experiment)
{
    QStringList tags;
    for (const auto &[key, value] : experiment.tags)
        tags << key + QStringLiteral(" = ") + value;
    return {.text = tags.join(QStringLiteral(", ")), .toolTip = tags.join(u'\n')};
}

} // namespace

void ExperimentsModel::setExperiments(std::vector<tracking::Experiment> experiments)
{
    m_experiments = std::move(experiments);
    Grid rows;
    for (const tracking::Experiment &one : m_experiments) {
        const QString note = one.note.trimmed();
        rows.push_back({{.text = one.name, .toolTip = one.name},
                        figure(Format::count(one.runs), one.runs),
                        {.text = note.section(u'\n', 0, 0), .toolTip = note, .tone = Tone::Faint},
                        tagsCell(one),
                        {.text = Format::relativeTime(one.created),
                         .sort = one.created,
                         .toolTip = Format::dateTime(one.created)}});
    }
    setGrid({{.text = tr("Experiment")},
             figure(tr("Runs")),
             {.text = tr("Note")},
             {.text = tr("Tags")},
             {.text = tr("Made")}},
            std::move(rows));
}

int ExperimentsModel::rowOf(tracking::ExperimentId experiment) const
{
    const auto it = std::ranges::find(m_experiments, experiment, &tracking::Experiment::id);
    return it == m_experiments.end() ? -1 : static_cast<int>(it - m_experiments.begin());
}

} // namespace assay::ui
