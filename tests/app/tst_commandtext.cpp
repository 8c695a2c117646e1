// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/attributiontext.h"
#include "app/commands/commandline.h"
#include "app/commands/options.h"
#include "app/commands/output.h"
#include "app/commands/rundiff.h"
#include "app/commands/terminalobserver.h"
#include "app/commands/texttable.h"

#include <QtTest>
#include <limits>

using namespace assay;
using namespace assay::app;

class TestCommandText : public QObject
{
    Q_OBJECT

private slots:
    void tableIsAligned();
    void tableKeepsToItsLines();
    void numbers_data();
    void numbers();
    void errorNamesEachPlaceOnce_data();
    void errorNamesEachPlaceOnce();
    void errorDocumentHasAllKeys();
    void assignmentsSplitOnce();
    void readOptionsAreChecked_data();
    void readOptionsAreChecked();
    void progressEstimates();
    void attributionsReadBack();
    void diffHoldsOnlyDifferences();
    void parsesCommonOptionsAnywhere();
    void everyCommandHasHelp();
};

void TestCommandText::tableIsAligned()
{
    TextTable table({"name", "kind", "value"});
    table.add({"größe", "real", "1.5"});
    table.add({"id", "text", "12,000"});
    QCOMPARE(QString::fromStdString(table.text(2)), QStringLiteral("  name   kind   value\n"
                                                                   "  größe  real     1.5\n"
                                                                   "  id     text  12,000\n"));
}

void TestCommandText::tableKeepsToItsLines()
{
    TextTable table({"name"});
    table.add({"two\nlines\tand " + std::string(60, 'x')});
    const QString text = QString::fromStdString(table.text());
    QCOMPARE(text.count(QLatin1Char('\n')), 2);
    QVERIFY(text.endsWith(QLatin1String("xxx...\n")));
    QVERIFY(!text.contains(QLatin1Char('\t')));
}

void TestCommandText::numbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const std::string &text, const char *expected) {
        QTest::newRow(name) << QString::fromStdString(text) << QString::fromUtf8(expected);
    };
    row("small count", countText(999), "999");
    row("thousands", countText(32561), "32,561");
    row("millions", countText(1234567), "1,234,567");
    row("one", countText(1, "row"), "1 row");
    row("several", countText(2000, "row"), "2,000 rows");
    row("whole number", numberText(30.0), "30");
    row("negative", numberText(-2.0), "-2");
    row("five digits", numberText(3.14159265), "3.1416");
    row("tiny", numberText(0.000012345678), "1.2346e-05");
    row("not a number", numberText(std::numeric_limits<double>::quiet_NaN()), "NaN");
    row("metric", metricText(0.92344), "0.9234");
    row("undefined", metricText(std::nullopt), "undefined");
    row("p", pValueText(0.0123), "0.0123");
    row("small p", pValueText(1e-9), "< 0.0001");
    row("seconds", secondsText(0.423), "0.42 s");
    row("more seconds", secondsText(42.3), "42 s");
    row("minutes", secondsText(200), "3 min 20 s");
    row("hours", secondsText(3720), "1 h 2 min");
    row("bytes", bytesText(999), "999 B");
    row("kilobytes", bytesText(1540), "1.5 kB");
    row("megabytes", bytesText(1'999'999), "2.0 MB");
}

void TestCommandText::numbers()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(text, expected);
}

void TestCommandText::errorNamesEachPlaceOnce_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("expected");
    QTest::newRow("all missing") << "It is wrong."
                                 << "/data/a.csv, line 7, column `age`: It is wrong.";
    QTest::newRow("file said") << "The file `/data/a.csv` is wrong."
                               << "line 7, column `age`: The file `/data/a.csv` is wrong.";
    QTest::newRow("all said") << "`age` in line 7 of a.csv is wrong."
                              << "`age` in line 7 of a.csv is wrong.";
}

void TestCommandText::errorNamesEachPlaceOnce()
{
    QFETCH(QString, message);
    QFETCH(QString, expected);
    const auto failed = at(failure(ErrorKind::BadInput, "wrong", message.toStdString()), "/data/a.csv", 7, "age");
    QCOMPARE(QString::fromStdString(errorText(failed.value())), expected);
}

void TestCommandText::errorDocumentHasAllKeys()
{
    const Json json = errorDocument(failure(ErrorKind::NotFound, "unknown_run", "There is no run x.").value())["error"];
    QCOMPARE(json["code"], Json("unknown_run"));
    for (const char *key : {"file", "line", "column"})
        QVERIFY(json.contains(key) && json[key].is_null());
}

void TestCommandText::assignmentsSplitOnce()
{
    const auto first = assignments({"a=b=c"}, "--tag", "KEY=VALUE");
    QVERIFY(first.has_value());
    QCOMPARE(first->at("a"), std::string("b=c"));
    const auto last = assignments({"a=b=real"}, "--type", "COLUMN=KIND", Separator::Last);
    QVERIFY(last.has_value());
    QCOMPARE(last->at("a=b"), std::string("real"));
    for (const char *bad : {"a", "=a", ""}) {
        const auto refused = assignments({bad}, "--tag", "KEY=VALUE");
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Usage);
    }
}

