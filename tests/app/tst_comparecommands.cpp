// SPDX-License-Identifier: GPL-3.0-or-later
// `assay compare`, `curve` and `ensemble` as a person or a script runs them.
#include "programrun.h"
#include "workbenchfixture.h"

#include <QJsonArray>
#include <QtTest>

class TestCompareCommands : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void twoRuns();
    void ranksRunsOfTheSameFolds();
    void chosenMetricAndTests();
    void runAgainstAFile();
    void splitsOfTheCommandLine_data();
    void splitsOfTheCommandLine();
    void nestedSearch();
    void curves();
    void ensembles();
    void mistakes_data();
    void mistakes();

private:
    QJsonObject json(const QString &line) const;
    QString train(const QString &options) const;

    Sandbox m_box;
};

QJsonObject TestCompareCommands::json(const QString &line) const
{
    const Ran ran = m_box.run((line + QStringLiteral(" --json --quiet")).split(u' '));
    if (ran.code != 0)
        qWarning("%s", ran.err.constData());
    return ran.object();
}

QString TestCompareCommands::train(const QString &options) const
{
    return json(QStringLiteral("train data.csv --target outcome --drop day --drop customer ") + options)
        .value(QLatin1String("run_id"))
        .toString();
}

void TestCompareCommands::initTestCase()
{
    m_box.write(QStringLiteral("data.csv"), WorkbenchFixture::csv(300, 1));
}

void TestCompareCommands::twoRuns()
{
    const QString a = train(QStringLiteral("--model logistic --name careful"));
    const QString b = train(QStringLiteral("--model baseline --name idle"));
    const QJsonObject document = json(QStringLiteral("compare %1 %2").arg(a, b));
    const QJsonObject pair = document.value(QLatin1String("pairs"))[0].toObject();
    QCOMPARE(pair.value(QLatin1String("verdict")).toString(), QStringLiteral("a_better"));
    QCOMPARE(pair.value(QLatin1String("decision"))[QLatin1String("test")].toString(), QStringLiteral("delong"));
    QVERIFY(
        pair.value(QLatin1String("conclusion")).toString().startsWith(QLatin1String("careful is better than idle")));
    QCOMPARE(document.value(QLatin1String("conclusion")), pair.value(QLatin1String("conclusion")));
    QVERIFY(!document.contains(QLatin1String("ranking")));
    QVERIFY(m_box.run({QStringLiteral("compare"), a, b}).out.contains("careful is better than idle in roc_auc by"));
    const QJsonObject same = json(QStringLiteral("compare %1 %1").arg(a));
    QCOMPARE(same.value(QLatin1String("pairs"))[0].toObject().value(QLatin1String("verdict")).toString(),
             QStringLiteral("equivalent"));
}

void TestCompareCommands::ranksRunsOfTheSameFolds()
{
    QStringList runs;
    for (const char *model : {"logistic", "baseline", "random_forest"})
        runs << train(QStringLiteral("--model %1 --split repeated:2x5").arg(QLatin1String(model)));
    const QJsonObject document = json(QStringLiteral("compare ") + runs.join(u' '));
    const QJsonObject ranking = document.value(QLatin1String("ranking")).toObject();
    QCOMPARE(ranking.value(QLatin1String("blocks")).toInt(), 10);
    QCOMPARE(ranking.value(QLatin1String("mean_ranks")).toObject().size(), 3);
    QVERIFY(ranking.value(QLatin1String("friedman"))[QLatin1String("p_value")].toDouble(1) < 0.01);
    QVERIFY(ranking.value(QLatin1String("nemenyi"))[QLatin1String("critical_difference")].toDouble() > 0);
    const QJsonObject pair = document.value(QLatin1String("pairs"))[0].toObject();
    QCOMPARE(pair.value(QLatin1String("decision"))[QLatin1String("test")].toString(), QStringLiteral("corrected_t"));
    QVERIFY(pair.value(QLatin1String("five_by_two"))[QLatin1String("p_value")].toDouble(1) < 0.05);
    QVERIFY(pair.value(QLatin1String("bayesian"))[QLatin1String("a_better")].toDouble() > 0.95);
    QVERIFY(pair.value(QLatin1String("cross_validation"))[QLatin1String("corrected_t")].isDouble());
    const QByteArray text = m_box.run(QStringList{QStringLiteral("compare")} + runs).out;
    for (const char *words : {"Friedman", "has the best roc_auc", "5x2cv F", "mean rank"})
        QVERIFY2(text.contains(words), text.constData());
    // Other folds: said, and decided by the predictions instead.
    const QString other = train(QStringLiteral("--model logistic --split repeated:2x5 --seed 7"));
    const QJsonObject mixed = json(QStringLiteral("compare %1 %2").arg(runs[0], other));
    QVERIFY(!mixed.value(QLatin1String("pairs"))[0].toObject().contains(QLatin1String("cross_validation")));
    QVERIFY(QJsonDocument(mixed.value(QLatin1String("warnings")).toArray()).toJson().contains("the same folds"));
}

