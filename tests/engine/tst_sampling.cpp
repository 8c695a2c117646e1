// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/random.h"
#include "engine/estimators/estimator.h"
#include "engine/estimators/model.h"
#include "engine/estimators/sampling.h"

#include <QtTest>
#include <cmath>
#include <numeric>
#include <set>

using namespace assay;
using namespace assay::engine;

namespace {

constexpr double gap = std::numeric_limits<double>::quiet_NaN();

/// 6 rows of class 0, 3 of class 1, 1 of class 2, each told by its first column.
TrainingData uneven()
{
    TrainingData data{.task = Task::Multiclass, .X = Matrix(10, 2), .y = Vector(10), .classes = 3, .columns = {}};
    const int classes[] = {0, 1, 0, 0, 2, 0, 1, 0, 1, 0};
    for (Eigen::Index i = 0; i < 10; ++i) {
        data.X(i, 0) = static_cast<double>(i);
        data.X(i, 1) = static_cast<double>((i * 7) % 10) / 3;
        data.y[i] = classes[i];
    }
    data.validationX = data.X.topRows(4);
    data.validationY = data.y.head(4);
    return data;
}

std::vector<int> counts(const TrainingData &data)
{
    std::vector<int> counts(static_cast<std::size_t>(data.classes), 0);
    for (const double label : data.y)
        ++counts[static_cast<std::size_t>(label)];
    return counts;
}

struct Notes : Observer
{
    std::vector<std::string> texts;
    void note(std::string_view text) override { texts.emplace_back(text); }
};

/// 200 rows of class 0 about (0, 0), 30 of class 1 about (4, 4), a flag and a category of three levels.
TrainingData cloud(std::uint64_t seed)
{
    TrainingData data{.task = Task::Binary, .X = Matrix::Zero(230, 6), .y = Vector(230), .classes = 2, .columns = {}};
    Random random(seed);
    for (Eigen::Index i = 0; i < 230; ++i) {
        data.y[i] = i % 230 < 200 ? 0 : 1;
        data.X(i, 0) = random.normal() + 4 * data.y[i];
        data.X(i, 1) = 100 * (random.normal() + 4 * data.y[i]);
        data.X(i, 2) = random.uniform() < 0.5 ? 0 : 1;
        data.X(i, 3 + static_cast<Eigen::Index>(random.below(3))) = 1;
    }
    return data;
}

} // namespace

class TestSampling : public QObject
{
    Q_OBJECT

private slots:
    void namesThereAndBack();
    void weighsAsScikitLearn();
    void repeatsRowsOfSmallerClasses();
    void leavesOutRowsOfLargerClasses();
    void makesRowsBetweenNeighbours();
    void keepsLevelsWhole();
    void takesGapsAndLoneRows();
    void seedsDecide();
    void refusesNumbers();
    void tellsWhatItDid();
    void balancesTrainingRowsOnly_data();
    void balancesTrainingRowsOnly();
};

void TestSampling::namesThereAndBack()
{
    for (const Balance how :
         {Balance::None, Balance::Weights, Balance::Oversample, Balance::Undersample, Balance::Smote})
        QVERIFY(balanceFromName(name(how)) == how);
    QVERIFY(!balanceFromName("Smote"));
}

void TestSampling::weighsAsScikitLearn()
{
    // compute_class_weight("balanced"): 10 / (3 · (6, 3, 1)).
    TrainingData data = uneven();
    QVERIFY(balanceClasses(data, Balance::Weights, {}, {}, {}).has_value());
    QCOMPARE(data.weights[0], 10.0 / 18);
    QCOMPARE(data.weights[1], 10.0 / 9);
    QCOMPARE(data.weights[4], 10.0 / 3);
    QCOMPARE(data.y.size(), 10);
    // Own weights are multiplied; a class that does not occur is not counted.
    data = uneven();
    data.classes = 4;
    data.weights = Vector::LinSpaced(10, 1, 10);
    QVERIFY(balanceClasses(data, Balance::Weights, {}, {}, {}).has_value());
    QCOMPARE(data.weights[4], 5 * 10.0 / 3);
}

