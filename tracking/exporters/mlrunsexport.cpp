// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/exporters/mlrunsexport.h"

#include "tracking/exporters/mlrunswriter.h"

namespace assay::tracking {

Result<MlrunsCounts> exportMlruns(RunStore &store, const std::vector<RunId> &runs, const QString &folder,
                                  const QString &place, const Context &context)
{
    MlrunsWriter writer(store, folder, place);
    if (auto known = writer.readExperiments(); !known)
        return Failure(known.error());
    qint64 done = 0;
    for (const RunId &run : runs) {
        if (context.cancelled())
            return cancelled();
        context.progress("Exporting", done++, static_cast<std::int64_t>(runs.size()));
        const auto details = store.details(run);
        if (!details)
            return Failure(details.error());
        if (auto written = writer.writeRun(*details, context); !written)
            return Failure(written.error());
    }
    if (auto written = writer.writeFirstExperiment(); !written)
        return Failure(written.error());
    if (auto written = writer.writeModels(); !written)
        return Failure(written.error());
    return MlrunsCounts{
        .runs = done, .points = writer.points(), .artifacts = writer.artifacts(), .models = writer.models()};
}

} // namespace assay::tracking