void TestCompareCommands::chosenMetricAndTests()
{
    const QString a = train(QStringLiteral("--model logistic")), b = train(QStringLiteral("--model xgboost"));
    const QJsonObject document =
        json(QStringLiteral("compare %1 %2 --metric brier --metric recall --bca --rope 0.5 --level 0.9 "
                            "--resamples 200 --adjust fdr_by")
                 .arg(a, b));
    QCOMPARE(document.value(QLatin1String("metric")).toString(), QStringLiteral("brier"));
    QCOMPARE(document.value(QLatin1String("adjusted")).toString(), QStringLiteral("fdr_by"));
    QCOMPARE(document.value(QLatin1String("level")).toDouble(), 0.9);
    const QJsonObject pair = document.value(QLatin1String("pairs"))[0].toObject();
    QCOMPARE(pair.value(QLatin1String("bootstrap")).toObject().keys(),
             (QStringList{QStringLiteral("brier"), QStringLiteral("recall")}));
    QCOMPARE(pair.value(QLatin1String("bootstrap"))[QLatin1String("brier")][QLatin1String("method")].toString(),
             QStringLiteral("bootstrap-bca"));
    QCOMPARE(pair.value(QLatin1String("verdict")).toString(), QStringLiteral("equivalent"));
}

void TestCompareCommands::runAgainstAFile()
{
    const QString run = train(QStringLiteral("--model logistic"));
    QByteArray file = "row,y,p\n";
    const QList<QByteArray> lines = WorkbenchFixture::csv(300, 1).trimmed().split('\n');
    for (int row = 0; row < 300; ++row)
        file += QByteArray::number(row) + ',' + lines[row + 1].split(',').last() + ",0.5\n";
    m_box.write(QStringLiteral("theirs.csv"), file);
    const QString line = QStringLiteral("compare %1 theirs.csv --y-true y --y-score p --positive yes").arg(run);
    QCOMPARE(m_box.run(line.split(u' ')).code, 2);
    const QJsonObject pair = json(line + QStringLiteral(" --key row")).value(QLatin1String("pairs"))[0].toObject();
    QCOMPARE(pair.value(QLatin1String("rows")).toInt(), 75);
    QCOMPARE(pair.value(QLatin1String("delong"))[QLatin1String("auc_b")].toDouble(), 0.5);
    QCOMPARE(pair.value(QLatin1String("verdict")).toString(), QStringLiteral("a_better"));
}

void TestCompareCommands::splitsOfTheCommandLine_data()
{
    QTest::addColumn<QString>("split");
    QTest::addColumn<int>("folds");
    QTest::newRow("groups") << "group-kfold:customer:4" << 4;
    QTest::newRow("time") << "time-kfold:day:3" << 3;
}

void TestCompareCommands::splitsOfTheCommandLine()
{
    QFETCH(QString, split);
    QFETCH(int, folds);
    const QJsonObject outcome =
        json(QStringLiteral("train data.csv --target outcome --model logistic --split ") + split);
    QCOMPARE(outcome.value(QLatin1String("children")).toArray().size(), folds);
}

void TestCompareCommands::nestedSearch()
{
    const QString run = train(QStringLiteral("--model logistic --split nested:3x2 --grid C=1e-9,1"));
    const QJsonObject details = json(QStringLiteral("run ") + run);
    QCOMPARE(details.value(QLatin1String("children")).toArray().size(), 3);
    QVERIFY(details.value(QLatin1String("tags"))[QLatin1String("chosen")].toString().contains(QLatin1String(" of 3")));
}

