// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/builtin.h"
#include "engine/estimators/capabilities.h"
#include "engine/estimators/savedmatrix.h"
#include "engine/estimators/trainingdata.h"
#include "engine/estimators/treegrowth.h"

#include <cmath>

namespace assay::engine {

namespace {

/// Rows that are followed down the tree as it grows.
class Followed
{
public:
    Followed(const char *name, const Matrix &X, const Vector &y, Vector weights)
        : m_name(name)
        , m_X(X)
        , m_y(y)
        , m_weights(std::move(weights))
        , m_at(static_cast<std::size_t>(X.rows()), 0)
    {
    }

    /// After the tree has grown by a level.
    void descend(const Tree &tree)
    {
        for (std::size_t i = 0; i < m_at.size(); ++i)
            m_at[i] = tree.leafOf(m_X.row(static_cast<Eigen::Index>(i)).data(), m_at[i]);
    }
    void restart() { std::ranges::fill(m_at, 0); }
    void report(const Tree &tree, Task task, int step, const Context &context) const
    {
        Matrix scores = tree.values(m_at, Eigen::all);
        if (task == Task::Binary)
            scores = scores.col(1).eval();
        const bool regression = task == Task::Regression;
        context.metric(m_name + (regression ? "_rmse" : "_log_loss"),
                       regression ? rootMeanSquare(scores, m_y, m_weights) : logLoss(scores, m_y, m_weights), step);
    }

private:
    std::string m_name;
    const Matrix &m_X;
    const Vector &m_y;
    Vector m_weights;
    std::vector<std::size_t> m_at; ///< node of each row
};

/// One tree, grown and pruned as scikit-learn's; missing values go to the side they fit better.
class DecisionTree
    : public Estimator
    , public TreeViewer
{
public:
    DecisionTree(const Params &params, Task task)
        : m_params(params)
        , m_task(task)
    {
    }

    Result<void> fit(const TrainingData &data, const Context &context) override;
    Matrix predict(const MatrixRef &X) const override;
    Json save() const override;
    Result<void> load(const Json &json) override;
    std::vector<TreeNode> nodes() const override;

private:
    TreeGrowth growth() const;
    TreeTargets targets(const TrainingData &data) const;

    Params m_params;
    Task m_task;
    Tree m_tree;
    std::vector<std::string> m_columns;
};

TreeGrowth DecisionTree::growth() const
{
    const auto whole = [this](const char *name) { return static_cast<std::size_t>(integer(m_params, name)); };
    return {.maxDepth = static_cast<int>(integer(m_params, "max_depth")),
            .minSamplesSplit = whole("min_samples_split"),
            .minSamplesLeaf = whole("min_samples_leaf"),
            .maxFeatures = whole("max_features"),
            .minImpurityDecrease = real(m_params, "min_impurity_decrease")};
}

TreeTargets DecisionTree::targets(const TrainingData &data) const
{
    TreeTargets out;
    const Vector weights = rowWeights(data);
    for (Eigen::Index i = 0; i < weights.size(); ++i)
        out.rows.push_back({.y = data.y[i], .weight = weights[i]});
    if (m_task == Task::Regression)
        out.criterion = TreeCriterion::SquaredError;
    else
        out.criterion = choice(m_params, "criterion") == "gini" ? TreeCriterion::Gini : TreeCriterion::Entropy;
    out.classes = m_task == Task::Regression ? 0 : std::max(2, data.classes);
    return out;
}

Result<void> DecisionTree::fit(const TrainingData &data, const Context &context)
{
    m_tree = {};
    if (auto checked = checkTrainingData(data, false); !checked)
        return checked;
    std::vector<Followed> followed;
    if (context.observer) {
        followed.emplace_back("train", data.X, data.y, rowWeights(data));
        if (data.validationX.rows() > 0)
            followed.emplace_back("validation", data.validationX, data.validationY,
                                  Vector::Ones(data.validationY.size()));
    }
    int steps = 0;
    TreeGrowth options = growth();
    options.grown = [&](const Tree &tree, int depth) {
        steps = depth;
        for (Followed &rows : followed) {
            rows.descend(tree);
            rows.report(tree, m_task, depth, context);
        }
    };
    auto tree = growTree(data.X, targets(data), options, context);
    if (!tree)
        return Failure(tree.error());
    m_columns = data.columns;
    for (auto j = std::ssize(m_columns); j < data.X.cols(); ++j)
        m_columns.push_back(std::to_string(j));
    m_tree = std::move(*tree);
    const double alpha = real(m_params, "ccp_alpha");
    if (alpha <= 0)
        return {};
    const std::size_t before = m_tree.leaves();
    m_tree = m_tree.pruned(alpha);
    context.note("Pruned from " + std::to_string(before) + " to " + std::to_string(m_tree.leaves()) + " leaves.");
    for (Followed &rows : followed) {
        rows.restart();
        rows.descend(m_tree);
        rows.report(m_tree, m_task, steps + 1, context);
    }
    return {};
}

Matrix DecisionTree::predict(const MatrixRef &X) const
{
    Matrix out = m_tree.predict(X);
    if (m_task == Task::Binary)
        out = out.col(1).eval();
    return out;
}

std::vector<TreeNode> DecisionTree::nodes() const
{
    std::vector<TreeNode> out;
    for (std::size_t i = 0; i < m_tree.nodes.size(); ++i) {
        const Tree::Node &node = m_tree.nodes[i];
        const auto values = m_tree.values.row(static_cast<Eigen::Index>(i));
        out.push_back({.left = node.left,
                       .right = node.right,
                       .column = m_tree.isLeaf(i) ? std::string() : m_columns[static_cast<std::size_t>(node.column)],
                       .threshold = node.threshold,
                       .missingLeft = node.missingLeft,
                       .samples = node.samples,
                       .impurity = node.impurity,
                       .value = {values.begin(), values.end()}});
    }
    return out;
}

Json DecisionTree::save() const
{
    return {{"columns", m_columns}, {"tree", m_tree.toJson()}};
}

Result<void> DecisionTree::load(const Json &json)
{
    try {
        m_columns = json.at("columns").get<std::vector<std::string>>();
        auto tree = Tree::fromJson(json.at("tree"), std::ssize(m_columns));
        if (!tree)
            return Failure(tree.error());
        m_tree = std::move(*tree);
    } catch (const Json::exception &error) {
        return badModel("tree", error);
    }
    return {};
}

ParamSpec whole(const char *name, std::int64_t value, double minimum, const char *help)
{
    return {.name = name,
            .type = ParamType::Integer,
            .defaultValue = value,
            .help = help,
            .minimum = minimum,
            .maximum = 1e9};
}

ParamSpec least(const char *name, const char *help)
{
    return {.name = name, .type = ParamType::Real, .defaultValue = 0.0, .help = help, .minimum = 0};
}

} // namespace

EstimatorInfo decisionTreeInfo()
{
    return {.id = "decision_tree",
            .label = "Decision tree",
            .tasks = {Task::Binary, Task::Multiclass, Task::Regression},
            .params = {{.name = "criterion",
                        .type = ParamType::Choice,
                        .defaultValue = std::string("gini"),
                        .help = "Impurity of a classification tree; entropy and log_loss are the same. Regression "
                                "trees take the squared error.",
                        .choices = {"gini", "entropy", "log_loss"}},
                       whole("max_depth", 5, 0, "Deepest the tree may grow; 0: until its leaves are pure."),
                       whole("min_samples_split", 2, 2, "Fewest rows of a node that is split."),
                       whole("min_samples_leaf", 1, 1, "Fewest rows of a leaf."),
                       whole("max_features", 0, 0, "Columns drawn for each split; 0: all."),
                       least("min_impurity_decrease", "Least decrease of impurity by a split, as a share of all rows."),
                       least("ccp_alpha", "Cost of a leaf when the tree is pruned; 0: it is not.")},
            .preprocess = {.impute = Impute::None, .standardize = false},
            .make = [](const Params &params, Task task) { return std::make_unique<DecisionTree>(params, task); }};
}

} // namespace assay::engine
