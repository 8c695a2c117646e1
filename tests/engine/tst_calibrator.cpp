// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/random.h"
#include "engine/estimators/calibrationmaps.h"
#include "engine/estimators/calibrator.h"
#include "engine/metrics/calibrationfit.h"
#include "predictionsamples.h"
#include "refs.h"

#include <QtTest>
#include <numeric>
#include <set>

using namespace assay;
using namespace assay::engine;

namespace {

constexpr CalibrationMethod methods[] = {CalibrationMethod::Isotonic, CalibrationMethod::Sigmoid,
                                         CalibrationMethod::Temperature, CalibrationMethod::Beta};

double sigmoid(double x)
{
    return 1 / (1 + std::exp(-x));
}

struct Sample
{
    Matrix scores;
    Vector truth, weights;
};

// Scores whose log-odds are `slope` times too large and shifted: the truth follows the real ones.
Sample overconfident(Eigen::Index n, double slope, double shift, std::uint64_t seed)
{
    Random random(seed);
    Sample sample{.scores = Matrix(n, 1), .truth = Vector(n), .weights = Vector(n)};
    for (Eigen::Index i = 0; i < n; ++i) {
        const double margin = 1.5 * random.normal();
        sample.truth[i] = random.uniform() < sigmoid(margin) ? 1 : 0;
        sample.scores(i, 0) = sigmoid(slope * margin + shift);
        sample.weights[i] = 1 + static_cast<double>(random.below(3));
    }
    return sample;
}

// Each row as often as it weighs.
Sample repeated(const Sample &sample)
{
    Sample all{.scores = Matrix(static_cast<Eigen::Index>(sample.weights.sum()), sample.scores.cols()),
               .truth = Vector(static_cast<Eigen::Index>(sample.weights.sum())),
               .weights = Vector()};
    Eigen::Index at = 0;
    for (Eigen::Index i = 0; i < sample.truth.size(); ++i) {
        for (int copy = 0; copy < sample.weights[i]; ++copy, ++at) {
            all.scores.row(at) = sample.scores.row(i);
            all.truth[at] = sample.truth[i];
        }
    }
    return all;
}

} // namespace

class TestCalibrator : public QObject
{
    Q_OBJECT

private slots:
    void namesGoBothWays();
    void isotonicMatchesReferences();
    void isotonicIsTheBestMonotoneFit();
    void sigmoidIsPlattsOptimum();
    void temperatureAndBetaFindTheTruth();
    void improvesUnseenRows_data();
    void improvesUnseenRows();
    void weightsAreRepetitions();
    void severalClassesSumToOne();
    void separableScoresStayFinite();
    void savesToTheBit();
    void refuses();
};

void TestCalibrator::namesGoBothWays()
{
    for (const CalibrationMethod method : methods)
        QCOMPARE(calibrationFromName(name(method)), std::optional(method));
    QVERIFY(!calibrationFromName("platt"));
}

// scikit-learn's isotonic regression on the same rows.
void TestCalibrator::isotonicMatchesReferences()
{
    if (!refs::available())
        QSKIP("no reference values beside the project");
    int checked = 0;
    for (const char *data : {"adult", "titanic", "breast_cancer", "dutch_census", "weather"}) {
        const Json reference = refs::json(std::string(data) + ".json");
        for (const auto &[model, info] : reference["predictions"].items()) {
            const Predictions p = refs::predictions(info["file"], Task::Binary);
            const Vector truth = Eigen::Map<const Vector>(p.truth.data(), std::ssize(p.truth));
            const auto calibrator = Calibrator::fit(CalibrationMethod::Isotonic, p.scores, truth, {});
            const Matrix after = calibrator->apply(p.scores);
            const double brier = (after.col(0) - truth).squaredNorm() / static_cast<double>(truth.size());
            const Json &want = reference["metrics"][model]["isotonic_in_sample"];
            QVERIFY2(refs::close(brier, want["brier"], 1e-9), data);
            const std::set<double> levels(after.data(), after.data() + after.size());
            QCOMPARE(levels.size(), want["distinct_values"].get<std::size_t>());
            ++checked;
        }
    }
    QCOMPARE(checked, 10);
}

