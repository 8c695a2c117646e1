// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/preprocess/preprocessor.h"

#include <QtTest>
#include <cmath>
#include <numeric>

using namespace assay;
using namespace assay::engine;

namespace {

constexpr double gap = std::numeric_limits<double>::quiet_NaN();

Table small()
{
    return Table({Column::numbers("age", Kind::Real, {1, 2, gap, 4, 100, gap}),
                  Column::numbers("member", Kind::Boolean, {0, 1, 1, 0, 1, 0}),
                  Column::texts("port", Kind::Categorical, {{"S"}, {"C"}, std::nullopt, {"S"}, {"Q"}, {"X"}}),
                  Column::times("day", Kind::Date, {0, 86'400'000'000, 0, 0, 0, Column::missingTime}),
                  Column::numbers("same", Kind::Integer, {7, 7, 7, 7, 7, 8})});
}

const Rows train{0, 1, 2, 3};

Rows all(const Table &table)
{
    Rows rows(table.rows());
    std::iota(rows.begin(), rows.end(), Row(0));
    return rows;
}

Preprocessor fitted(const Table &table, const Rows &rows, const PreprocessOptions &options)
{
    return Preprocessor::fit(table, rows, table.columnNames(), options).value();
}

double cell(const Preprocessor &p, const Table &table, Row row, const std::string &column)
{
    const auto names = p.columnNames();
    const auto place = std::ranges::find(names, column) - names.begin();
    return p.transform(table, {row}).value()(0, place);
}

std::vector<double> ramp(std::size_t n, double step)
{
    std::vector<double> values(n);
    for (std::size_t i = 0; i < n; ++i)
        values[i] = static_cast<double>((i * 7919) % n) * step;
    return values;
}

} // namespace

class TestPreprocess : public QObject
{
    Q_OBJECT

private slots:
    void columnsAndTheirSources();
    void imputes_data();
    void imputes();
    void scalesByTrainingRows();
    void encodesMissingAndUnknownLevels();
    void groupsRareLevels();
    void keepsGapsAndMarksThem();
    void dropsWhatTellsNothing_data();
    void dropsWhatTellsNothing();
    void judgesTrainingRowsOnly();
    void takesOtherTables();
    void refuses();
    void savesToTheBit();
};

void TestPreprocess::columnsAndTheirSources()
{
    const Preprocessor p = fitted(small(), train, {});
    QCOMPARE(p.columnNames(), (std::vector<std::string>{"age", "member", "day", "port=(missing)", "port=C", "port=S"}));
    QCOMPARE(p.features(), (std::vector<std::string>{"age", "member", "day", "port"}));
    QCOMPARE(p.columns()[4].feature, std::size_t(3));
    QCOMPARE(p.notes(), (std::vector<std::string>{"`same` is left out: it is constant in the training rows."}));
}

void TestPreprocess::imputes_data()
{
    QTest::addColumn<int>("impute");
    QTest::addColumn<double>("filled");
    QTest::newRow("median") << static_cast<int>(Impute::Median) << 2.0;
    QTest::newRow("mean") << static_cast<int>(Impute::Mean) << 7.0 / 3;
    QTest::newRow("most frequent") << static_cast<int>(Impute::MostFrequent) << 1.0;
    QTest::newRow("none") << static_cast<int>(Impute::None) << gap;
}

void TestPreprocess::imputes()
{
    QFETCH(int, impute);
    QFETCH(double, filled);
    const Preprocessor p = fitted(small(), train, {.impute = static_cast<Impute>(impute), .standardize = false});
    const double value = cell(p, small(), 5, "age"); // a row outside training
    QVERIFY(std::isnan(filled) ? std::isnan(value) : value == filled);
    QCOMPARE(cell(p, small(), 4, "age"), 100.0);
    QCOMPARE(cell(p, small(), 1, "day"), 86400.0);
}

void TestPreprocess::scalesByTrainingRows()
{
    // Filled with the median the training ages are 1, 2, 2, 4: mean 2.25, population sd √(4.75/4).
    const Preprocessor p = fitted(small(), train, {});
    const double sd = std::sqrt(4.75 / 4);
    QVERIFY(std::abs(cell(p, small(), 4, "age") - (100 - 2.25) / sd) < 1e-12);
    QVERIFY(std::abs(cell(p, small(), 0, "member") - (0 - 0.5) / 0.5) < 1e-12);
    QCOMPARE(cell(p, small(), 1, "port=C"), 1.0);
    const Table constant({Column::numbers("c", Kind::Real, {0.1, 0.1, 0.1, 0.1, 0.1, 0.1})});
    QCOMPARE(cell(fitted(constant, train, {.dropConstant = false}), constant, 0, "c"), 0.0);
}

void TestPreprocess::encodesMissingAndUnknownLevels()
{
    const Preprocessor p = fitted(small(), train, {});
    const Matrix X = p.transform(small(), all(small())).value();
    QCOMPARE(X.row(2).tail(3).transpose().eval(), Eigen::Vector3d(1, 0, 0));
    QCOMPARE(X.row(3).tail(3).transpose().eval(), Eigen::Vector3d(0, 0, 1));
    QCOMPARE(X.row(4).tail(3).transpose().eval(), Eigen::Vector3d(0, 0, 0));
    // A level that was never missing in training gives nothing when it is.
    const Preprocessor complete = fitted(small(), {0, 1, 3}, {});
    QCOMPARE(complete.transform(small(), {2}).value().row(0).tail(2).transpose().eval(), Eigen::Vector2d(0, 0));
}

void TestPreprocess::groupsRareLevels()
{
    std::vector<std::optional<std::string>> texts;
    for (int i = 0; i < 30; ++i)
        texts.emplace_back(i < 15 ? "a" : (i < 25 ? "b" : (i < 29 ? "c" : "d")));
    const Table table({Column::texts("t", Kind::Categorical, texts)});
    const Preprocessor byCount = fitted(table, all(table), {.minLevelCount = 5});
    QCOMPARE(byCount.columnNames(), (std::vector<std::string>{"t=(other)", "t=a", "t=b"}));
    QCOMPARE(cell(byCount, table, 26, "t=(other)"), 1.0);
    QCOMPARE(cell(byCount, table, 29, "t=(other)"), 1.0);
    const Preprocessor byNumber = fitted(table, all(table), {.maxLevels = 1});
    QCOMPARE(byNumber.columnNames(), (std::vector<std::string>{"t=(other)", "t=a"}));
    const Table unknown({Column::texts("t", Kind::Categorical, {{"e"}})});
    QCOMPARE(byCount.transform(unknown, {0}).value().sum(), 0.0);
}

void TestPreprocess::keepsGapsAndMarksThem()
{
    const Preprocessor p = fitted(small(), train, {.missingIndicator = true});
    QCOMPARE(p.columnNames()[1], std::string("age=(missing)"));
    QCOMPARE(cell(p, small(), 2, "age=(missing)"), 1.0);
    QCOMPARE(cell(p, small(), 4, "age=(missing)"), 0.0);
    QCOMPARE(p.columns()[1].feature, p.columns()[0].feature);
    // Where gaps stay visible, a number with gaps tells something even if it is always the same.
    const Table gaps({Column::numbers("g", Kind::Real, {1, gap, 1, gap, 1, gap})});
    QCOMPARE(fitted(gaps, train, {.impute = Impute::None}).columns().size(), std::size_t(1));
    QCOMPARE(Preprocessor::fit(gaps, train, {"g"}, {}).error().code, std::string("no_features"));
}

void TestPreprocess::dropsWhatTellsNothing_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<bool>("kept");
    QTest::newRow("row numbers, shuffled") << 0 << false;
    QTest::newRow("rising integers with gaps") << 1 << false;
    QTest::newRow("distinct integers named id") << 2 << false;
    QTest::newRow("distinct integers of no order, as prices are") << 3 << true;
    QTest::newRow("many repeated integers, as fnlwgt is") << 4 << true;
    QTest::newRow("distinct reals") << 5 << true;
    QTest::newRow("names") << 6 << false;
    QTest::newRow("free text that repeats") << 7 << false;
    QTest::newRow("a category with many levels") << 8 << true;
    QTest::newRow("nothing but gaps") << 9 << false;
}

void TestPreprocess::dropsWhatTellsNothing()
{
    QFETCH(int, column);
    QFETCH(bool, kept);
    const std::size_t n = 500;
    std::vector<double> rising(n), repeated(n);
    std::vector<std::optional<std::string>> names(n), remarks(n), codes(n);
    for (std::size_t i = 0; i < n; ++i) {
        rising[i] = static_cast<double>(i * i + 3);
        repeated[i] = static_cast<double>((i * 7919) % 350) * 37;
        names[i] = "name " + std::to_string(i % 480);
        remarks[i] = "remark " + std::to_string(i % 300);
        codes[i] = "code " + std::to_string(i % 300);
    }
    const std::vector<Column> columns{Column::numbers("nr", Kind::Integer, ramp(n, 1)),
                                      Column::numbers("counter", Kind::Integer, rising),
                                      Column::numbers("PassengerId", Kind::Integer, ramp(n, 37)),
                                      Column::numbers("price", Kind::Integer, ramp(n, 37)),
                                      Column::numbers("fnlwgt", Kind::Integer, repeated),
                                      Column::numbers("id", Kind::Real, ramp(n, 0.1)),
                                      Column::texts("name", Kind::Categorical, names),
                                      Column::texts("remark", Kind::Text, remarks),
                                      Column::texts("code", Kind::Categorical, codes),
                                      Column::numbers("empty", Kind::Real, std::vector<double>(n, gap))};
    const Table table({columns[column], Column::numbers("x", Kind::Real, ramp(n, 0.5))});
    const Preprocessor p = fitted(table, all(table), {});
    QCOMPARE(p.features().size(), std::size_t(kept ? 2 : 1));
    QCOMPARE(p.notes().size(), std::size_t(kept ? 0 : 1));
    const Preprocessor everything = fitted(table, all(table), {.dropConstant = false, .dropIdLike = false});
    QCOMPARE(everything.features().size(), std::size_t(column == 9 ? 1 : 2));
}

void TestPreprocess::judgesTrainingRowsOnly()
{
    struct Notes : Observer
    {
        std::vector<std::string> texts;
        void note(std::string_view text) override { texts.emplace_back(text); }
    } notes;
    const Table table = small();
    const auto p = Preprocessor::fit(table, train, {"same", "age"}, {}, {.observer = &notes});
    QCOMPARE(p->features(), (std::vector<std::string>{"age"}));
    QCOMPARE(notes.texts, p->notes());
    QCOMPARE(fitted(table, all(table), {}).features().size(), std::size_t(5));
    // What other rows hold changes nothing.
    const Table changed({Column::numbers("age", Kind::Real, {1, 2, gap, 4, -5e9, 3})});
    const Table original = table.without({"member", "port", "day", "same"});
    QVERIFY(fitted(changed, train, {}).toJson() == fitted(original, train, {}).toJson());
}

void TestPreprocess::takesOtherTables()
{
    // Columns in another order, others beside them, and levels that read as numbers there.
    const Table first({Column::texts("grade", Kind::Categorical, {{"1"}, {"2"}, {"x"}, {"1"}}),
                       Column::numbers("v", Kind::Integer, {1, 2, 3, 5})});
    const Preprocessor p = fitted(first, train, {});
    const Table second({Column::numbers("v", Kind::Real, {2.5}), Column::numbers("extra", Kind::Real, {0}),
                        Column::numbers("grade", Kind::Integer, {2})});
    QCOMPARE(cell(p, second, 0, "grade=2"), 1.0);
    QVERIFY(cell(p, second, 0, "v") != 0);
    // A column that came without any value may have been read as text.
    const Table empty(
        {Column::texts("v", Kind::Text, {std::nullopt}), Column::texts("grade", Kind::Categorical, {{"x"}})});
    QVERIFY(p.transform(empty, {0}).has_value());
}

void TestPreprocess::refuses()
{
    const Table table = small();
    QCOMPARE(Preprocessor::fit(table, train, {"agee"}, {}).error().code, std::string("unknown_column"));
    QCOMPARE(Preprocessor::fit(table, train, {"same"}, {}).error().code, std::string("no_features"));
    const Preprocessor p = fitted(table, train, {});
    const auto lacking = p.transform(table.without({"port"}), {0});
    QCOMPARE(lacking.error().code, std::string("missing_feature"));
    QCOMPARE(lacking.error().column, std::string("port"));
    const Table texts({Column::texts("age", Kind::Categorical, {{"old"}}), *table.find("member"), *table.find("port"),
                       *table.find("day")});
    QCOMPARE(p.transform(texts, {0}).error().code, std::string("wrong_kind"));
    QCOMPARE(Preprocessor::fromJson(Json::object()).error().code, std::string("bad_model"));
}

void TestPreprocess::savesToTheBit()
{
    for (const Impute impute : {Impute::None, Impute::Median, Impute::Mean, Impute::MostFrequent}) {
        const Preprocessor p = fitted(small(), train, {.impute = impute, .missingIndicator = true, .maxLevels = 1});
        const auto loaded = Preprocessor::fromJson(Json::parse(p.toJson().dump()));
        QVERIFY(loaded.has_value());
        QCOMPARE(loaded->columnNames(), p.columnNames());
        QCOMPARE(loaded->features(), p.features());
        QCOMPARE(loaded->notes(), p.notes());
        QCOMPARE(loaded->toJson().dump(), p.toJson().dump());
        const Matrix a = p.transform(small(), all(small())).value();
        const Matrix b = loaded->transform(small(), all(small())).value();
        for (Eigen::Index i = 0; i < a.size(); ++i)
            QVERIFY(a.data()[i] == b.data()[i] || (std::isnan(a.data()[i]) && std::isnan(b.data()[i])));
    }
}

QTEST_GUILESS_MAIN(TestPreprocess)
#include "tst_preprocess.moc"
