// SPDX-License-Identifier: GPL-3.0-or-later
// Against scikit-learn 1.2.1's trees (depth 5, leaves of at least 5 rows, features in float32, so that thresholds agree
// to seven digits), and small trees by hand.
#include "engine/core/random.h"
#include "engine/estimators/capabilities.h"
#include "engine/estimators/tree.h"
#include "tests/engine/trainingcase.h"

#include <QtTest>
#include <cmath>

using namespace assay;
using namespace assay::engine;

namespace {

constexpr double absent = std::numeric_limits<double>::quiet_NaN();

std::unique_ptr<Estimator> tree(Task task, const Params &given = {})
{
    const EstimatorInfo &info = **findEstimator("decision_tree");
    return info.make(resolveParams(info.params, given).value(), task);
}

std::vector<TreeNode> nodesOf(const Estimator &estimator)
{
    return dynamic_cast<const TreeViewer &>(estimator).nodes();
}

int leavesOf(const std::vector<TreeNode> &nodes)
{
    return static_cast<int>(std::ranges::count(nodes, -1, &TreeNode::left));
}

TrainingData values(const std::vector<double> &x, const std::vector<double> &y, Task task)
{
    const auto rows = static_cast<Eigen::Index>(x.size());
    return {.task = task,
            .X = Eigen::Map<const Matrix>(x.data(), rows, 1),
            .y = Eigen::Map<const Vector>(y.data(), rows),
            .classes = 2,
            .columns = {"x"}};
}

// Trees as text: `column<=threshold(left, right)` and the value of a leaf.
std::string text(const std::vector<TreeNode> &nodes, std::size_t at = 0)
{
    const TreeNode &node = nodes[at];
    const auto number = [](double value) { return QString::number(value, 'g', 6).toStdString(); };
    if (node.left < 0)
        return number(node.value.back());
    return node.column + "<=" + number(node.threshold) + (node.missingLeft ? "?" : "") + "(" +
           text(nodes, static_cast<std::size_t>(node.left)) + ", " + text(nodes, static_cast<std::size_t>(node.right)) +
           ")";
}

} // namespace

class TestDecisionTree : public QObject
{
    Q_OBJECT

private slots:
    void references_data();
    void references();
    void smallTrees();
    void missingValuesGoToTheBetterSide();
    void limits_data();
    void limits();
    void pruning();
    void drawnColumns();
    void purifiesWithoutLimit();
};

void TestDecisionTree::references_data()
{
    QTest::addColumn<QString>("dataset");
    QTest::addColumn<QString>("criterion");
    QTest::addColumn<double>("tolerance");
    // Splits tie in some; the references' five seeds do not meet every outcome, sixty give the ranges allowed here.
    const auto ties = [](const QString &test) {
        return test == "breast_cancer entropy" ? 0.006 : (test == "digits entropy" ? 2e-4 : 1e-9);
    };
    for (const char *dataset : {"adult", "titanic", "breast_cancer", "penguins", "wine", "digits"}) {
        for (const char *criterion : {"gini", "entropy"})
            QTest::addRow("%s %s", dataset, criterion)
                << dataset << criterion << ties(QString("%1 %2").arg(dataset, criterion));
    }
    QTest::newRow("diabetes") << QStringLiteral("diabetes") << QString() << 1e-9;
}

void TestDecisionTree::references()
{
    if (!refs::available())
        QSKIP("The reference data is not here.");
    QFETCH(QString, dataset);
    QFETCH(QString, criterion);
    QFETCH(double, tolerance);
    TrainingCase c = TrainingCase::load(dataset.toStdString());
    c.roundToFloats(); // as scikit-learn does: half way between two values is often a third
    const bool regression = criterion.isEmpty();
    const Json &expected = c.trained[regression ? "decision_tree" : "decision_tree_" + criterion.toStdString()];
    EstimatorInfo info = **findEstimator("decision_tree");
    info.preprocess.impute = Impute::Median; // as the references have it
    Params params{{"max_depth", std::int64_t(5)}, {"min_samples_leaf", std::int64_t(5)}};
    if (!regression)
        params["criterion"] = criterion.toStdString();
    const auto model = c.fit(info, params);
    QVERIFY2(model.has_value(), model ? "" : model.error().message.c_str());
    const std::vector<TreeNode> nodes = nodesOf((*model)->estimator());
    // One sex is as good as the other.
    const QString root = QString::fromStdString(nodes[0].column).replace("Sex=female", "Sex=male");
    QCOMPARE(root.toStdString(), expected["root"]["column"].get<std::string>());
    QVERIFY(refs::close(nodes[0].threshold, expected["root"]["threshold"].get<double>(), 1e-6));
    if (!regression) {
        QVERIFY(refs::close(nodes[0].impurity, expected["root"]["impurity"].get<double>(), 1e-12));
        const auto leaves = expected["leaves"].get<std::vector<int>>();
        QVERIFY2(std::ranges::find(leaves, leavesOf(nodes)) != leaves.end(),
                 qPrintable(QString::number(leavesOf(nodes))));
    }
    const Misses missed = c.misses(**model, expected["test"]);
    qInfo() << dataset << criterion << "figures" << missed.checked << "log loss off by" << missed.logLoss << "others by"
            << missed.others << "ROC AUC by" << missed.rocAuc << missed.worst.c_str();
    QVERIFY(missed.checked >= 3);
    QVERIFY(missed.others < tolerance);
    QVERIFY(missed.rocAuc < tolerance);
    QVERIFY(missed.logLoss < tolerance);
}

