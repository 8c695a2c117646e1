// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/random.h"
#include "engine/estimators/model.h"
#include "engine/explain/attribution.h"
#include "engine/preprocess/mutualinfo.h"
#include "engine/preprocess/projection.h"
#include "engine/preprocess/selection.h"

#include <Eigen/Eigenvalues>
#include <QtTest>
#include <boost/math/special_functions/digamma.hpp>
#include <cmath>
#include <numeric>

using namespace assay;
using namespace assay::engine;

namespace {

constexpr double gap = std::numeric_limits<double>::quiet_NaN();

Vector normals(Eigen::Index n, std::uint64_t seed)
{
    Random random(seed);
    Vector values(n);
    for (double &value : values)
        value = random.normal();
    return values;
}

double informationOf(const Vector &a, bool discreteA, const Vector &b, bool discreteB)
{
    return mutualInformation({.values = a, .discrete = discreteA}, {.values = b, .discrete = discreteB}, 7);
}

// Ross 2014 by looking at every pair.
double slowByClass(const Vector &x, const Vector &y)
{
    const Eigen::Index n = x.size();
    double sum = 0;
    for (Eigen::Index i = 0; i < n; ++i) {
        std::vector<double> distances;
        for (Eigen::Index j = 0; j < n; ++j) {
            if (j != i && y[j] == y[i])
                distances.push_back(std::abs(x[j] - x[i]));
        }
        std::ranges::sort(distances);
        double nearer = 0;
        for (Eigen::Index j = 0; j < n; ++j)
            nearer += std::abs(x[j] - x[i]) < distances[2] ? 1 : 0;
        sum += boost::math::digamma(3.0) - boost::math::digamma(static_cast<double>(distances.size() + 1)) -
               boost::math::digamma(nearer);
    }
    return boost::math::digamma(static_cast<double>(n)) + sum / static_cast<double>(n);
}

// Kraskov, Stögbauer & Grassberger 2004, their first estimate, by looking at every pair.
double slowByNeighbours(const Vector &x, const Vector &y)
{
    const Eigen::Index n = x.size();
    double sum = 0;
    for (Eigen::Index i = 0; i < n; ++i) {
        std::vector<double> distances;
        for (Eigen::Index j = 0; j < n; ++j) {
            if (j != i)
                distances.push_back(std::max(std::abs(x[j] - x[i]), std::abs(y[j] - y[i])));
        }
        std::ranges::sort(distances);
        double nx = 0, ny = 0;
        for (Eigen::Index j = 0; j < n; ++j) {
            nx += j != i && std::abs(x[j] - x[i]) < distances[2] ? 1 : 0;
            ny += j != i && std::abs(y[j] - y[i]) < distances[2] ? 1 : 0;
        }
        sum += boost::math::digamma(nx + 1) + boost::math::digamma(ny + 1);
    }
    return boost::math::digamma(static_cast<double>(n)) + boost::math::digamma(3.0) - sum / static_cast<double>(n);
}

Vector scaled(const Vector &x)
{
    return x / std::sqrt((x.array() - x.mean()).square().mean());
}

/// Ten columns of noise of which the target follows 2 and 6, and 7 is a copy of 6 with noise.
struct Signals
{
    Matrix X;
    Supervision binary, several, number;
};

Signals signalsAmongNoise(Eigen::Index n = 600)
{
    Signals out;
    Random random(41);
    out.X = Matrix(n, 10);
    for (double &value : out.X.reshaped())
        value = random.normal();
    out.X.col(7) = out.X.col(6) + 0.5 * out.X.col(7);
    const Vector margin = 2 * out.X.col(2) - 3 * out.X.col(6);
    out.binary = {.y = Vector(n), .labels = {"no", "yes"}};
    out.several = {.y = Vector(n), .labels = {"a", "b", "c"}};
    out.number = {.y = margin + normals(n, 3)};
    for (Eigen::Index i = 0; i < n; ++i) {
        out.binary.y[i] = random.uniform() < 1 / (1 + std::exp(-margin[i])) ? 1 : 0;
        out.several.y[i] = out.X(i, 2) > 0.5 ? 2 : (out.X(i, 6) > 0 ? 1 : 0);
    }
    return out;
}

std::vector<Eigen::Index> selected(Select how, std::size_t count, const Matrix &X, const Supervision &learn)
{
    const PreprocessOptions options{.select = how, .selectCount = count};
    return selectColumns(X, Vector::Ones(X.cols()), options, learn, {}).value();
}

} // namespace

class TestSelection : public QObject
{
    Q_OBJECT

private slots:
    void keepsWhatVaries();
    void countsInformation();
    void estimatesInformation_data();
    void estimatesInformation();
    void estimatesAsByEveryPair();
    void findsSignals_data();
    void findsSignals();
    void gapsAndConstantsDoNotWin();
    void cancels();
    void componentsOfTheCovariance();
    void componentsByShareAndNumber();
    void componentsOfFewRows();
    void attributionsAddUp_data();
    void attributionsAddUp();
};

