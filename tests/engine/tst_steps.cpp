// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/random.h"
#include "engine/estimators/estimator.h"
#include "engine/preprocess/encoding.h"
#include "engine/preprocess/murmurhash.h"
#include "engine/preprocess/steps.h"

#include <QtTest>
#include <cmath>
#include <numbers>
#include <numeric>
#include <set>

using namespace assay;
using namespace assay::engine;

namespace {

constexpr double gap = std::numeric_limits<double>::quiet_NaN();
constexpr std::int64_t hour = 3'600'000'000;

Rows firstRows(std::size_t count, Row from = 0)
{
    Rows rows(count);
    std::iota(rows.begin(), rows.end(), from);
    return rows;
}

PreprocessOptions optionsOf(const Params &given, const PreprocessOptions &base = {})
{
    return preprocessOptions(base, given).value();
}

Params words(const QString &text)
{
    std::map<std::string, std::string> texts;
    for (const QString &word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QStringList pair = word.split(QLatin1Char('='));
        texts[pair[0].toStdString()] = pair[1].toStdString();
    }
    const Params all = resolveParams(preprocessParams(), texts).value();
    Params given;
    for (const auto &[name, value] : texts)
        given[name] = all.at(name);
    return given;
}

double cell(const Preprocessor &p, const Table &table, Row row, const std::string &column)
{
    const auto names = p.columnNames();
    const auto place = std::ranges::find(names, column) - names.begin();
    return p.transform(table, {row}).value()(0, place);
}

Preprocessor ofNumbers(const std::vector<double> &values, const QString &steps, const Table &table)
{
    return Preprocessor::fit(table, firstRows(values.size()), {"x"}, optionsOf(words(steps))).value();
}

Table numbersAnd(std::vector<double> training, const std::vector<double> &later)
{
    training.insert(training.end(), later.begin(), later.end());
    return Table({Column::numbers("x", Kind::Real, training)});
}

bool near(double a, double b, double tolerance = 1e-12)
{
    return std::abs(a - b) <= tolerance;
}

/// Area under the ROC curve, pair by pair.
double areaUnderRoc(const Vector &scores, const Vector &truth)
{
    double won = 0, pairs = 0;
    for (Eigen::Index i = 0; i < truth.size(); ++i) {
        for (Eigen::Index j = 0; j < truth.size() && truth[i] == 1; ++j) {
            if (truth[j] == 1)
                continue;
            won += scores[i] > scores[j] ? 1 : (scores[i] == scores[j] ? 0.5 : 0);
            pairs += 1;
        }
    }
    return won / pairs;
}

/// Every kind of column, with gaps, rare levels and outliers; the last 60 rows hold levels never seen before.
Table everything(std::uint64_t seed = 3)
{
    Random random(seed);
    const std::size_t n = 240;
    std::vector<double> age(n), fare(n), flag(n), truth(n), constant(n, 7), empty(n, gap);
    std::vector<std::int64_t> day(n);
    std::vector<std::optional<std::string>> city(n), remark(n), klass(n);
    const char *const syllables[] = {"red", "green", "Blue", "grün", "house", "tree", "2nd"};
    for (std::size_t i = 0; i < n; ++i) {
        age[i] = random.uniform() < 0.1 ? gap : std::floor(random.uniform() * 60);
        fare[i] = std::exp(3 * random.normal());
        flag[i] = random.uniform() < 0.3 ? 1 : 0;
        day[i] = random.uniform() < 0.1 ? Column::missingTime : static_cast<std::int64_t>(random.below(40'000)) * hour;
        const auto level = static_cast<char>('a' + random.below(i < 180 ? 6 : 9));
        if (random.uniform() > 0.1)
            city[i] = std::string(1, level);
        for (int word = 0; word < 4; ++word)
            remark[i] = remark[i].value_or("") + ' ' + syllables[random.below(7)];
        remark[i] = *remark[i] + std::to_string(i);
        truth[i] = random.uniform() < (flag[i] == 1 || age[i] > 40 ? 0.8 : 0.2) ? 1 : 0;
        klass[i] = std::string(1, static_cast<char>('p' + random.below(3)));
    }
    return Table({Column::numbers("age", Kind::Integer, age), Column::numbers("fare", Kind::Real, fare),
                  Column::numbers("flag", Kind::Boolean, flag), Column::times("day", Kind::DateTime, day),
                  Column::texts("city", Kind::Categorical, city), Column::texts("remark", Kind::Text, remark),
                  Column::numbers("constant", Kind::Integer, constant), Column::numbers("empty", Kind::Real, empty),
                  Column::numbers("y", Kind::Boolean, truth), Column::texts("class", Kind::Categorical, klass)});
}

const std::vector<std::string> features{"age", "fare", "flag", "day", "city", "remark", "constant", "empty"};

Supervision learnFrom(const Table &table, const Rows &rows, const std::string &target)
{
    const Column::Groups groups = table.find(target)->groups();
    Supervision learn{.y = Vector(static_cast<Eigen::Index>(rows.size())), .labels = groups.labels, .seed = 5};
    for (std::size_t i = 0; i < rows.size(); ++i)
        learn.y[static_cast<Eigen::Index>(i)] = groups.codes[rows[i]];
    return learn;
}

void sameBits(const Matrix &a, const Matrix &b)
{
    QCOMPARE(a.rows(), b.rows());
    QCOMPARE(a.cols(), b.cols());
    for (Eigen::Index i = 0; i < a.size(); ++i)
        QVERIFY(a.data()[i] == b.data()[i] || (std::isnan(a.data()[i]) && std::isnan(b.data()[i])));
}

} // namespace

class TestSteps : public QObject
{
    Q_OBJECT

private slots:
    void parametersDescribeThemselves();
    void leavesToTheEstimatorWhatIsNotGiven();
    void refusesWhatDoesNotFit();
    void scales_data();
    void scales();
    void ranksAsScikitLearn();
    void marksOutliers();
    void takesDatesApart();
    void putsDatesOnACircle();
    void hashesAsMurmur();
    void hashesTexts();
    void hashesCharacters();
    void encodesByTarget_data();
    void encodesByTarget();
    void encodesSeveralClasses();
    void encodesOutOfFold();
    void leaksNothing();
    void everyOption_data();
    void everyOption();
    void learnsFromTrainingRowsOnly_data() { everyOption_data(); }
    void learnsFromTrainingRowsOnly();
    void needsATarget();
    void loadsOlderModels();
};

void TestSteps::parametersDescribeThemselves()
{
    std::set<std::string> names;
    for (const ParamSpec &spec : preprocessParams()) {
        QVERIFY2(names.insert(spec.name).second, spec.name.c_str());
        QVERIFY2(!spec.help.empty(), spec.name.c_str());
        QVERIFY2(checkParam(spec, spec.defaultValue).has_value(), spec.name.c_str());
        for (const std::string &choice : spec.choices)
            QVERIFY2(preprocessOptions({}, {{spec.name, choice}}).has_value(), choice.c_str());
    }
    for (const char *name :
         {"impute", "missing_indicator", "scale", "encode", "target_smoothing", "dates", "text", "text_features",
          "text_ngrams", "outlier_flags", "select", "select_k", "variance_threshold", "reduce", "pca_components"})
        QVERIFY2(names.contains(name), name);
}

void TestSteps::leavesToTheEstimatorWhatIsNotGiven()
{
    for (const EstimatorInfo &info : estimators()) {
        QVERIFY(optionsOf({}, info.preprocess) == info.preprocess);
        // "auto" is the same as not given.
        const Params automatic{{"impute", std::string("auto")},
                               {"scale", std::string("auto")},
                               {"encode", std::string("auto")},
                               {"missing_indicator", std::string("auto")}};
        QVERIFY(optionsOf(automatic, info.preprocess) == info.preprocess);
    }
    const PreprocessOptions trees{.impute = Impute::None, .standardize = false};
    const PreprocessOptions scaled = optionsOf(words(QStringLiteral("scale=robust")), trees);
    QVERIFY(scaled.standardize && scaled.scaling == Scaling::Robust && scaled.impute == Impute::None);
    QVERIFY(!optionsOf(words(QStringLiteral("scale=none"))).standardize);
    // Components need filled and comparable columns.
    const PreprocessOptions components = optionsOf(words(QStringLiteral("reduce=pca")), trees);
    QVERIFY(components.impute == Impute::Median && components.standardize);
    QVERIFY(!optionsOf(words(QStringLiteral("reduce=pca scale=none"))).standardize);
}

void TestSteps::refusesWhatDoesNotFit()
{
    const auto code = [](const Params &given) { return preprocessOptions({}, given).error().code; };
    QCOMPARE(code({{"scaling", std::string("robust")}}), std::string("unknown_parameter"));
    QCOMPARE(code({{"scale", std::string("log")}}), std::string("bad_parameter"));
    QCOMPARE(code({{"select_k", std::int64_t(0)}}), std::string("bad_parameter"));
    QCOMPARE(code({{"reduce", std::string("pca")}, {"impute", std::string("none")}}), std::string("bad_parameter"));
    QCOMPARE(code({{"reduce", std::string("pca")}, {"pca_components", 2.5}}), std::string("bad_parameter"));
}

void TestSteps::scales_data()
{
    QTest::addColumn<QString>("steps");
    QTest::addColumn<double>("at4");
    QTest::addColumn<double>("at50");
    QTest::addColumn<double>("at1000");
    // Training values 1, 2, 3, 4, 100: quartiles 2, 3, 4 (numpy's linear), mean 22, population variance 1522.
    const double sd = std::sqrt(1522.0);
    QTest::newRow("none") << "scale=none" << 4.0 << 50.0 << 1000.0;
    QTest::newRow("standard") << "scale=standard" << -18 / sd << 28 / sd << 978 / sd;
    QTest::newRow("robust") << "scale=robust" << 0.5 << 23.5 << 498.5;
    QTest::newRow("minmax") << "scale=minmax" << 3.0 / 99 << 49.0 / 99 << 999.0 / 99;
    QTest::newRow("quantile") << "scale=quantile" << 0.75 << 0.75 + 0.25 * 46 / 96 << 1.0;
    QTest::newRow("quantile, normal") << "scale=quantile_normal" << 0.6744897501960817 << 1.1254068571636224
                                      << 5.199337582605575;
}

void TestSteps::scales()
{
    QFETCH(const QString, steps);
    QFETCH(const double, at4);
    QFETCH(const double, at50);
    QFETCH(const double, at1000);
    const std::vector<double> values{1, 2, 3, 4, 100};
    const Table table = numbersAnd(values, {50, 1000, gap});
    const Preprocessor p = ofNumbers(values, steps, table);
    QVERIFY(near(cell(p, table, 3, "x"), at4));
    QVERIFY2(near(cell(p, table, 5, "x"), at50, 1e-9), qPrintable(QString::number(cell(p, table, 5, "x"), 'g', 17)));
    QVERIFY(near(cell(p, table, 6, "x"), at1000, 1e-9));
    QVERIFY(near(cell(p, table, 7, "x"), cell(p, table, 2, "x"))); // the median, 3
}

void TestSteps::ranksAsScikitLearn()
{
    // Ties get the middle of their ranks, values beyond the training ones its ends.
    const std::vector<double> values{1, 2, 2, 2, 3};
    const Table table = numbersAnd(values, {2, 0, 5, 1.5});
    const Preprocessor p = ofNumbers(values, QStringLiteral("scale=quantile"), table);
    QCOMPARE(cell(p, table, 5, "x"), 0.5);
    QCOMPARE(cell(p, table, 6, "x"), 0.0);
    QCOMPARE(cell(p, table, 7, "x"), 1.0);
    QCOMPARE(cell(p, table, 8, "x"), 0.125);
    // Many values: uniform ranks, whatever the distribution was.
    std::vector<double> many(5000);
    Random random(9);
    for (double &value : many)
        value = std::exp(4 * random.normal());
    const Table large = numbersAnd(many, {});
    const Matrix X = ofNumbers(many, QStringLiteral("scale=quantile"), large).transform(large, firstRows(5000)).value();
    std::ranges::sort(many);
    for (std::size_t i = 0; i < many.size(); ++i) {
        const double rank = X(static_cast<Eigen::Index>(i), 0);
        const auto place = std::ranges::lower_bound(many, large.find("x")->numbers()[i]) - many.begin();
        QVERIFY(near(rank, static_cast<double>(place) / 4999, 1e-3));
    }
}

void TestSteps::marksOutliers()
{
    // Quartiles of 1 … 9 and 40 are 3.25 and 7.75, the fences −3.5 and 14.5.
    const std::vector<double> values{1, 2, 3, 4, 5, 6, 7, 8, 9, 40};
    const Table table = numbersAnd(values, {14.5, 14.6, -3.5, -3.6, gap});
    const Preprocessor p = ofNumbers(values, QStringLiteral("outlier_flags=true"), table);
    QCOMPARE(p.columnNames(), (std::vector<std::string>{"x", "x=(outlier)"}));
    QCOMPARE(p.columns()[1].feature, std::size_t(0));
    const double expected[] = {0, 1, 0, 1, 0};
    for (Row row = 10; row < 15; ++row)
        QCOMPARE(cell(p, table, row, "x=(outlier)"), expected[row - 10]);
    QCOMPARE(cell(p, table, 9, "x=(outlier)"), 1.0);
    // Without outliers in training there is no column.
    const std::vector<double> tame{1, 2, 3, 4};
    QCOMPARE(ofNumbers(tame, QStringLiteral("outlier_flags=true"), numbersAnd(tame, {})).columnNames().size(),
             std::size_t(1));
}

void TestSteps::takesDatesApart()
{
    // 2024-02-29 13:30, a Thursday; 1969-12-31 23:00, a Wednesday; 2001-09-09 01:46:40, a Sunday.
    const Table table({Column::times("t", Kind::DateTime,
                                     {1'709'213'400'000'000, -hour, 1'000'000'000'000'000, Column::missingTime})});
    const Preprocessor p =
        Preprocessor::fit(table, firstRows(3), {"t"}, optionsOf(words(QStringLiteral("dates=parts scale=none"))))
            .value();
    QCOMPARE(p.columnNames(), (std::vector<std::string>{"t=year", "t=month", "t=day", "t=weekday", "t=hour"}));
    QCOMPARE(p.features(), (std::vector<std::string>{"t"}));
    const double expected[3][5] = {{2024, 2, 29, 3, 13}, {1969, 12, 31, 2, 23}, {2001, 9, 9, 6, 1}};
    const Matrix X = p.transform(table, firstRows(4)).value();
    for (Eigen::Index i = 0; i < 3; ++i) {
        for (Eigen::Index j = 0; j < 5; ++j)
            QCOMPARE(X(i, j), expected[i][j]);
    }
    QCOMPARE(X(3, 0), 2001.0); // the median fills gaps
    // Parts that do not vary are left out; where none does, seconds stay.
    const Table days({Column::times("t", Kind::Date, {0, 24 * hour, 48 * hour})});
    const auto names = [&](const Table &dates) {
        return Preprocessor::fit(dates, firstRows(3), {"t"}, optionsOf(words(QStringLiteral("dates=parts"))))
            .value()
            .columnNames();
    };
    QCOMPARE(names(days), (std::vector<std::string>{"t=day", "t=weekday"}));
    QCOMPARE(names(Table({Column::times("t", Kind::DateTime, {0, 1'000'000, 2'000'000})})),
             (std::vector<std::string>{"t"}));
}

void TestSteps::putsDatesOnACircle()
{
    const Table table({Column::times("t", Kind::DateTime,
                                     {1'709'213'400'000'000, -hour, 1'000'000'000'000'000, Column::missingTime})});
    const Preprocessor p =
        Preprocessor::fit(table, firstRows(4), {"t"},
                          optionsOf(words(QStringLiteral("dates=cyclic scale=none missing_indicator=true"))))
            .value();
    QCOMPARE(p.columnNames().size(), std::size_t(10));
    const double turn = 2 * std::numbers::pi;
    QVERIFY(near(cell(p, table, 0, "t=month_sin"), std::sin(turn / 12)));
    QVERIFY(near(cell(p, table, 0, "t=day_cos"), std::cos(turn * 28 / 29))); // of 29 days
    QVERIFY(near(cell(p, table, 0, "t=weekday_sin"), std::sin(turn * 3 / 7)));
    QVERIFY(near(cell(p, table, 0, "t=hour_cos"), std::cos(turn * 13.5 / 24)));
    QCOMPARE(cell(p, table, 0, "t=year"), 2024.0);
    QCOMPARE(cell(p, table, 3, "t=(missing)"), 1.0);
    QCOMPARE(cell(p, table, 0, "t=(missing)"), 0.0);
}

void TestSteps::hashesAsMurmur()
{
    // Values of the reference implementation (Appleby, MurmurHash3_x86_32, seed 0).
    QCOMPARE(murmurHash3(""), 0u);
    QCOMPARE(murmurHash3("test"), 0xba6bd213u);
    QCOMPARE(murmurHash3("Hello, world!"), 0xc0363e43u);
    QCOMPARE(murmurHash3("The quick brown fox jumps over the lazy dog"), 0x2e4ff723u);
}

void TestSteps::hashesTexts()
{
    std::vector<std::optional<std::string>> texts;
    for (int i = 0; i < 30; ++i)
        texts.emplace_back("Row " + std::to_string(i));
    texts.emplace_back("row, ROW! row 7"); // grams: row ×3, 7, row row ×2, row 7
    texts.emplace_back("unheard words");
    texts.emplace_back(std::nullopt);
    texts.emplace_back("--");
    const Table table({Column::texts("t", Kind::Text, texts)});
    const Preprocessor p =
        Preprocessor::fit(table, firstRows(30), {"t"}, optionsOf(words(QStringLiteral("text=hash text_features=4096"))))
            .value();
    QCOMPARE(p.features(), (std::vector<std::string>{"t"}));
    const auto signedCount = [](const char *gram) {
        return std::pair{
            std::to_string(std::abs(static_cast<std::int64_t>(static_cast<std::int32_t>(murmurHash3(gram)))) % 4096),
            static_cast<std::int32_t>(murmurHash3(gram)) >= 0 ? 1.0 : -1.0};
    };
    const double length = std::sqrt(9.0 + 1 + 4 + 1);
    const auto [row, rowSign] = signedCount("row");
    const auto [seven, sevenSign] = signedCount("7");
    const auto [pair, pairSign] = signedCount("row 7");
    QVERIFY(near(cell(p, table, 30, "t#" + row), 3 * rowSign / length));
    QVERIFY(near(cell(p, table, 30, "t#" + seven), sevenSign / length));
    QVERIFY(near(cell(p, table, 30, "t#" + pair), pairSign / length));
    for (const Row silent : {32u, 33u})
        QCOMPARE(p.transform(table, {silent}).value().norm(), 0.0);
    QVERIFY(near(p.transform(table, {3}).value().norm(), 1));
    // Left out without hashing.
    QCOMPARE(Preprocessor::fit(table, firstRows(30), {"t"}, {}).error().code, std::string("no_features"));
}

void TestSteps::hashesCharacters()
{
    std::vector<std::optional<std::string>> texts;
    for (int i = 0; i < 30; ++i)
        texts.emplace_back("köln" + std::to_string(i));
    const Table table({Column::texts("t", Kind::Text, texts)});
    const Preprocessor p =
        Preprocessor::fit(
            table, firstRows(30), {"t"},
            optionsOf(words(QStringLiteral("text=hash text_features=65536 text_unit=char text_ngrams=3"))))
            .value();
    const auto bucket = [](const char *gram) {
        return "t#" + std::to_string(std::abs(static_cast<std::int64_t>(static_cast<std::int32_t>(murmurHash3(gram)))) %
                                     65536);
    };
    for (const char *gram : {"ö", "kö", "köl", " k", " kö", "n2", "2 "})
        QVERIFY2(cell(p, table, 2, bucket(gram)) != 0, gram);
}

void TestSteps::encodesByTarget_data()
{
    QTest::addColumn<double>("smoothing");
    QTest::addColumn<double>("a");
    QTest::addColumn<double>("b");
    // a: 1 1 1 0, b: 0 0, c: 1; the prior is 4/7. m-estimate with 2 rows: (3 + 2·4/7)/6, (0 + 2·4/7)/4.
    QTest::newRow("m-estimate") << 2.0 << (3 + 8.0 / 7) / 6 << (8.0 / 7) / 4;
    // Empirical Bayes: the variance of y is 12/49; within a ¾·¼·4/4 = 3/16 a row: λ = (48/49)/(48/49 + 3/16).
    const double share = (48.0 / 49) / (48.0 / 49 + 3.0 / 16);
    QTest::newRow("empirical Bayes") << 0.0 << share * 0.75 + (1 - share) * 4 / 7 << 0.0;
}

void TestSteps::encodesByTarget()
{
    QFETCH(const double, smoothing);
    QFETCH(const double, a);
    QFETCH(const double, b);
    const Table table({Column::texts("t", Kind::Categorical,
                                     {{"a"}, {"a"}, {"b"}, {"a"}, {"b"}, {"a"}, {"c"}, {"d"}, std::nullopt})});
    Supervision learn{.y = Vector(7), .labels = {"no", "yes"}};
    learn.y << 1, 1, 0, 1, 0, 0, 1;
    PreprocessOptions options{.standardize = false, .encode = Encode::Target, .targetSmoothing = smoothing};
    const auto fitted = Preprocessor::fitTransform(table, firstRows(7), {"t"}, options, learn).value();
    QCOMPARE(fitted.preprocessor.columnNames(), (std::vector<std::string>{"t=(target)"}));
    const Matrix X = fitted.preprocessor.transform(table, firstRows(9)).value();
    QVERIFY2(near(X(0, 0), a), qPrintable(QString::number(X(0, 0), 'g', 17)));
    QVERIFY(near(X(2, 0), b));
    QVERIFY(near(X(7, 0), 4.0 / 7)); // never seen
    QVERIFY(near(X(8, 0), 4.0 / 7)); // never missing in training
    // A row of weight 2 counts as two rows.
    const Table twice(
        {Column::texts("t", Kind::Categorical, {{"a"}, {"a"}, {"b"}, {"a"}, {"b"}, {"a"}, {"c"}, {"c"}})});
    learn.weights = Vector::Ones(7);
    learn.weights[6] = 2;
    Supervision repeated{.y = Vector(8), .labels = {"no", "yes"}};
    repeated.y << 1, 1, 0, 1, 0, 0, 1, 1;
    const Matrix weighed = Preprocessor::fitTransform(table, firstRows(7), {"t"}, options, learn)
                               .value()
                               .preprocessor.transform(table, firstRows(7))
                               .value();
    const Matrix longer = Preprocessor::fitTransform(twice, firstRows(8), {"t"}, options, repeated)
                              .value()
                              .preprocessor.transform(table, firstRows(7))
                              .value();
    for (Eigen::Index i = 0; i < 7; ++i)
        QVERIFY(near(weighed(i, 0), longer(i, 0)));
}

void TestSteps::encodesSeveralClasses()
{
    const Table table = everything();
    const Rows rows = firstRows(180);
    const PreprocessOptions options{.standardize = false, .encode = Encode::Target, .targetSmoothing = 1};
    const auto fitted =
        Preprocessor::fitTransform(table, rows, {"city"}, options, learnFrom(table, rows, "class")).value();
    QCOMPARE(fitted.preprocessor.columnNames(),
             (std::vector<std::string>{"city=(target p)", "city=(target q)", "city=(target r)"}));
    QCOMPARE(fitted.preprocessor.features(), (std::vector<std::string>{"city"}));
    // One column a class: shares of the classes among the rows of a level, which add up to 1.
    QVERIFY((fitted.X.rowwise().sum().array() - 1).abs().maxCoeff() < 1e-12);
    const Matrix later = fitted.preprocessor.transform(table, firstRows(60, 180)).value();
    QVERIFY((later.rowwise().sum().array() - 1).abs().maxCoeff() < 1e-12);
}

// What a training row gets does not depend on its own target.
void TestSteps::encodesOutOfFold()
{
    const Table table = everything();
    const Rows rows = firstRows(180);
    Supervision learn = learnFrom(table, rows, "y");
    learn.labels.clear(); // as a number, so that the folds do not follow the classes
    const PreprocessOptions options{.standardize = false, .encode = Encode::Target};
    const Matrix before = Preprocessor::fitTransform(table, rows, {"city"}, options, learn).value().X;
    for (const Eigen::Index row : {0, 17, 101, 179}) {
        Supervision other = learn;
        other.y[row] = 40;
        const auto fitted = Preprocessor::fitTransform(table, rows, {"city"}, options, other).value();
        QVERIFY(near(fitted.X(row, 0), before(row, 0)));
        QVERIFY(!near((fitted.X - before).norm(), 0));
        const Matrix later = fitted.preprocessor.transform(table, rows).value();
        QVERIFY(!near(later(row, 0), fitted.X(row, 0)));
    }
    learn.seed = 6;
    QVERIFY(Preprocessor::fitTransform(table, rows, {"city"}, options, learn).value().X != before);
}

// A category of many levels beside a random target tells nothing, however well it fits the rows it was fitted on.
void TestSteps::leaksNothing()
{
    Random random(23);
    std::vector<std::optional<std::string>> levels;
    Supervision learn{.y = Vector(3000), .labels = {"0", "1"}};
    for (Eigen::Index i = 0; i < 3000; ++i) {
        levels.emplace_back("level " + std::to_string(random.below(600)));
        learn.y[i] = random.uniform() < 0.5 ? 1 : 0;
    }
    const Table table({Column::texts("t", Kind::Categorical, levels)});
    const Rows rows = firstRows(3000);
    for (const double smoothing : {0.0, 1.0, 20.0}) {
        const PreprocessOptions options{.encode = Encode::Target, .targetSmoothing = smoothing};
        const auto fitted = Preprocessor::fitTransform(table, rows, {"t"}, options, learn).value();
        const double outOfFold = areaUnderRoc(fitted.X.col(0), learn.y);
        const double inSample = areaUnderRoc(fitted.preprocessor.transform(table, rows).value().col(0), learn.y);
        QVERIFY2(std::abs(outOfFold - 0.5) < 0.03, qPrintable(QString::number(outOfFold)));
        QVERIFY2(inSample > 0.68, qPrintable(QString::number(inSample)));
    }
}

void TestSteps::everyOption_data()
{
    QTest::addColumn<QString>("steps");
    for (const char *steps :
         {"",
          "impute=mean missing_indicator=true",
          "impute=most_frequent scale=robust",
          "impute=none scale=none",
          "scale=minmax outlier_flags=true",
          "scale=quantile",
          "scale=quantile_normal impute=none",
          "encode=target",
          "encode=target target_smoothing=10 scale=none",
          "dates=parts",
          "dates=cyclic impute=none",
          "text=hash",
          "text=hash text_unit=char text_ngrams=3 text_features=64",
          "select=variance variance_threshold=0.1",
          "select=mutual_info select_k=5",
          "select=l1 select_k=4",
          "select=rfe select_k=4 impute=none",
          "reduce=pca",
          "reduce=pca pca_components=3",
          "drop_constant=false drop_id_like=false",
          "max_levels=3 min_level_count=20",
          "missing_indicator=true scale=quantile encode=target dates=cyclic text=hash outlier_flags=true "
          "select=mutual_info select_k=30 reduce=pca pca_components=0.8"})
        QTest::newRow(steps[0] ? steps : "nothing") << QString::fromLatin1(steps);
}

void TestSteps::everyOption()
{
    QFETCH(const QString, steps);
    const Table table = everything();
    const Rows rows = firstRows(180);
    for (const char *target : {"y", "class"}) {
        const PreprocessOptions options = optionsOf(words(steps));
        const auto fitted =
            Preprocessor::fitTransform(table, rows, features, options, learnFrom(table, rows, target)).value();
        const Preprocessor &p = fitted.preprocessor;
        QCOMPARE(fitted.X.cols(), static_cast<Eigen::Index>(p.columns().size()));
        for (const FeatureColumn &column : p.columns())
            QVERIFY(column.feature < p.features().size());
        for (const std::string &source : p.sources())
            QVERIFY(std::ranges::find(features, source) != features.end());
        // Levels never seen, a gap in every column, one row alone.
        const Matrix later = p.transform(table, firstRows(60, 180)).value();
        if (options.impute != Impute::None) {
            QVERIFY(later.allFinite());
            QVERIFY(fitted.X.allFinite());
        }
        sameBits(p.transform(table, {200}).value(), later.row(20));
        QCOMPARE(p.transform(table, {}).value().rows(), 0);
        if (options.encode == Encode::OneHot)
            sameBits(p.transform(table, rows).value(), fitted.X);
        const auto loaded = Preprocessor::fromJson(Json::parse(p.toJson().dump()));
        QVERIFY2(loaded.has_value(), loaded ? "" : loaded.error().message.c_str());
        QCOMPARE(loaded->toJson().dump(), p.toJson().dump());
        QVERIFY(loaded->options() == options);
        QVERIFY(loaded->columns() == p.columns());
        QCOMPARE(loaded->notes(), p.notes());
        QCOMPARE(loaded->levelColumns(), p.levelColumns());
        sameBits(loaded->transform(table, firstRows(60, 180)).value(), later);
        // A single training row, and the columns a later table may lack.
        const auto alone = Preprocessor::fitTransform(table, {3}, features, options, learnFrom(table, {3}, target));
        QVERIFY(alone.has_value() || alone.error().code == "no_features");
        const std::vector<std::string> sources = p.sources();
        std::vector<std::string> unused;
        for (const std::string &name : features) {
            if (std::ranges::find(sources, name) == sources.end())
                unused.push_back(name);
        }
        unused.push_back(target);
        sameBits(p.transform(table.without(unused), firstRows(60, 180)).value(), later);
    }
}

void TestSteps::learnsFromTrainingRowsOnly()
{
    QFETCH(const QString, steps);
    const Table table = everything();
    const Rows rows = firstRows(180);
    // The same training rows beside others: nothing that is learnt changes.
    const Table other = everything(77);
    std::vector<Column> columns;
    for (std::size_t i = 0; i < table.columnCount(); ++i) {
        const Column &kept = table.column(i);
        const Column &changed = other.column(i);
        if (kept.storage() == Storage::Codes) {
            std::vector<std::optional<std::string>> texts;
            for (Row row = 0; row < 240; ++row) {
                const Column &from = row < 180 ? kept : changed;
                texts.push_back(from.isMissing(row) ? std::nullopt
                                                    : std::optional(from.text(row) + (row < 180 ? "" : "!")));
            }
            columns.push_back(Column::texts(kept.name(), kept.kind(), texts));
        } else if (kept.isNumeric()) {
            std::vector<double> values(kept.numbers().begin(), kept.numbers().end());
            std::copy(changed.numbers().begin() + 180, changed.numbers().end(), values.begin() + 180);
            columns.push_back(Column::numbers(kept.name(), kept.kind(), values));
        } else {
            std::vector<std::int64_t> values(kept.times().begin(), kept.times().end());
            std::copy(changed.times().begin() + 180, changed.times().end(), values.begin() + 180);
            columns.push_back(Column::times(kept.name(), kept.kind(), values));
        }
    }
    const Table mixed(std::move(columns));
    const PreprocessOptions options = optionsOf(words(steps));
    const Supervision learn = learnFrom(table, rows, "y");
    const auto a = Preprocessor::fitTransform(table, rows, features, options, learn).value();
    const auto b = Preprocessor::fitTransform(mixed, rows, features, options, learn).value();
    QCOMPARE(a.preprocessor.toJson().dump(), b.preprocessor.toJson().dump());
    sameBits(a.X, b.X);
}

void TestSteps::needsATarget()
{
    const Table table = everything();
    for (const char *steps : {"encode=target", "select=l1", "select=mutual_info", "select=rfe"})
        QCOMPARE(Preprocessor::fit(table, firstRows(180), features, optionsOf(words(QString::fromLatin1(steps))))
                     .error()
                     .code,
                 std::string("needs_target"));
    for (const char *steps : {"select=variance", "reduce=pca", "text=hash dates=parts"}) {
        const PreprocessOptions options = optionsOf(words(QString::fromLatin1(steps)));
        const auto p = Preprocessor::fit(table, firstRows(180), features, options).value();
        const auto q = Preprocessor::fitTransform(table, firstRows(180), features, options, {}).value();
        QCOMPARE(p.toJson().dump(), q.preprocessor.toJson().dump());
    }
}

void TestSteps::loadsOlderModels()
{
    // As saved before there were steps to choose.
    const char *const saved =
        R"json({"options":{"impute":"median","missing_indicator":true,"standardize":true,"max_levels":100,
            "min_level_count":1,"drop_constant":true,"drop_id_like":true},
            "numeric":[{"column":"age","time":false,"fill":30.0,"mean":32.0,"scale":8.0,"indicator":true}],
            "categories":[{"column":"city","levels":["(missing)","a","b"],"rare":[]}],"notes":[]})json";
    const auto loaded = Preprocessor::fromJson(Json::parse(saved));
    QVERIFY2(loaded.has_value(), loaded ? "" : loaded.error().message.c_str());
    QVERIFY(loaded->options() == PreprocessOptions{.missingIndicator = true});
    QCOMPARE(loaded->columnNames(),
             (std::vector<std::string>{"age", "age=(missing)", "city=(missing)", "city=a", "city=b"}));
    const Table table({Column::numbers("age", Kind::Real, {40, gap}),
                       Column::texts("city", Kind::Categorical, {{"b"}, std::nullopt})});
    const Matrix X = loaded->transform(table, {0, 1}).value();
    QCOMPARE(X.row(0).transpose().eval(), (Vector(5) << 1, 0, 0, 0, 1).finished());
    QCOMPARE(X.row(1).transpose().eval(), (Vector(5) << -0.25, 1, 1, 0, 0).finished());
    for (const char *broken : {R"({"options":{}})", R"({"numeric":[{"kind":"dates"}]})"}) {
        Json json = Json::parse(saved);
        json.update(Json::parse(broken));
        QCOMPARE(Preprocessor::fromJson(json).error().code, std::string("bad_model"));
    }
    Json kept = Json::parse(saved);
    kept["kept"] = {0, 9};
    QCOMPARE(Preprocessor::fromJson(kept).error().code, std::string("bad_model"));
}

QTEST_GUILESS_MAIN(TestSteps)
#include "tst_steps.moc"
