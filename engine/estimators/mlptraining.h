// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "engine/core/params.h"
#include "engine/data/matrix.h"
#include "engine/estimators/mlpnetwork.h"
#include "engine/metrics/predictions.h"

#include <functional>
#include <vector>

namespace assay::engine {

/// Rows as a network wants them: float32, target as a class or standardised value.
struct MlpRows
{
    std::vector<float> X = {}; ///< [rows × columns]
    std::vector<float> y = {};
    std::vector<double> weights = {};
    int columns = 0;

    int count() const { return static_cast<int>(y.size()); }
};

struct MlpSchedule
{
    enum class Rate { Constant, InverseScaling, Cosine };

    double alpha = 1e-4;
    double rate = 1e-3;
    Rate schedule = Rate::Constant;
    int batch = 200;
    int epochs = 200;
    double tolerance = 1e-4;
    int patience = 10;
};

/// What is told after each epoch, and asked: the mean loss of the epoch's batches (log loss, or half the squared
/// error). Returns how good the network is on rows held back, smaller is better, or nothing where none are.
using EpochTold = std::function<std::optional<double>(int epoch, double loss)>;

struct MlpOutcome
{
    int epochs = 0;
    int best = 0; ///< the epoch whose parameters were kept
    bool converged = false;
};

/// Adam (Kingma & Ba 2015) on shuffled minibatches until `patience` epochs have not bettered what is watched by
/// `tolerance`: the loss held back, whose best epoch is then kept, or else the training loss with its penalty. The
/// order of rows and of sums is fixed by @p random. Errors: `cancelled`, asked for before each batch; `diverged`.
Result<MlpOutcome> trainNetwork(MlpNetwork &network, Task task, const MlpRows &rows, const MlpSchedule &schedule,
                                Random &random, const EpochTold &told, const Context &context);

} // namespace assay::engine
