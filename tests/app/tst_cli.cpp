// SPDX-License-Identifier: GPL-3.0-or-later
// The command line as scripts use it: names, keys and exit codes of its contract, on small data, without a display.
#include "programrun.h"

#include <QJsonArray>
#include <QtTest>
#include <cmath>
#include <csignal>

namespace {

/// A task with one strong feature, one weak, a group and some noise, the same on every machine.
QByteArray binaryCsv(int rows, int seed)
{
    quint32 state = static_cast<quint32>(seed) * 2654435761u + 1;
    const auto uniform = [&state] {
        state = state * 1664525u + 1013904223u;
        return static_cast<double>(state >> 8) / (1 << 24);
    };
    QByteArray csv = "x,z,group,outcome\n";
    for (int i = 0; i < rows; ++i) {
        const double x = 4 * uniform() - 2;
        const double z = uniform();
        const bool favoured = uniform() < 0.5;
        const bool yes = uniform() < 1 / (1 + std::exp(-(2 * x + z + (favoured ? 0.5 : -0.5))));
        csv += QByteArray::number(x, 'f', 4) + ',' + QByteArray::number(z, 'f', 4) + ',' + (favoured ? "a" : "b") +
               ',' + (yes ? "yes" : "no") + '\n';
    }
    return csv;
}

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QJsonValue at(const QJsonObject &object, const char *path)
{
    QJsonValue value = object;
    for (const QString &key : QString::fromLatin1(path).split(QLatin1Char('/')))
        value = value.toObject().value(key);
    return value;
}

} // namespace

class TestCli : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void profile();
    void models();
    void evaluateBinary();
    void evaluateFairness();
    void evaluateMulticlass();
    void evaluateRegression();
    void compareFiles();
    void drift();
    void trainAndLookBack();
    void crossValidation();
    void sameBitsOnAnyThreads();
    void compareAndDiffRuns();
    void explainRun();
    void keeping();
    void reportIsWritten();
    void interruptedTrainingIsCancelled();
    void jsonIsAlone();
    void helpAndVersion();
    void demoTwice();

private:
    QJsonObject json(const QString &line);
    QString train(const QString &more);

    Sandbox m_box;
};

void TestCli::initTestCase()
{
    QVERIFY(m_box.isValid());
    m_box.write(QStringLiteral("data.csv"), binaryCsv(400, 1));
    m_box.write(QStringLiteral("later.csv"), binaryCsv(300, 2).replace("\n1.", "\n3."));
    m_box.write(QStringLiteral("a.csv"),
                "id,y,p,sex\n1,1,0.9,f\n2,0,0.1,m\n3,1,0.8,f\n4,0,0.35,m\n5,1,0.4,m\n6,0,0.6,f\n");
    m_box.write(QStringLiteral("b.csv"),
                "id,y,p,sex\n6,0,0.2,f\n5,1,0.3,m\n4,0,0.4,m\n3,1,0.7,f\n2,0,0.5,m\n1,1,0.6,f\n");
}

QJsonObject TestCli::json(const QString &line)
{
    const Ran ran = m_box.run(line.split(QLatin1Char(' '), Qt::SkipEmptyParts) + QStringList{QStringLiteral("--json")});
    if (ran.crashed || ran.code != 0 || !ran.document().isObject())
        qWarning().noquote() << line << ran.code << ran.err << ran.out.left(300);
    return ran.object();
}

QString TestCli::train(const QString &more)
{
    return json(QStringLiteral("train data.csv --target outcome ") + more).value(QLatin1String("run_id")).toString();
}