void TestDecisionTree::smallTrees()
{
    const auto steps = tree(Task::Regression);
    QVERIFY(steps->fit(values({4, 1, 3, 2, 5, 6}, {5, 1, 5, 1, 9, 9}, Task::Regression), {}).has_value());
    QCOMPARE(text(nodesOf(*steps)), std::string("x<=2.5(1, x<=4.5(5, 9))"));
    const auto classes = tree(Task::Binary);
    QVERIFY(classes->fit(values({1, 2, 3, 4, 5, 6}, {0, 0, 1, 1, 0, 0}, Task::Binary), {}).has_value());
    QCOMPARE(text(nodesOf(*classes)), std::string("x<=2.5(0, x<=4.5(1, 0))"));
    QCOMPARE(nodesOf(*classes)[0].impurity, 4.0 / 9);
    QCOMPARE(nodesOf(*classes)[0].samples, 6.0);
    // The middle of neighbouring doubles is one of them: the lower one, so that the upper one goes right.
    const double next = std::nextafter(1.0, 2.0);
    const auto close = tree(Task::Regression);
    QVERIFY(close->fit(values({1, next}, {0, 1}, Task::Regression), {}).has_value());
    Matrix rows(2, 1);
    rows << 1, next;
    QCOMPARE(close->predict(rows)(0, 0), 0.0);
    QCOMPARE(close->predict(rows)(1, 0), 1.0);
}

void TestDecisionTree::missingValuesGoToTheBetterSide()
{
    Matrix rows(3, 1);
    rows << 1, 4, absent;
    const auto low = tree(Task::Regression, {{"max_depth", std::int64_t(1)}});
    QVERIFY(low->fit(values({1, 2, 3, 4, absent, absent}, {0, 0, 8, 8, 0, 0}, Task::Regression), {}).has_value());
    QCOMPARE(text(nodesOf(*low)), std::string("x<=2.5?(0, 8)"));
    QCOMPARE(low->predict(rows)(2, 0), 0.0);
    const auto high = tree(Task::Regression, {{"max_depth", std::int64_t(1)}});
    QVERIFY(high->fit(values({1, 2, 3, 4, absent, absent}, {0, 0, 8, 8, 8, 8}, Task::Regression), {}).has_value());
    QCOMPARE(text(nodesOf(*high)), std::string("x<=2.5(0, 8)"));
    QCOMPARE(high->predict(rows)(2, 0), 8.0);
    // That a value is missing may be all that counts.
    const auto apart = tree(Task::Regression, {{"max_depth", std::int64_t(1)}});
    QVERIFY(apart->fit(values({1, 2, 3, 4, absent, absent}, {1, 2, 2, 1, 50, 50}, Task::Regression), {}).has_value());
    QCOMPARE(text(nodesOf(*apart)), std::string("x<=inf(1.5, 50)"));
    QCOMPARE(apart->predict(rows)(1, 0), 1.5);
    QCOMPARE(apart->predict(rows)(2, 0), 50.0);
    const auto loaded = tree(Task::Regression);
    QVERIFY(loaded->load(Json::parse(apart->save().dump())).has_value());
    QVERIFY(nodesOf(*loaded) == nodesOf(*apart));
    // Never missing in training: with most rows.
    const auto most = tree(Task::Regression, {{"max_depth", std::int64_t(1)}});
    QVERIFY(most->fit(values({1, 2, 3, 4, 5}, {0, 8, 8, 8, 8}, Task::Regression), {}).has_value());
    QCOMPARE(most->predict(rows)(2, 0), 8.0);
}

void TestDecisionTree::limits_data()
{
    QTest::addColumn<QString>("param");
    QTest::addColumn<double>("value");
    QTest::newRow("max_depth") << "max_depth" << 3.0;
    QTest::newRow("min_samples_split") << "min_samples_split" << 40.0;
    QTest::newRow("min_samples_leaf") << "min_samples_leaf" << 20.0;
    QTest::newRow("min_impurity_decrease") << "min_impurity_decrease" << 0.01;
}

