// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/random.h"
#include "engine/metrics/correlation.h"
#include "engine/metrics/smalllogistic.h"
#include "refs.h"

#include <QtTest>

using namespace assay;
using namespace assay::engine;

namespace {

std::vector<double> grid(std::size_t n, std::uint64_t seed, int steps)
{
    Random random(seed);
    std::vector<double> values;
    for (std::size_t i = 0; i < n; ++i)
        values.push_back(std::round(random.normal() * steps));
    return values;
}

int sign(double x)
{
    return (x > 0) - (x < 0);
}

double kendallByPairs(const std::vector<double> &a, const std::vector<double> &b)
{
    double agree = 0, differA = 0, differB = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            agree += sign(a[i] - a[j]) * sign(b[i] - b[j]);
            differA += a[i] != a[j] ? 1 : 0;
            differB += b[i] != b[j] ? 1 : 0;
        }
    }
    return agree / std::sqrt(differA * differB);
}

std::vector<double> ranksByCounting(const std::vector<double> &values)
{
    std::vector<double> ranks;
    for (const double value : values) {
        double rank = 0.5;
        for (const double other : values)
            rank += other < value ? 1 : (other == value ? 0.5 : 0);
        ranks.push_back(rank);
    }
    return ranks;
}

} // namespace

class TestCorrelation : public QObject
{
    Q_OBJECT

private slots:
    void correlations_data();
    void correlations();
    void logisticFitIsAnOptimum();
};

void TestCorrelation::correlations_data()
{
    QTest::addColumn<int>("steps");
    QTest::newRow("heavy ties") << 1;
    QTest::newRow("some ties") << 30;
    QTest::newRow("hardly any") << 1'000'000;
}

void TestCorrelation::correlations()
{
    QFETCH(int, steps);
    const std::vector<double> a = grid(701, 5, steps);
    std::vector<double> b = grid(701, 6, steps);
    for (std::size_t i = 0; i < b.size(); ++i)
        b[i] += std::round(a[i] / 2);
    QVERIFY(refs::close(*kendallTau(a, b), kendallByPairs(a, b), 1e-12));
    const std::vector<double> ra = ranksByCounting(a), rb = ranksByCounting(b);
    QVERIFY(refs::close(*spearmanCorrelation(a, b), *pearsonCorrelation(ra, rb, {}), 1e-12));
    QVERIFY(refs::close(*kendallTau(a, a), 1, 1e-12) && refs::close(*spearmanCorrelation(a, a), 1, 1e-12));
    std::vector<double> weights(a.size(), 1), doubledA = a, doubledB = b;
    for (std::size_t i = 0; i < a.size(); i += 2) {
        weights[i] = 2;
        doubledA.push_back(a[i]);
        doubledB.push_back(b[i]);
    }
    QVERIFY(refs::close(*pearsonCorrelation(a, b, weights), *pearsonCorrelation(doubledA, doubledB, {}), 1e-12));
    const std::vector<double> flat(a.size(), 3);
    QVERIFY(!pearsonCorrelation(a, flat, {}) && !spearmanCorrelation(flat, b) && !kendallTau(a, flat));
}

void TestCorrelation::logisticFitIsAnOptimum()
{
    Random random(9);
    Matrix columns = Matrix::Ones(500, 3);
    Vector truth(500), weights(500), offset(500);
    for (Eigen::Index i = 0; i < 500; ++i) {
        columns(i, 0) = random.normal();
        columns(i, 1) = 5 * random.normal();
        offset[i] = random.normal();
        weights[i] = random.uniform();
        truth[i] = random.uniform() < 1 / (1 + std::exp(-columns(i, 0) - offset[i])) ? 1 : 0;
    }
    const SmallLogistic fit = fitLogistic(columns, truth, weights, offset, Vector::Zero(3));
    QVERIFY(fit.converged);
    const Vector p = (1 / (1 + (-(columns * fit.coefficients + offset)).array().exp())).matrix();
    const Vector gradient = columns.transpose() * (weights.array() * (p - truth).array()).matrix();
    QVERIFY(gradient.cwiseAbs().maxCoeff() < 1e-9);
    const Vector apart = (columns.col(0).array() > 0).cast<double>();
    QVERIFY(!fitLogistic(columns, apart, Vector(), Vector(), Vector::Zero(3)).converged);
}

QTEST_GUILESS_MAIN(TestCorrelation)
#include "tst_correlation.moc"
