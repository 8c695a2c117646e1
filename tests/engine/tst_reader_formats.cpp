// SPDX-License-Identifier: GPL-3.0-or-later
#include "datafiles.h"
#include "engine/data/duckdbsession.h"

#include <QtTest>

using namespace assay;
using namespace assay::engine;

namespace {

const std::string csv = "name,age,share,paid,when,seen,note\n"
                        "Zoë,31,0.25,true,2020-02-29,2020-02-29 12:30:05,\n"
                        "\"Müller, Jr.\",42,1.5,false,2021-12-31,2021-12-31 00:00:00,x\n"
                        "Ann,,-3,true,,2022-01-01 23:59:59.5,y\n"
                        "Zoë,7,1e3,false,1999-01-01,,x\n";

const std::string jsonLines =
    R"({"name":"Zoë","age":31,"share":0.25,"paid":true,"when":"2020-02-29","seen":"2020-02-29T12:30:05","note":null}
{"name":"Müller, Jr.","age":42,"share":1.5,"paid":false,"when":"2021-12-31","seen":"2021-12-31T00:00:00","note":"x"}
{"name":"Ann","age":null,"share":-3,"paid":true,"when":null,"seen":"2022-01-01T23:59:59.5","note":"y"}
{"name":"Zoë","age":7,"share":1000.0,"paid":false,"when":"1999-01-01","note":"x"}
)";

const std::string expected =
    "name:categorical|age:integer|share:real|paid:boolean|when:date|seen:datetime|note:categorical\n"
    "Zoë|31|0.25|true|2020-02-29|2020-02-29T12:30:05|~\n"
    "Müller, Jr.|42|1.5|false|2021-12-31|2021-12-31T00:00:00|x\n"
    "Ann|~|-3|true|~|2022-01-01T23:59:59.500000|y\n"
    "Zoë|7|1000|false|1999-01-01|~|x";

std::string utf16(const std::string &text, bool bigEndian, bool mark)
{
    const QString units = QString::fromStdString(text);
    std::string out = mark ? (bigEndian ? "\xFE\xFF" : "\xFF\xFE") : "";
    for (const QChar c : units) {
        const char high = static_cast<char>(c.unicode() >> 8);
        const char low = static_cast<char>(c.unicode() & 0xFF);
        out += bigEndian ? std::string{high, low} : std::string{low, high};
    }
    return out;
}

std::string latin1(const std::string &text)
{
    return QString::fromStdString(text).toLatin1().toStdString();
}

std::string replaced(std::string text, const std::string &from, const std::string &to)
{
    return QString::fromStdString(text).replace(QString::fromStdString(from), QString::fromStdString(to)).toStdString();
}

std::string jsonArray()
{
    const std::string lines = replaced(jsonLines, "}\n{", "},\n{");
    return "[\n" + lines + "]\n";
}

} // namespace

/// The same rows, in whatever format and encoding they come, are the same table with the same digest.
class TestReaderFormats : public QObject
{
    Q_OBJECT

private slots:
    void sameTable_data();
    void sameTable();
    void parquet();
    void parquetKinds();
    void preview();
    void jsonKeepsDigits();
    void jsonColumnsThatComeLater();
    void jsonRejectsHaveLines();
    void badJson_data();
    void badJson();

private:
    DataFiles m_files;
};