void TestSelection::keepsWhatVaries()
{
    Matrix X(4, 4);
    X << 1, 0, 3, gap, //
        1, 1, 3, 2,    //
        1, 0, 5, gap,  //
        1, 1, 5, 4;
    // Variances 0, ¼, 1 and 1 (of the values that are there).
    const Vector ones = Vector::Ones(4);
    QCOMPARE(varyingColumns(X, ones, 0), (std::vector<Eigen::Index>{1, 2, 3}));
    QCOMPARE(varyingColumns(X, ones, 0.25), (std::vector<Eigen::Index>{2, 3}));
    // In the units before scaling: a column divided by 10 varied a hundred times as much.
    QCOMPARE(varyingColumns(X, Vector::Constant(4, 10), 24), (std::vector<Eigen::Index>{1, 2, 3}));
    const PreprocessOptions none{.select = Select::Variance, .varianceThreshold = 9};
    QCOMPARE(selectColumns(X, ones, none, {}, {}).error().code, std::string("no_features"));
}

void TestSelection::countsInformation()
{
    Vector a(8), b(8);
    a << 0, 0, 0, 0, 1, 1, 1, 1;
    b << 0, 0, 1, 1, 0, 0, 1, 1;
    QVERIFY(std::abs(informationOf(a, true, b, true)) < 1e-15);
    QVERIFY(std::abs(informationOf(a, true, a, true) - std::log(2)) < 1e-15);
    // Shares ⅜, ⅛, ⅛, ⅜: 2·⅜·log(3/2) + 2·⅛·log(1/2).
    b << 0, 0, 0, 1, 1, 1, 1, 0;
    QVERIFY(std::abs(informationOf(a, true, b, true) - (0.75 * std::log(1.5) + 0.25 * std::log(0.5))) < 1e-15);
}

void TestSelection::estimatesInformation_data()
{
    QTest::addColumn<double>("correlation");
    QTest::newRow("none") << 0.0;
    QTest::newRow("0.6") << 0.6;
    QTest::newRow("0.95") << 0.95;
}

// Of a normal pair the mutual information is −½·log(1 − ρ²).
void TestSelection::estimatesInformation()
{
    QFETCH(const double, correlation);
    const Vector x = normals(3000, 5);
    const Vector y = correlation * x + std::sqrt(1 - correlation * correlation) * normals(3000, 6);
    const double exact = -0.5 * std::log(1 - correlation * correlation);
    QVERIFY(std::abs(informationOf(x, false, y, false) - exact) < 0.05);
    // Cut at the median one side holds a bit at most, and what it tells is symmetric.
    const Vector above = (y.array() > 0).cast<double>();
    const double cut = informationOf(x, false, above, true);
    QVERIFY(std::abs(cut - informationOf(above, true, x, false)) < 1e-12);
    QVERIFY(cut <= std::log(2) && cut < exact + 0.05);
    QVERIFY(correlation < 0.9 || cut > 0.3);
}

void TestSelection::estimatesAsByEveryPair()
{
    const Vector x = normals(400, 11);
    const Vector y = 0.5 * x + normals(400, 12);
    QVERIFY(std::abs(informationOf(x, false, y, false) - slowByNeighbours(scaled(x), scaled(y))) < 1e-6);
    Vector classes(400);
    for (Eigen::Index i = 0; i < 400; ++i)
        classes[i] = y[i] < -0.5 ? 0 : (y[i] < 1 ? 1 : 2);
    QVERIFY(std::abs(informationOf(x, false, classes, true) - slowByClass(scaled(x), classes)) < 1e-6);
    QVERIFY(takesFewValues(classes));
    QVERIFY(!takesFewValues(x));
}

void TestSelection::findsSignals_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("mutual_info") << static_cast<int>(Select::MutualInfo);
    QTest::newRow("l1") << static_cast<int>(Select::L1);
    QTest::newRow("rfe") << static_cast<int>(Select::Rfe);
}

