// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"

#include "tracking/database.h"
#include "tracking/importers/importer.h"

#include <limits>

using namespace assay;
using namespace assay::tracking;

namespace {

const double nan = std::numeric_limits<double>::quiet_NaN();
const double infinity = std::numeric_limits<double>::infinity();
constexpr qint64 micro = 1'700'000'000'123'456;

QString hexId(char digit)
{
    return QString(32, QLatin1Char(digit));
}

std::vector<MetricPoint> points(qint64 from, qint64 to)
{
    std::vector<MetricPoint> made;
    for (qint64 step = from; step < to; ++step)
        made.push_back({.step = step, .time = micro + step, .value = 1.0 / static_cast<double>(step + 1)});
    return made;
}

ImportedRun sample()
{
    ImportedRun run;
    run.source = QStringLiteral("mlflow:") + hexId('a');
    run.id = {hexId('a')};
    run.experiment = QStringLiteral("resnet");
    run.experimentSource = QStringLiteral("mlflow:experiment:7");
    run.experimentTags = {{QStringLiteral("team"), QStringLiteral("vision")}};
    run.name = QStringLiteral("one by one");
    run.status = RunStatus::Cancelled;
    run.start = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
    run.end = run.start.addSecs(60);
    run.note = QStringLiteral("# é 漢字");
    run.params = {{"lr", std::string("0.01")}, {"empty", std::string()}};
    run.tags = {{QStringLiteral("owner"), QStringLiteral("ana")}};
    run.metrics = {{QStringLiteral("loss"), points(0, 5000)},
                   {QStringLiteral("bad"), {{0, micro, nan}, {0, micro, infinity}, {-3, micro - 1, -infinity}}}};
    run.inputs = {{.role = QStringLiteral("training"), .name = QStringLiteral("d"), .digest = QStringLiteral("8c")}};
    run.provenance.user = QStringLiteral("root");
    return run;
}

QByteArray bits(const std::vector<MetricPoint> &series)
{
    return {reinterpret_cast<const char *>(series.data()), static_cast<qsizetype>(series.size() * sizeof(MetricPoint))};
}

QString write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

/// Points that are read anew each time, series by turns, and that may end in the middle.
struct Source : PointSource
{
    std::map<QString, std::vector<MetricPoint>> all;
    bool told = true;
    qint64 most = std::numeric_limits<qint64>::max();
    std::stop_source *stop = nullptr; ///< asked to stop where the points end

    explicit Source(std::map<QString, std::vector<MetricPoint>> points)
        : all(std::move(points))
    {
    }
    std::map<QString, qint64> counts() const override
    {
        std::map<QString, qint64> counts;
        for (const auto &[name, series] : all)
            counts[name] = static_cast<qint64>(series.size());
        return counts;
    }
    bool timed() const override { return told; }
    Result<void> read(const TakePoints &take) const override
    {
        PointBatches batches(take);
        qint64 given = 0;
        for (std::size_t i = 0, left = all.size(); left > 0 && batches.ok(); ++i) {
            left = 0;
            for (const auto &[name, series] : all) {
                if (i >= series.size())
                    continue;
                ++left;
                if (++given > most && !stop)
                    return failure(ErrorKind::BadInput, "gone", "The source is gone.");
                if (given > most)
                    stop->request_stop();
                batches.add(batches.series(name), series[i]);
            }
        }
        return batches.finish();
    }
};

} // namespace

class TestImportedRun : public QObject
{
    Q_OBJECT

private slots:
    void comesBackWhole();
    void secondTimeIsKnown();
    void followsWithoutKnowingWhatWasSaid();
    void growsByWhatIsNew();
    void pointsThatAreReadAnew();
    void timesOfTheImportStay();
    void aSourceThatEndsLeavesNothing();
    void latePointsTakeTheirPlace();
    void endsLater();
    void nobodyCallsItCrashed();
    void parentsBySource();
    void parentsComeLaterButMakeNoRing();
    void idsKeptOrInvented();
    void ownRunsComeBackUntouched();
    void experimentsBySource();
    void deletedStaysDeleted();
    void missingFileLeavesNothing();
    void unknownFormat();
    void nothingThere();
};