void TestCli::profile()
{
    const QJsonObject document = json(QStringLiteral("profile data.csv --target outcome"));
    QCOMPARE(document.value(QLatin1String("rows")).toInt(), 400);
    QVERIFY(document.value(QLatin1String("digest")).toString().startsWith(QLatin1String("sha256:")));
    const QJsonArray columns = document.value(QLatin1String("columns")).toArray();
    QCOMPARE(columns.size(), 4);
    for (const char *key :
         {"name", "kind", "missing", "distinct", "min", "max", "mean", "std", "q25", "median", "q75", "top"})
        QVERIFY2(columns[0].toObject().contains(QLatin1String(key)), key);
    for (const char *key : {"duplicate_rows", "rejected", "dialect", "warnings", "file"})
        QVERIFY2(document.contains(QLatin1String(key)), key);
    const Ran text = m_box.run(words("profile data.csv"));
    QVERIFY(text.out.contains("400 rows, 4 columns"));
    QVERIFY(text.err.isEmpty());
}

void TestCli::models()
{
    const Ran ran = m_box.run(words("models --json"));
    QCOMPARE(ran.code, 0);
    QVERIFY(ran.document().isArray());
    QStringList names;
    for (const QJsonValue &model : ran.document().array()) {
        names.append(model.toObject().value(QLatin1String("name")).toString());
        QVERIFY(!model.toObject().value(QLatin1String("tasks")).toArray().isEmpty());
        for (const QJsonValue &param : model.toObject().value(QLatin1String("params")).toArray()) {
            for (const char *key : {"name", "type", "default", "min", "max", "choices", "help"})
                QVERIFY2(param.toObject().contains(QLatin1String(key)), key);
        }
    }
    for (const char *name : {"baseline", "logistic", "linear", "xgboost", "random_forest", "naive_bayes",
                             "decision_tree", "knn", "svm", "mlp"})
        QVERIFY2(names.contains(QLatin1String(name)), name);
}

void TestCli::evaluateBinary()
{
    const QJsonObject document = json(QStringLiteral("evaluate a.csv --y-true y --y-score p --positive 1"));
    QCOMPARE(document.value(QLatin1String("task")).toString(), QStringLiteral("binary"));
    QCOMPARE(document.value(QLatin1String("n")).toInt(), 6);
    // 9 pairs of a positive and a negative; 0.4 against 0.6 is the one in the wrong order.
    QCOMPARE(at(document, "metrics/roc_auc").toDouble(), 8.0 / 9);
    QCOMPARE(at(document, "metrics/accuracy").toDouble(), 4.0 / 6);
    QCOMPARE(at(document, "confusion/tp").toDouble(), 2.0);
    QCOMPARE(at(document, "confusion/fp").toDouble(), 1.0);
    for (const char *path : {"curves/roc/fpr", "curves/pr/precision", "curves/calibration/count"})
        QVERIFY2(at(document, path).isArray(), path);
    QVERIFY(at(document, "intervals/roc_auc/low").isDouble());
    const QJsonObject strict = json(QStringLiteral("evaluate a.csv --y-true y --y-score p --threshold 0.3"));
    QCOMPARE(at(strict, "confusion/tp").toDouble(), 3.0);
}

void TestCli::evaluateFairness()
{
    const QJsonObject document =
        json(QStringLiteral("evaluate a.csv --y-true y --y-score p --protected sex --privileged sex=m"));
    QCOMPARE(at(document, "fairness/sex/groups/f/n").toInt(), 3);
    QCOMPARE(at(document, "fairness/sex/groups/f/selection_rate").toDouble(), 1.0);
    QCOMPARE(at(document, "fairness/sex/groups/m/selection_rate").toDouble(), 0.0);
    QCOMPARE(at(document, "fairness/sex/demographic_parity_difference").toDouble(), 1.0);
    QCOMPARE(at(document, "fairness/sex/statistical_parity_difference").toDouble(), 1.0);
}

