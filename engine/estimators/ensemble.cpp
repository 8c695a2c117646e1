// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/ensemble.h"

#include "engine/estimators/savedmatrix.h"

#include <cmath>

namespace assay::engine {

namespace {

const char *const methodParam = "method";
const char *const averaging = "average";
const char *const stacking = "stacking";

// The weighted mean of each output over the members.
class Average : public Estimator
{
public:
    explicit Average(Vector weights = {})
        : m_weights(std::move(weights))
    {
    }

    Result<void> fit(const TrainingData &data, const Context &) override
    {
        m_weights = Vector::Ones(data.X.cols() / (data.task == Task::Multiclass ? data.classes : 1));
        return {};
    }

    Matrix predict(const MatrixRef &X) const override
    {
        const Eigen::Index outputs = X.cols() / m_weights.size();
        Matrix sum = Matrix::Zero(X.rows(), outputs);
        for (Eigen::Index member = 0; member < m_weights.size(); ++member)
            sum += m_weights[member] * X.middleCols(member * outputs, outputs);
        return sum / m_weights.sum();
    }

    Json save() const override { return {{"weights", toJson(m_weights)}}; }

    Result<void> load(const Json &json) override
    {
        try {
            m_weights = vectorFromJson(json.at("weights"));
        } catch (const Json::exception &error) {
            return badModel("ensemble", error);
        }
        return {};
    }

private:
    Vector m_weights; // [members]
};

// A regression on the members' scores. It is no LinearScorer itself: its features are no columns of the data.
class Stacking : public Estimator
{
public:
    explicit Stacking(Task task)
    {
        const EstimatorInfo &info = **findEstimator(task == Task::Regression ? "linear" : "logistic");
        m_regression = info.make(*resolveParams(info.params, Params{}), task);
    }

    Result<void> fit(const TrainingData &data, const Context &context) override
    {
        return m_regression->fit(data, context);
    }
    Matrix predict(const MatrixRef &X) const override { return m_regression->predict(X); }
    Json save() const override { return m_regression->save(); }
    Result<void> load(const Json &json) override { return m_regression->load(json); }

private:
    std::unique_ptr<Estimator> m_regression;
};

Result<void> checkMembers(const Members &members)
{
    if (members.size() < 2)
        return failure(ErrorKind::Usage, "too_few_members", "An ensemble needs at least two models; there are {}.",
                       {std::to_string(members.size())});
    const Target &first = members[0]->target();
    for (const auto &member : members) {
        const Target &target = member->target();
        if (target.task != first.task || target.labels != first.labels || target.column != first.column) {
            return failure(ErrorKind::BadInput, "different_tasks",
                           "An ensemble needs models of one task: `{}` ({}) and `{}` ({}) do not go together.",
                           {first.column, name(first.task), target.column, name(target.task)});
        }
    }
    return {};
}

std::shared_ptr<const Model> made(Members members, const char *method, std::unique_ptr<Estimator> combiner)
{
    Target target = members[0]->target();
    return std::make_shared<const Model>(ensembleInfo().id, Params{{methodParam, std::string(method)}},
                                         std::move(target), std::move(members), std::move(combiner));
}

} // namespace

Result<Matrix> memberScores(const Members &members, const Table &table, const Rows &rows)
{
    Matrix all;
    for (std::size_t i = 0; i < members.size(); ++i) {
        const auto scores = members[i]->predict(table, rows);
        if (!scores)
            return Failure(scores.error());
        if (i == 0)
            all.resize(scores->rows(), scores->cols() * static_cast<Eigen::Index>(members.size()));
        all.middleCols(static_cast<Eigen::Index>(i) * scores->cols(), scores->cols()) = *scores;
    }
    return all;
}

const EstimatorInfo &ensembleInfo()
{
    static const EstimatorInfo info{.id = "ensemble",
                                    .label = "Ensemble of runs",
                                    .tasks = {Task::Binary, Task::Multiclass, Task::Regression},
                                    .params = {{.name = methodParam,
                                                .type = ParamType::Choice,
                                                .defaultValue = std::string(averaging),
                                                .help = "Average the members' scores, or learn how far to trust each",
                                                .choices = {averaging, stacking}}},
                                    .preprocess = {},
                                    .make = [](const Params &params, Task task) -> std::unique_ptr<Estimator> {
                                        if (choice(params, methodParam) == stacking)
                                            return std::make_unique<Stacking>(task);
                                        return std::make_unique<Average>();
                                    }};
    return info;
}

Result<std::shared_ptr<const Model>> averageModels(Members members, const std::vector<double> &weights)
{
    if (auto checked = checkMembers(members); !checked)
        return Failure(checked.error());
    Vector shares = Vector::Ones(static_cast<Eigen::Index>(members.size()));
    double sum = weights.empty() ? 1 : 0;
    bool good = weights.empty() || weights.size() == members.size();
    for (std::size_t i = 0; i < weights.size() && good; ++i) {
        good = std::isfinite(weights[i]) && weights[i] >= 0;
        shares[static_cast<Eigen::Index>(i)] = weights[i];
        sum += weights[i];
    }
    if (!good || !(sum > 0))
        return failure(ErrorKind::Usage, "bad_weights",
                       "The {} models need as many weights of at least 0, one of them above it.",
                       {std::to_string(members.size())});
    return made(std::move(members), averaging, std::make_unique<Average>(std::move(shares)));
}

Result<std::shared_ptr<const Model>> stackModels(Members members, const Matrix &scores, const VectorRef &truth,
                                                 const Vector &weights, const Context &context)
{
    if (auto checked = checkMembers(members); !checked)
        return Failure(checked.error());
    const Target &target = members[0]->target();
    TrainingData data{.task = target.task,
                      .X = scores,
                      .y = truth,
                      .weights = weights,
                      .classes = std::max(2, static_cast<int>(target.labels.size())),
                      .columns = {}};
    for (Eigen::Index column = 0; column < scores.cols(); ++column)
        data.columns.push_back("score " + std::to_string(column + 1));
    auto combiner = std::make_unique<Stacking>(target.task);
    if (auto fitted = combiner->fit(data, context); !fitted)
        return Failure(fitted.error());
    return made(std::move(members), stacking, std::move(combiner));
}

} // namespace assay::engine
