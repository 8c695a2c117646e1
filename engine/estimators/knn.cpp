// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/builtin.h"
#include "engine/estimators/neighbours.h"
#include "engine/estimators/packedmatrix.h"
#include "engine/estimators/parallel.h"
#include "engine/estimators/savedmatrix.h"
#include "engine/estimators/trainingdata.h"

#include <cmath>
#include <tbb/info.h>

namespace assay::engine {

namespace {

/// The mean, or the class shares, of the training rows nearest to a row.
class NearestNeighbours : public Estimator
{
public:
    NearestNeighbours(const Params &params, Task task)
        : m_params(params)
        , m_task(task)
    {
    }

    Result<void> fit(const TrainingData &data, const Context &context) override;
    Matrix predict(const MatrixRef &X) const override;
    Json save() const override;
    Result<void> load(const Json &json) override;

private:
    Distance distance() const
    {
        return choice(m_params, "metric") == "manhattan" ? Distance::Manhattan : Distance::Euclidean;
    }
    void vote(std::span<const Neighbour> neighbours, Vector &votes) const;

    Params m_params;
    Task m_task;
    int m_classes = 0; ///< 0: values
    NeighbourSearch m_search;
    Vector m_y, m_weights; ///< [training rows]
};

Result<void> NearestNeighbours::fit(const TrainingData &data, const Context &context)
{
    m_search = {};
    if (auto checked = checkTrainingData(data, true); !checked)
        return checked;
    if (context.cancelled())
        return cancelled();
    const Vector weights = rowWeights(data);
    std::vector<Eigen::Index> rows;
    for (Eigen::Index i = 0; i < weights.size(); ++i) {
        if (weights[i] > 0)
            rows.push_back(i);
    }
    const auto asked = static_cast<std::size_t>(integer(m_params, "n_neighbors"));
    if (asked > rows.size())
        context.note("There are " + std::to_string(rows.size()) + " training rows, fewer than the " +
                     std::to_string(asked) + " neighbours asked for; all of them are used.");
    m_classes = m_task == Task::Regression ? 0 : std::max(2, data.classes);
    m_y = data.y(rows);
    m_weights = weights(rows);
    m_search = NeighbourSearch(data.X(rows, Eigen::all), distance());
    return {};
}

// Votes by class, or the weighted sum of values and the weight.
void NearestNeighbours::vote(std::span<const Neighbour> neighbours, Vector &votes) const
{
    const bool byDistance = choice(m_params, "weights") == "distance";
    const bool atOnce = byDistance && !std::isfinite(1 / neighbours.front().distance);
    const bool beyondMeasure = !std::isfinite(neighbours.front().distance);
    votes.setZero(m_classes > 0 ? m_classes : 2);
    for (const Neighbour &neighbour : neighbours) {
        double weight = m_weights[neighbour.row];
        // Rows in the very same place leave the others no say.
        if (atOnce)
            weight *= std::isfinite(1 / neighbour.distance) ? 0 : 1;
        else if (byDistance && !beyondMeasure)
            weight /= neighbour.distance;
        const double value = m_y[neighbour.row];
        if (m_classes > 0) {
            votes[static_cast<Eigen::Index>(value)] += weight;
        } else {
            votes[0] += weight * value;
            votes[1] += weight;
        }
    }
}

Matrix NearestNeighbours::predict(const MatrixRef &X) const
{
    Matrix scores(X.rows(), m_task == Task::Multiclass ? m_classes : 1);
    const auto count = static_cast<std::size_t>(integer(m_params, "n_neighbors"));
    const Eigen::Index blocks = (X.rows() + NeighbourSearch::block - 1) / NeighbourSearch::block;
    parallelFor(tbb::info::default_concurrency(), static_cast<std::size_t>(blocks), [&](std::size_t block) {
        const Eigen::Index first = static_cast<Eigen::Index>(block) * NeighbourSearch::block;
        const Eigen::Index queries = std::min(NeighbourSearch::block, X.rows() - first);
        const std::vector<Neighbour> found = m_search.nearest(X.middleRows(first, queries), count);
        const std::size_t each = found.size() / static_cast<std::size_t>(queries);
        Vector votes;
        for (Eigen::Index i = 0; i < queries; ++i) {
            vote(std::span(found).subspan(static_cast<std::size_t>(i) * each, each), votes);
            if (m_classes == 0)
                scores(first + i, 0) = votes[0] / votes[1];
            else if (m_task == Task::Binary)
                scores(first + i, 0) = votes[1] / votes.sum();
            else
                scores.row(first + i) = votes.transpose() / votes.sum();
        }
    });
    return scores;
}

Json NearestNeighbours::save() const
{
    return {{"classes", m_classes},
            {"rows", packedToJson(m_search.rows())},
            {"y", packedToJson(m_y)},
            {"weights", packedToJson(m_weights)}};
}

Result<void> NearestNeighbours::load(const Json &json)
{
    try {
        m_classes = json.at("classes").get<int>();
        auto rows = packedFromJson(json.at("rows"));
        auto y = packedFromJson(json.at("y"));
        auto weights = packedFromJson(json.at("weights"));
        for (const auto *part : {&rows, &y, &weights}) {
            if (!*part)
                return Failure(part->error());
        }
        const bool fits = rows->rows() > 0 && rows->allFinite() && y->cols() == 1 && weights->cols() == 1 &&
                          y->rows() == rows->rows() && weights->rows() == rows->rows() && weights->minCoeff() > 0 &&
                          (m_classes > 0) == (m_task != Task::Regression) && m_classes != 1 &&
                          (m_classes == 0 || (y->minCoeff() >= 0 && y->maxCoeff() < m_classes));
        if (!fits)
            return failure(ErrorKind::BadInput, "bad_model", "The saved {} cannot be read: {}.",
                           {"neighbours", "its parts do not fit together"});
        m_y = y->col(0);
        m_weights = weights->col(0);
        m_search = NeighbourSearch(std::move(*rows), distance());
    } catch (const Json::exception &error) {
        return badModel("neighbours", error);
    }
    return {};
}

} // namespace

EstimatorInfo knnInfo()
{
    return {.id = "knn",
            .label = "Nearest neighbours",
            .tasks = {Task::Binary, Task::Multiclass, Task::Regression},
            .params = {{.name = "n_neighbors",
                        .type = ParamType::Integer,
                        .defaultValue = std::int64_t(5),
                        .help = "Training rows that are asked. The model keeps all of them: up to 11 bytes a number, "
                                "far fewer for categories and rounded numbers.",
                        .minimum = 1,
                        .maximum = 1000000},
                       {.name = "weights",
                        .type = ParamType::Choice,
                        .defaultValue = std::string("uniform"),
                        .help = "uniform: neighbours count alike; distance: by 1 / distance.",
                        .choices = {"uniform", "distance"}},
                       {.name = "metric",
                        .type = ParamType::Choice,
                        .defaultValue = std::string("euclidean"),
                        .help = "How far rows are from each other, over all encoded columns.",
                        .choices = {"euclidean", "manhattan"}}},
            .preprocess = {},
            .make = [](const Params &params, Task task) { return std::make_unique<NearestNeighbours>(params, task); }};
}

} // namespace assay::engine