void TestCli::evaluateMulticlass()
{
    m_box.write(QStringLiteral("multi.csv"),
                "y,hat,p_a,p_b,p_c\na,a,.8,.1,.1\nb,b,.2,.5,.3\nc,b,.1,.5,.4\na,a,.6,.2,.2\n");
    const QJsonObject document = json(QStringLiteral("evaluate multi.csv --y-true y --y-pred hat --proba p_"));
    QCOMPARE(document.value(QLatin1String("task")).toString(), QStringLiteral("multiclass"));
    QCOMPARE(document.value(QLatin1String("labels")).toArray(),
             QJsonArray({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
    QCOMPARE(at(document, "metrics/accuracy").toDouble(), 0.75);
    QCOMPARE(document.value(QLatin1String("confusion_matrix")).toArray()[2].toArray()[1].toDouble(), 1.0);
    QVERIFY(document.contains(QLatin1String("per_class")));
}

void TestCli::evaluateRegression()
{
    m_box.write(QStringLiteral("values.csv"), "y,hat\n1.5,1\n2,3\n4.5,4.5\n");
    const QJsonObject document = json(QStringLiteral("evaluate values.csv --y-true y --y-pred hat"));
    QCOMPARE(document.value(QLatin1String("task")).toString(), QStringLiteral("regression"));
    QCOMPARE(at(document, "metrics/mae").toDouble(), 0.5);
    QCOMPARE(at(document, "metrics/max_error").toDouble(), 1.0);
}

void TestCli::compareFiles()
{
    const QJsonObject document = json(QStringLiteral("compare a.csv b.csv --y-true y --y-score p --key id"));
    QCOMPARE(document.value(QLatin1String("models")).toArray(), QJsonArray({QStringLiteral("a"), QStringLiteral("b")}));
    const QJsonObject pair = document.value(QLatin1String("pairs")).toArray()[0].toObject();
    QCOMPARE(at(pair, "delong/auc_a").toDouble(), 8.0 / 9);
    QCOMPARE(at(pair, "delong/auc_b").toDouble(), 7.0 / 9);
    for (const char *path : {"delong/p_value", "mcnemar/n01", "mcnemar/p_value", "bootstrap/roc_auc/low"})
        QVERIFY2(at(pair, path).isDouble(), path);
    QCOMPARE(document.value(QLatin1String("adjusted")).toString(), QStringLiteral("holm"));
}

void TestCli::drift()
{
    const QJsonObject same = json(QStringLiteral("drift data.csv data.csv"));
    QCOMPARE(same.value(QLatin1String("dataset_drift")).toBool(true), false);
    const QJsonObject moved = json(QStringLiteral("drift data.csv later.csv --column x"));
    const QJsonArray columns = moved.value(QLatin1String("columns")).toArray();
    QCOMPARE(columns.size(), 1);
    for (const char *key : {"name", "kind", "psi", "ks", "jensen_shannon", "wasserstein_normed", "hellinger", "test",
                            "score", "threshold", "drifted", "histogram"})
        QVERIFY2(columns[0].toObject().contains(QLatin1String(key)), key);
    QVERIFY(columns[0].toObject().value(QLatin1String("drifted")).toBool());
    QVERIFY(m_box.run(words("drift data.csv later.csv")).out.contains("drifted"));
}

void TestCli::trainAndLookBack()
{
    const QJsonObject outcome = json(QStringLiteral("train data.csv --target outcome --model logistic --param C=0.5 "
                                                    "--name first --experiment trial --tag owner=ada"));
    for (const char *key : {"run_id", "experiment", "model", "params", "metrics", "fit_seconds", "predict_seconds",
                            "n_train", "n_test", "artifacts"})
        QVERIFY2(outcome.contains(QLatin1String(key)), key);
    QCOMPARE(at(outcome, "params/C").toDouble(), 0.5);
    QCOMPARE(outcome.value(QLatin1String("n_train")).toInt() + outcome.value(QLatin1String("n_test")).toInt(), 400);
    QVERIFY(at(outcome, "metrics/roc_auc").toDouble() > 0.7);

    const QJsonArray runs = json(QStringLiteral("runs --experiment trial")).value(QLatin1String("runs")).toArray();
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs[0].toObject().value(QLatin1String("status")).toString(), QStringLiteral("finished"));
    QCOMPARE(at(runs[0].toObject(), "tags/owner").toString(), QStringLiteral("ada"));

    const QJsonObject run = json(QStringLiteral("run first"));
    QCOMPARE(run.value(QLatin1String("run_id")), outcome.value(QLatin1String("run_id")));
    QCOMPARE(at(run, "metrics/roc_auc"), at(outcome, "metrics/roc_auc"));
    QVERIFY(!run.value(QLatin1String("inputs")).toArray().isEmpty());
    QVERIFY(!run.value(QLatin1String("artifacts")).toArray().isEmpty());
    QVERIFY(at(run, "provenance/command_line").toString().contains(QLatin1String("train")));
}

void TestCli::crossValidation()
{
    const QJsonObject outcome =
        json(QStringLiteral("train data.csv --target outcome --model logistic --split kfold:4"));
    QCOMPARE(outcome.value(QLatin1String("children")).toArray().size(), 4);
    const QString id = outcome.value(QLatin1String("run_id")).toString();
    QCOMPARE(json(QStringLiteral("run ") + id).value(QLatin1String("children")).toArray().size(), 4);
}

void TestCli::sameBitsOnAnyThreads()
{
    const QString line = QStringLiteral("train data.csv --target outcome --seed 5 --model ");
    for (const char *model : {"logistic", "xgboost", "random_forest"}) {
        const QString start = line + QLatin1String(model);
        QCOMPARE(at(json(start + QStringLiteral(" --threads 1")), "metrics"),
                 at(json(start + QStringLiteral(" --threads 2")), "metrics"));
    }
}

void TestCli::compareAndDiffRuns()
{
    const QString a = train(QStringLiteral("--model logistic"));
    const QString b = train(QStringLiteral("--model baseline"));
    const QJsonObject comparison = json(QStringLiteral("compare %1 %2").arg(a, b));
    QCOMPARE(comparison.value(QLatin1String("pairs")).toArray().size(), 1);
    const QJsonObject pair = comparison.value(QLatin1String("pairs")).toArray()[0].toObject();
    QCOMPARE(at(pair, "delong/auc_b").toDouble(), 0.5);
    QVERIFY(at(pair, "delong/p_value").toDouble() < 0.001);
    const QJsonObject diff = json(QStringLiteral("diff %1 %2").arg(a, b));
    QCOMPARE(at(diff, "params/model").toArray(), QJsonArray({QStringLiteral("logistic"), QStringLiteral("baseline")}));
    QVERIFY(diff.value(QLatin1String("inputs")).toObject().isEmpty());
    QCOMPARE(m_box.run({QStringLiteral("compare"), a, b}).code, 0);
    QCOMPARE(m_box.run({QStringLiteral("diff"), a, b}).code, 0);
}

void TestCli::explainRun()
{
    const QString id = train(QStringLiteral("--model xgboost"));
    const QJsonObject own = json(QStringLiteral("explain ") + id);
    QCOMPARE(own.value(QLatin1String("method")).toString(), QStringLiteral("tree"));
    QVERIFY(at(own, "mean_abs/x").toDouble() > at(own, "mean_abs/z").toDouble());
    QVERIFY(own.value(QLatin1String("additivity_max_error")).toDouble() < 1e-4);
    const QJsonObject rows = json(QStringLiteral("explain %1 later.csv --rows 10 --out attributions.csv").arg(id));
    QCOMPARE(rows.value(QLatin1String("n")).toInt(), 10);
    QFile csv(m_box.path(QStringLiteral("attributions.csv")));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = csv.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), 11);
    QVERIFY(lines[0].endsWith(",base_value"));
}

