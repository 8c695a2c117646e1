// SPDX-License-Identifier: GPL-3.0-or-later
// The contract on awkward data, over every estimator and every task it knows.
#include "engine/estimators/model.h"
#include "tests/engine/estimatorcontract.h"

#include <numeric>

using namespace assay;
using namespace assay::engine;
using contract::data;
using contract::quick;

class TestAwkwardData : public QObject
{
    Q_OBJECT

private slots:
    void refusesBadData_data() { contract::addEveryEstimator(); }
    void refusesBadData();
    void missingValues_data() { contract::addEveryEstimator(); }
    void missingValues();
    void missingCells_data() { contract::addEveryEstimator(); }
    void missingCells();
    void constantColumns_data() { contract::addEveryEstimator(); }
    void constantColumns();
    void moreColumnsThanRows_data() { contract::addEveryEstimator(); }
    void moreColumnsThanRows();
    void absentClass_data() { contract::addEveryEstimator(); }
    void absentClass();
    void extremeValues_data() { contract::addEveryEstimator(); }
    void extremeValues();
    void fewRows_data() { contract::addEveryEstimator(); }
    void fewRows();
};

void TestAwkwardData::refusesBadData()
{
    ESTIMATOR;
    Q_UNUSED(row);
    const auto estimator = quick(info, kind);
    TrainingData none = data(kind, 1, 10);
    none.X = Matrix(0, 6);
    none.y = Vector(0);
    QCOMPARE(estimator->fit(none, {}).error().code, std::string("no_rows"));
    TrainingData weightless = data(kind, 1, 100);
    weightless.weights = Vector::Zero(100);
    QCOMPARE(estimator->fit(weightless, {}).error().code, std::string("bad_weight"));
    if (kind == Task::Regression)
        return;
    TrainingData same = data(kind, 1, 100);
    same.y.setOnes();
    QCOMPARE(estimator->fit(same, {}).error().code, std::string("one_class"));
    // Rows without weight hold no class.
    same.weights = Vector::Ones(100);
    same.y[7] = 0;
    same.weights[7] = 0;
    QCOMPARE(estimator->fit(same, {}).error().code, std::string("one_class"));
}

void TestAwkwardData::missingValues()
{
    ESTIMATOR;
    Q_UNUSED(row);
    // Estimators that leave imputation to no one take missing values; the others refuse them by name.
    const TrainingData gaps = data(kind, 1, 300, true);
    const auto estimator = quick(info, kind);
    const auto fitted = estimator->fit(gaps, {});
    QCOMPARE(fitted.has_value(), info.preprocess.impute == Impute::None);
    if (fitted) {
        GOOD_SCORES(estimator->predict(gaps.X), 300, gaps);
        GOOD_SCORES(estimator->predict(Matrix::Constant(2, 6, std::nan(""))), 2, gaps);
    } else {
        QCOMPARE(fitted.error().code, std::string("not_finite"));
        QCOMPARE(fitted.error().arguments.front(), std::string("a"));
    }
}

// A table with missing cells of every kind, a level seen in the second half only, and a constant column.
static Table tableWithGaps(Task task)
{
    const TrainingData rows = data(task, 3, 200, true);
    std::vector<double> number, whole, target;
    std::vector<std::optional<std::string>> city, label;
    for (Eigen::Index i = 0; i < 200; ++i) {
        number.push_back(rows.X(i, 0));
        whole.push_back(std::floor(4 * rows.X(i, 1)));
        city.push_back(i % 7 == 0 ? std::nullopt : std::optional<std::string>(i % 3 == 0 ? "Ulm" : "Kiel"));
        if (i > 150 && i % 2 == 0)
            city.back() = "Bonn";
        target.push_back(rows.y[i]);
        label.emplace_back("class " + std::to_string(static_cast<int>(rows.y[i])));
    }
    std::vector<Column> columns;
    columns.push_back(Column::numbers("number", Kind::Real, number));
    columns.push_back(Column::numbers("whole", Kind::Integer, whole));
    columns.push_back(Column::texts("city", Kind::Categorical, city));
    columns.push_back(Column::numbers("same", Kind::Real, std::vector<double>(200, 3)));
    columns.push_back(task == Task::Regression ? Column::numbers("y", Kind::Real, target)
                                               : Column::texts("y", Kind::Categorical, label));
    return Table(std::move(columns));
}

