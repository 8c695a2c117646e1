// SPDX-License-Identifier: GPL-3.0-or-later
// Runs as tables and as JSON: every number can be read back as it was.
#include "samplerun.h"
#include "tracking/exporters/exporter.h"
#include "tracking/exporters/exportfiles.h"
#include "tracking/importers/csvrows.h"

#include "engine/core/json.h"

#include <QDir>

using namespace assay::tracking;

namespace {

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool sameBits(double a, double b)
{
    return (std::isnan(a) && std::isnan(b)) || (a == b && std::signbit(a) == std::signbit(b));
}

} // namespace

class TestExporters : public QObject
{
    Q_OBJECT
private slots:
    void numbers();
    void points();
    void csv();
    void json();
    void cancelled();
};

void TestExporters::numbers()
{
    for (const double value : {0.0, -0.0, 0.1, 1e308, 5e-324, -1.0 / 3, 1e22})
        QVERIFY(sameBits(numberFromText(numberText(value)).value(), value));
    QVERIFY(std::isnan(numberFromText("NaN").value()));
    QVERIFY(std::isinf(numberFromText("-Infinity").value()));
    for (const char *text : {"", "nan", "1.0 ", " 1", "1,5", "0x10", "inf", "--1"})
        QVERIFY2(!numberFromText(text), text);
}

void TestExporters::points()
{
    QCOMPARE(codeOf(parsePoints("")), QStringLiteral("bad_points"));
    QCOMPARE(codeOf(parsePoints("step,time,value\n1,2\n")), QStringLiteral("bad_points"));
    QCOMPARE(codeOf(parsePoints("step,time,value\n1,2,3")), QStringLiteral("bad_points"));
    QCOMPARE(need(parsePoints("step,time,value\n-1,2,NaN\n")).size(), 1U);
}

void TestExporters::csv()
{
    TemporaryStore store;
    SampleRuns samples(29);
    std::vector<RunId> ids = {samples.add(*store.store), samples.add(*store.store)};
    const QString path = store.folder.filePath(QStringLiteral("tables"));
    const ExportReport report = need(exportRuns(*store.store, ids, path, QStringLiteral("csv"), {}));
    QCOMPARE(report.runs, 2);
    const QByteArray table = readFile(path + QStringLiteral("/runs.csv"));
    ByteWindow tableBytes(table);
    CsvRows rows(tableBytes, ',');
    QVERIFY(rows.next());
    const std::vector<QByteArray> header = rows.cells();
    for (const RunId &id : ids) {
        QVERIFY(rows.next());
        QCOMPARE(rows.cells().size(), header.size());
        const Run run = need(store->details(id)).run;
        QCOMPARE(rows.cells()[0], id.value.toUtf8());
        for (std::size_t i = 0; i < header.size(); ++i) {
            if (!header[i].startsWith("metrics."))
                continue;
            const auto metric = run.metrics.find(QString::fromUtf8(header[i].mid(8)));
            QCOMPARE(rows.cells()[i].isEmpty(), metric == run.metrics.end());
            if (metric != run.metrics.end())
                QVERIFY(sameBits(numberFromText(rows.cells()[i]).value(), metric->second));
        }
    }
    QVERIFY(!rows.next());
    const QByteArray points = readFile(path + QStringLiteral("/points.csv"));
    ByteWindow pointBytes(points);
    CsvRows lines(pointBytes, ',');
    qint64 count = -1;
    while (lines.next())
        ++count;
    QCOMPARE(count, report.points);
}

void TestExporters::json()
{
    TemporaryStore store;
    SampleRuns samples(31);
    const RunId id = samples.add(*store.store);
    const QString path = store.folder.filePath(QStringLiteral("json"));
    const ExportReport report = need(exportRuns(*store.store, {id, id}, path, QStringLiteral("json"), {}));
    QCOMPARE(report.runs, 1);
    const auto json = need(assay::parseJson(readFile(path + u'/' + id.value + QStringLiteral(".json")).toStdString()));
    const RunDetails details = need(store->details(id));
    QCOMPARE(json.at("run_id").get<std::string>(), id.value.toStdString());
    QCOMPARE(json.at("series").size(), details.series.size());
    qint64 count = 0;
    for (const auto &[key, summary] : details.series) {
        const auto points = need(store->series(id, key));
        const auto &written = json.at("series").at(key.toStdString()).at("points");
        QCOMPARE(written.size(), points.size());
        for (std::size_t i = 0; i < points.size(); ++i) {
            QCOMPARE(written[i][0].get<qint64>(), points[i].step);
            QCOMPARE(written[i][1].get<qint64>(), points[i].time);
            QVERIFY(sameBits(assay::numberFromJson(written[i][2]), points[i].value));
            ++count;
        }
    }
    QCOMPARE(count, report.points);
    QVERIFY(count > 100);
    QVERIFY(!readFile(path + QStringLiteral("/runs.json")).isEmpty());
}

void TestExporters::cancelled()
{
    TemporaryStore store;
    SampleRuns samples(37);
    const RunId id = samples.add(*store.store);
    std::stop_source stop;
    stop.request_stop();
    for (const ExporterInfo &one : exporters()) {
        const QString path = store.folder.filePath(QLatin1String(one.id));
        const auto report = exportRuns(*store.store, {id}, path, QLatin1String(one.id), {.stop = stop.get_token()});
        QVERIFY(!report && report.error().kind == assay::ErrorKind::Cancelled);
        QVERIFY(!QFile::exists(path));
    }
}

QTEST_GUILESS_MAIN(TestExporters)
#include "tst_exporters.moc"