void TestCli::keeping()
{
    const QString id = train(QStringLiteral("--model baseline --name kept"));
    QCOMPARE(m_box.run({QStringLiteral("tag"), id, QStringLiteral("stage=candidate")}).code, 0);
    QCOMPARE(m_box.run({QStringLiteral("note"), id, QStringLiteral("before the new prices")}).code, 0);
    QCOMPARE(m_box.run({QStringLiteral("rename"), id, QStringLiteral("renamed")}).code, 0);
    const QJsonObject run = json(QStringLiteral("run renamed"));
    QCOMPARE(at(run, "tags/stage").toString(), QStringLiteral("candidate"));
    QCOMPARE(run.value(QLatin1String("note")).toString(), QStringLiteral("before the new prices"));
    QCOMPARE(m_box.run({QStringLiteral("delete"), id}).code, 0);
    const auto listed = [&](const QString &line) {
        const QJsonArray runs = json(line).value(QLatin1String("runs")).toArray();
        return std::any_of(runs.begin(), runs.end(), [&](const QJsonValue &one) {
            return one.toObject().value(QLatin1String("run_id")).toString() == id;
        });
    };
    QVERIFY(!listed(QStringLiteral("runs")));
    QVERIFY(listed(QStringLiteral("runs --deleted")));
    QCOMPARE(m_box.run({QStringLiteral("restore"), id}).code, 0);
    QVERIFY(listed(QStringLiteral("runs")));
}

