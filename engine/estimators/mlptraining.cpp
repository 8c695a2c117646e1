// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/mlptraining.h"

#include "engine/estimators/mlploss.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <span>

namespace assay::engine {

namespace {

class Adam
{
public:
    explicit Adam(std::size_t size)
        : m_mean(size)
        , m_square(size)
    {
    }

    void step(std::vector<float> &parameters, const std::vector<float> &gradient, double rate)
    {
        constexpr double keepMean = 0.9;
        constexpr double keepSquare = 0.999;
        ++m_steps;
        const auto by =
            static_cast<float>(rate * std::sqrt(1 - std::pow(keepSquare, m_steps)) / (1 - std::pow(keepMean, m_steps)));
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            m_mean[i] = static_cast<float>(keepMean) * m_mean[i] + static_cast<float>(1 - keepMean) * gradient[i];
            m_square[i] = static_cast<float>(keepSquare) * m_square[i] +
                          static_cast<float>(1 - keepSquare) * gradient[i] * gradient[i];
            parameters[i] -= by * m_mean[i] / (std::sqrt(m_square[i]) + 1e-8F);
        }
    }

private:
    std::vector<float> m_mean, m_square;
    int m_steps = 0;
};

double rateAt(const MlpSchedule &schedule, int epoch)
{
    if (schedule.schedule == MlpSchedule::Rate::InverseScaling)
        return schedule.rate / std::sqrt(epoch);
    if (schedule.schedule == MlpSchedule::Rate::Cosine)
        return schedule.rate * 0.5 * (1 + std::cos(std::numbers::pi * (epoch - 1) / schedule.epochs));
    return schedule.rate;
}

/// One pass over the rows after another.
class Epochs
{
public:
    Epochs(MlpNetwork &network, Task task, const MlpRows &rows, const MlpSchedule &schedule)
        : m_network(network)
        , m_task(task)
        , m_rows(rows)
        , m_schedule(schedule)
        , m_adam(network.parameters().size())
        , m_gradient(network.parameters().size())
        , m_order(static_cast<std::size_t>(rows.count()))
    {
        std::iota(m_order.begin(), m_order.end(), 0);
        m_pass.slopes.resize(network.layers().size());
    }

    /// Leaves the mean loss of the epoch's batches behind, without and with the penalty.
    Result<void> run(int epoch, Random &random, const Context &context)
    {
        random.shuffle(std::span(m_order));
        const double rate = rateAt(m_schedule, epoch);
        loss = 0;
        penalised = 0;
        for (std::size_t begin = 0; begin < m_order.size(); begin += m_schedule.batch) {
            if (context.cancelled())
                return cancelled();
            gather(std::span(m_order).subspan(begin).first(
                std::min<std::size_t>(m_schedule.batch, m_order.size() - begin)));
            step(rate);
        }
        loss /= m_rows.count();
        penalised = loss + penalised / m_rows.count();
        return {};
    }

    double loss = 0;
    double penalised = 0;

private:
    void gather(std::span<const int> chosen)
    {
        const auto width = static_cast<std::size_t>(m_rows.columns);
        m_batch.columns = m_rows.columns;
        m_batch.X.resize(chosen.size() * width);
        m_batch.y.resize(chosen.size());
        m_batch.weights.resize(chosen.size());
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            const auto row = static_cast<std::size_t>(chosen[i]);
            std::copy_n(m_rows.X.data() + row * width, width, m_batch.X.data() + i * width);
            m_batch.y[i] = m_rows.y[row];
            m_batch.weights[i] = m_rows.weights[row];
        }
    }

    void step(double rate)
    {
        const MlpNetwork::Layer &last = m_network.layers().back();
        m_network.forward(m_batch.X.data(), m_batch.count(), m_pass);
        loss += outputLoss(m_task, m_pass.values.back(), last.stride, last.out, m_batch, m_pass.slopes.back());
        startGradient();
        m_network.backward(m_batch.X.data(), m_batch.count(), m_pass, m_gradient);
        m_adam.step(m_network.parameters(), m_gradient, rate);
    }

    // The slope of ½ · alpha · ‖weights‖² a batch; biases go without.
    void startGradient()
    {
        std::ranges::fill(m_gradient, 0.0F);
        const auto share = static_cast<float>(m_schedule.alpha / m_batch.count());
        double square = 0;
        for (const MlpNetwork::Layer &layer : m_network.layers()) {
            for (std::size_t i = layer.weights; i < layer.biases; ++i) {
                const float weight = m_network.parameters()[i];
                m_gradient[i] = share * weight;
                square += weight * weight;
            }
        }
        penalised += 0.5 * m_schedule.alpha * square;
    }

    MlpNetwork &m_network;
    Task m_task;
    const MlpRows &m_rows;
    const MlpSchedule &m_schedule;
    Adam m_adam;
    std::vector<float> m_gradient;
    std::vector<int> m_order;
    MlpRows m_batch;
    MlpNetwork::Pass m_pass;
};

} // namespace

Result<MlpOutcome> trainNetwork(MlpNetwork &network, Task task, const MlpRows &rows, const MlpSchedule &schedule,
                                Random &random, const EpochTold &told, const Context &context)
{
    Epochs epochs(network, task, rows, schedule);
    MlpOutcome outcome;
    std::vector<float> kept;
    double best = std::numeric_limits<double>::infinity();
    int without = 0;
    while (!outcome.converged && outcome.epochs < schedule.epochs) {
        ++outcome.epochs;
        if (auto done = epochs.run(outcome.epochs, random, context); !done)
            return Failure(done.error());
        if (!std::isfinite(epochs.penalised))
            return failure(ErrorKind::BadInput, "diverged",
                           "The network's loss grew without bound in epoch {}; a smaller learning rate is needed.",
                           {std::to_string(outcome.epochs)});
        const std::optional<double> heldBack = told(outcome.epochs, epochs.loss);
        const double watched = heldBack.value_or(epochs.penalised);
        without = watched > best - schedule.tolerance ? without + 1 : 0;
        if (watched < best) {
            best = watched;
            outcome.best = outcome.epochs;
            if (heldBack)
                kept = network.parameters();
        }
        outcome.converged = without >= schedule.patience;
        context.progress("Training", outcome.epochs, schedule.epochs);
    }
    if (!kept.empty())
        network.parameters() = std::move(kept);
    else
        outcome.best = outcome.epochs;
    return outcome;
}

} // namespace assay::engine
