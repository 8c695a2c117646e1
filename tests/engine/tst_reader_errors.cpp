// SPDX-License-Identifier: GPL-3.0-or-later
#include "datafiles.h"

#include <QElapsedTimer>
#include <QFile>
#include <QtTest>
#include <sys/stat.h>
#include <unistd.h>

using namespace assay;
using namespace assay::engine;

/// Every kind of bad file gives one sentence with its place, and none crashes or hangs.
class TestReaderErrors : public QObject
{
    Q_OBJECT

private slots:
    void badFiles_data();
    void badFiles();
    void notAFile();
    void unreadable();
    void damagedGzip();
    void unknownColumn();
    void encodings();
    void longLines();
    void manyBytesOfAnything();

private:
    DataFiles m_files;
};

void TestReaderErrors::badFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("line");
    QByteArray noise;
    for (unsigned i = 0; i < 5000; ++i)
        noise.append(static_cast<char>((i * 2654435761U) >> 13));
    QTest::newRow("empty") << QByteArray() << "empty_file" << 0;
    QTest::newRow("only a mark") << QByteArray("\xEF\xBB\xBF") << "no_rows" << 0;
    QTest::newRow("only line ends") << QByteArray("\n\n\r\n") << "no_rows" << 0;
    QTest::newRow("only comments") << QByteArray("# a\n# b\n") << "no_rows" << 0;
    QTest::newRow("header only") << QByteArray("a,b,c\n") << "no_rows" << 1;
    QTest::newRow("separators only") << QByteArray("a,b\n,\n,\n") << "no_rows" << 0;
    QTest::newRow("noise") << noise << "binary_file" << 1;
    QTest::newRow("zero bytes") << QByteArray("a,b\n1,2\n3,\0\n", 12) << "binary_file" << 3;
    QTest::newRow("workbook") << QByteArray("PK\x03\x04 and so on") << "binary_file" << 0;
    QTest::newRow("database") << QByteArray("SQLite format 3\0", 16) << "binary_file" << 0;
    QTest::newRow("picture") << QByteArray("\x89PNG\r\n") << "binary_file" << 0;
    QTest::newRow("ragged") << QByteArray("a,b,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12\n") << "ragged_rows" << 3;
    QTest::newRow("no alignment") << QByteArray("a,b,c\n1,2\n3,4,5,6\n7\n8,9,1,2,3\n") << "ragged_rows" << -1;
    QTest::newRow("open quote") << QByteArray("a,b\n1,2\n\"3,4\n5,6\n7,8\n") << "" << 0; // read without quotes
    QTest::newRow("names for more than there is") << QByteArray("a,b,c,d\n1,2,3\n4,5,6\n7,8,9\n") << "ragged_rows" << 1;
    QTest::newRow("half a parquet") << QByteArray("PAR1 but not really") << "unreadable_file" << 0;
}

void TestReaderErrors::badFiles()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    QFETCH(int, line);
    const std::string path = m_files.write("bad.csv", bytes.toStdString());
    const auto read = readTable(path);
    QCOMPARE(!read.has_value(), !code.isEmpty());
    if (read)
        return;
    QCOMPARE(QString::fromStdString(read.error().code), code);
    QCOMPARE(read.error().file, path);
    QCOMPARE(read.error().kind, ErrorKind::BadInput);
    const QString message = QString::fromStdString(read.error().message);
    QVERIFY2(message.contains("bad.csv") && message.endsWith('.') && !message.contains('\n'), qPrintable(message));
    if (line >= 0)
        QCOMPARE(read.error().line, std::int64_t(line));
    QVERIFY(!previewTable(path));
}

void TestReaderErrors::notAFile()
{
    const auto missing = readTable(m_files.path("nowhere.csv"));
    QCOMPARE(missing.error().code, std::string("unreadable_file"));
    const auto folder = readTable(m_files.path("."));
    QCOMPARE(folder.error().code, std::string("is_directory"));
    const std::string pipe = m_files.path("pipe");
    QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
    QCOMPARE(readTable("/dev/null").error().code, std::string("unreadable_file"));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(readTable(pipe).error().code, std::string("unreadable_file"));
    QVERIFY(timer.elapsed() < 5000);
}