void TestSelection::findsSignals()
{
    QFETCH(const int, how);
    const auto select = static_cast<Select>(how);
    const Signals data = signalsAmongNoise();
    const bool alone = select == Select::MutualInfo; // which judges each column by itself, so that the copy counts
    for (const Supervision *learn : {&data.binary, &data.several, &data.number}) {
        const auto kept = selected(select, alone ? 3 : 2, data.X, *learn);
        QCOMPARE(kept, (alone ? std::vector<Eigen::Index>{2, 6, 7} : std::vector<Eigen::Index>{2, 6}));
        QCOMPARE(selected(select, 5, data.X, *learn).size(), std::size_t(5));
        QCOMPARE(selected(select, 10, data.X, *learn).size(), std::size_t(10));
    }
    // Scales do not matter.
    Matrix stretched = data.X;
    stretched.col(2) *= 1e-4;
    stretched.col(5) *= 1e5;
    QCOMPARE(selected(select, alone ? 3 : 2, stretched, data.binary),
             selected(select, alone ? 3 : 2, data.X, data.binary));
    // Beyond ten thousand rows a share of them decides.
    const Signals large = signalsAmongNoise(12'000);
    const auto kept = selected(select, 2, large.X, large.number);
    QVERIFY(std::ranges::find(kept, 6) != kept.end());
}

void TestSelection::gapsAndConstantsDoNotWin()
{
    Signals data = signalsAmongNoise();
    data.X.col(0).setConstant(gap);
    data.X.col(1).setConstant(3);
    for (Eigen::Index i = 0; i < data.X.rows(); i += 5)
        data.X(i, 6) = gap;
    for (const Select how : {Select::MutualInfo, Select::L1, Select::Rfe}) {
        const auto kept = selected(how, 3, data.X, data.number);
        QVERIFY(std::ranges::find(kept, 0) == kept.end() && std::ranges::find(kept, 1) == kept.end());
        QVERIFY(std::ranges::find(kept, 6) != kept.end());
    }
}

void TestSelection::cancels()
{
    const Signals data = signalsAmongNoise();
    std::stop_source stop;
    stop.request_stop();
    for (const Select how : {Select::MutualInfo, Select::L1, Select::Rfe}) {
        const auto refused = selectColumns(data.X, Vector::Ones(10), {.select = how, .selectCount = 2}, data.binary,
                                           {.stop = stop.get_token()});
        QVERIFY(refused.error().kind == ErrorKind::Cancelled);
    }
}

// The second way: eigenvectors of the covariance.
void TestSelection::componentsOfTheCovariance()
{
    Matrix X = signalsAmongNoise().X;
    X.col(3) *= 5;
    X.col(7).array() += 1000;
    const Projection found = Projection::fit(X, 10);
    QCOMPARE(found.directions.rows(), 10);
    const Eigen::MatrixXd centred = X.rowwise() - X.colwise().mean();
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(centred.transpose() * centred);
    for (Eigen::Index k = 0; k < 10; ++k) {
        const double cosine = std::abs(found.directions.row(k).dot(solver.eigenvectors().col(9 - k)));
        QVERIFY(std::abs(cosine - 1) < 1e-8);
        QVERIFY(std::abs(found.shares[k] - solver.eigenvalues()[9 - k] / solver.eigenvalues().sum()) < 1e-10);
        Eigen::Index largest = 0;
        found.directions.row(k).cwiseAbs().maxCoeff(&largest);
        QVERIFY(found.directions(k, largest) > 0);
    }
    const Matrix scores = found.apply(X);
    const Matrix gram = scores.transpose() * scores;
    for (Eigen::Index i = 0; i < 10; ++i) {
        for (Eigen::Index j = 0; j < i; ++j)
            QVERIFY(std::abs(gram(i, j)) < 1e-7);
    }
    QVERIFY(scores.colwise().mean().cwiseAbs().maxCoeff() < 1e-9);
    // Nothing is lost with all of them.
    const Matrix back = (scores * found.directions).rowwise() + found.means.transpose();
    QVERIFY((back - X).cwiseAbs().maxCoeff() < 1e-9);
}

void TestSelection::componentsByShareAndNumber()
{
    Matrix X = Matrix::Zero(8, 3);
    for (Eigen::Index i = 0; i < 8; ++i) {
        X(i, 0) = i & 1 ? 3 : -3; // variances 9, 1, ¼ of 10.25
        X(i, 1) = i & 2 ? 1 : -1;
        X(i, 2) = i & 4 ? 0.5 : -0.5;
    }
    QCOMPARE(Projection::fit(X, 2).directions.rows(), 2);
    QCOMPARE(Projection::fit(X, 50).directions.rows(), 3);
    QCOMPARE(Projection::fit(X, 0.87).directions.rows(), 1);
    QCOMPARE(Projection::fit(X, 0.9).directions.rows(), 2);
    QCOMPARE(Projection::fit(X, 0.98).directions.rows(), 3);
    QVERIFY(std::abs(Projection::fit(X, 1).shares[0] - 9 / 10.25) < 1e-12);
}

void TestSelection::componentsOfFewRows()
{
    const Matrix X = signalsAmongNoise(6).X; // six rows, ten columns
    const Projection found = Projection::fit(X, 10);
    QCOMPARE(found.directions.rows(), 6);
    QVERIFY(found.apply(X).allFinite());
    QVERIFY(Projection::fit(X.topRows(1), 0.95).apply(X.topRows(1)).allFinite());
    const Json saved = Json::parse(found.toJson().dump());
    QVERIFY(Projection::fromJson(saved).apply(X) == found.apply(X));
}

void TestSelection::attributionsAddUp_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *name, const char *value) {
        QTest::newRow(qPrintable(QStringLiteral("%1=%2").arg(QLatin1String(name), QLatin1String(value))))
            << QString::fromLatin1(name) << QString::fromLatin1(value);
    };
    row("impute", "mean");
    row("missing_indicator", "true");
    row("scale", "quantile_normal");
    row("scale", "robust");
    row("encode", "target");
    row("dates", "parts");
    row("dates", "cyclic");
    row("text", "hash");
    row("outlier_flags", "true");
    row("select", "mutual_info");
    row("select", "l1");
    row("select", "rfe");
    row("select", "variance");
    row("reduce", "pca");
}

