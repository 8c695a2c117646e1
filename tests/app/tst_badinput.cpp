// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is handed to the program, it answers with one sentence that names the place and the way out, with the exit
// code of its kind, and leaves the store whole.
#include "programrun.h"

#include <QJsonArray>
#include <QtTest>

namespace {

const QByteArray people =
    "age,city,income\n31,Bonn,low\n45,Kiel,high\n23,Bonn,low\n61,Ulm,high\n38,Kiel,low\n52,Ulm,high\n"
    "29,Bonn,low\n47,Kiel,high\n35,Ulm,low\n58,Bonn,high\n26,Kiel,low\n49,Ulm,high\n";

QByteArray garbage()
{
    QByteArray bytes("\x7f\x45\x4c\x46\x00\x00\x01\x02", 8);
    for (int i = 0; i < 4000; ++i)
        bytes += static_cast<char>((i * 73 + i / 7) % 256);
    return bytes;
}

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

class TestBadInput : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void oneSentence_data();
    void oneSentence();
    void longLine();
    void storeThatIsNone_data();
    void storeThatIsNone();
    void newerStoreIsLeftAlone();
    void fullDiskWhileTraining();
    void fullStandardOutput();
    void failedRunsAreClosed();

private:
    void check(const Ran &plain, const Ran &json, int exitCode, const QString &errorCode, const QStringList &mentioned);

    std::unique_ptr<Sandbox> m_box;
};

void TestBadInput::init()
{
    m_box = std::make_unique<Sandbox>();
    QVERIFY(m_box->isValid());
    m_box->write(QStringLiteral("people.csv"), people);
    m_box->write(QStringLiteral("empty.csv"), {});
    m_box->write(QStringLiteral("header.csv"), "a,b,c\n");
    m_box->write(QStringLiteral("one.csv"), "income\nlow\nhigh\nlow\nhigh\nlow\nhigh\nlow\nhigh\n");
    m_box->write(QStringLiteral("ragged.csv"), "a,b,c\n1,2,3\n4,5\n6,7,8,9\n1\n2,3,4,5,6\n7\n");
    m_box->write(QStringLiteral("garbage.csv"), garbage());
    m_box->write(QStringLiteral("oneclass.csv"), "x,y\n1,a\n2,a\n3,a\n4,a\n5,a\n6,a\n");
    m_box->write(QStringLiteral("nolabel.csv"), "x,y\n1,\n2,\n3,\n4,\n5,\n6,\n");
    m_box->write(QStringLiteral("predictions.csv"), "y,p\n1,0.9\n0,0.2\n1,0.7\n0,0.4\n");
    m_box->write(QStringLiteral("holes.csv"), "y,p\n1,0.9\n0,0.2\n1,\n0,0.4\n");
    m_box->write(QStringLiteral("model.json"), "{\"not\":\"a model\"}");
    QVERIFY(QDir(m_box->path()).mkdir(QStringLiteral("folder")));
}

void TestBadInput::check(const Ran &plain, const Ran &json, int exitCode, const QString &errorCode,
                         const QStringList &mentioned)
{
    for (const Ran &ran : {plain, json}) {
        QVERIFY2(!ran.crashed, ran.err.constData());
        QVERIFY2(ran.code == exitCode, (QByteArray::number(ran.code) + ": " + ran.err + ran.out).constData());
        QVERIFY2(ran.err.startsWith("assay: "), ran.err.constData());
        QVERIFY2(ran.err.endsWith(".\n") && ran.err.count('\n') == 1, ran.err.constData());
    }
    QVERIFY2(plain.out.isEmpty(), plain.out.constData());
    QVERIFY2(json.document().isObject(), json.out.constData());
    QCOMPARE(json.error().value(QLatin1String("code")).toString(), errorCode);
    for (const char *key : {"message", "file", "line", "column"})
        QVERIFY2(json.error().contains(QLatin1String(key)), key);
    for (const QString &text : mentioned)
        QVERIFY2(QString::fromUtf8(plain.err).contains(text),
                 (plain.err + " does not mention " + text.toUtf8()).constData());
}

