// SPDX-License-Identifier: GPL-3.0-or-later
#include "datafiles.h"

#include <QtTest>

using namespace assay;
using namespace assay::engine;

namespace {

bool warns(const Result<ReadResult> &read, const std::string &code, const std::string &column = {})
{
    return std::ranges::any_of(
        read->warnings, [&](const ReadWarning &w) { return w.code == code && (column.empty() || w.column == column); });
}

// Rejected cells as `line column text` lines.
std::string rejects(const Result<ReadResult> &read)
{
    std::string out;
    for (const RejectedCell &cell : read->rejected)
        out += std::to_string(cell.line) + " " + cell.column + " " + cell.text + "\n";
    return out;
}

} // namespace

/// What columns are taken for, and that no cell is ever read as something else than it says.
class TestReaderKinds : public QObject
{
    Q_OBJECT

private slots:
    void tables_data();
    void tables();
    void overrides_data();
    void overrides();
    void rejectsWithLines();
    void rejectsAcrossChunks();
    void textOrCategory();
    void ambiguousDatesAreTold();
    void names();
    void leftOut();
    void dialectByOption();
    void optionsAsJson();
    void threadsDoNotMatter();
    void missingTexts();
    void cancels();

private:
    DataFiles m_files;
};

void TestReaderKinds::tables_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QByteArray(text) << expected;
    };
    row("zero and one stay numbers", "a\n0\n1\n1\n", "a:integer\n0\n1\n1");
    row("words of truth", "a,b\nyes,TRUE\nno,False\n", "a:categorical|b:boolean\nyes|true\nno|false");
    row("beyond 2^53", "a\n9007199254740993\n1\n", "a:categorical\n9007199254740993\n1");
    row("just within", "a\n9007199254740992\n-9007199254740992\n", "a:integer\n9007199254740992\n-9007199254740992");
    row("codes with leading zeros", "plz\n01067\n10115\n99999\n", "plz:categorical\n01067\n10115\n99999");
    row("zeros before numbers of any width", "n\n007\n8\n1000\n", "n:integer\n7\n8\n1000");
    row("exponents", "a\n1e3\n-2.5E-1\n", "a:real\n1000\n-0.25");
    row("no negative zero", "a\n-0\n-0.0\n1\n", "a:real\n0\n0\n1");
    row("infinities", "a\n1.5\ninf\n-Infinity\nnan\n", "a:real\n1.5\ninf\n-inf\n~");
    row("decimal comma", "a;b\n0,9;1\n1,25;2\n", "a:real|b:integer\n0.9|1\n1.25|2");
    row("decimal comma with thousands", "a;b\n1.234,5;x\n12.345.678,25;y\n",
        "a:real|b:categorical\n1234.5|x\n12345678.25|y");
    row("thousands follow the file's mark", "a;b\n2.124;0,5\n3.000;1,5\n", "a:integer|b:real\n2124|0.5\n3000|1.5");
    row("decimal comma alone", "a\n0,9\n1,5\n2,25\n", "a:real\n0.9\n1.5\n2.25");
    row("quoted decimal comma", "a,b\n\"0,9\",1\n\"1,75\",2\n", "a:real|b:integer\n0.9|1\n1.75|2");
    row("quoted thousands", "a,b\n\"1,234\",1.5\n\"2,500\",2.5\n", "a:integer|b:real\n1234|1.5\n2500|2.5");
    row("no mark is guessed for one column", "a,b,c\n\"0,9\",1.5,2.5\n\"1,5\",1.6,3.5\n",
        "a:categorical|b:real|c:real\n0,9|1.5|2.5\n1,5|1.6|3.5");
    row("points and semicolons", "a;b\n1.5;2\n2.25;3\n", "a:real|b:integer\n1.5|2\n2.25|3");
    row("three digits after a point", "a\n1.234\n5.678\n", "a:real\n1.234\n5.678");
    row("iso dates", "d\n2020-01-31\n2020-02-29\n", "d:date\n2020-01-31\n2020-02-29");
    row("day first", "d\n03/04/2020\n25/04/2020\n", "d:date\n2020-04-03\n2020-04-25");
    row("month first", "d\n03/04/2020\n04/25/2020\n", "d:date\n2020-03-04\n2020-04-25");
    row("one column tells the other", "d,e\n03/04/2020,25/12/2020\n05/06/2020,26/12/2020\n",
        "d:date|e:date\n2020-04-03|2020-12-25\n2020-06-05|2020-12-26");
    row("dates with points", "d;x\n3.4.2020;1\n24.12.2020;2\n", "d:date|x:integer\n2020-04-03|1\n2020-12-24|2");
    row("neither order for all", "d\n13/04/2020\n04/13/2020\n14/04/2020\n04/14/2020\n",
        "d:categorical\n13/04/2020\n04/13/2020\n14/04/2020\n04/14/2020");
    row("date and time", "t\n2020-01-01T10:00:00+02:00\n2020-01-01 08:00:01.25Z\n",
        "t:datetime\n2020-01-01T08:00:00\n2020-01-01T08:00:01.250000");
    row("no such day", "d\n2021-02-29\nx\n2021-02-30\n", "d:categorical\n2021-02-29\nx\n2021-02-30");
    row("header of a text file", "colour,shape\nred,round\nblue,square\nred,square\n",
        "colour:categorical|shape:categorical\nred|round\nblue|square\nred|square");
    row("no header in a text file", "red,round\nblue,square\nred,square\nblue,round\n",
        "column_1:categorical|column_2:categorical\nred|round\nblue|square\nred|square\nblue|round");
    row("no header above numbers", "1,2.5\n2,3.5\n3,4.5\n", "column_1:integer|column_2:real\n1|2.5\n2|3.5\n3|4.5");
    row("quoted line ends", "a,b\n\"x\ny\",1\n\"say \"\"hi\"\"\",2\n", "a:categorical|b:integer\nx\ny|1\nsay \"hi\"|2");
    row("quote inside a cell", "size,n\n5\" pipe,1\n7\" pipe,2\n",
        "size:categorical|n:integer\n5\" pipe|1\n7\" pipe|2");
    row("one column", "only\n3\n4\n", "only:integer\n3\n4");
    row("comments above", "# made by hand\n# twice\na,b\n1,2\n3,4\n", "a:integer|b:integer\n1|2\n3|4");
    row("title above", "Sales of 2020\na,b,c\n1,2,x\n3,4,y\n", "a:integer|b:integer|c:categorical\n1|2|x\n3|4|y");
    row("times are no separators", "time,x\n10:30,1\n11:45,2\n", "time:categorical|x:integer\n10:30|1\n11:45|2");
    row("all missing", "a,b\nNA,1\n,2\n", "a:real|b:integer\n~|1\n~|2");
    row("blanks around cells", "a, b\n1, x y \n2, z\n", "a:integer|b:categorical\n1|x y\n2|z");
}