void TestCli::reportIsWritten()
{
    const QString a = train(QStringLiteral("--model logistic --protected group"));
    const QJsonObject document = json(QStringLiteral("report %1 --out report.html --drift later.csv").arg(a));
    QFile file(m_box.path(QStringLiteral("report.html")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray html = file.readAll();
    QCOMPARE(document.value(QLatin1String("bytes")).toInt(), html.size());
    QVERIFY(html.startsWith("<!DOCTYPE html>") || html.startsWith("<!doctype html>"));
    QVERIFY(html.contains("outcome"));
    const Ran full = m_box.run({QStringLiteral("report"), a, QStringLiteral("--out"), QStringLiteral("/dev/full")});
    QCOMPARE(full.code, 5);
    QVERIFY2(full.err.contains("/dev/full"), full.err.constData());
}

void TestCli::interruptedTrainingIsCancelled()
{
    QProcess process;
    m_box.prepare(process);
    process.start(
        QStringLiteral(ASSAY_PROGRAM),
        words("train data.csv --target outcome --model xgboost --param n_estimators=10000 --name long --json"));
    QVERIFY(process.waitForStarted());
    const auto running = [&] {
        for (const QJsonValue &run : json(QStringLiteral("runs long")).value(QLatin1String("runs")).toArray()) {
            if (run.toObject().value(QLatin1String("status")).toString() == QLatin1String("running"))
                return true;
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(running() || process.state() == QProcess::NotRunning, 60'000);
    QCOMPARE(process.state(), QProcess::Running);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 5);
    const QJsonObject answer = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    QCOMPARE(at(answer, "error/code").toString(), QStringLiteral("cancelled"));
    const QJsonObject run = json(QStringLiteral("run long"));
    QCOMPARE(run.value(QLatin1String("status")).toString(), QStringLiteral("cancelled"));
}

void TestCli::jsonIsAlone()
{
    const Ran ran = m_box.run(words("profile data.csv --json"));
    QVERIFY(ran.err.isEmpty());
    QVERIFY(ran.out.endsWith("}\n"));
    QVERIFY(ran.document().isObject());
}

void TestCli::helpAndVersion()
{
    const Ran help = m_box.run({QStringLiteral("--help")});
    QCOMPARE(help.code, 0);
    for (const char *command :
         {"profile", "train", "evaluate", "compare", "explain", "drift", "runs", "report", "demo"})
        QVERIFY2(help.out.contains(command), command);
    QVERIFY(m_box.run({QStringLiteral("--version")}).out.startsWith("assay "));
    QVERIFY(m_box.run(words("train --help")).out.contains("--split"));
}

void TestCli::demoTwice()
{
    Sandbox box;
    const Ran first = box.run({QStringLiteral("demo")});
    QVERIFY2(first.code == 0, first.err.constData());
    for (const char *word : {"xgboost", "logistic", "Report: ", "drifted"})
        QVERIFY2(first.out.contains(word), first.out.constData());
    const QString out = box.path(QStringLiteral("again.html"));
    const Ran second = box.run({QStringLiteral("demo"), QStringLiteral("--out"), out, QStringLiteral("--json")});
    QVERIFY2(second.code == 0, second.err.constData());
    QCOMPARE(second.object().value(QLatin1String("report")).toString(), out);
    QVERIFY(QFile::exists(out));
    QCOMPARE(second.object().value(QLatin1String("runs")).toArray().size(), 4);
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