void TestBadInput::oneSentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("errorCode");
    QTest::addColumn<QStringList>("mentioned");
    const auto row = [](const char *name, const char *arguments, int exitCode, const char *code,
                        const QStringList &mentioned) {
        QTest::newRow(name) << words(arguments) << exitCode << QString::fromLatin1(code) << mentioned;
    };
    const auto S = [](const char *text) { return QString::fromUtf8(text); };
    row("empty file", "profile empty.csv", 3, "empty_file", {S("empty.csv")});
    row("no rows", "profile header.csv", 3, "no_rows", {S("header.csv")});
    row("ragged rows", "profile ragged.csv", 3, "ragged_rows", {S("ragged.csv"), S("line 3")});
    row("binary garbage", "profile garbage.csv", 3, "binary_file", {S("garbage.csv")});
    row("missing file", "profile nowhere.csv", 3, "unreadable_file", {S("nowhere.csv")});
    row("folder", "profile folder", 3, "is_directory", {S("folder")});
    row("device", "profile /dev/null", 3, "unreadable_file", {S("/dev/null")});
    row("missing file for the window", "nowhere.csv", 3, "unreadable_file", {S("nowhere.csv")});
    row("missing drift reference", "drift nowhere.csv people.csv", 3, "unreadable_file", {S("nowhere.csv")});

    row("only the target", "train one.csv --target income --model baseline", 3, "no_features", {S("income")});
    row("unknown target", "train people.csv --target wage --model baseline", 3, "unknown_column",
        {S("wage"), S("income")});
    row("unknown dropped column", "train people.csv --target income --model baseline --drop wage", 3, "unknown_column",
        {S("wage")});
    row("unknown truth", "evaluate predictions.csv --y-true truth --y-score p", 3, "unknown_column", {S("truth")});
    row("unknown typed column", "profile people.csv --type wage=real", 3, "unknown_column", {S("wage")});
    row("unknown profiled target", "profile people.csv --target wage", 3, "unknown_column", {S("wage")});
    row("unknown drift column", "drift people.csv people.csv --column wage", 3, "unknown_column", {S("wage")});
    row("missing score", "evaluate holes.csv --y-true y --y-score p", 3, "missing_value", {S("row 3"), S("`p`")});
    row("unknown positive label", "evaluate predictions.csv --y-true y --y-score p --positive yes", 3, "unknown_label",
        {S("yes")});
    row("text as score", "evaluate people.csv --y-true income --y-score city", 3, "not_a_number", {S("city")});
    row("one class", "train oneclass.csv --target y --model logistic", 3, "one_class", {S("`y`")});
    row("no target value", "train nolabel.csv --target y --model logistic", 3, "target_missing", {S("`y`")});
    row("not a model file", "explain --xgboost model.json people.csv", 3, "not_xgboost", {S("model.json")});

    row("unknown command", "proflie people.csv", 2, "unknown_command", {S("proflie"), S("profile")});
    row("unknown option", "profile people.csv --targte x", 2, "bad_command_line", {S("--targte"), S("--help")});
    row("missing argument", "profile", 2, "bad_command_line", {S("DATA")});
    row("unknown kind", "profile people.csv --type age=number", 2, "bad_option", {S("number"), S("integer")});
    row("bad decimal mark", "profile people.csv --decimal x", 2, "bad_option", {S("--decimal")});
    row("unknown model", "train people.csv --target income --model oracle", 2, "unknown_model",
        {S("oracle"), S("logistic")});
    row("unknown parameter", "train people.csv --target income --model logistic --param c=1", 2, "unknown_parameter",
        {S("`c`"), S("`C`")});
    row("out of range", "train people.csv --target income --model logistic --param C=-1", 2, "bad_parameter",
        {S("`C`"), S("-1")});
    row("bad split", "train people.csv --target income --model logistic --split thirds", 2, "bad_split",
        {S("thirds"), S("kfold:5")});
    row("unknown balance", "train people.csv --target income --model logistic --balance smite", 2, "bad_option",
        {S("--balance"), S("undersample")});
    row("balance without classes", "train people.csv --target age --model linear --balance weights", 3, "bad_balance",
        {S("weights")});
    row("unknown step", "train people.csv --target income --model logistic --prep scaling=robust", 2,
        "unknown_parameter", {S("scaling"), S("scale")});
    row("bad step", "train people.csv --target income --model logistic --prep scale=log", 2, "bad_parameter",
        {S("scale"), S("quantile_normal")});
    row("steps that exclude each other",
        "train people.csv --target income --model logistic --prep impute=none --prep reduce=pca", 2, "bad_parameter",
        {S("impute")});
    row("unknown task", "evaluate predictions.csv --y-true y --y-score p --task ranking", 2, "bad_option",
        {S("ranking")});
    row("unknown method", "explain abcdef --method tea-leaves", 2, "unknown_method", {S("tea-leaves"), S("tree")});

    row("unknown run", "run abcdef12", 4, "unknown_run", {S("abcdef12")});
    row("unknown compared run", "compare abcdef12 abcdef13", 4, "unknown_run", {S("abcdef12")});
    row("unknown explained run", "explain abcdef12", 4, "unknown_run", {S("abcdef12")});

    row("no display", "people.csv", 5, "no_display", {S("display"), S("--help")});
    row("store not needed", "drift people.csv people.csv --json --store /proc/none", 0, "", {});
}

void TestBadInput::oneSentence()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QFETCH(QString, errorCode);
    QFETCH(QStringList, mentioned);
    if (exitCode == 0) { // a command that keeps nothing does not touch the store
        QCOMPARE(m_box->run(arguments).code, 0);
        return;
    }
    check(m_box->run(arguments), m_box->run(arguments + QStringList{QStringLiteral("--json")}), exitCode, errorCode,
          mentioned);
}

