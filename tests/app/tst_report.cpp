// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/reporthtml.h"

#include "../widgets/chartsamples.h"

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
    comparison.caveats = {QStringLiteral("These runs were trained on different data.")};
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
    QVERIFY(html.contains(QLatin1String("Its lead over logistic is unlikely to be chance (difference 0.025, 0.017 to "
                                        "0.033; DeLong&apos;s test, p &lt; 0.001 on 3,000 shared rows)")) ||
            html.contains(QLatin1String("Its lead over logistic is unlikely to be chance (difference 0.025, 0.017 to "
                                        "0.033; DeLong&#39;s test, p &lt; 0.001 on 3,000 shared rows)")));
    QVERIFY(html.contains(QLatin1String("These runs were trained on different data.")));
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

QTEST_GUILESS_MAIN(TestReport)
#include "tst_report.moc"