void TestReaderKinds::tables()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    const auto read = m_files.read(text.toStdString());
    QCOMPARE(QString::fromStdString(shown(read)), expected);
    QCOMPARE(read->rejectedCount, std::size_t(0));
}

void TestReaderKinds::overrides_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("rejected");
    QTest::newRow("integer") << "integer"
                             << "a:integer\n1\n~\n~\n~\n~"
                             << "3 a 2.5\n4 a yes\n6 a 2020-01-02\n";
    QTest::newRow("real") << "real"
                          << "a:real\n1\n2.5\n~\n~\n~"
                          << "4 a yes\n6 a 2020-01-02\n";
    QTest::newRow("boolean") << "boolean"
                             << "a:boolean\ntrue\n~\ntrue\n~\n~"
                             << "3 a 2.5\n6 a 2020-01-02\n";
    QTest::newRow("text") << "text"
                          << "a:text\n1\n2.5\nyes\n~\n2020-01-02"
                          << "";
    QTest::newRow("categorical") << "categorical"
                                 << "a:categorical\n1\n2.5\nyes\n~\n2020-01-02"
                                 << "";
    QTest::newRow("date") << "date"
                          << "a:date\n~\n~\n~\n~\n2020-01-02"
                          << "2 a 1\n3 a 2.5\n4 a yes\n";
}

