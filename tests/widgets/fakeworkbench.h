// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compare/verdict.h"
#include "tests/widgets/fakedata.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <atomic>
#include <mutex>
#include <thread>
#include <type_traits>

namespace assay::ui {

/// A workbench in memory with three finished runs. Answers at once; `failWith` makes every call that can fail do so,
/// and `slow` makes training go on until it is cancelled. What pages asked for is kept for tests to look at.
class FakeWorkbench : public Workbench
{
public:
    FakeWorkbench()
        : m_models(fake::models())
        , m_runs{fake::run(1, QStringLiteral("baseline"), 0.5), fake::run(2, QStringLiteral("logistic"), 0.81),
                 fake::run(3, QStringLiteral("xgboost"), 0.86)}
    {
    }

    std::optional<Error> failWith;
    std::atomic<bool> slow = false;

    engine::Task task = engine::Task::Binary;  ///< of every run
    QStringList changedMetrics, changedInputs; ///< of every run done again
    QStringList caveats;                       ///< of every comparison
    bool folded = false;                       ///< comparisons have tests over folds
    /// Finished runs of various models until there are @p count, the later ones a little better.
    void fillUp(int count)
    {
        const QString models[] = {QStringLiteral("logistic"), QStringLiteral("random_forest"),
                                  QStringLiteral("xgboost")};
        for (int number = static_cast<int>(m_runs.size()) + 1; number <= count; ++number)
            m_runs.push_back(fake::run(number, models[number % 3], 0.70 + 0.004 * (number % 40)));
    }
    std::vector<EnsembleRequest> ensembled() const
    {
        return locked([&] { return m_ensembled; });
    }

    std::vector<TrainRequest> trained() const
    {
        return locked([&] { return m_trained; });
    }
    engine::ReadOptions lastOptions() const
    {
        return locked([&] { return m_lastOptions; });
    }
    engine::CompareOptions lastCompared() const
    {
        return locked([&] { return m_compared; });
    }
    int previews() const { return m_previews; }
    /// As another process would change the store.
    void touch() { ++m_version; }

    QString storePath() const override { return QStringLiteral("/data/assay.db"); }
    qint64 storeVersion() const override { return m_version; }
    /// An empty store in a temporary folder, made when it is first asked for.
    tracking::RunStore &store() override
    {
        const std::lock_guard lock(m_mutex);
        if (!m_store)
            m_store = std::move(*tracking::RunStore::open(m_folder.filePath(QStringLiteral("assay.db"))));
        return *m_store;
    }

    Result<engine::ReadPreview> preview(const QString &, const engine::ReadOptions &options, const Context &) override
    {
        if (failWith)
            return tl::unexpected(*failWith);
        ++m_previews;
        locked([&] { m_lastOptions = options; });
        const auto table = fake::loansTable(240);
        engine::ReadPreview made;
        made.columns = table.columnNames();
        made.totalRows = table.rows();
        std::vector<engine::Row> first(200);
        std::iota(first.begin(), first.end(), engine::Row{0});
        made.parsed.table = table.select(first);
        made.parsed.dialect = {.format = "csv", .delimiter = ",", .quote = "\""};
        if (options.decimal)
            made.parsed.dialect.decimal = std::string(1, *options.decimal);
        if (options.delimiter)
            made.parsed.dialect.delimiter = std::string(1, *options.delimiter);
        for (const engine::Row row : first) {
            auto &cells = made.raw.emplace_back();
            for (std::size_t i = 0; i < table.columnCount(); ++i)
                cells.push_back(table.column(i).text(row));
        }
        made.raw[3][1] = "n/k"; // missing in the table
        made.parsed.rejected = {{.line = 5, .column = "income", .text = "n/k", .message = "`n/k` is no number."}};
        made.parsed.rejectedCount = 1;
        return made;
    }

    Result<DatasetPtr> import(const QString &path, const engine::ReadOptions &options, const Context &) override
    {
        if (failWith)
            return tl::unexpected(*failWith);
        locked([&] { m_lastOptions = options; });
        return fake::dataset(path, path.contains(QLatin1String("later")) ? 2 : 1);
    }