void TestReaderFormats::sameTable_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("encoding");
    const auto row = [](const char *name, const std::string &bytes, const char *format, const char *encoding) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << format << encoding;
    };
    const std::string tsv = replaced(replaced(csv, "\"Müller, Jr.\"", "Müller; Jr."), ",", "\t");
    const std::string tabbed = replaced(tsv, ";", ",");
    const std::string semicolons = replaced(replaced(replaced(csv, ", ", "\x01"), ",", ";"), "\x01", ", ");
    row("csv", csv, "csv", "utf-8");
    row("csv with mark", "\xEF\xBB\xBF" + csv, "csv", "utf-8");
    row("csv with returns", replaced(csv, "\n", "\r\n"), "csv", "utf-8");
    row("csv with old returns", replaced(csv, "\n", "\r"), "csv", "utf-8");
    row("csv without last line end", csv.substr(0, csv.size() - 1), "csv", "utf-8");
    row("utf-16 little", utf16(csv, false, true), "csv", "utf-16");
    row("utf-16 big", utf16(csv, true, true), "csv", "utf-16");
    row("utf-16 without mark", utf16(csv, false, false), "csv", "utf-16");
    row("utf-16 big without mark", utf16(csv, true, false), "csv", "utf-16");
    row("latin-1", latin1(csv), "csv", "latin-1");
    row("tsv", tabbed, "tsv", "utf-8");
    row("semicolons", semicolons, "csv", "utf-8");
    row("bars", replaced(semicolons, ";", "|"), "csv", "utf-8");
    row("single quotes", replaced(csv, "\"", "'"), "csv", "utf-8");
    row("json lines", jsonLines, "jsonl", "utf-8");
    row("json lines with mark", "\xEF\xBB\xBF" + jsonLines, "jsonl", "utf-8");
    row("json lines in utf-16", utf16(jsonLines, false, true), "jsonl", "utf-16");
    row("json lines in latin-1", latin1(jsonLines), "jsonl", "latin-1");
    row("json", jsonArray(), "json", "utf-8");
}

void TestReaderFormats::sameTable()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, format);
    QFETCH(QString, encoding);
    const std::string quoteMark = QTest::currentDataTag() == std::string("single quotes") ? "'" : "\"";
    const std::string digest = m_files.read(csv)->table.digest();
    for (const bool packed : {false, true}) {
        const std::string path =
            packed ? m_files.writeGzip("t", bytes.toStdString()) : m_files.write("t", bytes.toStdString());
        const auto read = readTable(path);
        QCOMPARE(shown(read), expected);
        QCOMPARE(read->table.digest(), digest);
        QCOMPARE(QString::fromStdString(read->dialect.format), format);
        QCOMPARE(QString::fromStdString(read->dialect.encoding), encoding);
        QCOMPARE(read->dialect.compressed, packed);
        QCOMPARE(read->rejectedCount, std::size_t(0));
        QVERIFY(read->dialect.format.starts_with("json") || read->dialect.quote == quoteMark);
    }
}

void TestReaderFormats::parquet()
{
    const std::string source = m_files.write("t.csv", csv);
    // A name that DuckDB would take for a pattern.
    const std::string plain = m_files.path("plain.parquet");
    const std::string target = m_files.path("t[1]*.parquet");
    const DuckDbSession session(Context{});
    QVERIFY(
        session.run("COPY (SELECT * FROM read_csv(" + sqlText(source) + ")) TO " + sqlText(plain) + " (FORMAT parquet)")
            .has_value());
    QVERIFY(QFile::rename(QString::fromStdString(plain), QString::fromStdString(target)));
    const auto read = readTable(target);
    QCOMPARE(shown(read), expected);
    QCOMPARE(read->dialect.format, std::string("parquet"));
    QCOMPARE(read->table.digest(), m_files.read(csv)->table.digest());

    QFile file(QString::fromStdString(target));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const std::string bytes = file.readAll().toStdString();
    QCOMPARE(shown(readTable(m_files.writeGzip("packed", bytes))), expected);
    const auto damaged = readTable(m_files.write("damaged", bytes.substr(0, bytes.size() / 2)));
    QVERIFY(!damaged);
    QCOMPARE(damaged.error().code, std::string("unreadable_file"));
}