void TestReaderKinds::overrides()
{
    QFETCH(QString, kind);
    QFETCH(QString, expected);
    QFETCH(QString, rejected);
    ReadOptions options;
    options.kinds["a"] = *kindFromName(kind.toStdString());
    const auto read = m_files.read("a\n1\n2.5\nyes\nNA\n2020-01-02\n", options);
    QCOMPARE(QString::fromStdString(shown(read)), expected);
    QCOMPARE(QString::fromStdString(rejects(read)), rejected);
}

void TestReaderKinds::rejectsWithLines()
{
    std::string text = "# comment\n\nname,x\n\"two\nlines\",1\n\nb,oops\n\"c\r\nd\ne\",3\n";
    for (int i = 0; i < 30; ++i)
        text += "z," + std::to_string(i) + "\n";
    text += "short\n1,2,3\n";
    const auto read = m_files.read(text);
    QCOMPARE(rejects(read), std::string("7 x oops\n41  short\n42  1,2,3\n"));
    QCOMPARE(read->table.rows(), std::size_t(33));
    QCOMPARE(read->rejectedCount, std::size_t(3));
    QVERIFY(read->table.find("x")->isMissing(1));
    QVERIFY(QString::fromStdString(read->rejected[0].message).contains("whole number"));
    QVERIFY(QString::fromStdString(read->rejected[2].message).contains("3 cells instead of 2"));
    QVERIFY(warns(read, "ragged_rows"));
}

