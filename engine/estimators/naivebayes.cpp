// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/builtin.h"
#include "engine/estimators/classmoments.h"
#include "engine/estimators/naivebayescolumns.h"
#include "engine/estimators/savedmatrix.h"
#include "engine/estimators/trainingdata.h"

#include <cmath>
#include <limits>
#include <numbers>

namespace assay::engine {

namespace {

/// Features that are independent within a class: numbers normal, categories with Laplace-smoothed shares.
class NaiveBayes : public Estimator
{
public:
    NaiveBayes(const Params &params, Task task)
        : m_params(params)
        , m_task(task)
    {
    }

    Result<void> fit(const TrainingData &data, const Context &context) override;
    Matrix predict(const MatrixRef &X) const override;
    Json save() const override;
    Result<void> load(const Json &json) override;

private:
    Result<BayesColumns> chooseColumns(const TrainingData &data) const;
    void fitNumbers(const ClassMoments &moments, const std::vector<Eigen::Index> &columns);
    void prepare();
    /// log P(class) + log P(row | class) [classes]
    void jointLogLikelihood(const double *row, Vector &out) const;

    Params m_params;
    Task m_task;
    Vector m_priors;                     ///< [classes]
    std::vector<Eigen::Index> m_numbers; ///< columns
    Matrix m_means, m_variances;         ///< [classes × numbers]
    std::vector<CategoryLevel> m_levels; ///< of all categories
    Matrix m_levelLogs;                  ///< [classes × levels]
    Eigen::Index m_features = 0;
    // Made from the above by prepare():
    Vector m_constants;  ///< [classes] what does not depend on the row
    Matrix m_precisions; ///< [classes × numbers] 1 / (2 variance)
};

Result<BayesColumns> NaiveBayes::chooseColumns(const TrainingData &data) const
{
    const std::string &kind = choice(m_params, "kind");
    if (kind == "gaussian")
        return BayesColumns::allNumbers(data.X.cols());
    BayesColumns columns = BayesColumns::of(data);
    if (kind == "categorical" && !columns.numbers.empty()) {
        const Eigen::Index first = columns.numbers.front();
        return failure(ErrorKind::BadInput, "not_categorical",
                       "Categorical naive Bayes takes categories only, and the feature `{}` holds numbers; `mixed` "
                       "takes both.",
                       {data.columns.empty() ? std::to_string(first) : data.columns[first]});
    }
    return columns;
}

void NaiveBayes::fitNumbers(const ClassMoments &moments, const std::vector<Eigen::Index> &columns)
{
    m_numbers = columns;
    m_means = moments.mean(Eigen::all, columns);
    m_variances = moments.squares(Eigen::all, columns);
    for (Eigen::Index k = 0; k < m_variances.rows(); ++k)
        m_variances.row(k) /= moments.weight[k] > 0 ? moments.weight[k] : 1;
    if (columns.empty())
        return;
    const double largest = moments.totalVariance()(columns).maxCoeff();
    m_variances.array() += real(m_params, "var_smoothing") * largest;
    // Only where nothing varies and nothing is added: any variance gives such columns no say between the classes.
    m_variances = m_variances.cwiseMax(std::numeric_limits<double>::min());
}

Result<void> NaiveBayes::fit(const TrainingData &data, const Context &context)
{
    m_priors.resize(0);
    if (auto checked = checkTrainingData(data, false); !checked)
        return checked;
    if (context.cancelled())
        return cancelled();
    const ClassMoments moments = ClassMoments::of(data, context.threadCount());
    if (!moments.mean.allFinite() || !moments.squares.allFinite()) {
        if (auto checked = checkTrainingData(data, true); !checked)
            return checked;
    }
    const auto columns = chooseColumns(data);
    if (!columns)
        return Failure(columns.error());
    fitNumbers(moments, columns->numbers);
    m_levels.clear();
    for (const auto &levels : columns->categories)
        m_levels.insert(m_levels.end(), levels.begin(), levels.end());
    m_levelLogs = levelLogProbabilities(*columns, data, real(m_params, "alpha"));
    if (context.cancelled())
        return cancelled();
    m_priors = moments.weight / moments.weight.sum();
    m_features = data.X.cols();
    prepare();
    reportFit(*this, data, context);
    return {};
}

void NaiveBayes::prepare()
{
    m_precisions = (2 * m_variances.array()).inverse();
    m_constants = m_priors.array().log();
    m_constants.array() -= 0.5 * (2 * std::numbers::pi * m_variances.array()).log().rowwise().sum();
}

void NaiveBayes::jointLogLikelihood(const double *row, Vector &out) const
{
    out = m_constants;
    Eigen::RowVectorXd numbers(std::ssize(m_numbers));
    for (std::size_t j = 0; j < m_numbers.size(); ++j)
        numbers[static_cast<Eigen::Index>(j)] = row[m_numbers[j]];
    for (Eigen::Index k = 0; k < out.size(); ++k)
        out[k] -= ((numbers - m_means.row(k)).array().square() * m_precisions.row(k).array()).sum();
    for (std::size_t l = 0; l < m_levels.size(); ++l) {
        if (row[m_levels[l].column] == m_levels[l].value)
            out += m_levelLogs.col(static_cast<Eigen::Index>(l));
    }
}

Matrix NaiveBayes::predict(const MatrixRef &X) const
{
    const bool binary = m_task == Task::Binary;
    Matrix scores(X.rows(), binary ? 1 : m_priors.size());
    Vector joint;
    for (Eigen::Index i = 0; i < X.rows(); ++i) {
        jointLogLikelihood(X.row(i).data(), joint);
        // A row beyond all classes, so far out that squares overflow, tells nothing.
        const double largest = joint.maxCoeff();
        Vector shares = std::isfinite(largest) ? Vector((joint.array() - largest).exp()) : m_priors;
        shares /= shares.sum();
        if (binary)
            scores(i, 0) = shares[1];
        else
            scores.row(i) = shares.transpose();
    }
    return scores;
}

Json NaiveBayes::save() const
{
    Json levels = Json::array();
    for (const CategoryLevel &level : m_levels)
        levels.push_back({level.column, jsonNumber(level.value)});
    return {{"features", m_features},
            {"priors", toJson(m_priors)},
            {"numbers", m_numbers},
            {"means", toJson(m_means)},
            {"variances", toJson(m_variances)},
            {"levels", levels},
            {"level_log_probabilities", toJson(m_levelLogs)}};
}

Result<void> NaiveBayes::load(const Json &json)
{
    const auto wrong = [] {
        return failure(ErrorKind::BadInput, "bad_model", "The saved {} cannot be read: {}.",
                       {"naive Bayes model", "its parts do not fit together"});
    };
    try {
        m_features = json.at("features").get<Eigen::Index>();
        m_priors = vectorFromJson(json.at("priors"));
        m_numbers = json.at("numbers").get<std::vector<Eigen::Index>>();
        m_means = matrixFromJson(json.at("means"));
        m_variances = matrixFromJson(json.at("variances"));
        m_levelLogs = matrixFromJson(json.at("level_log_probabilities"));
        m_levels.clear();
        for (const Json &level : json.at("levels"))
            m_levels.push_back({.column = level.at(0).get<Eigen::Index>(), .value = numberFromJson(level.at(1))});
    } catch (const Json::exception &error) {
        return badModel("naive Bayes model", error);
    }
    // A matrix without columns comes back without rows.
    if (m_numbers.empty())
        m_means = m_variances = Matrix(m_priors.size(), 0);
    const auto inside = [&](Eigen::Index column) { return column >= 0 && column < m_features; };
    if (!std::ranges::all_of(m_numbers, inside) || !std::ranges::all_of(m_levels, inside, &CategoryLevel::column) ||
        m_means.cols() != std::ssize(m_numbers) || m_variances.cols() != m_means.cols() ||
        m_levelLogs.cols() != std::ssize(m_levels) || m_priors.size() < 2 || m_means.rows() != m_priors.size() ||
        m_variances.rows() != m_priors.size() || (!m_levels.empty() && m_levelLogs.rows() != m_priors.size()))
        return wrong();
    prepare();
    return {};
}

} // namespace

EstimatorInfo naiveBayesInfo()
{
    return {.id = "naive_bayes",
            .label = "Naive Bayes",
            .tasks = {Task::Binary, Task::Multiclass},
            .params = {{.name = "kind",
                        .type = ParamType::Choice,
                        .defaultValue = std::string("mixed"),
                        .help = "mixed: normal distributions for numbers, shares for categories and for columns of two "
                                "values; gaussian: normal for all encoded columns; categorical: categories only.",
                        .choices = {"mixed", "gaussian", "categorical"}},
                       {.name = "var_smoothing",
                        .type = ParamType::Real,
                        .defaultValue = 1e-9,
                        .help = "Share of the largest column's variance that is added to all variances.",
                        .minimum = 0,
                        .logarithmic = true},
                       {.name = "alpha",
                        .type = ParamType::Real,
                        .defaultValue = 1.0,
                        .help = "Rows added to every level of a category (Laplace smoothing).",
                        .minimum = 0,
                        .minimumExcluded = true,
                        .logarithmic = true}},
            .preprocess = {},
            .make = [](const Params &params, Task task) { return std::make_unique<NaiveBayes>(params, task); }};
}

} // namespace assay::engine
