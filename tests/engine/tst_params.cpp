// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/params.h"

#include <QtTest>

using namespace assay;

class TestParams : public QObject
{
    Q_OBJECT

private slots:
    void parses_data();
    void parses();
    void unknownNamesListTheKnown();
    void defaultsAreOverridden();
};

namespace {

const ParamSpec penalty{.name = "penalty",
                        .type = ParamType::Choice,
                        .defaultValue = std::string("l2"),
                        .help = "",
                        .choices = {"l1", "l2"}};
const ParamSpec strength{
    .name = "C", .type = ParamType::Real, .defaultValue = 1.0, .help = "", .minimum = 0, .minimumExcluded = true};
const ParamSpec rounds{.name = "n_estimators",
                       .type = ParamType::Integer,
                       .defaultValue = std::int64_t(100),
                       .help = "",
                       .minimum = 1,
                       .maximum = 1000};

} // namespace

void TestParams::parses_data()
{
    QTest::addColumn<int>("spec");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // empty: refused
    QTest::newRow("real") << 1 << "0.5"
                          << "0.5";
    QTest::newRow("whole number as real") << 1 << "2"
                                          << "2";
    QTest::newRow("excluded bound") << 1 << "0"
                                    << "";
    QTest::newRow("not a number") << 1 << "much"
                                  << "";
    QTest::newRow("trailing text") << 1 << "1.5x"
                                   << "";
    QTest::newRow("infinite") << 1 << "inf"
                              << "";
    QTest::newRow("integer") << 2 << "1000"
                             << "1000";
    QTest::newRow("over the maximum") << 2 << "1001"
                                      << "";
    QTest::newRow("fraction for an integer") << 2 << "1.5"
                                             << "";
    QTest::newRow("choice") << 0 << "l1"
                            << "l1";
    QTest::newRow("unknown choice") << 0 << "l3"
                                    << "";
}

void TestParams::parses()
{
    QFETCH(int, spec);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto value = parseParam(std::vector{penalty, strength, rounds}[spec], text.toStdString());
    QCOMPARE(value.has_value(), !expected.isEmpty());
    if (value)
        QCOMPARE(QString::fromStdString(toText(*value)), expected);
    else
        QCOMPARE(value.error().code, std::string("bad_parameter"));
}

void TestParams::unknownNamesListTheKnown()
{
    const auto params = resolveParams({penalty, strength}, Params{{"c", 1.0}});
    QVERIFY(!params);
    QCOMPARE(params.error().code, std::string("unknown_parameter"));
    QVERIFY(QString::fromStdString(params.error().message).contains("`penalty` and `C`"));
}

void TestParams::defaultsAreOverridden()
{
    const auto params = resolveParams({penalty, strength}, std::map<std::string, std::string>{{"C", "3"}});
    QVERIFY(params.has_value());
    QCOMPARE(real(*params, "C"), 3.0);
    QCOMPARE(choice(*params, "penalty"), std::string("l2"));
}

QTEST_GUILESS_MAIN(TestParams)
#include "tst_params.moc"