void TestAwkwardData::missingCells()
{
    ESTIMATOR;
    Q_UNUSED(row);
    const Table table = tableWithGaps(kind);
    const auto target = resolveTarget(table, {.target = "y", .task = kind});
    FITTED(target);
    Rows train(150), test(50);
    std::iota(train.begin(), train.end(), Row(0));
    std::iota(test.begin(), test.end(), Row(150));
    const auto model = fitModel(info, contract::rowOf(info.id).quick, table, *target,
                                {"number", "whole", "city", "same"}, train, test, {}, {});
    FITTED(model);
    const auto scores = (*model)->predict(table, test);
    FITTED(scores);
    const std::string wrong = contract::wrongWith(*scores, 50, kind, 3);
    QVERIFY2(wrong.empty(), wrong.c_str());
    const auto back = Model::fromJson(Json::parse((*model)->toJson().dump()));
    FITTED(back);
    QVERIFY(*(*back)->predict(table, test) == *scores);
}

void TestAwkwardData::constantColumns()
{
    ESTIMATOR;
    Q_UNUSED(row);
    TrainingData train = data(kind, 1, 400);
    train.X.col(3).setConstant(7);
    train.X.col(4).setZero();
    const auto estimator = quick(info, kind);
    FITTED(estimator->fit(train, {}));
    GOOD_SCORES(estimator->predict(train.X), 400, train);
    // Nothing but constants: all rows look alike.
    train.X.setConstant(2);
    FITTED(estimator->fit(train, {}));
    const Matrix scores = estimator->predict(train.X);
    GOOD_SCORES(scores, 400, train);
    QVERIFY((scores.rowwise() - scores.row(0)).cwiseAbs().maxCoeff() == 0);
}

void TestAwkwardData::moreColumnsThanRows()
{
    ESTIMATOR;
    Q_UNUSED(row);
    Random random(2);
    TrainingData train = data(kind, 1, 30);
    train.X = Matrix::NullaryExpr(30, 200, [&] { return random.normal(); });
    train.columns.clear();
    for (int j = 0; j < 200; ++j)
        train.columns.push_back("column " + std::to_string(j));
    const auto estimator = quick(info, kind);
    FITTED(estimator->fit(train, {}));
    GOOD_SCORES(estimator->predict(train.X), 30, train);
    GOOD_SCORES(estimator->predict(Matrix::NullaryExpr(50, 200, [&] { return random.normal(); })), 50, train);
}

void TestAwkwardData::absentClass()
{
    ESTIMATOR;
    Q_UNUSED(row);
    if (kind != Task::Multiclass)
        return;
    // As in a fold that holds no row of a rare class.
    TrainingData train = data(kind, 1, 300);
    train.classes = 4;
    // Only a network that was trained to its end has learnt that a class does not occur.
    const auto estimator =
        info.id == "mlp" ? info.make(resolveParams(info.params, Params{}).value(), kind) : quick(info, kind);
    FITTED(estimator->fit(train, {}));
    const Matrix scores = estimator->predict(train.X);
    GOOD_SCORES(scores, 300, train);
    QVERIFY(scores.col(3).maxCoeff() < 0.5);
}

void TestAwkwardData::extremeValues()
{
    ESTIMATOR;
    Q_UNUSED(row);
    // Scales that a sum of squares still holds; those beyond are for the standardisation before.
    TrainingData train = data(kind, 1, 500);
    train.X.col(0) *= 1e12;
    train.X.col(1) *= 1e-12;
    train.X(3, 2) = 1e9;
    const auto estimator = quick(info, kind);
    FITTED(estimator->fit(train, {}));
    GOOD_SCORES(estimator->predict(train.X), 500, train);
    TrainingData usual = data(kind, 1, 500);
    FITTED(estimator->fit(usual, {}));
    Matrix far(4, 6);
    far.setZero();
    far(0, 0) = 1e30;
    far(1, 1) = -1e30;
    far.row(2).setConstant(1e30);
    far.row(3) << 1e30, 1e30, -1e30, 1e30, -1e30, 1;
    GOOD_SCORES(estimator->predict(far), 4, usual);
}

void TestAwkwardData::fewRows()
{
    ESTIMATOR;
    Q_UNUSED(row);
    TrainingData train = data(kind, 1, 2);
    train.y << 0, 1;
    const auto estimator = quick(info, kind);
    FITTED(estimator->fit(train, {}));
    GOOD_SCORES(estimator->predict(train.X), 2, train);
}

QTEST_GUILESS_MAIN(TestAwkwardData)
#include "tst_awkwarddata.moc"