// By the minimax formula: level i is the largest over a ≤ i of the smallest over b ≥ i of the mean of rows a to b.
void TestCalibrator::isotonicIsTheBestMonotoneFit()
{
    Random random(5);
    const Eigen::Index n = 60;
    Vector scores(n), truth(n), weights(n);
    for (Eigen::Index i = 0; i < n; ++i) {
        scores[i] = (static_cast<double>(i) + 0.5) / static_cast<double>(n);
        truth[i] = random.uniform() < scores[i] ? 1 : 0;
        weights[i] = 0.2 + random.uniform();
    }
    const CalibrationMap map = fitIsotonic(scores, truth, weights);
    for (Eigen::Index i = 0; i < n; ++i) {
        double level = -1;
        for (Eigen::Index a = 0; a <= i; ++a) {
            double least = 2;
            for (Eigen::Index b = i; b < n; ++b) {
                const auto w = weights.segment(a, b - a + 1);
                least = std::min(least, w.dot(truth.segment(a, b - a + 1)) / w.sum());
            }
            level = std::max(level, least);
        }
        QVERIFY(std::abs(applyIsotonic(map.x, map.y, scores[i]) - level) < 1e-12);
    }
    QCOMPARE(applyIsotonic(map.x, map.y, -1), map.y[0]);
    QCOMPARE(applyIsotonic(map.x, map.y, 2), map.y[map.y.size() - 1]);
}

// At the optimum the smoothed targets' residuals vanish, alone and times the log-odds.
void TestCalibrator::sigmoidIsPlattsOptimum()
{
    const Sample sample = overconfident(3000, 2, 0.5, 7);
    const CalibrationMap map = fitSigmoid(sample.scores.col(0), sample.truth, sample.weights);
    const double positives = sample.weights.dot(sample.truth), negatives = sample.weights.sum() - positives;
    double first = 0, second = 0;
    for (Eigen::Index i = 0; i < sample.truth.size(); ++i) {
        const double target = sample.truth[i] > 0 ? (positives + 1) / (positives + 2) : 1 / (negatives + 2);
        const double gap = sample.weights[i] * (applySigmoid(map.x, sample.scores(i, 0)) - target);
        first += gap;
        second += gap * logitOf(sample.scores(i, 0));
    }
    QVERIFY(std::abs(first) < 1e-7 && std::abs(second) < 1e-7);
}