void TestReaderKinds::rejectsAcrossChunks()
{
    // Larger than several chunks, with quoted line ends everywhere and a stray quote far down.
    std::string text = "n,comment\n";
    for (int i = 0; i < 60'000; ++i)
        text +=
            (i == 50'000 ? "x" : std::to_string(i)) + ",\"line one\nline \"\"two\"\" of " + std::to_string(i) + "\"\n";
    for (int i = 0; i < 1000; ++i)
        text += "7,5\" wide\n";
    const auto read = m_files.read(text);
    QCOMPARE(read->table.rows(), std::size_t(61'000));
    QCOMPARE(rejects(read), std::string("100002 n x\n"));
    QCOMPARE(read->table.column(1).text(59'999), std::string("line one\nline \"two\" of 59999"));
    QCOMPARE(read->table.column(1).text(60'999), std::string("5\" wide"));
    QCOMPARE(read->table.column(0).numbers()[59'999], 59'999.0);
}

void TestReaderKinds::textOrCategory()
{
    std::string text = "id,group,essay\n";
    for (int i = 0; i < 100; ++i)
        text += "key" + std::to_string(i) + ",g" + std::to_string(i % 30) + "," +
                std::string(80, static_cast<char>('a' + i % 3)) + "\n";
    const auto read = m_files.read(text);
    QCOMPARE(read->table.find("id")->kind(), Kind::Text);
    QCOMPARE(read->table.find("group")->kind(), Kind::Categorical);
    QCOMPARE(read->table.find("essay")->kind(), Kind::Text);
}

void TestReaderKinds::ambiguousDatesAreTold()
{
    const std::string text = "d,x\n03/04/2020,1\n05/06/2020,2\n";
    const auto read = m_files.read(text);
    QCOMPARE(read->table.column(0).text(0), std::string("2020-03-04"));
    QVERIFY(warns(read, "ambiguous_dates", "d"));
    ReadOptions options;
    options.dayFirst = true;
    const auto dayFirst = m_files.read(text, options);
    QCOMPARE(dayFirst->table.column(0).text(0), std::string("2020-04-03"));
    QVERIFY(!warns(dayFirst, "ambiguous_dates"));
}

void TestReaderKinds::names()
{
    const auto read = m_files.read("\xEF\xBB\xBF"
                                   "a,b,,a,a_2,a\n1,2,3,4,5,6\n7,8,9,10,11,12\n");
    QCOMPARE(read->table.columnNames(), (std::vector<std::string>{"a", "b", "column_3", "a_3", "a_2", "a_4"}));
    QVERIFY(warns(read, "unnamed_column", "column_3"));
    QVERIFY(warns(read, "duplicate_name", "a_3"));
    const auto plain = m_files.read("a,a,x\n1,2,3\n4,5,6\n");
    QCOMPARE(plain->table.columnNames(), (std::vector<std::string>{"a", "a_2", "x"}));
    const auto rowNames = m_files.read("x,y\nr1,1,2\nr2,3,4\nr3,5,6\n");
    QCOMPARE(rowNames->table.columnNames(), (std::vector<std::string>{"column_1", "x", "y"}));
    QVERIFY(warns(rowNames, "short_header"));
}

void TestReaderKinds::leftOut()
{
    const auto read = m_files.read("a;b;;\n1;x;;\n;;;\n2;y;;\n;;;\n");
    QCOMPARE(shown(read), std::string("a:integer|b:categorical\n1|x\n2|y"));
    QVERIFY(warns(read, "empty_column"));
    QVERIFY(warns(read, "empty_rows"));
    QCOMPARE(shown(m_files.read("Nr.;;1;2\nland;name;area;people\nA;x;5;6\nB;y;7;8\n")),
             std::string("land:categorical|name:categorical|area:integer|people:integer\nA|x|5|6\nB|y|7|8"));
}

void TestReaderKinds::dialectByOption()
{
    ReadOptions options;
    options.delimiter = '~';
    options.decimal = ',';
    options.noHeader = true;
    const auto read = m_files.read("a~1,5\nb~2.000\n", options);
    QCOMPARE(shown(read), std::string("column_1:categorical|column_2:real\na|1.5\nb|2000"));
    QCOMPARE(read->dialect.delimiter, std::string("~"));
    QCOMPARE(read->dialect.header, false);
    QCOMPARE(read->dialect.decimal, std::string(","));
    ReadOptions latin;
    latin.encoding = "latin-1";
    QCOMPARE(m_files.read("n\xC3\xA9,b\n1,2\n", latin)->table.columnNames().front(), std::string("n\u00C3\u00A9"));
    // Windows-1252: the euro sign.
    QCOMPARE(m_files.read("price,b\n\x80,2\n\x80,3\n")->table.column(0).text(0), std::string("\u20AC"));
}

void TestReaderKinds::optionsAsJson()
{
    const ReadOptions options{.delimiter = ';',
                              .decimal = ',',
                              .encoding = "latin-1",
                              .noHeader = true,
                              .missingTexts = {"-", "k. A."},
                              .kinds = {{"a", Kind::Date}, {"b", Kind::Text}},
                              .dayFirst = false};
    QCOMPARE(readOptionsFromJson(toJson(options)), options);
    QCOMPARE(readOptionsFromJson(toJson(ReadOptions{})), ReadOptions{});
    QCOMPARE(readOptionsFromJson(Json(7)), ReadOptions{});
}

void TestReaderKinds::threadsDoNotMatter()
{
    std::string text = "i,x,c\n";
    for (int i = 0; i < 150'000; ++i)
        text += std::to_string(i) + "," + std::to_string(i * 0.37) + ",c" + std::to_string(i * 31 % 977) + "\n";
    const std::string path = m_files.write("large.csv", text);
    const auto one = readTable(path, {}, Context{.threads = 1});
    const auto two = readTable(path, {}, Context{.threads = 2});
    QCOMPARE(one->table.rows(), std::size_t(150'000));
    QCOMPARE(one->table.digest(), two->table.digest());
    QCOMPARE(one->table.find("c")->levels().size(), std::size_t(977));
}

void TestReaderKinds::missingTexts()
{
    const auto read = m_files.read("a,b\n1,?\n,NA\nN/A,x\nNaN,null\nNULL,None\n2,y\n");
    QCOMPARE(shown(read), std::string("a:integer|b:categorical\n1|~\n~|~\n~|x\n~|~\n~|~\n2|y"));
    ReadOptions options;
    options.missingTexts = {"-999", "unknown"};
    QCOMPARE(shown(m_files.read("a,b\n-999,x\n5,unknown\n", options)),
             std::string("a:integer|b:categorical\n~|x\n5|~"));
}

void TestReaderKinds::cancels()
{
    std::stop_source stop;
    stop.request_stop();
    const auto read = readTable(m_files.write("t", "a,b\n1,2\n"), {}, Context{.stop = stop.get_token()});
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Cancelled);
    const auto json = readTable(m_files.write("t", "{\"a\": 1}\n"), {}, Context{.stop = stop.get_token()});
    QCOMPARE(json.error().kind, ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(TestReaderKinds)
#include "tst_reader_kinds.moc"