    Result<engine::Profile> profile(const DatasetPtr &data, const QString &target, const Context &) override
    {
        if (failWith)
            return tl::unexpected(*failWith);
        engine::Profile profile = data->profile;
        if (!target.isEmpty())
            profile.warnings.push_back({.code = "leaks_target",
                                        .column = "debt_ratio",
                                        .message = "`debt_ratio` alone tells the target almost perfectly."});
        return profile;
    }

    const std::vector<engine::EstimatorInfo> &models() const override { return m_models; }

    Result<TrainOutcome> train(const TrainRequest &request, const Context &context,
                               const std::function<void(const tracking::RunId &)> &opened = {}) override
    {
        if (failWith)
            return tl::unexpected(*failWith);
        const double auc = request.model == QLatin1String("baseline") ? 0.5 : 0.84;
        tracking::Run run = locked([&] {
            m_trained.push_back(request);
            return fake::run(static_cast<int>(m_runs.size()) + 1, request.model, auc);
        });
        run.experiment = request.experiment;
        if (opened)
            opened(run.id);
        for (int step = 0; step < 20 || slow; ++step) {
            if (context.cancelled())
                return cancelled();
            context.metric("log_loss", 0.7 / (1 + 0.1 * step), step);
            context.progress("fitting", std::min(step, 19), 20);
            if (slow)
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        locked([&] { m_runs.push_back(run); });
        touch();
        return TrainOutcome{.run = run.id,
                            .experiment = run.experiment,
                            .model = run.model,
                            .params = run.params,
                            .metrics = {{QStringLiteral("roc_auc"), auc}, {QStringLiteral("accuracy"), auc - 0.06}},
                            .intervals = {},
                            .fitSeconds = 0.4,
                            .predictSeconds = 0.01,
                            .trainRows = 180,
                            .testRows = 60,
                            .artifacts = {QStringLiteral("model.json")},
                            .notes = {}};
    }

    Result<ModelCurve> curve(const CurveRequest &request, const Context &) override
    {
        if (failWith)
            return tl::unexpected(*failWith);
        ModelCurve made{.metric = QStringLiteral("roc_auc"), .param = request.param};
        const std::size_t points = request.param.isEmpty() ? request.shares.size() : request.values.size();
        for (std::size_t i = 0; i < points; ++i) {
            const double x = static_cast<double>(i + 1);
            made.at.push_back(request.param.isEmpty() ? QString::number(100 * x)
                                                      : QString::fromStdString(toText(request.values[i])));
            made.x.push_back(request.param.isEmpty() ? 100 * x : x);
            made.train.push_back(0.95 - 0.01 * x);
            made.trainSd.push_back(0.01);
            made.validation.push_back(0.7 + 0.03 * x);
            made.validationSd.push_back(0.02);
        }
        return made;
    }

    Result<TrainOutcome> ensemble(const EnsembleRequest &request, const Context &,
                                  const std::function<void(const tracking::RunId &)> &opened = {}) override
    {
        if (failWith)
            return tl::unexpected(*failWith);
        tracking::Run run = locked([&] {
            m_ensembled.push_back(request);
            return fake::run(static_cast<int>(m_runs.size()) + 1, QStringLiteral("ensemble"), 0.88);
        });
        run.experiment = request.experiment;
        if (opened)
            opened(run.id);
        locked([&] { m_runs.push_back(run); });
        touch();
        return TrainOutcome{
            .run = run.id, .experiment = run.experiment, .model = run.model, .metrics = {{"roc_auc", 0.88}}};
    }

    /// As identical, unless `changedMetrics` says otherwise.
    Result<RerunOutcome> rerun(const tracking::RunId &id, const Context &,
                               const std::function<void(const tracking::RunId &)> &opened = {}) override
    {
        if (failWith)
            return tl::unexpected(*failWith);
        const auto run = locked([&] {
            auto again = *find(id);
            again.id = fake::run(static_cast<int>(m_runs.size()) + 1, again.model, 0.8).id;
            m_runs.push_back(again);
            return again;
        });
        if (opened)
            opened(run.id);
        touch();
        return RerunOutcome{.outcome = {.run = run.id, .experiment = run.experiment, .model = run.model},
                            .identical = changedMetrics.isEmpty(),
                            .changedMetrics = changedMetrics,
                            .changedInputs = changedInputs};
    }

    Result<std::vector<engine::TreeNode>> tree(const tracking::RunId &) override
    {
        if (failWith)
            return tl::unexpected(*failWith);
        return std::vector<engine::TreeNode>{{.left = 1,
                                              .right = 2,
                                              .column = "income",
                                              .threshold = 30,
                                              .samples = 100,
                                              .impurity = 0.5,
                                              .value = {0.5, 0.5}},
                                             {.samples = 40, .impurity = 0.18, .value = {0.9, 0.1}},
                                             {.samples = 60, .impurity = 0.38, .value = {0.25, 0.75}}};
    }

    Result<std::vector<tracking::Run>> runs(const tracking::RunQuery &query) override
    {
        if (failWith)
            return tl::unexpected(*failWith);
        return locked([&] {
            std::vector<tracking::Run> found;
            for (const tracking::Run &run : m_runs) {
                const bool inExperiment = query.experiment.isEmpty() || run.experiment == query.experiment;
                const bool matches = (run.name + run.model).contains(query.filter, Qt::CaseInsensitive);
                if (run.deleted == query.deleted && inExperiment && matches)
                    found.push_back(run);
            }
            const auto less = [&](const tracking::Run &a, const tracking::Run &b) {
                if (query.sortKey.startsWith(QLatin1String("metrics."))) {
                    const QString key = query.sortKey.mid(8);
                    const auto value = [&](const tracking::Run &run) {
                        const auto at = run.metrics.find(key);
                        return at == run.metrics.end() ? -INFINITY : at->second;
                    };
                    return value(a) < value(b);
                }
                return query.sortKey == QLatin1String("name") ? a.name < b.name : a.start < b.start;
            };
            std::ranges::stable_sort(
                found, [&](const auto &a, const auto &b) { return query.descending ? less(b, a) : less(a, b); });
            const auto offset = std::min<std::size_t>(static_cast<std::size_t>(query.offset), found.size());
            found.erase(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(offset));
            if (query.limit >= 0 && found.size() > static_cast<std::size_t>(query.limit))
                found.resize(static_cast<std::size_t>(query.limit));
            return found;
        });
    }

    Result<std::vector<tracking::Experiment>> experiments() override
    {
        const auto count = locked([&] { return static_cast<qint64>(m_runs.size()); });
        return std::vector{
            tracking::Experiment{.id = {1}, .name = QStringLiteral("Default"), .created = {}, .runs = count}};
    }

    Result<tracking::RunDetails> details(const tracking::RunId &id) override
    {
        if (failWith)
            return tl::unexpected(*failWith);
        return locked([&]() -> Result<tracking::RunDetails> {
            const auto run = find(id);
            if (!run)
                return unknown(id);
            tracking::RunDetails made;
            made.run = *run;
            made.series = {
                {QStringLiteral("log_loss"), {.last = 0.24, .min = 0.24, .max = 0.7, .count = 20, .lastStep = 19}}};
            made.inputs = {{.role = QStringLiteral("train"),
                            .name = QStringLiteral("loans.csv"),
                            .path = QStringLiteral("/data/loans.csv"),
                            .digest = QStringLiteral("sha256:5f0c"),
                            .rows = 240,
                            .columns = 7,
                            .readOptions = {}}};
            made.artifacts = {{.name = QStringLiteral("model.json"),
                               .kind = QStringLiteral("model"),
                               .sha256 = QStringLiteral("9b74c9897bac770ffc029102a200c5de"),
                               .bytes = 4096}};
            made.provenance.program = QStringLiteral("assay 0.1.0");
            made.provenance.commandLine =
                QStringLiteral("assay train loans.csv --target approved --model ") + run->model;
            made.provenance.seed = 42;
            return made;
        });
    }

    Result<std::vector<tracking::MetricPoint>> series(const tracking::RunId &, const QString &) override
    {
        std::vector<tracking::MetricPoint> points;
        for (int step = 0; step < 20; ++step)
            points.push_back({.step = step, .time = 1000 * step, .value = 0.7 / (1 + 0.1 * step)});
        return points;
    }

    Result<void> rename(const tracking::RunId &id, const QString &name) override
    {
        return change(id, [&](tracking::Run &run) { run.name = name; });
    }
    Result<void> setNote(const tracking::RunId &id, const QString &note) override
    {
        return change(id, [&](tracking::Run &run) { run.note = note; });
    }
    Result<void> setTag(const tracking::RunId &id, const QString &key, const QString &value) override
    {
        return change(id, [&](tracking::Run &run) { run.tags[key] = value; });
    }
    Result<void> removeTag(const tracking::RunId &id, const QString &key) override
    {
        return change(id, [&](tracking::Run &run) { run.tags.erase(key); });
    }
    Result<void> remove(const std::vector<tracking::RunId> &runs) override { return setDeleted(runs, true); }
    Result<void> restore(const std::vector<tracking::RunId> &runs) override { return setDeleted(runs, false); }

    Result<RunAnalysis> analysis(const tracking::RunId &id, const Context &) override
    {
        const auto found = details(id);
        if (!found)
            return tl::unexpected(found.error());
        RunAnalysis made{.details = *found, .predictions = {}, .evaluation = {}};
        const double auc = found->run.metrics.at(QStringLiteral("roc_auc"));
        const auto seed = id.value.right(4).toULongLong(nullptr, 16);
        if (task == engine::Task::Binary) {
            made.predictions = fake::predictions(4 * (auc - 0.5), seed);
            made.evaluation = fake::evaluation(made.predictions);
            return made;
        }
        made.predictions = task == engine::Task::Regression ? fake::values(4 * (auc - 0.5), seed)
                                                            : fake::classes(4 * (auc - 0.5), seed);
        auto evaluated = engine::evaluate(made.predictions, {.bootstrapResamples = 40});
        if (!evaluated)
            return tl::unexpected(evaluated.error());
        made.evaluation = std::move(*evaluated);
        return made;
    }

    Result<RunComparison> compare(const std::vector<tracking::RunId> &runs, const Context &context,
                                  const engine::CompareOptions &options = {}) override
    {
        locked([&] { m_compared = options; });
        RunComparison made;
        for (const tracking::RunId &run : runs) {
            auto analysed = analysis(run, context);
            if (!analysed)
                return tl::unexpected(analysed.error());
            made.comparison.models.push_back(analysed->details.run.name.toStdString());
            made.runs.push_back(std::move(*analysed));
        }
        for (std::size_t a = 0; a < runs.size(); ++a)
            for (std::size_t b = a + 1; b < runs.size(); ++b)
                made.comparison.pairs.push_back(pairOf(made, a, b, options));
        made.comparison.metric =
            options.bootstrapMetrics.empty() ? engine::headline(task).metric : options.bootstrapMetrics.front();
        made.comparison.level = options.level;
        made.comparison.rope = options.rope.value_or(0.01);
        engine::decide(made.comparison);
        if (folded && runs.size() > 2)
            made.comparison.ranking = rankingOf(made);
        made.differingParams = {QStringLiteral("model"), QStringLiteral("max_depth")};
        made.caveats = {caveats.begin(), caveats.end()};
        return made;
    }

    Result<engine::FairnessReport> fairness(const tracking::RunId &, const QStringList &attributes,
                                            const std::map<QString, QString> &, const Context &) override
    {
        if (failWith)
            return tl::unexpected(*failWith);
        engine::FairnessReport made;
        for (const QString &attribute : attributes) {
            engine::AttributeFairness fairness;
            fairness.attribute = attribute.toStdString();
            fairness.privileged = "male";
            fairness.groups = {{.group = "female",
                                .n = 96,
                                .baseRate = 0.44,
                                .selectionRate = 0.38,
                                .accuracy = 0.81,
                                .tpr = 0.7,
                                .fpr = 0.12,
                                .tnr = 0.88,
                                .fnr = 0.3,
                                .precision = 0.8,
                                .rocAuc = 0.84,
                                .selectionInterval = wilson(0.29, 0.48),
                                .accuracyInterval = wilson(0.72, 0.88),
                                .tprInterval = wilson(0.55, 0.81),
                                .fprInterval = wilson(0.06, 0.24)},
                               {.group = "male",
                                .n = 104,
                                .baseRate = 0.46,
                                .selectionRate = 0.5,
                                .accuracy = 0.83,
                                .tpr = 0.85,
                                .fpr = 0.2,
                                .tnr = 0.8,
                                .fnr = 0.15,
                                .precision = 0.78,
                                .rocAuc = 0.87,
                                .selectionInterval = wilson(0.4, 0.59),
                                .accuracyInterval = wilson(0.74, 0.89),
                                .tprInterval = wilson(0.72, 0.93),
                                .fprInterval = wilson(0.11, 0.33)}};
            fairness.demographicParityDifference = 0.12;
            fairness.demographicParityRatio = 0.76;
            fairness.equalizedOddsDifference = 0.15;
            fairness.disparateImpact = 0.76;
            fairness.statisticalParityDifference = -0.12;
            made.attributes.push_back(fairness);
        }
        return made;
    }

    Result<engine::Attribution> explain(const tracking::RunId &, engine::ExplainMethod, int maxRows,
                                        const Context &) override
    {
        if (failWith)
            return tl::unexpected(*failWith);
        engine::Attribution made;
        made.method = "tree";
        made.features = {"debt_ratio", "income", "age", "region"};
        const Eigen::Index rows = std::min(maxRows, 60);
        made.values.resize(rows, 4);
        made.magnitudes.resize(rows, 4);
        Random random(3);
        for (Eigen::Index row = 0; row < rows; ++row) {
            made.rows.push_back(static_cast<engine::Row>(row));
            auto &cells = made.cells.emplace_back();
            for (Eigen::Index feature = 0; feature < 4; ++feature) {
                const double size = random.uniform();
                made.magnitudes(row, feature) = feature == 3 ? std::nan("") : size;
                made.values(row, feature) = (size - 0.5) * 2 / static_cast<double>(feature + 1);
                cells.push_back(feature == 3 ? "North" : std::to_string(size));
            }
        }
        made.baseValues = {-0.2};
        for (std::size_t feature = 0; feature < 4; ++feature)
            made.meanAbs.emplace_back(made.features[feature], 0.5 / static_cast<double>(feature + 1));
        return made;
    }

    Result<engine::DriftReport> drift(const DatasetPtr &reference, const DatasetPtr &current, const Context &) override
    {
        if (failWith)
            return tl::unexpected(*failWith);
        engine::DriftReport made;
        made.columns.resize(2);
        made.columns[0].name = "income";
        made.columns[0].psi = 0.31;
        made.columns[0].ks = engine::TestResult{0.18, 0.0004};
        made.columns[0].test = "ks";
        made.columns[0].score = 0.0004;
        made.columns[0].threshold = 0.05;
        made.columns[0].drifted = true;
        made.columns[0].movement = 0.22;
        made.columns[0].histogram = {
            .edges = {0, 1, 2, 3}, .labels = {}, .reference = {0.2, 0.5, 0.3}, .current = {0.1, 0.3, 0.6}};
        made.columns[1].name = "region";
        made.columns[1].kind = engine::Kind::Categorical;
        made.columns[1].psi = 0.01;
        made.columns[1].chi2 = engine::TestResult{1.2, 0.75, 3};
        made.columns[1].test = "chi2";
        made.columns[1].score = 0.75;
        made.columns[1].threshold = 0.05;
        made.columns[1].movement = 0.03;
        made.columns[1].histogram = {
            .edges = {}, .labels = {"East", "North"}, .reference = {0.5, 0.5}, .current = {0.48, 0.52}};
        made.shareDrifted = 0.5;
        made.datasetDrift = true;
        made.action = "retrain";
        made.referenceRows = reference->table().rows();
        made.currentRows = current->table().rows();
        return made;
    }

    Result<DatasetPtr> trainingData(const tracking::RunId &, const Context &) override
    {
        if (failWith)
            return tl::unexpected(*failWith);
        return fake::dataset();
    }

    Result<QByteArray> report(const ReportRequest &request, const Context &) override
    {
        if (failWith)
            return tl::unexpected(*failWith);
        return QByteArray("<!doctype html><title>") + request.title.toHtmlEscaped().toUtf8() + "</title>";
    }

private:
    /// Of the headline metric: a standard error of 0.02 whatever the rows.
    engine::PairComparison pairOf(const RunComparison &of, std::size_t a, std::size_t b,
                                  const engine::CompareOptions &options) const
    {
        const std::string metric = engine::headline(task).metric;
        const auto value = [&](std::size_t run, const std::string &name) {
            return of.runs[run].evaluation.metric(name).value_or(0);
        };
        const double difference = value(a, metric) - value(b, metric), error = 0.02;
        const double p = std::erfc(std::abs(difference / error) / std::sqrt(2.0));
        engine::PairComparison pair;
        pair.a = a;
        pair.b = b;
        pair.rows = of.runs[a].predictions.size();
        if (task == engine::Task::Binary)
            pair.delong = engine::DeLong{.difference = difference,
                                         .standardError = error,
                                         .z = difference / error,
                                         .pValue = p,
                                         .low = difference - 2 * error,
                                         .high = difference + 2 * error};
        if (task != engine::Task::Regression)
            pair.mcnemar = engine::McNemar{.n01 = 9, .n10 = 21, .statistic = 4.03, .pValue = 0.045};
        for (const std::string &name : {metric, std::string(task == engine::Task::Regression ? "mae" : "accuracy")}) {
            const double by = value(a, name) - value(b, name);
            pair.bootstrap[name] = {.difference = by,
                                    .low = by - 2 * error,
                                    .high = by + 2 * error,
                                    .pValue = std::erfc(std::abs(by / error) / std::sqrt(2.0)),
                                    .resamples = 1000};
        }
        if (folded) {
            pair.crossValidation = engine::CorrectedT{.difference = difference,
                                                      .t = 1.4,
                                                      .pValue = 0.19,
                                                      .folds = 10,
                                                      .low = difference - 0.05,
                                                      .high = difference + 0.05};
            pair.fiveByTwo = engine::FiveByTwo{.f = 2.1, .pValue = 0.21};
            pair.bayesian = engine::BayesianT{
                .aBetter = 0.62, .equivalent = 0.3, .bBetter = 0.08, .rope = options.rope.value_or(0.01)};
        }
        return pair;
    }

    /// As if every fold had ranked the runs as their headline metric does.
    engine::RankTest rankingOf(const RunComparison &of) const
    {
        const engine::Headline headline = engine::headline(task);
        engine::RankTest test;
        test.metric = headline.metric;
        test.blocks = 10;
        test.chiSquare = 12.4;
        test.pValue = 0.002;
        test.criticalDifference = 1.2;
        std::vector<std::size_t> order(of.runs.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::sort(order, {}, [&](std::size_t run) {
            const double value = of.runs[run].evaluation.metric(headline.metric).value_or(0);
            return headline.largerIsBetter ? -value : value;
        });
        test.meanRanks.resize(order.size());
        for (std::size_t rank = 0; rank < order.size(); ++rank)
            test.meanRanks[order[rank]] = static_cast<double>(rank + 1);
        for (std::size_t rank = 1; rank < order.size(); ++rank)
            test.groups.push_back({order[rank - 1], order[rank]});
        return test;
    }

    static engine::Interval wilson(double low, double high)
    {
        return {.low = low, .high = high, .level = 0.95, .method = "wilson"};
    }

    template<class F>
    std::invoke_result_t<F> locked(F function) const
    {
        const std::lock_guard lock(m_mutex);
        return function();
    }

    tracking::Run *find(const tracking::RunId &id)
    {
        const auto at = std::ranges::find(m_runs, id, &tracking::Run::id);
        return at == m_runs.end() ? nullptr : &*at;
    }

    static Failure unknown(const tracking::RunId &id)
    {
        return failure(ErrorKind::NotFound, "unknown_run", "There is no run {}.", {id.value.toStdString()});
    }

    Result<void> change(const tracking::RunId &id, const std::function<void(tracking::Run &)> &edit)
    {
        if (failWith)
            return tl::unexpected(*failWith);
        return locked([&]() -> Result<void> {
            tracking::Run *run = find(id);
            if (!run)
                return unknown(id);
            edit(*run);
            ++m_version;
            return {};
        });
    }

    Result<void> setDeleted(const std::vector<tracking::RunId> &runs, bool deleted)
    {
        for (const tracking::RunId &id : runs) {
            if (const auto changed = change(id, [&](tracking::Run &run) { run.deleted = deleted; }); !changed)
                return changed;
        }
        return {};
    }

    mutable std::mutex m_mutex;
    QTemporaryDir m_folder;
    std::unique_ptr<tracking::RunStore> m_store;
    std::vector<engine::EstimatorInfo> m_models;
    std::vector<tracking::Run> m_runs;
    std::vector<TrainRequest> m_trained;
    std::vector<EnsembleRequest> m_ensembled;
    engine::ReadOptions m_lastOptions;
    engine::CompareOptions m_compared;
    std::atomic<int> m_previews = 0;
    std::atomic<qint64> m_version = 1;
};

} // namespace assay::ui