void TestDecisionTree::limits()
{
    QFETCH(QString, param);
    QFETCH(double, value);
    Random random(4);
    TrainingData data{
        .task = Task::Binary, .X = Matrix(400, 3), .y = Vector(400), .classes = 2, .columns = {"a", "b", "c"}};
    for (Eigen::Index i = 0; i < 400; ++i) {
        for (Eigen::Index j = 0; j < 3; ++j)
            data.X(i, j) = random.normal();
        data.y[i] = data.X(i, 0) + 1.5 * data.X(i, 1) * data.X(i, 2) + 0.3 * random.normal() > 0 ? 1 : 0;
    }
    const EstimatorInfo &info = **findEstimator("decision_tree");
    const auto spec = std::ranges::find(info.params, param.toStdString(), &ParamSpec::name);
    Params params{{"max_depth", std::int64_t(0)}};
    params[spec->name] =
        spec->type == ParamType::Integer ? ParamValue(static_cast<std::int64_t>(value)) : ParamValue(value);
    const auto estimator = tree(Task::Binary, params);
    QVERIFY(estimator->fit(data, {}).has_value());
    const std::vector<TreeNode> nodes = nodesOf(*estimator);
    QVERIFY(nodes.size() >= 7);
    std::vector<int> depth(nodes.size(), 0);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const TreeNode &node = nodes[i];
        if (param == "min_samples_leaf")
            QVERIFY(node.samples >= value);
        if (node.left < 0)
            continue;
        const auto left = static_cast<std::size_t>(node.left), right = static_cast<std::size_t>(node.right);
        depth[left] = depth[right] = depth[i] + 1;
        QCOMPARE(nodes[left].samples + nodes[right].samples, node.samples);
        if (param == "max_depth")
            QVERIFY(depth[left] <= static_cast<int>(value));
        if (param == "min_samples_split")
            QVERIFY(node.samples >= value);
        const double below = nodes[left].samples * nodes[left].impurity + nodes[right].samples * nodes[right].impurity;
        if (param == "min_impurity_decrease")
            QVERIFY((node.samples * node.impurity - below) / 400 >= value - 1e-12);
    }
}

void TestDecisionTree::pruning()
{
    if (!refs::available())
        QSKIP("The reference data is not here.");
    // Leaves of scikit-learn 1.2.1's DecisionTreeClassifier(ccp_alpha=…, random_state=0) on the same rows.
    const TrainingCase c = TrainingCase::load("titanic");
    EstimatorInfo info = **findEstimator("decision_tree");
    info.preprocess.impute = Impute::Median;
    int last = std::numeric_limits<int>::max();
    for (const auto &[alpha, leaves] :
         std::vector<std::pair<double, int>>{{0.002, 44}, {0.003, 20}, {0.005, 9}, {0.01, 5}, {0.02, 3}, {0.05, 2}}) {
        const auto model = c.fit(info, {{"max_depth", std::int64_t(0)}, {"ccp_alpha", alpha}});
        QVERIFY(model.has_value());
        const int ours = leavesOf(nodesOf((*model)->estimator()));
        qInfo() << "alpha" << alpha << "leaves" << ours << "of" << leaves;
        QCOMPARE(ours, leaves);
        QVERIFY(ours < last);
        last = ours;
    }
}

void TestDecisionTree::drawnColumns()
{
    // Only the first column tells anything; with one column drawn for a split, other seeds give other trees.
    Random random(8);
    TrainingData data{.task = Task::Regression, .X = Matrix(200, 4), .y = Vector(200), .columns = {"a", "b", "c", "d"}};
    for (Eigen::Index i = 0; i < 200; ++i) {
        data.X.row(i) << random.normal(), random.normal(), random.normal(), 1;
        data.y[i] = data.X(i, 0);
    }
    std::set<std::string> roots;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const auto estimator =
            tree(Task::Regression, {{"max_features", std::int64_t(1)}, {"max_depth", std::int64_t(2)}});
        QVERIFY(estimator->fit(data, {.seed = seed}).has_value());
        roots.insert(nodesOf(*estimator)[0].column);
    }
    QCOMPARE(roots, (std::set<std::string>{"a", "b", "c"})); // never `d`, which does not vary
}

void TestDecisionTree::purifiesWithoutLimit()
{
    Random random(9);
    TrainingData data{
        .task = Task::Multiclass, .X = Matrix(500, 2), .y = Vector(500), .classes = 3, .columns = {"a", "b"}};
    for (Eigen::Index i = 0; i < 500; ++i) {
        data.X.row(i) << random.normal(), random.normal();
        data.y[i] = static_cast<double>(random.below(3));
    }
    for (const char *criterion : {"gini", "entropy", "log_loss"}) {
        const auto estimator =
            tree(Task::Multiclass, {{"max_depth", std::int64_t(0)}, {"criterion", std::string(criterion)}});
        QVERIFY(estimator->fit(data, {}).has_value());
        const Matrix scores = estimator->predict(data.X);
        for (Eigen::Index i = 0; i < 500; ++i)
            QCOMPARE(scores(i, static_cast<Eigen::Index>(data.y[i])), 1.0);
    }
}

QTEST_GUILESS_MAIN(TestDecisionTree)
#include "tst_decisiontree.moc"
