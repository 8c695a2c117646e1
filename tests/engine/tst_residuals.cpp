// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/intervals.h"
#include "engine/metrics/residuals.h"
#include "predictionsamples.h"
#include "refs.h"

#include <QtTest>
#include <boost/math/distributions/normal.hpp>

using namespace assay;
using namespace assay::engine;
using namespace samples;

namespace {

Predictions regression(std::size_t n, std::uint64_t seed)
{
    Random random(seed);
    Predictions p;
    p.task = Task::Regression;
    for (std::size_t i = 0; i < n; ++i) {
        p.predicted.push_back(random.normal());
        p.truth.push_back(p.predicted.back() + 2 * random.normal());
    }
    return p;
}

} // namespace

class TestResiduals : public QObject
{
    Q_OBJECT

private slots:
    void truthMinusPrediction();
    void quantilesByDefinition();
    void quantilesKeepBothEnds();
    void weightsAreRepetitions();
    void normalResidualsLieOnTheLine();
    void segmentsByGroup();
    void segmentsByBand();
    void segmentsOfClasses();
    void unknownAttribute();
};

void TestResiduals::truthMinusPrediction()
{
    Predictions p;
    p.task = Task::Regression;
    p.truth = {3, 5};
    p.predicted = {2.5, 7};
    QCOMPARE(residuals(p), (std::vector<double>{0.5, -2}));
    p.predicted.clear();
    p.scores.resize(2, 1);
    p.scores << 1, 1;
    QCOMPARE(residuals(p), (std::vector<double>{2, 4}));
    QVERIFY(residuals(binary({0, 1}, {.2, .3})).empty());
}

void TestResiduals::quantilesByDefinition()
{
    const Predictions p = regression(501, 2);
    std::vector<double> errors = residuals(p);
    std::ranges::sort(errors);
    double mean = 0, squares = 0;
    for (const double error : errors)
        mean += error / 501;
    for (const double error : errors)
        squares += (error - mean) * (error - mean);
    const double sd = std::sqrt(squares / 500);
    const NormalQuantiles quantiles = residualQuantiles(p);
    QCOMPARE(quantiles.sample.size(), std::size_t(501));
    for (std::size_t i = 0; i < 501; ++i) {
        const double wanted = boost::math::quantile(boost::math::normal(), (static_cast<double>(i) + 0.5) / 501);
        QVERIFY(refs::close(quantiles.theoretical[i], wanted, 1e-12));
        QVERIFY(refs::close(quantiles.sample[i], errors[i] / sd, 1e-12));
    }
}

void TestResiduals::quantilesKeepBothEnds()
{
    const Predictions p = regression(10'007, 3);
    const NormalQuantiles all = residualQuantiles(p, 20'000);
    const NormalQuantiles some = residualQuantiles(p, 100);
    QCOMPARE(all.sample.size(), std::size_t(10'007));
    QCOMPARE(some.sample.size(), std::size_t(100));
    QCOMPARE(some.sample.front(), all.sample.front());
    QCOMPARE(some.sample.back(), all.sample.back());
    QVERIFY(std::ranges::is_sorted(some.sample) && std::ranges::is_sorted(some.theoretical));
    Predictions one = regression(1, 4);
    QVERIFY(residualQuantiles(one).sample.empty());
}

void TestResiduals::weightsAreRepetitions()
{
    Predictions weighted = regression(6, 5);
    weighted.weights = {2, 2, 2, 2, 2, 2};
    const NormalQuantiles doubled = residualQuantiles(weighted);
    weighted.weights.clear();
    QCOMPARE(doubled.sample, residualQuantiles(weighted).sample);
    weighted.weights = {1, 1, 1, 0, 1, 1};
    QCOMPARE(residualQuantiles(weighted).sample.size(), std::size_t(5));
}

void TestResiduals::normalResidualsLieOnTheLine()
{
    const NormalQuantiles quantiles = residualQuantiles(regression(50'000, 6));
    for (std::size_t i = 0; i < quantiles.sample.size(); ++i) {
        if (std::abs(quantiles.theoretical[i]) < 2)
            QVERIFY(std::abs(quantiles.sample[i] - quantiles.theoretical[i]) < 0.05);
    }
}

void TestResiduals::segmentsByGroup()
{
    Predictions p;
    p.task = Task::Regression;
    p.truth = {0, 0, 0, 0, 9};
    p.predicted = {1, -1, 3, 5, 9};
    p.attributes.push_back(Column::texts("sex", Kind::Categorical, {{"m"}, {"m"}, {"f"}, {"f"}, std::nullopt}));
    const auto segments = errorBySegment(p, "sex");
    QCOMPARE(segments->size(), std::size_t(3));
    QCOMPARE((*segments)[0].label, std::string("f"));
    QCOMPARE((*segments)[0].meanError, 4.0);
    QCOMPARE((*segments)[0].value, std::sqrt(17.0));
    QVERIFY((*segments)[0].low >= 3 && (*segments)[0].high <= 5 && (*segments)[0].low < (*segments)[0].high);
    QCOMPARE((*segments)[1].label, std::string("m"));
    QCOMPARE((*segments)[1].meanError, 0.0);
    QCOMPARE((*segments)[1].value, 1.0);
    QCOMPARE((*segments)[2].label, std::string("(missing)"));
    QCOMPARE((*segments)[2].value, 0.0);
    p.weights = {1, 1, 3, 1, 1};
    QCOMPARE((*errorBySegment(p, "sex"))[0].meanError, 3.5);
    QCOMPARE((*errorBySegment(p, "sex"))[0].value, std::sqrt(13.0));
}

// The interval of a root mean square of normal errors covers their sd; bands are of equal count.
void TestResiduals::segmentsByBand()
{
    Predictions p = regression(5000, 7);
    p.attributes.push_back(Column::numbers("x", Kind::Real, p.predicted));
    const auto segments = errorBySegment(p, "x", 0.5, 4);
    QCOMPARE(segments->size(), std::size_t(4));
    for (const Segment &segment : *segments) {
        QCOMPARE(segment.n, std::size_t(1250));
        QVERIFY(segment.low < segment.value && segment.value < segment.high);
        QVERIFY(segment.low < 2.1 && segment.high > 1.9);
        // The sd of a root mean square of n normal errors is about σ/√(2n).
        QVERIFY(std::abs((segment.high - segment.low) / (2 * 1.96 * 2 / std::sqrt(2500.0)) - 1) < 0.25);
    }
}

void TestResiduals::segmentsOfClasses()
{
    Predictions p = binary({0, 1, 1, 0}, {.2, .7, .4, .9});
    p.attributes.push_back(Column::texts("g", Kind::Categorical, {{"a"}, {"a"}, {"b"}, {"b"}}));
    const auto segments = errorBySegment(p, "g");
    QCOMPARE((*segments)[0].value, 1.0);
    QCOMPARE((*segments)[1].value, 0.0);
    QCOMPARE((*segments)[1].high, wilsonInterval(0, 2).high);
    QCOMPARE((*errorBySegment(p, "g", 0.3))[1].value, 0.5);
    QCOMPARE((*errorBySegment(p, "g", 0.3))[1].meanError, 0.5);
    p.weights = {1, 1, 3, 1};
    QCOMPARE((*errorBySegment(p, "g", 0.3))[1].value, 0.75);
}

void TestResiduals::unknownAttribute()
{
    const auto segments = errorBySegment(regression(5, 8), "age");
    QCOMPARE(segments.error().code, std::string("unknown_column"));
    QCOMPARE(segments.error().column, std::string("age"));
}

QTEST_GUILESS_MAIN(TestResiduals)
#include "tst_residuals.moc"