void TestSampling::repeatsRowsOfSmallerClasses()
{
    TrainingData data = uneven();
    data.weights = Vector::LinSpaced(10, 1, 10);
    QVERIFY(balanceClasses(data, Balance::Oversample, {}, {}, {}).has_value());
    QCOMPARE(counts(data), (std::vector<int>{6, 6, 6}));
    const TrainingData before = uneven();
    QVERIFY(data.X.topRows(10) == before.X);
    for (Eigen::Index i = 0; i < data.y.size(); ++i) {
        const auto row = static_cast<Eigen::Index>(data.X(i, 0)); // rows keep their cells, class and weight
        QCOMPARE(data.X.row(i).eval(), before.X.row(row).eval());
        QCOMPARE(data.y[i], before.y[row]);
        QCOMPARE(data.weights[i], static_cast<double>(row + 1));
    }
    QVERIFY(data.validationX == before.validationX);
}

void TestSampling::leavesOutRowsOfLargerClasses()
{
    TrainingData data = uneven();
    QVERIFY(balanceClasses(data, Balance::Undersample, {}, {}, {}).has_value());
    QCOMPARE(counts(data), (std::vector<int>{1, 1, 1}));
    TrainingData two = cloud(3);
    QVERIFY(balanceClasses(two, Balance::Undersample, {}, {}, {}).has_value());
    QCOMPARE(counts(two), (std::vector<int>{30, 30}));
    std::set<double> distinct;
    for (Eigen::Index i = 0; i < two.X.rows(); ++i)
        distinct.insert(two.X(i, 0));
    QCOMPARE(distinct.size(), std::size_t(60)); // without replacement
}

void TestSampling::makesRowsBetweenNeighbours()
{
    TrainingData data = cloud(5);
    const TrainingData before = data;
    QVERIFY(balanceClasses(data, Balance::Smote, {}, {{3, 4, 5}}, {}).has_value());
    QCOMPARE(counts(data), (std::vector<int>{200, 200}));
    QVERIFY(data.X.topRows(230) == before.X);
    // Found again the slow way: each made row is on a segment from a row of its class to one of its five nearest, in
    // standard deviations of the two columns of numbers.
    const auto sd = [&](Eigen::Index j) {
        const auto column = before.X.col(j).array();
        return std::sqrt((column - column.mean()).square().mean());
    };
    const auto distance = [&](Eigen::Index a, Eigen::Index b) {
        double sum = 0;
        for (Eigen::Index j = 0; j < 6; ++j)
            sum += std::pow((before.X(a, j) - before.X(b, j)) / (j < 2 ? sd(j) : 1), 2);
        return sum;
    };
    for (Eigen::Index made = 230; made < 400; ++made) {
        bool explained = false;
        for (Eigen::Index base = 200; base < 230 && !explained; ++base) {
            std::vector<Eigen::Index> near;
            for (Eigen::Index other = 200; other < 230; ++other) {
                if (other != base)
                    near.push_back(other);
            }
            std::ranges::sort(near, {}, [&](Eigen::Index other) { return distance(base, other); });
            for (std::size_t i = 0; i < 5 && !explained; ++i) {
                const auto step = before.X.row(near[i]).head(2) - before.X.row(base).head(2);
                const auto moved = data.X.row(made).head(2) - before.X.row(base).head(2);
                const double share = moved[0] / step[0];
                explained = share >= 0 && share <= 1 && std::abs(moved[1] - share * step[1]) < 1e-9;
            }
        }
        QVERIFY2(explained, qPrintable(QString::number(made)));
    }
}

void TestSampling::keepsLevelsWhole()
{
    TrainingData data = cloud(7);
    QVERIFY(balanceClasses(data, Balance::Smote, {}, {{3, 4, 5}}, {}).has_value());
    std::set<Eigen::Index> levels;
    for (Eigen::Index i = 230; i < data.X.rows(); ++i) {
        QVERIFY(data.X(i, 2) == 0 || data.X(i, 2) == 1);
        QCOMPARE(data.X.row(i).tail(3).sum(), 1.0);
        QCOMPARE(data.X.row(i).tail(3).maxCoeff(), 1.0);
        Eigen::Index level = 0;
        data.X.row(i).tail(3).maxCoeff(&level);
        levels.insert(level);
    }
    QVERIFY(levels.size() > 1);
}

void TestSampling::takesGapsAndLoneRows()
{
    TrainingData data = uneven();
    data.X(4, 1) = gap;
    data.X(1, 1) = gap;
    QVERIFY(balanceClasses(data, Balance::Smote, {}, {}, {}).has_value());
    QCOMPARE(counts(data), (std::vector<int>{6, 6, 6}));
    for (Eigen::Index i = 10; i < data.X.rows(); ++i) {
        QVERIFY(!std::isnan(data.X(i, 0)));
        if (data.y[i] == 2) {
            QCOMPARE(data.X(i, 0), 4.0); // the only row of its class, repeated
            QVERIFY(std::isnan(data.X(i, 1)));
        }
    }
}

