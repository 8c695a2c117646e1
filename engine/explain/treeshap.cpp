// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/explain/methods.h"

namespace assay::engine {

Result<Attribution> explainTrees(const ExplainedRows &explained, const TreeScorer &trees)
{
    const auto contributions = trees.contributions(explained.X);
    if (!contributions)
        return Failure(contributions.error());
    const auto margins = trees.margins(explained.X);
    if (!margins)
        return Failure(margins.error());
    Attribution attribution = attributionBy("tree", explained.model.preprocessor().features());
    if (margins->cols() > 1)
        attribution.classes = explained.model.target().labels;
    std::vector<std::size_t> featureOfColumn;
    for (const FeatureColumn &column : explained.model.preprocessor().columns())
        featureOfColumn.push_back(column.feature);
    addContributions(attribution, *contributions, *margins, featureOfColumn);
    addCells(attribution, explained);
    return attribution;
}

} // namespace assay::engine
