// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compare/verdict.h"
#include "tests/widgets/fakedata.h"
#include "tracking/importers/importedrun.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <atomic>
#include <mutex>
#include <thread>
#include <type_traits>

namespace assay::ui {

/// A workbench with three finished runs in a real store of its own. Answers at once; `failWith` makes every call that
/// can fail do so, and `slow` makes training go on until it is cancelled. What pages asked for is kept for tests to
/// look at.
class FakeWorkbench : public Workbench
{
public:
    FakeWorkbench()
        : m_models(fake::models())
    {
    }

    std::optional<Error> failWith;
    std::atomic<bool> slow = false;
    QString storeFile; ///< a store that is there already, instead of one with three runs

    engine::Task task = engine::Task::Binary;  ///< of every run
    QStringList changedMetrics, changedInputs; ///< of every run done again
    QStringList caveats;                       ///< of every comparison
    bool folded = false;                       ///< comparisons have tests over folds
    /// Finished runs of various models until there are @p count, the later ones a little better.
    void fillUp(int count)
    {
        seeded();
        const QString models[] = {QStringLiteral("logistic"), QStringLiteral("random_forest"),
                                  QStringLiteral("xgboost")};
        for (int number = m_count + 1; number <= count; ++number)
            put(fake::run(number, models[number % 3], 0.70 + 0.004 * (number % 40)));
    }
    /// Into the store, with its id, as another process would write it.
    void put(const tracking::Run &run)
    {
        write(seeded(), run);
        ++m_count;
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

    QString storePath() const override
    {
        const_cast<FakeWorkbench *>(this)->seeded(); // a window asks for it first, and shows the runs
        return QStringLiteral("/data/assay.db");
    }
    qint64 storeVersion() const override
    {
        const std::lock_guard lock(m_storeMutex);
        return m_version + (m_store ? m_store->dataVersion() : 0);
    }
    /// In a temporary folder, made when it is first asked for, and empty.
    tracking::RunStore &store() override
    {
        const std::lock_guard lock(m_storeMutex);
        if (!m_store && !storeFile.isEmpty())
            m_store = std::move(*tracking::RunStore::open(storeFile));
        if (!m_store) {
            m_store = std::move(*tracking::RunStore::open(m_folder.filePath(QStringLiteral("assay.db"))));
        }
        return *m_store;
    }
    /// With the three runs: they are there once anything of this workbench is asked for but the store itself, so that
    /// tests which fill the store find it empty.
    tracking::RunStore &seeded()
    {
        tracking::RunStore &filled = store();
        const std::lock_guard lock(m_storeMutex);
        if (m_count == 0 && storeFile.isEmpty())
            for (const auto &[model, auc] : {std::pair{"baseline", 0.5}, {"logistic", 0.81}, {"xgboost", 0.86}})
                write(filled, fake::run(++m_count, QString::fromLatin1(model), auc));
        return filled;
    }

    Result<engine::ReadPreview> preview(const QString &, const engine::ReadOptions &options,
                                        const Context &context) override
    {
        if (failWith)
            return tl::unexpected(*failWith);
        ++m_previews;
        note(m_lastOptions, options, context);
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
        seeded();
        locked([&] { m_trained.push_back(request); });
        tracking::Run run = fake::run(m_count + 1, request.model, auc);
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
        put(run);
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
        seeded();
        locked([&] { m_ensembled.push_back(request); });
        tracking::Run run = fake::run(m_count + 1, QStringLiteral("ensemble"), 0.88);
        run.experiment = request.experiment;
        if (opened)
            opened(run.id);
        put(run);
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
        const auto first = details(id);
        if (!first)
            return tl::unexpected(first.error());
        tracking::Run run = first->run;
        run.id = fake::run(m_count + 1, run.model, 0.8).id;
        run.source.clear();
        put(run);
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
        return seeded().runs(query);
    }

    Result<std::vector<tracking::Experiment>> experiments() override { return seeded().experiments(); }

    Result<tracking::RunDetails> details(const tracking::RunId &id) override
    {
        if (failWith)
            return tl::unexpected(*failWith);
        auto kept = seeded().details(id);
        if (!kept)
            return tl::unexpected(kept.error());
        tracking::RunDetails made;
        made.run = kept->run;
        made.run.source.clear(); // a run of our own, although it was put here as an imported one
        made.children = kept->children;
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
            QStringLiteral("assay train loans.csv --target approved --model ") + kept->run.model;
        made.provenance.seed = 42;
        return made;
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
        return failWith ? refused() : seeded().rename(id, name);
    }
    Result<void> setNote(const tracking::RunId &id, const QString &note) override
    {
        return failWith ? refused() : seeded().setNote(id, note);
    }
    Result<void> setTag(const tracking::RunId &id, const QString &key, const QString &value) override
    {
        return failWith ? refused() : seeded().setTag(id, key, value);
    }
    Result<void> removeTag(const tracking::RunId &id, const QString &key) override
    {
        return failWith ? refused() : seeded().removeTag(id, key);
    }
    Result<void> remove(const std::vector<tracking::RunId> &runs) override
    {
        return failWith ? refused() : seeded().remove(runs);
    }
    Result<void> restore(const std::vector<tracking::RunId> &runs) override
    {
        return failWith ? refused() : seeded().restore(runs);
    }

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
        note(m_compared, options, context);
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

    /// What was asked for last. A job that a later one took the place of may run after it, and is not the last.
    template<class T>
    void note(T &last, const T &asked, const Context &context) const
    {
        locked([&] {
            if (!context.cancelled())
                last = asked;
        });
    }

    Result<void> refused() const { return tl::unexpected(*failWith); }

    static void write(tracking::RunStore &store, const tracking::Run &run)
    {
        tracking::ImportedRun imported{.source = QStringLiteral("fake:") + run.id.value, .id = run.id};
        if (!run.parent.isNull())
            imported.parentSource = QStringLiteral("fake:") + run.parent.value;
        imported.experiment = run.experiment;
        imported.name = run.name;
        imported.status = run.status;
        imported.start = run.start;
        imported.end = run.end;
        imported.model = run.model;
        imported.task = run.task;
        imported.note = run.note;
        imported.error = run.error;
        imported.params = run.params;
        imported.tags = run.tags;
        imported.favourite = run.favourite;
        imported.archived = run.archived;
        imported.deleted = run.deleted;
        for (const auto &[key, value] : run.metrics)
            imported.metrics[key] = {{.step = 0, .time = 1000 * run.start.toMSecsSinceEpoch(), .value = value}};
        if (const auto written = tracking::writeImported(store, imported); !written)
            qFatal("%s", written.error().message.c_str());
    }

    mutable std::mutex m_mutex, m_storeMutex;
    QTemporaryDir m_folder;
    std::unique_ptr<tracking::RunStore> m_store;
    std::vector<engine::EstimatorInfo> m_models;
    std::atomic<int> m_count = 0;
    std::vector<TrainRequest> m_trained;
    std::vector<EnsembleRequest> m_ensembled;
    engine::ReadOptions m_lastOptions;
    engine::CompareOptions m_compared;
    std::atomic<int> m_previews = 0;
    std::atomic<qint64> m_version = 1;
};

} // namespace assay::ui
