// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/registry/registryrecords.h"

#include <array>

namespace assay::tracking {

namespace {

constexpr std::array stageNames{"none", "staging", "production", "archived"};
constexpr std::array standingNames{"better", "worse", "equivalent", "undecided"};

} // namespace

QString name(Stage stage)
{
    return QLatin1String(stageNames[static_cast<std::size_t>(stage)]);
}

Result<Stage> stageFromName(const QString &name)
{
    for (std::size_t i = 0; i < stageNames.size(); ++i)
        if (name.compare(QLatin1String(stageNames[i]), Qt::CaseInsensitive) == 0)
            return static_cast<Stage>(i);
    return failure(ErrorKind::Usage, "bad_stage", "There is no stage {}; a version is in {}.",
                   {name.toStdString(), quotedList({stageNames.begin(), stageNames.end()})});
}

QString name(Standing standing)
{
    return QLatin1String(standingNames[static_cast<std::size_t>(standing)]);
}

} // namespace assay::tracking