void TestSampling::seedsDecide()
{
    for (const Balance how : {Balance::Oversample, Balance::Undersample, Balance::Smote}) {
        const auto balanced = [&](std::uint64_t seed, int threads) {
            TrainingData data = cloud(11);
            (void)balanceClasses(data, how, {}, {{3, 4, 5}}, {.threads = threads, .seed = seed});
            return data.X;
        };
        QVERIFY(balanced(1, 1) == balanced(1, 4));
        QVERIFY(balanced(1, 1) != balanced(2, 1));
    }
}

void TestSampling::refusesNumbers()
{
    for (const Balance how : {Balance::Weights, Balance::Oversample, Balance::Undersample, Balance::Smote}) {
        TrainingData data = uneven();
        data.task = Task::Regression;
        const auto refused = balanceClasses(data, how, {}, {}, {});
        QCOMPARE(refused.error().code, std::string("bad_balance"));
        QVERIFY(refused.error().message.find(name(how)) != std::string::npos);
        QVERIFY(data.X == uneven().X);
    }
    TrainingData data = uneven();
    data.task = Task::Regression;
    QVERIFY(balanceClasses(data, Balance::None, {}, {}, {}).has_value());
    std::stop_source stop;
    stop.request_stop();
    data = uneven();
    QVERIFY(balanceClasses(data, Balance::Smote, {}, {}, {.stop = stop.get_token()}).error().kind ==
            ErrorKind::Cancelled);
}

void TestSampling::tellsWhatItDid()
{
    Notes notes;
    TrainingData data = uneven();
    QVERIFY(balanceClasses(data, Balance::Oversample, {"a", "b", "c"}, {}, {.observer = &notes}).has_value());
    QCOMPARE(notes.texts, (std::vector<std::string>{"Training rows by class, balanced by oversample: `a` 6 → 6, `b` 3 "
                                                    "→ 6, `c` 1 → 6."}));
}

void TestSampling::balancesTrainingRowsOnly_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("weights") << static_cast<int>(Balance::Weights);
    QTest::newRow("oversample") << static_cast<int>(Balance::Oversample);
    QTest::newRow("undersample") << static_cast<int>(Balance::Undersample);
    QTest::newRow("smote") << static_cast<int>(Balance::Smote);
}

// A model of a rare class, fitted with each way of balancing, finds more of it in later rows.
void TestSampling::balancesTrainingRowsOnly()
{
    QFETCH(const int, how);
    Random random(17);
    std::vector<double> a, b, truth;
    for (int i = 0; i < 3000; ++i) {
        truth.push_back(random.uniform() < 0.08 ? 1 : 0);
        a.push_back(random.normal() + truth.back());
        b.push_back(random.normal() + truth.back());
    }
    const Table table({Column::numbers("a", Kind::Real, a), Column::numbers("b", Kind::Real, b),
                       Column::numbers("y", Kind::Boolean, truth)});
    Rows train(2000), later(1000);
    std::iota(train.begin(), train.end(), Row(0));
    std::iota(later.begin(), later.end(), Row(2000));
    const EstimatorInfo *logistic = *findEstimator("logistic");
    const Target target = *resolveTarget(table, {.target = "y"});
    const auto found = [&](Balance balance) {
        const auto model =
            fitModel(*logistic, {}, table, target, {"a", "b"}, train, later, {.balance = balance}, {.seed = 5}).value();
        const Matrix scores = model->predict(table, later).value();
        int hits = 0, all = 0;
        for (std::size_t i = 0; i < later.size(); ++i) {
            const bool positive = truth[later[i]] == 1;
            all += positive ? 1 : 0;
            hits += positive && scores(static_cast<Eigen::Index>(i), 0) >= 0.5 ? 1 : 0;
        }
        return static_cast<double>(hits) / all;
    };
    const double plain = found(Balance::None), balanced = found(static_cast<Balance>(how));
    QVERIFY2(plain < 0.3 && balanced > 0.55, qPrintable(QStringLiteral("%1 %2").arg(plain).arg(balanced)));
}

QTEST_GUILESS_MAIN(TestSampling)
#include "tst_sampling.moc"