void TestCalibrator::temperatureAndBetaFindTheTruth()
{
    const Sample hot = overconfident(60'000, 2.5, 0, 8);
    const double temperature = fitTemperature(hot.scores, hot.truth, {});
    QVERIFY2(std::abs(temperature - 2.5) < 0.06, qPrintable(QString::number(temperature)));
    const Sample shifted = overconfident(60'000, 2, 1, 9);
    const CalibrationMap beta = fitBeta(shifted.scores.col(0), shifted.truth, {});
    QVERIFY(std::abs(beta.x[0] - 0.5) < 0.05 && std::abs(beta.x[1] - 0.5) < 0.05 && std::abs(beta.x[2] + 0.5) < 0.05);
    // Scores that run backwards are never turned round.
    const CalibrationMap flat = fitBeta((1 - hot.scores.col(0).array()).matrix(), hot.truth, {});
    QVERIFY(flat.x[0] >= 0 && flat.x[1] >= 0);
}

void TestCalibrator::improvesUnseenRows_data()
{
    QTest::addColumn<int>("method");
    for (const CalibrationMethod method : methods)
        QTest::newRow(name(method)) << static_cast<int>(method);
}

void TestCalibrator::improvesUnseenRows()
{
    QFETCH(int, method);
    const Sample train = overconfident(8000, 3, 0, 12), test = overconfident(8000, 3, 0, 13);
    const auto calibrator = Calibrator::fit(CalibrationMethod(method), train.scores, train.truth, train.weights);
    QVERIFY(calibrator.has_value());
    const Matrix after = calibrator->apply(test.scores);
    Vector margins(test.truth.size());
    for (Eigen::Index i = 0; i < margins.size(); ++i)
        margins[i] = logitOf(test.scores(i, 0)) / 3;
    const Matrix real = margins.unaryExpr([](double m) { return sigmoid(m); });
    // Not by log loss: isotonic regression says 0 and 1 at the ends, as it should.
    const double before = (test.scores - real).squaredNorm(), reached = (after - real).squaredNorm();
    QVERIFY2(reached < 0.04 * before, qPrintable(QString::number(reached / before)));
    // Order is kept.
    std::vector<Eigen::Index> order(static_cast<std::size_t>(margins.size()));
    std::iota(order.begin(), order.end(), Eigen::Index(0));
    std::ranges::sort(order, {}, [&](Eigen::Index i) { return test.scores(i, 0); });
    for (std::size_t i = 1; i < order.size(); ++i)
        QVERIFY(after(order[i], 0) >= after(order[i - 1], 0));
}

void TestCalibrator::weightsAreRepetitions()
{
    const Sample sample = overconfident(700, 2, 0.3, 14);
    const Sample copies = repeated(sample);
    for (const CalibrationMethod method : methods) {
        const Matrix a = Calibrator::fit(method, sample.scores, sample.truth, sample.weights)->apply(sample.scores);
        const Matrix b = Calibrator::fit(method, copies.scores, copies.truth, {})->apply(sample.scores);
        QVERIFY2((a - b).cwiseAbs().maxCoeff() < 1e-9, name(method));
    }
}

void TestCalibrator::severalClassesSumToOne()
{
    Random random(15);
    const Eigen::Index n = 4000;
    Matrix scores(n, 3), real(n, 3);
    Vector truth(n);
    for (Eigen::Index i = 0; i < n; ++i) {
        for (Eigen::Index k = 0; k < 3; ++k)
            real(i, k) = std::exp(random.normal());
        real.row(i) /= real.row(i).sum();
        const double draw = random.uniform();
        truth[i] = draw < real(i, 0) ? 0 : (draw < real(i, 0) + real(i, 1) ? 1 : 2);
        scores.row(i) = real.row(i).array().pow(3);
        scores.row(i) /= scores.row(i).sum();
    }
    for (const CalibrationMethod method : methods) {
        const auto calibrator = Calibrator::fit(method, scores, truth, {});
        const Matrix after = calibrator->apply(scores);
        QVERIFY2((after.rowwise().sum().array() - 1).abs().maxCoeff() < 1e-12, name(method));
        QVERIFY2(after.minCoeff() >= 0, name(method));
        QVERIFY2((after - real).squaredNorm() < 0.1 * (scores - real).squaredNorm(), name(method));
    }
    QVERIFY(std::abs(fitTemperature(scores, truth, {}) - 3) < 0.3);
}

void TestCalibrator::separableScoresStayFinite()
{
    Matrix scores(6, 1);
    scores << 0, .1, .2, .8, .9, 1;
    const Vector truth{{0, 0, 0, 1, 1, 1}};
    for (const CalibrationMethod method : methods) {
        const auto calibrator = Calibrator::fit(method, scores, truth, {});
        const Matrix after = calibrator->apply(scores);
        QVERIFY2(after.allFinite() && after.minCoeff() >= 0 && after.maxCoeff() <= 1, name(method));
        QVERIFY2(after(0, 0) < 0.3 && after(5, 0) > 0.7, name(method));
    }
}

void TestCalibrator::savesToTheBit()
{
    const Sample sample = overconfident(500, 2, 0.3, 16);
    for (const CalibrationMethod method : methods) {
        const auto calibrator = Calibrator::fit(method, sample.scores, sample.truth, {});
        const std::string text = calibrator->toJson().dump();
        const auto loaded = Calibrator::fromJson(Json::parse(text));
        QVERIFY2(loaded.has_value(), name(method));
        QVERIFY(loaded->apply(sample.scores) == calibrator->apply(sample.scores));
        QCOMPARE(loaded->toJson().dump(), text);
    }
}

void TestCalibrator::refuses()
{
    const Matrix scores = Matrix::Constant(4, 1, 0.5);
    QCOMPARE(Calibrator::fit(CalibrationMethod::Sigmoid, scores, Vector::Ones(4), {}).error().code,
             std::string("one_class"));
    // The other class weighs nothing.
    QCOMPARE(Calibrator::fit(CalibrationMethod::Beta, scores, Vector{{1, 1, 1, 0}}, Vector{{1, 1, 1, 0}}).error().code,
             std::string("one_class"));
    for (const char *text : {R"({"method":"platt","x":[[1,2]],"y":[[]]})", R"({"method":"sigmoid","x":[[1]],"y":[[]]})",
                             R"({"method":"isotonic","x":[[2,1]],"y":[[0,1]]})", R"({"method":"beta","x":[],"y":[]})",
                             R"({"x":[[1,2]]})", R"({"method":"temperature","x":[["a"]],"y":[[]]})"})
        QCOMPARE(Calibrator::fromJson(Json::parse(text)).error().code, std::string("bad_model"));
}

QTEST_GUILESS_MAIN(TestCalibrator)
#include "tst_calibrator.moc"