void TestReaderFormats::parquetKinds()
{
    const std::string path = m_files.path("kinds.parquet");
    const DuckDbSession session(Context{});
    QVERIFY(session
                .run("COPY (SELECT * FROM (VALUES (1::TINYINT, 9007199254740993::BIGINT, 1.50::DECIMAL(9,2), "
                     "0.1::FLOAT, '01'::VARCHAR, "
                     "TIMESTAMPTZ '2020-01-01 12:00:00+02', 'nan'::DOUBLE, [1, 2]), (2, 5, 2.25, 2.5, '02', NULL, 3.0, "
                     "NULL)) "
                     "t(small, big, exact, single, code, zoned, nan, list)) TO " +
                     sqlText(path) + " (FORMAT parquet)")
                .has_value());
    QCOMPARE(shown(readTable(path)),
             std::string("small:integer|big:categorical|exact:real|single:real|code:categorical|zoned:datetime|nan:"
                         "real|list:categorical\n"
                         "1|9007199254740993|1.5|0.10000000149011612|01|2020-01-01T10:00:00|~|[1, 2]\n"
                         "2|5|2.25|2.5|02|~|3|~"));
    ReadOptions options;
    options.kinds["small"] = Kind::Categorical;
    QCOMPARE(readTable(path, options)->table.find("small")->kind(), Kind::Categorical);
}

void TestReaderFormats::preview()
{
    const auto read = previewTable(m_files.write("t", csv), {}, 2);
    QVERIFY(read.has_value());
    QCOMPARE(read->totalRows, std::size_t(4));
    QCOMPARE(read->parsed.table.rows(), std::size_t(2));
    QCOMPARE(read->raw.size(), std::size_t(2));
    QCOMPARE(read->columns, read->parsed.table.columnNames());
    QCOMPARE(read->raw[1][0], std::string("Müller, Jr."));
    QCOMPARE(read->raw[1][3], std::string("false"));
    // The third and fourth row decide too: without them `age` would be no less whole, but `note` would be empty.
    QCOMPARE(read->parsed.table.find("share")->kind(), Kind::Real);
    const auto json = previewTable(m_files.write("t", jsonLines), {}, 3);
    QCOMPARE(json->raw.size(), std::size_t(3));
    QCOMPARE(json->raw[0][1], std::string("31"));
}

void TestReaderFormats::jsonKeepsDigits()
{
    QCOMPARE(shown(m_files.read("[{\"id\": 9007199254740993, \"x\": 0.1}, {\"id\": 9007199254740995, \"x\": 1e-7}]")),
             std::string("id:categorical|x:real\n9007199254740993|0.1\n9007199254740995|1e-07"));
}

void TestReaderFormats::jsonColumnsThatComeLater()
{
    QCOMPARE(shown(m_files.read("{\"a\": 1}\n{\"b\": \"x\", \"a\": 2}\n")),
             std::string("a:integer|b:categorical\n1|~\n2|x"));
}

void TestReaderFormats::jsonRejectsHaveLines()
{
    ReadOptions options;
    options.kinds["a"] = Kind::Integer;
    const auto read = m_files.read("{\"a\": 1}\n\n{\"a\": \"x\"}\n{\"a\": 2}\n", options);
    QCOMPARE(read->rejected.size(), std::size_t(1));
    QCOMPARE(read->rejected[0].line, std::int64_t(3));
    QCOMPARE(read->rejected[0].text, std::string("x"));
}

void TestReaderFormats::badJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("line");
    QTest::newRow("broken line") << QByteArray("{\"a\": 1}\n{\"a\": 2}\n{\"a\": \n") << "bad_json" << 3;
    QTest::newRow("broken below a blank line")
        << QByteArray("{\"a\": 1}\n\n{\"a\": oops}\n{\"a\": 2}\n") << "bad_json" << 3;
    QTest::newRow("broken array") << QByteArray("[{\"a\": 1}, {\"a\": ]") << "bad_json" << -1;
    QTest::newRow("no rows") << QByteArray("[]") << "no_rows" << 0;
}

void TestReaderFormats::badJson()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, code);
    QFETCH(int, line);
    const auto read = m_files.read(text.toStdString());
    QVERIFY(!read);
    QCOMPARE(QString::fromStdString(read.error().code), code);
    QVERIFY(read.error().file.ends_with("table.txt"));
    if (line >= 0)
        QCOMPARE(read.error().line, std::int64_t(line));
    QVERIFY2(!QString::fromStdString(read.error().message).contains("/proc/"), read.error().message.c_str());
}

QTEST_GUILESS_MAIN(TestReaderFormats)
#include "tst_reader_formats.moc"