void TestCompareCommands::curves()
{
    const QString start =
        QStringLiteral("curve data.csv --target outcome --drop day --drop customer --model logistic ");
    const QJsonObject learning = json(start + QStringLiteral("--shares 0.25,1 --split kfold:4"));
    QCOMPARE(learning.value(QLatin1String("metric")).toString(), QStringLiteral("roc_auc"));
    QVERIFY(learning.value(QLatin1String("param")).isNull());
    QCOMPARE(learning.value(QLatin1String("x"))[1].toInt(), 225);
    QCOMPARE(learning.value(QLatin1String("validation_std")).toArray().size(), 2);
    const QJsonObject over =
        json(start + QStringLiteral("--param C --values 0.001,1 --param max_iter=50 --metric brier"));
    QCOMPARE(over.value(QLatin1String("param")).toString(), QStringLiteral("C"));
    QCOMPARE(over.value(QLatin1String("at")).toArray(), (QJsonArray{QStringLiteral("0.001"), QStringLiteral("1")}));
    QCOMPARE(over.value(QLatin1String("larger_is_better")).toBool(true), false);
    QVERIFY(m_box.run((start + QStringLiteral("--shares 1")).split(u' ')).out.contains("held out"));
    QVERIFY(json(QStringLiteral("runs")).value(QLatin1String("runs")).isArray());
}

void TestCompareCommands::ensembles()
{
    const QString a = train(QStringLiteral("--model logistic")), b = train(QStringLiteral("--model random_forest"));
    const QJsonObject average = json(QStringLiteral("ensemble %1 %2 --weights 2,1 --name blend").arg(a, b));
    QCOMPARE(average.value(QLatin1String("model")).toString(), QStringLiteral("ensemble"));
    QVERIFY(average.value(QLatin1String("metrics"))[QLatin1String("roc_auc")].toDouble() > 0.7);
    const QJsonObject stacked = json(QStringLiteral("ensemble %1 %2 --stack").arg(a, b));
    QCOMPARE(stacked.value(QLatin1String("params"))[QLatin1String("method")].toString(), QStringLiteral("stacking"));
    const QString id = stacked.value(QLatin1String("run_id")).toString();
    QCOMPARE(json(QStringLiteral("compare %1 %2 %3").arg(a, b, id)).value(QLatin1String("pairs")).toArray().size(), 3);
    QCOMPARE(json(QStringLiteral("explain %1 data.csv --method permutation").arg(id))
                 .value(QLatin1String("method"))
                 .toString(),
             QStringLiteral("permutation"));
    QCOMPARE(
        m_box.run({QStringLiteral("report"), id, QStringLiteral("--out"), m_box.path(QStringLiteral("r.html"))}).code,
        0);
}

void TestCompareCommands::mistakes_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const QString train = QStringLiteral("train data.csv --target outcome --model logistic ");
    const QString curve = QStringLiteral("curve data.csv --target outcome --model logistic ");
    QTest::newRow("adjustment") << "compare data.csv data.csv --adjust much" << 2 << "fdr_bh";
    QTest::newRow("metric") << "compare data.csv data.csv --y-true outcome --y-score score --metric beauty" << 2
                            << "cohen_kappa";
    QTest::newRow("split") << train + QStringLiteral("--split nested:3") << 2 << "group-kfold:COLUMN:5";
    QTest::newRow("grid without search") << train + QStringLiteral("--grid C=1,2") << 2 << "nested";
    QTest::newRow("search without grid") << train + QStringLiteral("--split nested:3x2") << 2 << "grid";
    QTest::newRow("grid of nothing") << train + QStringLiteral("--split nested --grid D=1") << 2 << "`C`";
    QTest::newRow("share") << curve + QStringLiteral("--shares 0,1") << 2 << "shares are above 0";
    QTest::newRow("values of nothing") << curve + QStringLiteral("--values 1,2") << 2 << "--param NAME";
    QTest::newRow("one run") << "ensemble a" << 2 << "RUNS";
    QTest::newRow("no run") << "ensemble nothing nowhere" << 4 << "nothing";
}

void TestCompareCommands::mistakes()
{
    QFETCH(QString, line);
    QFETCH(int, code);
    QFETCH(QString, says);
    const Ran ran = m_box.run(line.split(u' '));
    QCOMPARE(ran.code, code);
    QVERIFY2(QString::fromUtf8(ran.err).contains(says), ran.err.constData());
}

QTEST_GUILESS_MAIN(TestCompareCommands)
#include "tst_comparecommands.moc"
