// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/random.h"
#include "widgets/charts/smoothing.h"
#include "widgets/charts/valueramp.h"

#include <QTest>
#include <cmath>

using namespace assay;
using namespace assay::ui;

namespace {

constexpr double inf = std::numeric_limits<double>::infinity();

bool near(double a, double b)
{
    return std::abs(a - b) <= 1e-12 * std::max(1.0, std::abs(b));
}

} // namespace

class TestSmoothing : public QObject
{
    Q_OBJECT

private slots:
    void exponentialIsUnbiased()
    {
        const SmoothingOptions options{.kind = Smoothing::Exponential, .weight = 0.9};
        // A constant stays what it is from the first point on: that is what the correction is for.
        for (const double value : smoothed(std::vector<double>(50, 3.25), options))
            QVERIFY(near(value, 3.25));
        // By hand with weight ½: a = ½, 1¼, 1⅝, over 1 − ½ⁿ = ½, ¾, ⅞.
        const auto half = smoothed(std::vector<double>{1, 2, 2}, {.kind = Smoothing::Exponential, .weight = 0.5});
        QVERIFY(near(half[0], 1) && near(half[1], 1.25 / 0.75) && near(half[2], 1.625 / 0.875));
        const auto none = smoothed(std::vector<double>{5, -1, 7}, {.kind = Smoothing::Exponential, .weight = 0});
        QCOMPARE(none, (std::vector<double>{5, -1, 7}));
    }

    void exponentialIsAWeightedMean()
    {
        Random random(1);
        std::vector<double> y;
        for (int i = 0; i < 200; ++i)
            y.push_back(random.normal());
        const double w = 0.97;
        const auto out = smoothed(y, {.kind = Smoothing::Exponential, .weight = w});
        for (std::size_t i = 0; i < y.size(); i += 13) {
            double sum = 0, all = 0;
            for (std::size_t j = 0; j <= i; ++j) {
                const double weight = std::pow(w, static_cast<double>(i - j));
                sum += weight * y[j];
                all += weight;
            }
            QVERIFY(std::abs(out[i] - sum / all) < 1e-10);
        }
    }

    void holesStayHoles_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("exponential") << static_cast<int>(Smoothing::Exponential);
        QTest::newRow("Gaussian") << static_cast<int>(Smoothing::Gaussian);
    }
    void holesStayHoles()
    {
        QFETCH(int, kind);
        const SmoothingOptions options{.kind = static_cast<Smoothing>(kind), .weight = 0.8, .sigma = 2};
        const auto out = smoothed(std::vector<double>{2, 2, NAN, 2, inf, -inf, 2, 2}, options);
        QVERIFY(std::isnan(out[2]));
        QCOMPARE(out[4], inf);
        QCOMPARE(out[5], -inf);
        for (const std::size_t i : {0U, 1U, 3U, 6U, 7U})
            QVERIFY(near(out[i], 2));
    }

    void gaussianAsDefined()
    {
        std::vector<double> peak(41, 0.0);
        peak[20] = 1;
        const auto out = smoothed(peak, {.kind = Smoothing::Gaussian, .sigma = 3});
        double all = 0;
        for (int d = -9; d <= 9; ++d)
            all += std::exp(-d * d / 18.0);
        QVERIFY(near(out[20], 1 / all));
        QVERIFY(near(out[23], std::exp(-0.5) / all));
        QCOMPARE(out[30], 0.0); // beyond 3σ
        QCOMPARE(out[17], out[23]);
        const auto line = smoothed(std::vector<double>(30, -4.0), {.kind = Smoothing::Gaussian, .sigma = 5});
        QVERIFY(near(line.front(), -4) && near(line.back(), -4)); // no pull to zero at the ends
    }

    void nothingAskedNothingDone()
    {
        const std::vector<double> y{1, NAN, inf, -3};
        const auto out = smoothed(y, {});
        QVERIFY(out[0] == 1 && std::isnan(out[1]) && out[2] == inf && out[3] == -3);
        QVERIFY(smoothed(std::vector<double>(), {.kind = Smoothing::Gaussian}).empty());
    }

    void aRangeForgetsExtremes()
    {
        // 0 … 99 and one of 10⁶: the 2nd and 98th percentile of 101 values are the 3rd and the 99th.
        std::vector<double> values;
        for (int i = 0; i < 100; ++i)
            values.push_back(i);
        values.push_back(1e6);
        values.push_back(NAN);
        values.push_back(inf);
        const RobustRange range = robustRange(values);
        QCOMPARE(range.count, std::size_t(101));
        QVERIFY(near(range.low, 0)); // 2 − 9.6 is beyond the least
        QVERIFY(near(range.high, 98 + 9.6));
        QCOMPARE(range.outside, std::size_t(1));
        std::vector<double> none{NAN};
        QVERIFY(robustRange(none).low > robustRange(none).high);
        std::vector<double> one{4};
        QCOMPARE(robustRange(one), (RobustRange{.low = 4, .high = 4, .outside = 0, .count = 1}));
    }

    void ranksShareTies()
    {
        QCOMPARE(rankShares({30, 10, 20}), (std::vector<double>{1, 0, 0.5}));
        const auto tied = rankShares({1, 5, 5, NAN, 9});
        QVERIFY(near(tied[0], 0) && near(tied[1], 0.5) && near(tied[2], 0.5) && near(tied[4], 1));
        QVERIFY(std::isnan(tied[3]));
        QCOMPARE(rankShares({7}), std::vector<double>{0.5});
        QVERIFY(rampColor(0, false) != rampColor(1, false));
        QVERIFY(rampColor(0, false).lightness() < rampColor(1, false).lightness());
    }
};

QTEST_GUILESS_MAIN(TestSmoothing)
#include "tst_smoothing.moc"
