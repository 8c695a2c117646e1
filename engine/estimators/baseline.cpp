// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/builtin.h"
#include "engine/estimators/savedmatrix.h"
#include "engine/estimators/trainingdata.h"

namespace assay::engine {

namespace {

/// Says the same of every row: the weighted class shares, or the weighted mean. What any model must beat.
class Baseline : public Estimator
{
public:
    explicit Baseline(Task task)
        : m_task(task)
    {
    }

    Result<void> fit(const TrainingData &data, const Context &context) override
    {
        if (context.cancelled())
            return cancelled();
        if (auto checked = checkTrainingData(data, false); !checked)
            return checked;
        const Vector weights = rowWeights(data);
        if (m_task == Task::Regression) {
            m_values = Vector::Constant(1, weights.dot(data.y) / weights.sum());
            return {};
        }
        const Vector shares = classWeights(data) / weights.sum();
        m_values = m_task == Task::Binary ? Vector(shares.tail(1)) : shares;
        return {};
    }

    Matrix predict(const MatrixRef &X) const override { return m_values.transpose().replicate(X.rows(), 1); }

    Json save() const override { return {{"values", toJson(m_values)}}; }

    Result<void> load(const Json &json) override
    {
        try {
            m_values = vectorFromJson(json.at("values"));
        } catch (const Json::exception &error) {
            return badModel("baseline", error);
        }
        return {};
    }

private:
    Task m_task;
    Vector m_values;
};

} // namespace

EstimatorInfo baselineInfo()
{
    return {.id = "baseline",
            .label = "Baseline (prior or mean)",
            .tasks = {Task::Binary, Task::Multiclass, Task::Regression},
            .params = {},
            .preprocess = {.impute = Impute::None, .standardize = false, .dropConstant = false, .dropIdLike = false},
            .make = [](const Params &, Task task) { return std::make_unique<Baseline>(task); }};
}

} // namespace assay::engine
