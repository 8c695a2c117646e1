// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/explain/attribution.h"

#include "engine/explain/methods.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <numeric>

namespace assay::engine {

namespace {

constexpr std::array<std::pair<ExplainMethod, const char *>, 4> methodNames{
    {{ExplainMethod::Auto, "auto"},
     {ExplainMethod::Tree, "tree"},
     {ExplainMethod::Linear, "linear"},
     {ExplainMethod::Permutation, "permutation"}}};

Failure notApplicable(const Model &model, ExplainMethod method)
{
    return failure(ErrorKind::BadInput, "method_not_applicable",
                   "The method `{}` does not apply to the model `{}`; `auto` and `permutation` do.",
                   {name(method), model.estimatorId()});
}

ExplainMethod bestMethod(const TreeScorer *trees, const LinearScorer *linear)
{
    if (trees)
        return ExplainMethod::Tree;
    return linear ? ExplainMethod::Linear : ExplainMethod::Permutation;
}

Result<Attribution> byLinear(const ExplainedRows &explained, const LinearScorer &linear, const Table *background)
{
    Vector means = linear.featureMeans();
    if (background) {
        Rows all(background->rows());
        std::iota(all.begin(), all.end(), Row(0));
        const auto X = explained.model.preprocessor().transform(*background, all);
        if (!X)
            return Failure(X.error());
        if (X->rows() == 0)
            return failure(ErrorKind::BadInput, "no_rows", "The background data has no rows.");
        means = X->colwise().mean().transpose();
    }
    return explainLinear(explained, linear, means);
}

Result<Attribution> explainRows(const ExplainedRows &explained, const ExplainOptions &options, const Context &context)
{
    const auto *trees = dynamic_cast<const TreeScorer *>(&explained.model.estimator());
    const auto *linear = dynamic_cast<const LinearScorer *>(&explained.model.estimator());
    const ExplainMethod method = options.method == ExplainMethod::Auto ? bestMethod(trees, linear) : options.method;
    switch (method) {
    case ExplainMethod::Tree:
        return trees ? explainTrees(explained, *trees) : Result<Attribution>(notApplicable(explained.model, method));
    case ExplainMethod::Linear:
        return linear ? byLinear(explained, *linear, options.background)
                      : Result<Attribution>(notApplicable(explained.model, method));
    default:
        return explainByPermutation(explained, options.repeats, context);
    }
}

} // namespace

const char *name(ExplainMethod method)
{
    return methodNames[static_cast<std::size_t>(method)].second;
}

Result<ExplainMethod> explainMethodFromName(const std::string &text)
{
    std::vector<std::string> known;
    for (const auto &[method, name] : methodNames) {
        if (text == name)
            return method;
        known.emplace_back(name);
    }
    return failure(ErrorKind::BadInput, "unknown_method", "There is no method `{}`; there are {}.",
                   {text, quotedList(known)});
}

Result<Attribution> explain(const Model &model, const Table &table, const Rows &rows, const ExplainOptions &options,
                            const Context &context)
{
    const auto start = std::chrono::steady_clock::now();
    if (rows.empty())
        return failure(ErrorKind::BadInput, "no_rows", "There are no rows to explain.");
    if (context.cancelled())
        return cancelled();
    context.progress("Explaining", 0, 0);
    const auto seconds = [&start] {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    if (!model.members().empty()) {
        if (options.method != ExplainMethod::Auto && options.method != ExplainMethod::Permutation)
            return notApplicable(model, options.method);
        auto shuffled = explainByShuffledColumns(model, table, rows, options.repeats, context);
        if (shuffled)
            shuffled->seconds = seconds();
        return shuffled;
    }
    auto X = model.preprocessor().transform(table, rows);
    if (!X)
        return Failure(X.error());
    const ExplainedRows explained{.model = model, .table = table, .rows = rows, .X = std::move(*X)};
    auto attribution = explainRows(explained, options, context);
    if (!attribution)
        return attribution;
    if (context.cancelled())
        return cancelled();
    attribution->seconds = seconds();
    return attribution;
}

Attribution attributionBy(std::string method, std::vector<std::string> features)
{
    Attribution attribution;
    attribution.method = std::move(method);
    attribution.features = std::move(features);
    return attribution;
}

void addContributions(Attribution &attribution, const Matrix &contributions, const Matrix &margins,
                      const std::vector<std::size_t> &featureOfColumn)
{
    const auto features = static_cast<Eigen::Index>(attribution.features.size());
    const Eigen::Index columns = contributions.cols() - 1;
    const Eigen::Index outputs = margins.cols();
    attribution.values = Matrix::Zero(contributions.rows(), features);
    for (Eigen::Index j = 0; j < columns; ++j)
        attribution.values.col(static_cast<Eigen::Index>(featureOfColumn[j])) += contributions.col(j);
    for (Eigen::Index k = 0; k < outputs && contributions.rows() > 0; ++k)
        attribution.baseValues.push_back(contributions(k, columns));
    for (Eigen::Index i = 0; i < contributions.rows(); ++i) {
        const double miss = contributions.row(i).sum() - margins(i / outputs, i % outputs);
        attribution.additivityMaxError = std::max(attribution.additivityMaxError, std::abs(miss));
    }
    for (Eigen::Index j = 0; j < features; ++j)
        attribution.meanAbs.emplace_back(attribution.features[j], attribution.values.col(j).cwiseAbs().mean());
    std::ranges::stable_sort(attribution.meanAbs, std::ranges::greater{}, &std::pair<std::string, double>::second);
}

Json toJson(const Attribution &attribution)
{
    Json base;
    if (attribution.baseValues.size() == 1)
        base = jsonNumber(attribution.baseValues.front());
    else if (!attribution.baseValues.empty())
        base = jsonNumbers(attribution.baseValues);
    Json meanAbs = Json::object();
    for (const auto &[feature, value] : attribution.meanAbs)
        meanAbs[feature] = jsonNumber(value);
    Json json{{"method", attribution.method}, {"base_value", base}, {"n", attribution.n()}, {"mean_abs", meanAbs}};
    if (!attribution.classes.empty())
        json["classes"] = attribution.classes;
    if (!attribution.spread.empty())
        json["spread"] = jsonNumbers(attribution.spread);
    json["additivity_max_error"] = jsonNumber(attribution.additivityMaxError);
    json["seconds"] = jsonNumber(attribution.seconds);
    return json;
}

} // namespace assay::engine
