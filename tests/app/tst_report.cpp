// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/reporthtml.h"

#include "../widgets/chartsamples.h"
#include "engine/core/random.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace assay;
using namespace assay::app;

namespace {

ui::RunAnalysis run(const QString &model, engine::Predictions predictions, const engine::Evaluation &evaluation)
{
    ui::RunAnalysis run;
    run.details.run.id.value = QStringLiteral("%1aa11").arg(model).left(8);
    run.details.run.name = QStringLiteral("income ") + model;
    run.details.run.model = model;
    run.details.run.start = QDateTime(QDate(2026, 3, 1), QTime(10, 0));
    run.details.run.end = run.details.run.start.addMSecs(4210);
    run.details.run.params = {{"seed_offset", std::int64_t{1}},
                              {"learning_rate", model == QLatin1String("xgboost") ? 0.1 : 0.3}};
    run.details.run.tags = {{QStringLiteral("target"), QStringLiteral("income")},
                            {QStringLiteral("split"), QStringLiteral("test:adult_test.csv")},
                            {QStringLiteral("positive"), QStringLiteral(">50K")}};
    run.details.inputs = {
        {.role = QStringLiteral("train"),
         .name = QStringLiteral("adult_train.csv"),
         .digest = QStringLiteral("sha256:7a1f0c5e7a1f0c5e7a1f0c5e7a1f0c5e7a1f0c5e7a1f0c5e7a1f0c5e7a1f0c5e"),
         .rows = 32561,
         .columns = 15},
        {.role = QStringLiteral("test"),
         .name = QStringLiteral("adult_test.csv"),
         .digest = QStringLiteral("sha256:99ab0c5e7a1f0c5e7a1f0c5e7a1f0c5e7a1f0c5e7a1f0c5e7a1f0c5e7a1f0c5e"),
         .rows = 16281,
         .columns = 15}};
    run.details.provenance = {
        .program = QStringLiteral("assay 0.1.0"),
        .commandLine = QStringLiteral("assay train adult_train.csv --test adult_test.csv --target income --model ") +
                       model + QStringLiteral(" --seed 42"),
        .gitCommit = QStringLiteral("0123456789abcdef"),
        .os = QStringLiteral("Debian GNU/Linux 12"),
        .cpu = QStringLiteral("A processor"),
        .threads = 2,
        .seed = 42,
        .libraries = {{QStringLiteral("XGBoost"), QStringLiteral("1.7.4")},
                      {QStringLiteral("Qt"), QStringLiteral("6.4.2")}}};
    run.predictions = std::move(predictions);
    run.evaluation = evaluation;
    return run;
}

ReportData wholeReport()
{
    ReportData data;
    data.title = QStringLiteral("Who earns more than 50K");
    data.created = QDateTime(QDate(2026, 3, 2), QTime(9, 30));
    data.runs = {run(QStringLiteral("xgboost"), samples::predictions(1.3), samples::evaluations()[0].second),
                 run(QStringLiteral("logistic"), samples::predictions(1.1, 3000, 8), samples::evaluations()[1].second)};
    ui::RunComparison comparison;
    engine::PairComparison pair;
    pair.b = 1;
    pair.rows = 3000;
    pair.delong = engine::DeLong{.aucA = 0.953,
                                 .aucB = 0.928,
                                 .difference = 0.025,
                                 .standardError = 0.004,
                                 .z = 6.1,
                                 .pValue = 1e-8,
                                 .low = 0.017,
                                 .high = 0.033};
    pair.mcnemar = engine::McNemar{
        .n01 = 61, .n10 = 104, .statistic = 10.7, .pValue = 0.0011, .exactPValue = 0.001, .exact = false};
    pair.adjustedPValue = 1e-8;
    comparison.comparison.models = {"xgboost", "logistic"};
    comparison.comparison.pairs = {pair};
    data.comparison = comparison;
    data.fairness = {samples::fairnessReport(), samples::fairnessReport()};
    data.attributions = {samples::attribution(2000), samples::attribution(300)};
    data.drift = ReportDrift{.referenceFile = QStringLiteral("adult_train.csv"),
                             .currentFile = QStringLiteral("adult_later.csv"),
                             .report = samples::driftReport()};
    engine::Profile profile;
    profile.rows = 32561;
    profile.duplicateRows = 24;
    profile.columns = {samples::numericColumn(), samples::categoryColumn()};
    profile.warnings = {
        {.code = "duplicate_rows", .column = "", .message = "24 rows occur more than once."},
        {.code = "outliers", .column = "capital_gain", .message = "Values reach 99999, far beyond the rest."}};
    data.profile = ReportProfile{.file = QStringLiteral("adult_train.csv"), .profile = profile};
    return data;
}

/// Reads @p html as XML, which the report's page is but for its document type and void elements.
QString xmlError(QByteArray html)
{
    html.replace("<!DOCTYPE html>", "");
    static const QRegularExpression empty(QStringLiteral("<(meta)([^>]*)>"));
    QXmlStreamReader reader(QString::fromUtf8(html).replace(empty, QStringLiteral("<\\1\\2/>")));
    while (!reader.atEnd())
        reader.readNext();
    return reader.hasError() ? QStringLiteral("line %1: %2").arg(reader.lineNumber()).arg(reader.errorString())
                             : QString();
}

void keep(const QByteArray &html, const QString &name)
{
    const QString folder = qEnvironmentVariable("ASSAY_PICTURES");
    if (folder.isEmpty())
        return;
    QFile file(QDir(folder).filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(html);
}

/// The sections in their order.
QStringList sectionIds(const QByteArray &html)
{
    static const QRegularExpression id(QStringLiteral("<section id=\"([^\"]*)\""));
    QStringList ids;
    for (auto it = id.globalMatch(QString::fromUtf8(html)); it.hasNext();)
        ids << it.next().captured(1);
    return ids;
}

} // namespace

class TestReport : public QObject
{
    Q_OBJECT

private slots:
    void isWellFormed();
    void hasItsSectionsInOrder();
    void saysWhichModelIsBest();
    void marksBestAndDifferent();
    void fetchesNothing();
    void escapesEverything();
    void staysSmallWithAMillionPoints();
    void tellsRegressionByPredictions();
    void leavesOutWhatIsAbsent();
    void withholdsAVerdictOnUnlikeRuns();
    void listsThresholds();
    void ranksRunsOfTheSameFolds();
    void tellsManyRunsApart();
    void tellsClassesApart();
    void tellsHowARegressionErrs();
};

void TestReport::isWellFormed()
{
    const QByteArray html = reportHtml(wholeReport());
    keep(html, QStringLiteral("report.html"));
    QCOMPARE(xmlError(html), QString());
    QVERIFY(html.startsWith("<!DOCTYPE html>"));
    QVERIFY2(html.size() < 1'000'000, qPrintable(QString::number(html.size())));
}

void TestReport::hasItsSectionsInOrder()
{
    QCOMPARE(sectionIds(reportHtml(wholeReport())),
             (QStringList{QStringLiteral("summary"), QStringLiteral("data"), QStringLiteral("models"),
                          QStringLiteral("metrics"), QStringLiteral("comparison"), QStringLiteral("curves"),
                          QStringLiteral("fairness"), QStringLiteral("attributions"), QStringLiteral("drift"),
                          QStringLiteral("profile"), QStringLiteral("again"), QStringLiteral("environment")}));
}

void TestReport::saysWhichModelIsBest()
{
    const QString html = QString::fromUtf8(reportHtml(wholeReport()));
    QVERIFY(html.contains(QLatin1String("<p class=\"lead\">xgboost is best of 2 models: ROC AUC 0.95")));
    QVERIFY(
        html.contains(QLatin1String("xgboost is better than logistic by 0.025 ROC AUC (95 % interval 0.017 to 0.033; "
                                    "DeLong, p &lt; 0.001).")));
    QVERIFY(html.contains(QLatin1String("sha256:7a1f0c5e")));
    QVERIFY(html.contains(QLatin1String("Male (privileged)")));
}

void TestReport::marksBestAndDifferent()
{
    const QString html = QString::fromUtf8(reportHtml(wholeReport()));
    static const QRegularExpression differs(
        QStringLiteral("<th scope=\"row\">learning_rate</th><td class=\"m\">0.1</td><td class=\"m\">0.3</td>"));
    QVERIFY(differs.match(html).hasMatch());
    static const QRegularExpression same(QStringLiteral("<th scope=\"row\">seed_offset</th><td>1</td><td>1</td>"));
    QVERIFY(same.match(html).hasMatch());
    static const QRegularExpression best(QStringLiteral(
        "<th scope=\"row\">ROC AUC</th><td class=\"n m\">0\\.95[^<]*<small>[^<]*</small></td><td class=\"n\">0\\.92"));
    QVERIFY(best.match(html).hasMatch());
}

void TestReport::fetchesNothing()
{
    QByteArray html = reportHtml(wholeReport());
    QVERIFY(!html.contains("<script"));
    html.replace("http://www.w3.org/2000/svg", "");
    QVERIFY(!html.contains("http://") && !html.contains("https://") && !html.contains("@import") &&
            !html.contains("<link"));
}

void TestReport::escapesEverything()
{
    const QString evil = QStringLiteral("<script>alert('x')</script>&\"");
    ReportData data = wholeReport();
    data.title = evil;
    data.runs[0].details.run.model = evil;
    data.runs[0].details.inputs[0].name = evil;
    data.runs[0].details.run.params[evil.toStdString()] = evil.toStdString();
    data.fairness[0]->attributes[0].attribute = evil.toStdString();
    data.fairness[0]->attributes[0].groups[0].group = evil.toStdString();
    data.attributions[0]->meanAbs[0].first = evil.toStdString();
    data.attributions[0]->features[0] = evil.toStdString();
    data.drift->report.columns[0].name = evil.toStdString();
    data.profile->profile.warnings[0].column = evil.toStdString();
    data.commands = {evil};
    const QByteArray html = reportHtml(data);
    QCOMPARE(xmlError(html), QString());
    QVERIFY(!html.contains("<script"));
    QVERIFY(html.contains("&lt;script&gt;"));
}

void TestReport::staysSmallWithAMillionPoints()
{
    ReportData data = wholeReport();
    engine::RocCurve roc;
    engine::PrCurve pr;
    for (int i = 0; i <= 1'000'000; ++i) {
        const double t = i / 1e6;
        roc.fpr.push_back(t);
        roc.tpr.push_back(std::min(1.0, std::sqrt(t) + 0.01 * std::sin(i)));
        pr.recall.push_back(1 - t);
        pr.precision.push_back(0.25 + 0.75 * t + 0.01 * std::sin(i * 7));
    }
    for (ui::RunAnalysis &run : data.runs) {
        run.evaluation.roc = roc;
        run.evaluation.pr = pr;
    }
    for (int i = 0; i < 6; ++i) {
        data.runs.push_back(data.runs[0]);
        data.runs.back().details.run.model = QStringLiteral("model %1").arg(i);
        data.fairness.push_back(data.fairness[0]);
        data.attributions.push_back(samples::attribution(20'000));
    }
    const QByteArray html = reportHtml(data);
    QVERIFY2(html.size() < 2'000'000, qPrintable(QString::number(html.size())));
    QCOMPARE(xmlError(html), QString());
}

void TestReport::tellsRegressionByPredictions()
{
    const engine::Predictions p = samples::regressionPredictions(25);
    ReportData data;
    data.runs = {run(QStringLiteral("linear"), p, samples::evaluation(p))};
    const QString html = QString::fromUtf8(reportHtml(data));
    QVERIFY(html.contains(QLatin1String("Predicted against true")));
    QVERIFY(!html.contains(QLatin1String("ROC curve")));
    QVERIFY(html.contains(QLatin1String("linear reaches RMSE")));
    QCOMPARE(xmlError(html.toUtf8()), QString());
}

void TestReport::leavesOutWhatIsAbsent()
{
    ReportData data = wholeReport();
    data.runs.pop_back();
    data.comparison.reset();
    data.fairness.clear();
    data.attributions.clear();
    data.drift.reset();
    data.profile.reset();
    data.curves = false;
    QCOMPARE(sectionIds(reportHtml(data)),
             (QStringList{QStringLiteral("summary"), QStringLiteral("data"), QStringLiteral("models"),
                          QStringLiteral("metrics"), QStringLiteral("again"), QStringLiteral("environment")}));
}

void TestReport::withholdsAVerdictOnUnlikeRuns()
{
    ReportData data = wholeReport();
    data.comparison->caveats = {QStringLiteral("These runs were trained on different data.")};
    const QString html = QString::fromUtf8(reportHtml(data));
    QVERIFY(html.contains(QLatin1String("These runs were trained on different data.")));
    QVERIFY(html.contains(QLatin1String("No conclusion is drawn")));
    QVERIFY(!html.contains(QLatin1String("is better than")));
    QVERIFY(html.contains(QLatin1String("<td class=\"n f\">0.0250")));
}

void TestReport::listsThresholds()
{
    const QString html = QString::fromUtf8(reportHtml(wholeReport()));
    static const QRegularExpression youden(
        QStringLiteral("<th scope=\"row\">logistic</th><td>Youden’s J</td><td class=\"n\">0\\.\\d+</td>"));
    QVERIFY(youden.match(html).hasMatch());
    QVERIFY(html.contains(QLatin1String("Net benefit")));
}

/// @p count copies of the first run that a fold ranked in their order.
ReportData crowd(int count)
{
    ReportData data = wholeReport();
    const ui::RunAnalysis first = data.runs[0];
    data.runs.clear();
    data.fairness.clear();
    data.attributions.clear();
    data.drift.reset();
    data.profile.reset();
    data.comparison = ui::RunComparison();
    engine::Comparison &comparison = data.comparison->comparison;
    engine::RankTest ranking;
    ranking.metric = "roc_auc";
    ranking.blocks = 10;
    ranking.pValue = 0.001;
    ranking.criticalDifference = 1.5;
    for (int i = 0; i < count; ++i) {
        data.runs.push_back(first);
        data.runs.back().details.run.model = QStringLiteral("model %1").arg(i + 1);
        for (engine::Metric &metric : data.runs.back().evaluation.metrics)
            if (metric.name == "roc_auc")
                metric.value = 0.9 - 0.01 * i;
        comparison.models.push_back("model");
        ranking.meanRanks.push_back(i + 1);
        for (int j = 0; j < i; ++j) {
            engine::PairComparison pair;
            pair.a = static_cast<std::size_t>(j);
            pair.b = static_cast<std::size_t>(i);
            pair.rows = 3000;
            const double difference = 0.01 * (i - j);
            pair.delong = engine::DeLong{.difference = difference,
                                         .pValue = std::exp(-4.0 * (i - j)),
                                         .low = difference - 0.015,
                                         .high = difference + 0.015};
            comparison.pairs.push_back(pair);
        }
    }
    ranking.groups = {{0, 1}, {1, 2}};
    comparison.ranking = ranking;
    comparison.metric = "roc_auc";
    return data;
}

void TestReport::ranksRunsOfTheSameFolds()
{
    const QByteArray html = reportHtml(crowd(4));
    keep(html, QStringLiteral("report4.html"));
    QCOMPARE(xmlError(html), QString());
    const QString text = QString::fromUtf8(html);
    QVERIFY(text.contains(QLatin1String("Mean ranks and critical difference")));
    QVERIFY(text.contains(QLatin1String("Friedman&#39;s test over 10 folds")) ||
            text.contains(QLatin1String("Friedman's test over 10 folds")));
    QVERIFY(text.contains(QLatin1String("model 1 is better than")));
    QVERIFY(text.contains(QLatin1String("Each row against each column in ROC AUC")));
}

void TestReport::tellsManyRunsApart()
{
    const QByteArray html = reportHtml(crowd(20));
    keep(html, QStringLiteral("report20.html"));
    QCOMPARE(xmlError(html), QString());
    const QString text = QString::fromUtf8(html);
    QVERIFY(text.contains(QLatin1String("All 20 runs in grey, the best three in colour.")));
    QVERIFY(text.contains(QLatin1String("The 60 clearest of 190 pairs")));
    // A row a run, the best first.
    QVERIFY(text.indexOf(QLatin1String("<th scope=\"row\">model 1</th>")) <
            text.indexOf(QLatin1String("<th scope=\"row\">model 20</th>")));
    QVERIFY2(html.size() < 1'500'000, qPrintable(QString::number(html.size())));
}

engine::Predictions threeClasses(double strength)
{
    engine::Predictions made;
    made.task = engine::Task::Multiclass;
    made.labels = {"bird", "cat", "dog"};
    made.scores.resize(300, 3);
    Random random(5);
    for (Eigen::Index row = 0; row < 300; ++row) {
        const auto truth = static_cast<Eigen::Index>(random.below(3));
        made.rowIds.push_back(std::to_string(row));
        made.truth.push_back(static_cast<double>(truth));
        for (Eigen::Index c = 0; c < 3; ++c)
            made.scores(row, c) = std::exp((c == truth ? strength : 0) + random.normal());
        made.scores.row(row) /= made.scores.row(row).sum();
    }
    return made;
}

void TestReport::tellsClassesApart()
{
    ReportData data;
    for (const double strength : {1.0, 2.0}) {
        const engine::Predictions p = threeClasses(strength);
        const auto evaluation = engine::evaluate(p, {.bootstrapResamples = 20});
        QVERIFY(evaluation);
        data.runs.push_back(run(strength > 1 ? QStringLiteral("xgboost") : QStringLiteral("tree"), p, *evaluation));
    }
    const QByteArray html = reportHtml(data);
    keep(html, QStringLiteral("report-classes.html"));
    QCOMPARE(xmlError(html), QString());
    const QString text = QString::fromUtf8(html);
    QVERIFY(text.contains(QLatin1String("Confusion matrix")));
    QVERIFY(text.contains(QLatin1String("F1 by class")));
    QCOMPARE(text.count(QLatin1String("<th scope=\"row\">bird</th>")), 2);
}

void TestReport::tellsHowARegressionErrs()
{
    ReportData data;
    for (const int error : {25, 45}) {
        engine::Predictions p = samples::regressionPredictions(error);
        std::vector<std::optional<std::string>> region;
        for (std::size_t row = 0; row < p.size(); ++row)
            region.push_back(row % 3 == 0 ? "North" : "South");
        p.attributes.push_back(engine::Column::texts("region", engine::Kind::Categorical, region));
        const engine::Evaluation evaluation = samples::evaluation(p);
        data.runs.push_back(run(QStringLiteral("linear%1").arg(error), std::move(p), evaluation));
    }
    const QByteArray html = reportHtml(data);
    keep(html, QStringLiteral("report-regression.html"));
    QCOMPARE(xmlError(html), QString());
    const QString text = QString::fromUtf8(html);
    QVERIFY(text.contains(QLatin1String("Share of rows within an error")));
    QVERIFY(text.contains(QLatin1String("North")));
}

QTEST_GUILESS_MAIN(TestReport)
#include "tst_report.moc"
