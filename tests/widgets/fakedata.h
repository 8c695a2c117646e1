// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/random.h"
#include "widgets/workbench.h"

#include <algorithm>
#include <cmath>
#include <numeric>

/// Small data sets, models and results for the tests of widgets, made with the engine's own types.
namespace assay::ui::fake {

/// What a column of @p table looks like, counted plainly.
inline engine::ColumnProfile profileOf(const engine::Column &column)
{
    using namespace engine;
    ColumnProfile profile;
    profile.name = column.name();
    profile.kind = column.kind();
    profile.missing = column.missingCount();
    std::map<std::string, std::size_t> counts;
    std::vector<double> numbers;
    for (Row row = 0; row < column.rows(); ++row) {
        if (column.isMissing(row))
            continue;
        ++counts[column.text(row)];
        if (column.isNumeric())
            numbers.push_back(column.numbers()[row]);
    }
    profile.distinct = counts.size();
    for (const auto &[value, count] : counts)
        profile.top.push_back({value, count});
    std::ranges::stable_sort(profile.top, std::greater{}, &ValueCount::count);
    if (profile.top.size() > 10)
        profile.top.resize(10);
    if (numbers.empty()) {
        for (const ValueCount &value : profile.top) {
            profile.histogram.labels.push_back(value.value);
            profile.histogram.counts.push_back(value.count);
        }
        return profile;
    }
    std::ranges::sort(numbers);
    const double n = static_cast<double>(numbers.size());
    const double mean = std::accumulate(numbers.begin(), numbers.end(), 0.0) / n;
    double squares = 0;
    for (const double number : numbers)
        squares += (number - mean) * (number - mean);
    profile.min = numbers.front();
    profile.max = numbers.back();
    profile.mean = mean;
    profile.std = std::sqrt(squares / std::max(1.0, n - 1));
    profile.q25 = numbers[numbers.size() / 4];
    profile.median = numbers[numbers.size() / 2];
    profile.q75 = numbers[numbers.size() * 3 / 4];
    const double width = (*profile.max - *profile.min) / 20;
    profile.histogram.counts.assign(20, 0);
    for (int edge = 0; edge <= 20; ++edge)
        profile.histogram.edges.push_back(*profile.min + width * edge);
    for (const double number : numbers)
        ++profile.histogram
              .counts[std::min<std::size_t>(19, static_cast<std::size_t>((number - *profile.min) / width))];
    return profile;
}

/// Loans: age, income (some missing), sex, region, applied (date) and the target approved.
inline engine::Table loansTable(std::size_t rows = 240, std::uint64_t seed = 1)
{
    using namespace engine;
    Random random(seed);
    std::vector<double> age(rows), income(rows), debt(rows);
    std::vector<std::optional<std::string>> sex(rows), region(rows), approved(rows);
    std::vector<std::int64_t> applied(rows);
    const char *regions[] = {"East", "North", "South", "West"};
    for (std::size_t i = 0; i < rows; ++i) {
        age[i] = std::round(21 + 45 * random.uniform());
        income[i] = i % 17 == 3 ? std::nan("") : std::round(100 * (32'000 + 9'000 * random.normal())) / 100;
        debt[i] = std::round(1000 * random.uniform()) / 1000;
        sex[i] = random.uniform() < 0.48 ? "female" : "male";
        region[i] = regions[random.below(4)];
        applied[i] = (19'000 + static_cast<std::int64_t>(random.below(700))) * 86'400'000'000;
        approved[i] = random.uniform() < 0.25 + 0.5 * (1 - debt[i]) ? "yes" : "no";
    }
    std::vector<Column> columns;
    columns.push_back(Column::numbers("age", Kind::Integer, age));
    columns.push_back(Column::numbers("income", Kind::Real, income));
    columns.push_back(Column::numbers("debt_ratio", Kind::Real, debt));
    columns.push_back(Column::texts("sex", Kind::Categorical, sex));
    columns.push_back(Column::texts("region", Kind::Categorical, region));
    columns.push_back(Column::times("applied", Kind::Date, applied));
    columns.push_back(Column::texts("approved", Kind::Categorical, approved));
    return Table(std::move(columns));
}

inline DatasetPtr dataset(const QString &path = QStringLiteral("/data/loans.csv"), std::uint64_t seed = 1)
{
    auto data = std::make_shared<Dataset>();
    data->path = path;
    data->read.table = loansTable(240, seed);
    data->read.dialect = {.format = "csv", .delimiter = ",", .quote = "\""};
    data->profile.rows = data->read.table.rows();
    data->profile.suggestedTarget = "approved";
    for (std::size_t i = 0; i < data->read.table.columnCount(); ++i)
        data->profile.columns.push_back(profileOf(data->read.table.column(i)));
    data->profile.warnings = {
        {.code = "mostly_missing", .column = "income", .message = "5.8 % of `income` is missing."},
        {.code = "duplicate_rows", .column = {}, .message = "2 rows occur twice."}};
    data->profile.duplicateRows = 2;
    return data;
}

inline std::vector<engine::EstimatorInfo> models()
{
    using enum engine::Task;
    const std::vector<engine::Task> classes{Binary, Multiclass}, all{Binary, Multiclass, Regression};
    const ParamSpec rounds{.name = "n_estimators",
                           .type = ParamType::Integer,
                           .defaultValue = std::int64_t{100},
                           .help = "Number of trees.",
                           .minimum = 1,
                           .maximum = 10'000};
    const ParamSpec depth{.name = "max_depth",
                          .type = ParamType::Integer,
                          .defaultValue = std::int64_t{6},
                          .help = "Deepest level of a tree.",
                          .minimum = 0,
                          .maximum = 50};
    const ParamSpec rate{.name = "learning_rate",
                         .type = ParamType::Real,
                         .defaultValue = 0.3,
                         .help = "Shrinks each tree's contribution.",
                         .minimum = 0,
                         .maximum = 1,
                         .minimumExcluded = true,
                         .logarithmic = true};
    const ParamSpec c{.name = "C",
                      .type = ParamType::Real,
                      .defaultValue = 1.0,
                      .help = "Inverse of the penalty.",
                      .minimum = 0,
                      .minimumExcluded = true,
                      .logarithmic = true};
    const ParamSpec penalty{.name = "penalty",
                            .type = ParamType::Choice,
                            .defaultValue = std::string("l2"),
                            .help = "What large weights cost.",
                            .choices = {"none", "l2", "elasticnet"}};
    const ParamSpec intercept{
        .name = "fit_intercept", .type = ParamType::Boolean, .defaultValue = true, .help = "Learn a constant term."};
    return {{.id = "baseline", .label = "Baseline", .tasks = all, .params = {}, .preprocess = {}, .make = {}},
            {.id = "logistic",
             .label = "Logistic regression",
             .tasks = classes,
             .params = {c, penalty, intercept},
             .preprocess = {},
             .make = {}},
            {.id = "linear",
             .label = "Linear regression",
             .tasks = {Regression},
             .params = {intercept},
             .preprocess = {},
             .make = {}},
            {.id = "random_forest",
             .label = "Random forest",
             .tasks = all,
             .params = {rounds, depth},
             .preprocess = {},
             .make = {}},
            {.id = "xgboost",
             .label = "Gradient boosting (XGBoost)",
             .tasks = all,
             .params = {rounds, depth, rate},
             .preprocess = {},
             .make = {}}};
}

/// A run of @p model with the metrics of a binary task.
inline tracking::Run run(int number, const QString &model, double auc)
{
    tracking::Run run;
    run.id = {QStringLiteral("%1").arg(number, 32, 16, QLatin1Char('0'))};
    run.name = QStringLiteral("%1-%2").arg(model).arg(number);
    run.experimentId = {1};
    run.experiment = QStringLiteral("Default");
    run.status = tracking::RunStatus::Finished;
    run.start = QDateTime(QDate(2026, 3, 1), QTime(9, 0), Qt::UTC).addSecs(60 * number);
    run.end = run.start.addSecs(12);
    run.model = model;
    run.task = QStringLiteral("binary");
    run.params = {{"n_estimators", std::int64_t{100}}, {"max_depth", std::int64_t{number % 5 + 3}}};
    run.metrics = {{QStringLiteral("roc_auc"), auc},
                   {QStringLiteral("accuracy"), auc - 0.06},
                   {QStringLiteral("log_loss"), 1.1 - auc}};
    run.tags = {{QStringLiteral("owner"), QStringLiteral("ada")}};
    return run;
}

/// Scores that rank @p rows rows about as well as @p strength (0 no better than chance) says; the same rows and truth
/// for every seed.
inline engine::Predictions predictions(double strength, std::uint64_t seed, std::size_t rows = 200)
{
    engine::Predictions made;
    made.task = engine::Task::Binary;
    made.labels = {"no", "yes"};
    made.scores.resize(static_cast<Eigen::Index>(rows), 1);
    Random truth(7), noise(seed);
    std::vector<std::optional<std::string>> sex;
    for (std::size_t i = 0; i < rows; ++i) {
        const bool positive = truth.uniform() < 0.45;
        made.rowIds.push_back(std::to_string(i));
        made.truth.push_back(positive ? 1 : 0);
        made.scores(static_cast<Eigen::Index>(i), 0) =
            1 / (1 + std::exp(-(strength * (positive ? 1 : -1) + noise.normal())));
        sex.push_back(truth.uniform() < 0.5 ? "female" : "male");
    }
    made.attributes.push_back(engine::Column::texts("sex", engine::Kind::Categorical, sex));
    return made;
}

/// As predictions(), of three classes.
inline engine::Predictions classes(double strength, std::uint64_t seed, std::size_t rows = 240)
{
    engine::Predictions made;
    made.task = engine::Task::Multiclass;
    made.labels = {"bird", "cat", "dog"};
    made.scores.resize(static_cast<Eigen::Index>(rows), 3);
    Random truth(7), noise(seed);
    for (std::size_t i = 0; i < rows; ++i) {
        const auto right = static_cast<Eigen::Index>(truth.below(3));
        made.rowIds.push_back(std::to_string(i));
        made.truth.push_back(static_cast<double>(right));
        auto scores = made.scores.row(static_cast<Eigen::Index>(i));
        for (Eigen::Index c = 0; c < 3; ++c)
            scores(c) = std::exp((c == right ? strength : 0) + noise.normal());
        scores /= scores.sum();
    }
    return made;
}

/// As predictions(), of a number.
inline engine::Predictions values(double strength, std::uint64_t seed, std::size_t rows = 300)
{
    engine::Predictions made;
    made.task = engine::Task::Regression;
    made.scores.resize(static_cast<Eigen::Index>(rows), 1);
    Random truth(7), noise(seed);
    for (std::size_t i = 0; i < rows; ++i) {
        const double value = 200 + 40 * truth.normal();
        made.rowIds.push_back(std::to_string(i));
        made.truth.push_back(value);
        made.scores(static_cast<Eigen::Index>(i), 0) = value + 30 / (0.5 + strength) * noise.normal();
    }
    return made;
}

/// An evaluation counted plainly from @p predictions, with an interval of fixed width about each metric.
inline engine::Evaluation evaluation(const engine::Predictions &predictions)
{
    engine::Evaluation made;
    made.n = predictions.size();
    made.positive = predictions.labels.back();
    std::vector<std::size_t> order(predictions.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto score = [&](std::size_t i) { return predictions.scores(static_cast<Eigen::Index>(i), 0); };
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) { return score(a) > score(b); });
    const double positives = std::accumulate(predictions.truth.begin(), predictions.truth.end(), 0.0);
    const double n = static_cast<double>(made.n), negatives = n - positives;
    made.roc = {.fpr = {0}, .tpr = {0}, .thresholds = {INFINITY}};
    made.gain = {.share = {0}, .gain = {0}};
    double tp = 0, fp = 0, auc = 0, average = 0, right = 0, logLoss = 0;
    for (const std::size_t i : order) {
        const bool positive = predictions.truth[i] > 0.5;
        (positive ? tp : fp) += 1;
        auc += positive ? 0 : tp / positives / negatives;
        average += positive ? tp / (tp + fp) / positives : 0;
        right += positive == (score(i) >= 0.5) ? 1 : 0;
        logLoss -= std::log(positive ? score(i) : 1 - score(i)) / n;
        auto &cell = score(i) >= 0.5 ? (positive ? made.confusion.tp : made.confusion.fp)
                                     : (positive ? made.confusion.fn : made.confusion.tn);
        cell += 1;
        made.roc.fpr.push_back(fp / negatives);
        made.roc.tpr.push_back(tp / positives);
        made.roc.thresholds.push_back(score(i));
        made.pr.precision.insert(made.pr.precision.begin(), tp / (tp + fp));
        made.pr.recall.insert(made.pr.recall.begin(), tp / positives);
        made.pr.thresholds.insert(made.pr.thresholds.begin(), score(i));
        made.gain.share.push_back((tp + fp) / n);
        made.gain.gain.push_back(tp / positives);
    }
    made.pr.precision.push_back(1);
    made.pr.recall.push_back(0);
    made.calibration = {.meanPredicted = {0.1, 0.3, 0.5, 0.7, 0.9},
                        .fractionPositive = {0.08, 0.27, 0.52, 0.74, 0.93},
                        .count = {50, 40, 30, 35, 45}};
    made.metrics = {{"accuracy", right / n}, {"log_loss", logLoss}, {"roc_auc", auc}, {"average_precision", average}};
    for (const engine::Metric &metric : made.metrics)
        made.intervals.push_back(
            {metric.name, {*metric.value - 0.03, *metric.value + 0.03, 0.95, "bootstrap-percentile"}});
    return made;
}

} // namespace assay::ui::fake