// Attributions by feature, summed over whatever columns a feature became, still add up to the margin.
void TestSelection::attributionsAddUp()
{
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    Random random(19);
    const std::size_t n = 300;
    std::vector<double> a(n), b(n), y(n), z(n);
    std::vector<std::int64_t> day(n);
    std::vector<std::optional<std::string>> city(n), remark(n), kind(n);
    for (std::size_t i = 0; i < n; ++i) {
        a[i] = i % 9 == 0 ? gap : std::exp(2 * random.normal());
        b[i] = random.normal();
        day[i] = static_cast<std::int64_t>(random.below(900)) * 86'400'000'000;
        city[i] = std::string(1, static_cast<char>('a' + random.below(7)));
        remark[i] = "word" + std::to_string(random.below(40)) + " text " + std::to_string(i);
        z[i] = b[i] + (*city[i] == "a" ? 2 : 0) + 0.3 * random.normal();
        y[i] = z[i] > 0.5 ? 1 : 0;
        kind[i] = z[i] > 1 ? "high" : (z[i] > 0 ? "middle" : "low");
    }
    const Table table({Column::numbers("a", Kind::Real, a), Column::numbers("b", Kind::Real, b),
                       Column::times("day", Kind::Date, day), Column::texts("city", Kind::Categorical, city),
                       Column::texts("remark", Kind::Text, remark), Column::numbers("y", Kind::Boolean, y),
                       Column::numbers("z", Kind::Real, z), Column::texts("kind", Kind::Categorical, kind)});
    Rows train(200), later(100);
    std::iota(train.begin(), train.end(), Row(0));
    std::iota(later.begin(), later.end(), Row(200));
    FitOptions options{.preprocess = {{name.toStdString(), value.toStdString()}}};
    if (value == QStringLiteral("true"))
        options.preprocess[name.toStdString()] =
            name == QStringLiteral("outlier_flags") ? ParamValue(true) : ParamValue(std::string("true"));
    if (name == QStringLiteral("select") && value != QStringLiteral("variance"))
        options.preprocess["select_k"] = std::int64_t(6);
    const struct
    {
        const char *model, *target;
        double tolerance;
    } cases[] = {{"logistic", "y", 1e-9},
                 {"logistic", "kind", 1e-9},
                 {"linear", "z", 1e-9},
                 {"xgboost", "y", 1e-4},
                 {"xgboost", "z", 1e-4}};
    for (const auto &one : cases) {
        const auto model =
            fitModel(**findEstimator(one.model), {}, table, *resolveTarget(table, {.target = one.target}),
                     {"a", "b", "day", "city", "remark"}, train, {}, options, {});
        QVERIFY2(model.has_value(), model ? "" : model.error().message.c_str());
        const auto told = explain(**model, table, later);
        QVERIFY2(told.has_value(), told ? "" : told.error().message.c_str());
        QVERIFY2(told->additivityMaxError < one.tolerance, qPrintable(QString::number(told->additivityMaxError)));
        QCOMPARE(told->features, (*model)->preprocessor().features());
        if (name == QStringLiteral("reduce")) {
            QCOMPARE(told->features.front(), std::string("pca1"));
            QVERIFY(!told->cells[0][0].empty()); // what a component is in a row can be read
            QVERIFY(!std::isnan(told->magnitudes(0, 0)));
        } else {
            QVERIFY(told->features.size() <= 5);
        }
        const auto shuffled = explain(**model, table, later, {.method = ExplainMethod::Permutation, .repeats = 2});
        QVERIFY2(shuffled.has_value(), shuffled ? "" : shuffled.error().message.c_str());
        // Saved and read back the model says the same.
        const auto loaded = Model::fromJson(Json::parse((*model)->toJson().dump()));
        QVERIFY2(loaded.has_value(), loaded ? "" : loaded.error().message.c_str());
        QVERIFY((*loaded)->predict(table, later).value() == (*model)->predict(table, later).value());
    }
}

QTEST_GUILESS_MAIN(TestSelection)
#include "tst_selection.moc"
