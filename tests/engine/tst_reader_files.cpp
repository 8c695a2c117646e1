// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/json.h"
#include "engine/data/reader.h"

#include <QtTest>
#include <cmath>
#include <fstream>
#include <sstream>

using namespace assay;
using namespace assay::engine;

namespace {

const std::string shared = ASSAY_SOURCE_DIR "/../shared";

std::string contents(const std::string &path)
{
    std::ifstream in(path, std::ios::binary);
    std::stringstream out;
    out << in.rdbuf();
    return out.str();
}

double mean(const Column &column)
{
    double sum = 0;
    for (const double v : column.numbers())
        sum += std::isnan(v) ? 0 : v;
    return sum / static_cast<double>(column.rows() - column.missingCount());
}

} // namespace

/// The public data sets come out with the rows, columns, means and missing cells that others count in them.
class TestReaderFiles : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void readsAsOthersDo_data();
    void readsAsOthersDo();
    void germanStatistics();

private:
    Json m_expected;
};

void TestReaderFiles::initTestCase()
{
    const std::string text = contents(shared + "/import.json");
    if (text.empty())
        QSKIP("the reference data are not there");
    m_expected = *parseJson(text);
}

void TestReaderFiles::readsAsOthersDo_data()
{
    QTest::addColumn<QString>("file");
    for (const auto &[file, facts] : m_expected.items()) {
        if (facts["group"] == "spine")
            QTest::newRow(file.c_str()) << QString::fromStdString(file);
    }
}

void TestReaderFiles::readsAsOthersDo()
{
    QFETCH(QString, file);
    const Json &facts = m_expected[file.toStdString()];
    const auto read = readTable(shared + "/data/" + file.toStdString());
    QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
    QCOMPARE(read->table.rows(), facts["rows"].get<std::size_t>());
    QCOMPARE(read->table.columnCount(), facts["cols"].get<std::size_t>());
    QCOMPARE(read->rejectedCount, std::size_t(0));
    for (const auto &[name, value] : facts["means"].items()) {
        const Column *column = read->table.find(name);
        QVERIFY2(column && column->isNumeric(), name.c_str());
        const double expected = value.get<double>();
        QVERIFY2(std::fabs(mean(*column) - expected) <= 1e-9 * std::max(1.0, std::fabs(expected)), name.c_str());
    }
    for (const auto &[name, value] : facts["missing"].items())
        QCOMPARE(read->table.find(name)->missingCount(), value.get<std::size_t>());
}

void TestReaderFiles::germanStatistics()
{
    const auto read = readTable(shared + "/data/btw21_strukturdaten.csv");
    QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
    QCOMPARE(read->table.rows(), std::size_t(316));
    QCOMPARE(read->table.columnCount(), std::size_t(52));
    QCOMPARE(read->dialect.decimal, std::string(","));
    const Column *area = read->table.find("Fläche am 31.12.2019 (km²)");
    QVERIFY(area != nullptr);
    QCOMPARE(area->kind(), Kind::Real);
    QCOMPARE(area->text(0), std::string("2124.3"));
    QCOMPARE(area->text(315), std::string("357581"));
    QCOMPARE(read->table.column(1).text(0), std::string("001"));
}

QTEST_GUILESS_MAIN(TestReaderFiles)
#include "tst_reader_files.moc"