void TestReaderErrors::unreadable()
{
    if (::geteuid() == 0)
        QSKIP("root may read everything");
    const std::string path = m_files.write("secret.csv", "a,b\n1,2\n");
    QVERIFY(QFile::setPermissions(QString::fromStdString(path), {}));
    QCOMPARE(readTable(path).error().code, std::string("unreadable_file"));
}

void TestReaderErrors::damagedGzip()
{
    const std::string path = m_files.writeGzip("t.gz", "a,b\n" + std::string(10'000, '1') + ",2\n");
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.resize(file.size() / 2));
    const auto cut = readTable(path);
    QCOMPARE(cut.error().code, std::string("unreadable_file"));
    QVERIFY(QString::fromStdString(cut.error().message).contains("gzip"));
    QCOMPARE(readTable(m_files.writeGzip("e.gz", "")).error().code, std::string("empty_file"));
    QCOMPARE(readTable(m_files.write("s.gz", "\x1f\x8b")).error().code, std::string("unreadable_file"));
}

void TestReaderErrors::unknownColumn()
{
    ReadOptions options;
    options.kinds["c"] = Kind::Text;
    const auto read = m_files.read("a,b\n1,2\n", options);
    QCOMPARE(read.error().code, std::string("unknown_column"));
    QCOMPARE(read.error().column, std::string("c"));
    QVERIFY(QString::fromStdString(read.error().message).contains("`a` and `b`"));
}

void TestReaderErrors::encodings()
{
    ReadOptions options;
    options.encoding = "utf-8";
    const auto read = m_files.read("a,b\n1,2\nn\xE9,3\n", options);
    QCOMPARE(read.error().code, std::string("bad_encoding"));
    QCOMPARE(read.error().line, std::int64_t(3));
    options.encoding = "ebcdic";
    QCOMPARE(m_files.read("a,b\n1,2\n", options).error().code, std::string("bad_encoding"));
    options.encoding = "utf-16";
    QCOMPARE(m_files.read(std::string("a\0,\0b\0\n\0\0\xD8", 10), options).error().code, std::string("bad_encoding"));
}

void TestReaderErrors::longLines()
{
    constexpr std::size_t size = 10'000'000;
    QElapsedTimer timer;
    timer.start();
    const auto letters = m_files.read(std::string(size, 'x'));
    QCOMPARE(letters.error().code, std::string("line_too_long"));
    std::string cells;
    while (cells.size() < size)
        cells += "12,";
    QCOMPARE(m_files.read(cells).error().code, std::string("line_too_long"));
    QCOMPARE(m_files.read("a,b\n" + std::string(size, '"')).has_value(), false);
    // A long cell is no trouble.
    const auto read = m_files.read("a,b\n1," + std::string(size, 'y') + "\n2,z\n");
    QCOMPARE(read->table.column(1).text(0).size(), size);
    QVERIFY(timer.elapsed() < 30'000);
}

void TestReaderErrors::manyBytesOfAnything()
{
    // Whatever the bytes, there is an answer.
    const std::string alphabet = "a1,;\t|\"'\n\r#.- {}[]:\xC3\xA9";
    std::uint32_t state = 12345;
    for (int round = 0; round < 400; ++round) {
        std::string text;
        for (int i = 0; i < 200; ++i) {
            state = state * 1664525 + 1013904223;
            text += alphabet[(state >> 16) % alphabet.size()];
        }
        const auto read = m_files.read(text);
        QVERIFY(read ? read->table.rows() > 0 : !read.error().message.empty());
    }
}

QTEST_GUILESS_MAIN(TestReaderErrors)
#include "tst_reader_errors.moc"