void TestCommandText::readOptionsAreChecked_data()
{
    QTest::addColumn<QString>("delimiter");
    QTest::addColumn<QString>("decimal");
    QTest::addColumn<QString>("type");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("nothing") << ""
                             << ""
                             << "" << true;
    QTest::newRow("tab") << "tab"
                         << ","
                         << "a=date" << true;
    QTest::newRow("two characters") << "::"
                                    << ""
                                    << "" << false;
    QTest::newRow("decimal") << ""
                             << "'"
                             << "" << false;
    QTest::newRow("kind") << ""
                          << ""
                          << "a=float" << false;
}

void TestCommandText::readOptionsAreChecked()
{
    QFETCH(QString, delimiter);
    QFETCH(QString, decimal);
    QFETCH(QString, type);
    QFETCH(bool, accepted);
    ReadTexts texts;
    texts.delimiter = delimiter.toStdString();
    texts.decimal = decimal.toStdString();
    if (!type.isEmpty())
        texts.types = {type.toStdString()};
    const auto options = readOptions(texts);
    QCOMPARE(options.has_value(), accepted);
    if (accepted && !delimiter.isEmpty()) {
        QCOMPARE(options->delimiter, std::optional('\t'));
        QCOMPARE(options->decimal, std::optional(','));
        QCOMPARE(options->kinds.at("a"), engine::Kind::Date);
    }
}

void TestCommandText::progressEstimates()
{
    QCOMPARE(progressText({.stage = "Fit", .done = 25, .total = 100}, 10), std::string("Fit  25 %  30 s left"));
    QCOMPARE(progressText({.stage = "Fit", .done = 25, .total = 100}, 0.1), std::string("Fit  25 %"));
    QCOMPARE(progressText({.stage = "Read", .done = 0, .total = 0}, 3), std::string("Read"));
    QCOMPARE(progressText({.stage = "Read", .done = 5000, .total = 0}, 3), std::string("Read  5,000"));
}

void TestCommandText::attributionsReadBack()
{
    engine::Attribution attribution;
    attribution.features = {"age", "a \"b\", c"};
    attribution.classes = {"x", "y"};
    attribution.values = engine::Matrix(2, 2);
    attribution.values << 0.1, -1.0 / 3, 1e-300, 2;
    attribution.baseValues = {0.5, -0.25};
    const QList<QByteArray> lines = attributionCsv(attribution).split('\n');
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines[0], QByteArray("age,\"a \"\"b\"\", c\",base_value,class"));
    QCOMPARE(lines[1].split(',')[1].toDouble(), -1.0 / 3);
    QVERIFY(lines[1].endsWith(",0.5,x"));
    QCOMPARE(lines[2], QByteArray("1e-300,2,-0.25,y"));
}

void TestCommandText::diffHoldsOnlyDifferences()
{
    tracking::RunDetails a, b;
    a.run.params = {{"C", 1.0}, {"penalty", std::string("l2")}};
    b.run.params = {{"C", 2.0}, {"penalty", std::string("l2")}, {"depth", std::int64_t(4)}};
    a.run.metrics = b.run.metrics = {{QStringLiteral("roc_auc"), 0.9}};
    b.run.metrics[QStringLiteral("f1")] = 0.5;
    const RunDiff diff = diffOf({a, b});
    QCOMPARE(diff.params, std::vector<Difference>({{"C", {1.0, 2.0}}, {"depth", {Json(), 4}}}));
    QCOMPARE(diff.metrics, std::vector<Difference>({{"f1", {Json(), 0.5}}}));
    QVERIFY(diff.inputs.empty());
    QVERIFY(diff.tags.empty());
}

void TestCommandText::parsesCommonOptionsAnywhere()
{
    const std::vector<const char *> before{"assay", "--json", "--seed", "7", "profile", "a.csv"};
    const std::vector<const char *> after{"assay", "profile", "a.csv", "--json", "--seed", "7"};
    for (const auto &arguments : {before, after}) {
        const auto request = parseCommandLine(static_cast<int>(arguments.size()), arguments.data());
        QVERIFY2(request.has_value(), request ? "" : request.error().message.c_str());
        QCOMPARE(std::string(request->command->id), std::string("profile"));
        QVERIFY(request->common.json);
        QCOMPARE(request->common.seed, std::uint64_t(7));
    }
}

void TestCommandText::everyCommandHasHelp()
{
    for (const CommandInfo &info : commands()) {
        const std::vector<const char *> arguments{"assay", info.id, "--help"};
        const auto request = parseCommandLine(3, arguments.data());
        QVERIFY(request.has_value());
        QVERIFY2(request->print.find("assay " + std::string(info.id)) != std::string::npos, request->print.c_str());
        QVERIFY2(request->print.find("--json") != std::string::npos, request->print.c_str());
    }
}

QTEST_GUILESS_MAIN(TestCommandText)
#include "tst_commandtext.moc"