void TestImportedRun::comesBackWhole()
{
    TemporaryStore store;
    ImportedRun run = sample();
    const QByteArray bytes(300'000, 'x');
    run.files = {{QStringLiteral("plots/a b.png"), write(store.folder.filePath(QStringLiteral("p")), bytes)},
                 {QStringLiteral("empty.txt"), write(store.folder.filePath(QStringLiteral("e")), {})}};
    QCOMPARE(need(writeImported(*store.store, run)), Imported::New);
    const auto id = need(findImported(*store.store, run.source));
    QVERIFY(id);
    QCOMPARE(id->value, run.id.value);
    const RunDetails back = need(store->details(*id));
    QCOMPARE(back.run.source, run.source);
    QCOMPARE(back.run.name, run.name);
    QCOMPARE(back.run.experiment, run.experiment);
    QCOMPARE(back.run.status, run.status);
    QCOMPARE(back.run.start, run.start);
    QCOMPARE(back.run.end, run.end);
    QCOMPARE(back.run.note, run.note);
    QVERIFY(back.run.params == run.params);
    QVERIFY(back.run.tags == run.tags);
    QVERIFY(back.inputs == run.inputs);
    QVERIFY(back.provenance == run.provenance);
    QCOMPARE(back.series.size(), run.metrics.size());
    for (const auto &[key, series] : run.metrics)
        QCOMPARE(bits(need(store->series(*id, key))), bits(series));
    QCOMPARE(back.artifacts.size(), 2u);
    QCOMPARE(need(store->artifact(*id, QStringLiteral("plots/a b.png"))), bytes);
    QCOMPARE(need(store->artifact(*id, QStringLiteral("empty.txt"))), QByteArray());
    QCOMPARE(need(store->runs({.filter = QStringLiteral("ana 0.01")})).size(), 1u);
}

void TestImportedRun::secondTimeIsKnown()
{
    TemporaryStore store;
    ImportedRun run = sample();
    run.files = {{QStringLiteral("a"), write(store.folder.filePath(QStringLiteral("p")), "1")}};
    QCOMPARE(need(writeImported(*store.store, run)), Imported::New);
    const RunDetails before = need(store->details(run.id));
    const qint64 version = store->dataVersion();
    QCOMPARE(need(writeImported(*store.store, run)), Imported::Known);
    QCOMPARE(store->dataVersion(), version);
    const RunDetails after = need(store->details(run.id));
    QVERIFY(after.series.at(QStringLiteral("loss")) == before.series.at(QStringLiteral("loss")));
    QVERIFY(after.artifacts == before.artifacts);
    QCOMPARE(need(store->count()), 1);
}

/// A run that was taken over before anything was kept of what its source said.
void TestImportedRun::followsWithoutKnowingWhatWasSaid()
{
    TemporaryStore store;
    ImportedRun run = sample();
    run.follows = true;
    run.note.clear();
    need(writeImported(*store.store, run));
    need(need(store->database().connection())->run("UPDATE runs SET source_facts = ''"));
    run.note = QStringLiteral("told since");
    run.name = QStringLiteral("renamed");
    QStringList kept;
    QCOMPARE(need(writeImported(*store.store, run, {}, &kept)), Imported::Grown);
    QCOMPARE(kept, QStringList({QStringLiteral("name")}));
    const Run here = need(store->details(run.id)).run;
    QCOMPARE(here.note, run.note);
    QCOMPARE(here.name, sample().name);
}

/// Whether they are in memory or come in pieces, the store gets the same points.
void TestImportedRun::pointsThatAreReadAnew()
{
    TemporaryStore whole, pieces;
    ImportedRun run = sample();
    run.metrics[QStringLiteral("long")] = points(0, 30'000);
    std::vector<MetricPoint> late = points(0, 30'000);
    late.insert(late.begin() + 9000, {.step = 8, .time = micro, .value = 3});
    late.erase(late.begin() + 20'000, late.end());
    const auto both = [&](Imported expected) {
        QCOMPARE(need(writeImported(*whole.store, run)), expected);
        ImportedRun streamed = run;
        streamed.points = std::make_shared<Source>(std::exchange(streamed.metrics, {}));
        QCOMPARE(need(writeImported(*pieces.store, streamed)), expected);
        const RunDetails a = need(whole->details(run.id)), b = need(pieces->details(run.id));
        QCOMPARE(b.series.size(), a.series.size());
        for (const auto &[key, summary] : a.series)
            QCOMPARE(bits(need(pieces->series(run.id, key))), bits(need(whole->series(run.id, key))));
    };
    both(Imported::New);
    both(Imported::Known);
    run.metrics[QStringLiteral("long")] = points(0, 34'100);
    run.metrics[QStringLiteral("new")] = points(0, 10);
    both(Imported::Grown);
    run.metrics[QStringLiteral("long")] = points(0, 200); // less than before
    both(Imported::Known);
    run.metrics[QStringLiteral("long")] = late;
    both(Imported::Grown);
    QCOMPARE(need(pieces->series(run.id, QStringLiteral("long"))).size(), 34'101u);
    both(Imported::Known);
}

/// Points without times of their own keep those of the import that first saw them.
void TestImportedRun::timesOfTheImportStay()
{
    TemporaryStore store;
    ImportedRun run = sample();
    run.metrics.clear();
    auto source = std::make_shared<Source>(std::map<QString, std::vector<MetricPoint>>{
        {QStringLiteral("loss"), std::vector<MetricPoint>(6000, {.step = 1, .time = micro, .value = 2})}});
    source->told = false;
    run.points = source;
    QCOMPARE(need(writeImported(*store.store, run)), Imported::New);
    auto &loss = source->all[QStringLiteral("loss")];
    for (MetricPoint &point : loss)
        point.time = micro + 77;
    QCOMPARE(need(writeImported(*store.store, run)), Imported::Known);
    loss.push_back({.step = 2, .time = micro + 77, .value = 3});
    QCOMPARE(need(writeImported(*store.store, run)), Imported::Grown);
    auto stored = need(store->series(run.id, QStringLiteral("loss")));
    QCOMPARE(stored.size(), 6001u);
    QVERIFY(stored.front().time == micro && stored[5999].time == micro && stored.back().time == micro + 77);
    // A log written anew from the middle on: what is the same keeps its time.
    loss[5000].value = 9;
    for (MetricPoint &point : loss)
        point.time = micro + 99;
    QCOMPARE(need(writeImported(*store.store, run)), Imported::Grown);
    stored = need(store->series(run.id, QStringLiteral("loss")));
    QVERIFY(stored[4999].time == micro && stored[5000].time == micro + 99 && stored[5000].value == 9);
}

void TestImportedRun::aSourceThatEndsLeavesNothing()
{
    TemporaryStore store;
    ImportedRun run = sample();
    run.metrics.clear();
    auto source = std::make_shared<Source>(
        std::map<QString, std::vector<MetricPoint>>{{QStringLiteral("loss"), points(0, 50'000)}});
    source->most = 30'000;
    run.points = source;
    QCOMPARE(codeOf(writeImported(*store.store, run)), QStringLiteral("gone"));
    std::stop_source stop;
    source->stop = &stop;
    QCOMPARE(codeOf(writeImported(*store.store, run, {.stop = stop.get_token()})), QStringLiteral("cancelled"));
    QCOMPARE(need(store->count()), 0);
    QVERIFY(!need(findImported(*store.store, run.source)));
    source->most = 50'000;
    source->stop = nullptr;
    QCOMPARE(need(writeImported(*store.store, run)), Imported::New);
    source->all[QStringLiteral("loss")] = points(0, 90'000);
    source->most = 80'000;
    QCOMPARE(codeOf(writeImported(*store.store, run)), QStringLiteral("gone"));
    QCOMPARE(bits(need(store->series(run.id, QStringLiteral("loss")))), bits(points(0, 50'000)));
}

void TestImportedRun::growsByWhatIsNew()
{
    TemporaryStore store;
    ImportedRun run = sample();
    QCOMPARE(need(writeImported(*store.store, run)), Imported::New);
    need(store->setTag(run.id, QStringLiteral("owner"), QStringLiteral("changed here")));
    need(store->setNote(run.id, QStringLiteral("written here")));
    run.metrics[QStringLiteral("loss")] = points(0, 7001);
    run.metrics[QStringLiteral("acc")] = points(0, 3);
    run.params["batch"] = std::string("64");
    run.tags[QStringLiteral("stage")] = QStringLiteral("dev");
    run.inputs.push_back({.role = QStringLiteral("eval"), .name = QStringLiteral("d")});
    run.files = {{QStringLiteral("a"), write(store.folder.filePath(QStringLiteral("p")), "1")}};
    QCOMPARE(need(writeImported(*store.store, run)), Imported::Grown);
    const RunDetails back = need(store->details(run.id));
    QCOMPARE(bits(need(store->series(run.id, QStringLiteral("loss")))), bits(points(0, 7001)));
    QCOMPARE(bits(need(store->series(run.id, QStringLiteral("acc")))), bits(points(0, 3)));
    QCOMPARE(back.series.at(QStringLiteral("bad")).count, 3);
    QVERIFY(back.run.params == run.params);
    QCOMPARE(back.run.tags.at(QStringLiteral("owner")), QStringLiteral("changed here"));
    QCOMPARE(back.run.tags.at(QStringLiteral("stage")), QStringLiteral("dev"));
    QCOMPARE(back.run.note, QStringLiteral("written here"));
    QCOMPARE(back.inputs.size(), 2u);
    QCOMPARE(back.artifacts.size(), 1u);
    QCOMPARE(need(writeImported(*store.store, run)), Imported::Known);
}

void TestImportedRun::latePointsTakeTheirPlace()
{
    TemporaryStore store;
    ImportedRun run = sample();
    std::vector<MetricPoint> all = points(0, 3000);
    std::vector<MetricPoint> part = points(0, 10);
    for (const MetricPoint &point : points(20, 3000))
        part.push_back(point);
    run.metrics = {{QStringLiteral("loss"), part}};
    QCOMPARE(need(writeImported(*store.store, run)), Imported::New);
    run.metrics = {{QStringLiteral("loss"), all}};
    QCOMPARE(need(writeImported(*store.store, run)), Imported::Grown);
    QCOMPARE(bits(need(store->series(run.id, QStringLiteral("loss")))), bits(all));
    const MetricSummary summary = need(store->details(run.id)).series.at(QStringLiteral("loss"));
    QCOMPARE(summary.count, 3000);
    QCOMPARE(summary.last, all.back().value);
    QCOMPARE(need(writeImported(*store.store, run)), Imported::Known);
    // A source that has lost points takes none away.
    run.metrics = {{QStringLiteral("loss"), part}};
    QCOMPARE(need(writeImported(*store.store, run)), Imported::Known);
    QCOMPARE(bits(need(store->series(run.id, QStringLiteral("loss")))), bits(all));
}

void TestImportedRun::endsLater()
{
    TemporaryStore store;
    ImportedRun run = sample();
    const QDateTime end = run.end;
    run.status = RunStatus::Running;
    run.end = {};
    QCOMPARE(need(writeImported(*store.store, run)), Imported::New);
    QVERIFY(need(store->details(run.id)).run.end.isNull());
    QCOMPARE(need(writeImported(*store.store, run)), Imported::Known);
    run.status = RunStatus::Failed;
    run.end = end;
    QCOMPARE(need(writeImported(*store.store, run)), Imported::Grown);
    QCOMPARE(need(store->details(run.id)).run.status, RunStatus::Failed);
    QCOMPARE(need(store->details(run.id)).run.end, end);
    run.status = RunStatus::Finished;
    run.end = end.addSecs(5);
    QCOMPARE(need(writeImported(*store.store, run)), Imported::Grown);
    QCOMPARE(need(store->details(run.id)).run.status, RunStatus::Finished);
    QCOMPARE(need(writeImported(*store.store, run)), Imported::Known);
}

void TestImportedRun::nobodyCallsItCrashed()
{
    TemporaryStore store;
    ImportedRun run = sample();
    run.status = RunStatus::Running;
    run.end = {};
    QCOMPARE(need(writeImported(*store.store, run)), Imported::New);
    store.reopen();
    QCOMPARE(need(store->details(run.id)).run.status, RunStatus::Running);
}

void TestImportedRun::parentsBySource()
{
    TemporaryStore store;
    const ImportedRun parent = sample();
    ImportedRun child = sample();
    child.source = QStringLiteral("child");
    child.id = {hexId('c')};
    child.parentSource = parent.source;
    QCOMPARE(need(writeImported(*store.store, parent)), Imported::New);
    QCOMPARE(need(writeImported(*store.store, child)), Imported::New);
    QCOMPARE(need(store->details(child.id)).run.parent.value, parent.id.value);
    QCOMPARE(need(store->details(parent.id)).children.size(), 1u);
}

void TestImportedRun::parentsComeLaterButMakeNoRing()
{
    TemporaryStore store;
    ImportedRun first = sample(), second = sample();
    second.source = QStringLiteral("second");
    second.id = {hexId('b')};
    first.parentSource = second.source;
    second.parentSource = first.source;
    QCOMPARE(need(writeImported(*store.store, first)), Imported::New);
    QCOMPARE(need(writeImported(*store.store, second)), Imported::New);
    QCOMPARE(need(writeImported(*store.store, first)), Imported::Known);
    QVERIFY(need(store->details(first.id)).run.parent.isNull());
    ImportedRun late = sample();
    late.source = QStringLiteral("late");
    late.id = {hexId('d')};
    late.parentSource = QStringLiteral("comes after");
    QCOMPARE(need(writeImported(*store.store, late)), Imported::New);
    ImportedRun after = sample();
    after.source = late.parentSource;
    after.id = {hexId('e')};
    QCOMPARE(need(writeImported(*store.store, after)), Imported::New);
    QCOMPARE(need(writeImported(*store.store, late)), Imported::Grown);
    QCOMPARE(need(store->details(late.id)).run.parent.value, after.id.value);
}

void TestImportedRun::idsKeptOrInvented()
{
    TemporaryStore store;
    ImportedRun run = sample();
    run.source = QStringLiteral("tensorboard:/logs/a");
    run.id = {QStringLiteral("../../etc")};
    run.name.clear();
    QCOMPARE(need(writeImported(*store.store, run)), Imported::New);
    const RunId id = *need(findImported(*store.store, run.source));
    QCOMPARE(id.value.size(), 32);
    QCOMPARE(need(store->details(id)).run.name, QStringLiteral("run-") + id.value.left(4));
}

void TestImportedRun::ownRunsComeBackUntouched()
{
    TemporaryStore store;
    const RunId own = need(store->begin({.name = QStringLiteral("mine")}));
    need(store->end(own, RunStatus::Finished));
    ImportedRun run = sample();
    run.id = own;
    run.source = QStringLiteral("mlflow:") + own.value;
    QCOMPARE(need(writeImported(*store.store, run)), Imported::Known);
    QCOMPARE(need(store->count()), 1);
    QCOMPARE(need(store->details(own)).run.name, QStringLiteral("mine"));
    QVERIFY(need(store->details(own)).run.tags.empty());
}

void TestImportedRun::experimentsBySource()
{
    TemporaryStore store;
    ImportedRun first = sample(), second = sample(), other = sample();
    second.source = QStringLiteral("second");
    second.id = {hexId('b')};
    second.experiment = QStringLiteral("called otherwise since");
    other.source = QStringLiteral("other");
    other.id = {hexId('c')};
    other.experimentSource = QStringLiteral("another database:7");
    for (const ImportedRun *run : {&first, &second, &other})
        QCOMPARE(need(writeImported(*store.store, *run)), Imported::New);
    const auto experiments = need(store->experiments());
    QCOMPARE(experiments.size(), 1u);
    QCOMPARE(experiments.front().name, QStringLiteral("resnet"));
    QCOMPARE(experiments.front().runs, 3);
}

void TestImportedRun::deletedStaysDeleted()
{
    TemporaryStore store;
    ImportedRun gone = sample();
    gone.deleted = true;
    QCOMPARE(need(writeImported(*store.store, gone)), Imported::New);
    QCOMPARE(need(store->count()), 0);
    QCOMPARE(need(store->count({.deleted = true})), 1);
    gone.deleted = false;
    QCOMPARE(need(writeImported(*store.store, gone)), Imported::Known);
    QCOMPARE(need(store->count({.deleted = true})), 1);
    need(store->restore({gone.id}));
    QCOMPARE(need(store->count()), 1);
}

void TestImportedRun::missingFileLeavesNothing()
{
    TemporaryStore store;
    ImportedRun run = sample();
    run.files = {{QStringLiteral("a"), store.folder.filePath(QStringLiteral("nowhere"))}};
    QCOMPARE(codeOf(writeImported(*store.store, run)), QStringLiteral("unreadable_file"));
    QCOMPARE(need(store->count()), 0);
    QVERIFY(need(store->experiments()).empty());
}

void TestImportedRun::unknownFormat()
{
    TemporaryStore store;
    const auto report = importRuns(*store.store, store.folder.path(), {}, {}, QStringLiteral("excel"));
    QCOMPARE(codeOf(report), QStringLiteral("unknown_format"));
    QVERIFY(report.error().message.find("`excel`") != std::string::npos);
}

void TestImportedRun::nothingThere()
{
    TemporaryStore store;
    QTemporaryDir empty;
    QCOMPARE(codeOf(importRuns(*store.store, empty.path(), {}, {})), QStringLiteral("nothing_to_import"));
    QCOMPARE(codeOf(importRuns(*store.store, store.path, {}, {})), QStringLiteral("own_store"));
    QCOMPARE(codeOf(importRuns(*store.store, empty.filePath(QStringLiteral("x")), {}, {})),
             QStringLiteral("unreadable_file"));
}

QTEST_GUILESS_MAIN(TestImportedRun)
#include "tst_importedrun.moc"
