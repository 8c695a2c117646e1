// SPDX-License-Identifier: GPL-3.0-or-later
// What is no JSON that can be read is an error, whatever it is; never an exception, never a stack that ends.
#include "engine/core/json.h"

#include <QtTest>

using namespace assay;

namespace {

std::string nested(int levels, const char *open, const char *inside, const char *close)
{
    std::string text;
    for (int i = 0; i < levels; ++i)
        text += open;
    text += inside;
    for (int i = 0; i < levels; ++i)
        text += close;
    return text;
}

} // namespace

class TestJson : public QObject
{
    Q_OBJECT
private slots:
    void refused_data();
    void refused();
    void deepEnough();
};

void TestJson::refused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("cut") << QByteArray("{\"a\": [1, 2");
    QTest::newRow("no UTF-8") << QByteArray("\"\xff\"");
    QTest::newRow("too large") << QByteArray("1e999");
    QTest::newRow("too large within") << QByteArray("{\"a\": [1, -1e999]}");
    QTest::newRow("lists one level too deep") << QByteArray::fromStdString(nested(65, "[", "", "]"));
    QTest::newRow("objects too deep") << QByteArray::fromStdString(nested(100'000, "{\"a\":", "1", "}"));
    QTest::newRow("never closed") << QByteArray(1'000'000, '[');
}

void TestJson::refused()
{
    QFETCH(QByteArray, text);
    const auto json = parseJson(text.toStdString());
    QVERIFY(!json);
    QCOMPARE(json.error().code, std::string("bad_json"));
    QVERIFY(json.error().kind == ErrorKind::BadInput);
}

void TestJson::deepEnough()
{
    QVERIFY(parseJson(nested(64, "[", "", "]")).has_value());
    QVERIFY(parseJson(nested(64, "{\"a\":", "1", "}")).has_value());
    // Brackets in strings are text, also after a quotation mark that is part of one; what is closed counts no more.
    QVERIFY(parseJson('"' + std::string(1000, '[') + "\\\"" + std::string(1000, '{') + "\\\\\"").has_value());
    QVERIFY(parseJson(nested(1, "[", (nested(1000, "[], ", "", "") + "1").c_str(), "]")).has_value());
}

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
