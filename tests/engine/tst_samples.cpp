// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/profile.h"
#include "resources/samples/houses.h"
#include "resources/samples/loans.h"

#include <QtTest>
#include <fstream>
#include <sstream>

using namespace assay;
using namespace assay::engine;

namespace {

std::string path(const char *file)
{
    return std::string(ASSAY_SOURCE_DIR "/resources/samples/") + file;
}

std::string contents(const char *file)
{
    std::ifstream in(path(file), std::ios::binary);
    std::stringstream out;
    out << in.rdbuf();
    return out.str();
}

Table read(const char *file)
{
    auto result = readTable(path(file));
    return result && result->rejectedCount == 0 ? result->table : Table();
}

// Share of `approved` among the rows with this value.
double approved(const Table &table, const char *column, const std::string &value)
{
    const Column &groups = *table.find(column);
    const Column &outcome = *table.find("approved");
    double yes = 0;
    double all = 0;
    for (Row row = 0; row < table.rows(); ++row) {
        if (groups.text(row) != value)
            continue;
        ++all;
        yes += outcome.text(row) == "yes" ? 1 : 0;
    }
    return yes / all;
}

double meanOf(const Table &table, const std::string &column)
{
    const auto found = profile(table);
    for (const ColumnProfile &profile : found->columns) {
        if (profile.name == column)
            return *profile.mean;
    }
    return 0;
}

double share(const Table &table, const std::string &column, const std::string &value)
{
    double count = 0;
    for (Row row = 0; row < table.rows(); ++row)
        count += table.find(column)->text(row) == value ? 1 : 0;
    return count / static_cast<double>(table.rows());
}

} // namespace

/// The files beside the generator are what it writes, and hold what their README says.
class TestSamples : public QObject
{
    Q_OBJECT

private slots:
    void generatorWritesTheFiles();
    void filesAreSmall();
    void loansAreBiased();
    void laterLoansHaveDrifted();
    void profilesAreClean();
};

void TestSamples::generatorWritesTheFiles()
{
    QVERIFY(samples::loansCsv(samples::Batch::First) == contents("loans.csv"));
    QVERIFY(samples::loansCsv(samples::Batch::Later) == contents("loans_later.csv"));
    QVERIFY(samples::housesCsv() == contents("houses.csv"));
}

void TestSamples::filesAreSmall()
{
    for (const char *file : {"loans.csv", "loans_later.csv", "houses.csv"})
        QVERIFY(contents(file).size() > 10'000 && contents(file).size() < 400'000);
}

void TestSamples::loansAreBiased()
{
    const Table loans = read("loans.csv");
    QCOMPARE(loans.rows(), std::size_t(4000));
    QCOMPARE(loans.find("approved")->kind(), Kind::Categorical);
    QCOMPARE(loans.find("applied_on")->kind(), Kind::Date);
    QVERIFY(approved(loans, "sex", "male") - approved(loans, "sex", "female") > 0.09);
    QVERIFY(approved(loans, "ethnicity", "amber") - approved(loans, "ethnicity", "green") > 0.07);
    QVERIFY(loans.find("income")->missingCount() > 0);
}

void TestSamples::laterLoansHaveDrifted()
{
    const Table first = read("loans.csv");
    const Table later = read("loans_later.csv");
    QCOMPARE(later.columnNames(), first.columnNames());
    for (std::size_t i = 0; i < first.columnCount(); ++i)
        QCOMPARE(later.column(i).kind(), first.column(i).kind());
    QVERIFY(meanOf(later, "income") > 1.2 * meanOf(first, "income"));
    QVERIFY(share(later, "region", "capital") > share(first, "region", "capital") + 0.12);
    QVERIFY(std::abs(meanOf(later, "debt_ratio") - meanOf(first, "debt_ratio")) < 0.01); // what did not move
}

void TestSamples::profilesAreClean()
{
    const auto loans = profile(read("loans.csv"), "approved");
    QCOMPARE(loans->suggestedTarget, std::string("approved"));
    for (const DataWarning &warning : loans->warnings)
        QVERIFY2(warning.code == "id_like" || warning.code == "outliers", warning.message.c_str());
    const auto houses = profile(read("houses.csv"), "price");
    QCOMPARE(houses->rows, std::size_t(1500));
    QCOMPARE(houses->suggestedTarget, std::string("price"));
    for (const DataWarning &warning : houses->warnings)
        QVERIFY2(warning.code == "outliers", warning.message.c_str());
}

QTEST_GUILESS_MAIN(TestSamples)
#include "tst_samples.moc"