void TestBadInput::longLine()
{
    m_box->write(QStringLiteral("long.csv"), QByteArray(10'000'000, 'x'));
    const QStringList arguments{QStringLiteral("profile"), QStringLiteral("long.csv")};
    const Ran ran = m_box->run(arguments);
    QVERIFY(!ran.crashed);
    QCOMPARE(ran.code, 3);
    QVERIFY2(ran.err.size() < 500 && ran.err.count('\n') == 1, ran.err.left(500).constData());

    m_box->write(QStringLiteral("wide.csv"), QByteArray("x,").repeated(5'000'000));
    const Ran wide = m_box->run({QStringLiteral("profile"), QStringLiteral("wide.csv"), QStringLiteral("--json")});
    QVERIFY(!wide.crashed);
    QCOMPARE(wide.code, 3);
    QVERIFY2(wide.error().value(QLatin1String("message")).toString().size() < 500, wide.out.left(500).constData());
}

void TestBadInput::storeThatIsNone_data()
{
    QTest::addColumn<QString>("store");
    QTest::addColumn<QString>("errorCode");
    QTest::newRow("read-only folder") << QStringLiteral("/proc/runs.db") << QStringLiteral("store_read_only");
    QTest::newRow("a file used as folder") << QStringLiteral("people.csv/runs.db") << QStringLiteral("store_read_only");
    QTest::newRow("a folder") << QStringLiteral("folder") << QString();
    QTest::newRow("not SQLite") << QStringLiteral("people.csv") << QStringLiteral("store_not_sqlite");
    QTest::newRow("garbage") << QStringLiteral("garbage.csv") << QStringLiteral("store_not_sqlite");
}

void TestBadInput::storeThatIsNone()
{
    QFETCH(QString, store);
    QFETCH(QString, errorCode);
    for (const char *line : {"runs --store", "train people.csv --target income --model baseline --store"}) {
        const QStringList arguments = words(line) + QStringList{store};
        const Ran json = m_box->run(arguments + QStringList{QStringLiteral("--json")});
        const QString code = errorCode.isEmpty() ? json.error().value(QLatin1String("code")).toString() : errorCode;
        QVERIFY(code.startsWith(QLatin1String("store_")));
        check(m_box->run(arguments), json, 5, code, {store});
    }
    QFile untouched(m_box->path(QStringLiteral("people.csv")));
    QVERIFY(untouched.open(QIODevice::ReadOnly));
    QCOMPARE(untouched.readAll(), people);
    QVERIFY(QDir(m_box->path(QStringLiteral("folder"))).isEmpty());
}

void TestBadInput::newerStoreIsLeftAlone()
{
    QCOMPARE(m_box->run({QStringLiteral("runs")}).code, 0);
    QFile file(m_box->store());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(60)); // user_version, big-endian, in SQLite's header
    QCOMPARE(file.write("\x00\x00\x27\x0f", 4), 4);
    file.close();
    check(m_box->run({QStringLiteral("runs")}), m_box->run({QStringLiteral("runs"), QStringLiteral("--json")}), 5,
          QStringLiteral("store_newer"), {QStringLiteral("9999")});
    QVERIFY(file.open(QIODevice::ReadOnly) && file.seek(60));
    QCOMPARE(file.read(4), QByteArray("\x00\x00\x27\x0f", 4));
}

void TestBadInput::fullDiskWhileTraining()
{
    QCOMPARE(m_box->run({QStringLiteral("runs")}).code, 0);
    // No file may grow beyond a few blocks, as if the disk were full; the store and its artifacts need more.
    const QString line = QStringLiteral(
        "ulimit -f 40; exec \"$ASSAY\" train people.csv --target income --model xgboost --param n_estimators=400");
    const Ran plain = m_box->shell(line);
    QVERIFY2(!plain.crashed, plain.err.constData());
    check(plain, m_box->shell(line + QStringLiteral(" --json")), 5, QStringLiteral("store_full"),
          {QStringLiteral("space")});
    const Ran after = m_box->run({QStringLiteral("runs"), QStringLiteral("--json")});
    QCOMPARE(after.code, 0);
    for (const QJsonValue &run : after.object().value(QLatin1String("runs")).toArray())
        QVERIFY(run.toObject().value(QLatin1String("status")).toString() != QLatin1String("running"));
    QCOMPARE(m_box->run(words("train people.csv --target income --model baseline")).code, 0);
}

void TestBadInput::fullStandardOutput()
{
    const Ran ran = m_box->shell(QStringLiteral("exec \"$ASSAY\" profile people.csv > /dev/full"));
    QVERIFY(!ran.crashed);
    QCOMPARE(ran.code, 5);
    QVERIFY2(ran.err.startsWith("assay: ") && ran.err.count('\n') == 1, ran.err.constData());
}

void TestBadInput::failedRunsAreClosed()
{
    QCOMPARE(m_box->run(words("train one.csv --target income --model baseline")).code, 3);
    QCOMPARE(m_box->run(words("train oneclass.csv --target y --model logistic")).code, 3);
    const Ran runs = m_box->run({QStringLiteral("runs"), QStringLiteral("--json")});
    QCOMPARE(runs.code, 0);
    for (const QJsonValue &run : runs.object().value(QLatin1String("runs")).toArray())
        QCOMPARE(run.toObject().value(QLatin1String("status")).toString(), QStringLiteral("failed"));
}

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
