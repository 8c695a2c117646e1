// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/boostingrounds.h"

#include "engine/estimators/boostingloss.h"

#include <algorithm>
#include <limits>

namespace assay::engine {

namespace {

class Rounds
{
public:
    Rounds(XgbBooster &booster, std::vector<WatchedRows> &watched, const RoundsPlan &plan, const Context &context)
        : m_booster(booster)
        , m_watched(watched)
        , m_plan(plan)
        , m_context(context)
    {
    }

    Result<void> start()
    {
        for (std::size_t i = 0; i < m_watched.size(); ++i) {
            auto margins = m_booster.predict(m_watched[i].features, XgbBooster::Output::Margin, i == 0);
            if (!margins)
                return Failure(margins.error());
            m_start.push_back(std::move(*margins));
        }
        const WatchedRows &train = m_watched.front();
        m_derivatives =
            lossDerivatives(m_plan.task, scoresFromMargins(m_plan.task, m_start.front()), train.y, train.weights);
        return {};
    }

    Result<void> run(int round)
    {
        if (auto grown = m_booster.boost(m_watched.front().features, m_derivatives.gradient, m_derivatives.curvature);
            !grown)
            return grown;
        for (std::size_t i = 0; i < m_watched.size(); ++i) {
            const WatchedRows &rows = m_watched[i];
            // Nobody is told, and nothing hangs on it.
            if (!m_context.observer && rows.name != "holdout" && (i > 0 || m_plan.growth == Growth::Forest))
                continue;
            auto margins = m_booster.predict(rows.features, XgbBooster::Output::Margin, i == 0);
            if (!margins)
                return Failure(margins.error());
            const RoundLoss told = roundLoss(m_plan.task, scaled(std::move(*margins), i, round), rows.y, rows.weights);
            m_context.metric(rows.name + (m_plan.task == Task::Regression ? "_rmse" : "_log_loss"), told.loss, round);
            if (i == 0 && m_plan.growth == Growth::Boosting)
                m_derivatives = lossDerivatives(m_plan.task, told.scores, rows.y, rows.weights);
            if (rows.name == "holdout" && told.loss < m_best) {
                m_best = told.loss;
                bestRound = round;
            }
        }
        return {};
    }

    int bestRound = 0;

private:
    // The margins that the first trees of a forest would have by themselves: each tree weighs 1/n of the whole.
    Matrix scaled(Matrix margins, std::size_t rows, int trees) const
    {
        if (m_plan.growth == Growth::Forest)
            margins = m_start[rows] + (margins - m_start[rows]) * (static_cast<double>(m_plan.rounds) / trees);
        return margins;
    }

    XgbBooster &m_booster;
    std::vector<WatchedRows> &m_watched;
    const RoundsPlan &m_plan;
    const Context &m_context;
    std::vector<Matrix> m_start;
    LossDerivatives m_derivatives;
    double m_best = std::numeric_limits<double>::infinity();
};

} // namespace

Result<WatchedRows> watch(const char *name, const MatrixRef &X, const VectorRef &y, const Vector &weights, int threads)
{
    auto features = XgbMatrix::make(X, threads);
    if (!features)
        return Failure(features.error());
    return WatchedRows{.features = std::move(*features), .y = y, .weights = weights, .name = name};
}

Result<XgbBooster> growRounds(XgbBooster booster, std::vector<WatchedRows> &watched, const RoundsPlan &plan,
                              const Context &context)
{
    Rounds rounds(booster, watched, plan, context);
    if (auto started = rounds.start(); !started)
        return Failure(started.error());
    int round = 0;
    bool goesOn = true;
    while (goesOn && round < plan.rounds) {
        if (context.cancelled())
            return cancelled();
        ++round;
        if (auto done = rounds.run(round); !done)
            return Failure(done.error());
        context.progress("Growing trees", round, plan.rounds);
        goesOn = plan.patience == 0 || round - rounds.bestRound < plan.patience;
    }
    if (context.cancelled())
        return cancelled();
    if (plan.patience == 0)
        return booster;
    context.metric("best_iteration", rounds.bestRound, round);
    context.note((goesOn ? "Grew all " : "Stopped after round ") + std::to_string(round) + (goesOn ? " rounds" : "") +
                 ": held-back rows were predicted best after round " + std::to_string(rounds.bestRound) + '.');
    return booster.firstRounds(rounds.bestRound);
}

} // namespace assay::engine
