// SPDX-License-Identifier: GPL-3.0-or-later
#include "powercut.h"
#include "storefixture.h"
#include "tracking/care/check.h"
#include "tracking/database.h"

#include <atomic>

using namespace assay;
using namespace assay::tracking;

/// The power fails at every sync and after every acknowledgement of a session of work; what each cut may leave on the
/// disk is opened afterwards. ASSAY_SEED chooses what is left.
class TestPowerCut : public QObject
{
    Q_OBJECT

private slots:
    void nothingAcknowledgedIsLost_data();
    void nothingAcknowledgedIsLost();
    void withoutSyncsItIsLost();
};

namespace {

struct Acknowledged
{
    qint64 points = 0;
    int note = -1;
    int runs = 0;
};

struct Image
{
    std::unique_ptr<QTemporaryDir> folder = std::make_unique<QTemporaryDir>();
    Acknowledged told = {};
};

class Session
{
public:
    explicit Session(unsigned seed)
        : m_disk(m_folder.path(), seed)
    {
        m_disk.beforeSync = [this] { cut(); };
    }

    /// Works on a new store; small checkpoints, so that there are many.
    void work(const QByteArray &setting)
    {
        {
            const auto store = need(RunStore::open(m_folder.filePath("assay.db")));
            Connection &connection = *need(store->database().connection());
            need(connection.value("PRAGMA wal_autocheckpoint = 40"));
            need(connection.run(setting));
            const RunId run = need(store->begin({.name = "0"}));
            acknowledge([](Acknowledged &told) { told.runs = 1; });
            for (int round = 0; round < 40; ++round)
                step(*store, run, round);
            need(store->end(run, RunStatus::Finished));
        }
        cut();
    }

    std::vector<Image> images;
    int syncs() const { return m_disk.syncs; }

private:
    void step(RunStore &store, const RunId &run, int round)
    {
        std::vector<MetricPoint> points;
        for (qint64 i = 0; i < 150; ++i)
            points.push_back({.step = round * 150 + i, .time = i * i, .value = static_cast<double>(i) / 7});
        need(store.logMetrics(run, "loss", points));
        need(store.flush());
        acknowledge([](Acknowledged &told) { told.points += 150; });
        if (round % 4 == 0) {
            need(store.setNote(run, QString::number(round)));
            acknowledge([round](Acknowledged &told) { told.note = round; });
        }
        if (round % 10 == 9) {
            const RunId other = need(store.begin({.name = QString::number(round)}));
            acknowledge([](Acknowledged &told) { ++told.runs; });
            need(store.end(other, RunStatus::Finished));
        }
    }

    template<class Change>
    void acknowledge(Change change)
    {
        {
            const std::lock_guard lock(m_mutex);
            change(m_told);
        }
        cut();
    }

    void cut()
    {
        const std::lock_guard lock(m_mutex);
        images.push_back({.told = m_told});
        m_disk.cut(images.back().folder->path());
    }

    QTemporaryDir m_folder;
    std::mutex m_mutex;
    Acknowledged m_told;
    PowerCut m_disk;
};

/// What is wrong with what was left; empty for nothing.
QString fault(const Image &image)
{
    const QString path = image.folder->filePath("assay.db");
    if (QFileInfo(path).size() == 0)
        return image.told.runs > 0 ? "the store is gone" : "";
    const auto opened = RunStore::open(path);
    if (!opened)
        return QString::fromStdString(opened.error().message);
    const RunStore &store = **opened;
    if (store.limitation())
        return QString::fromStdString(store.limitation()->message);
    if (need(store.count()) < image.told.runs)
        return "a run is lost";
    if (image.told.runs > 0) {
        const RunId run = need(store.resolve("0"));
        if (need(store.details(run)).run.note.toInt() < image.told.note)
            return "a note is lost";
        const auto points = need(store.series(run, "loss"));
        if (static_cast<qint64>(points.size()) < image.told.points)
            return QStringLiteral("%1 of %2 points are lost")
                .arg(image.told.points - qint64(points.size()))
                .arg(image.told.points);
        for (std::size_t i = 0; i < points.size(); ++i)
            if (points[i].step != static_cast<qint64>(i))
                return "points are out of order";
    }
    const CheckReport report = need(checkStore(path));
    return report.sound() ? QString() : report.findings.front().message;
}

unsigned seed(unsigned otherwise)
{
    return qEnvironmentVariableIsSet("ASSAY_SEED") ? static_cast<unsigned>(qEnvironmentVariableIntValue("ASSAY_SEED"))
                                                   : otherwise;
}

} // namespace

void TestPowerCut::nothingAcknowledgedIsLost_data()
{
    QTest::addColumn<unsigned>("chosen");
    for (unsigned i = 1; i <= 3; ++i)
        QTest::newRow(qPrintable(QStringLiteral("seed %1").arg(seed(i)))) << seed(i);
}

void TestPowerCut::nothingAcknowledgedIsLost()
{
    QFETCH(unsigned, chosen);
    std::vector<Image> images;
    int syncs = 0;
    {
        Session session(chosen);
        session.work("PRAGMA synchronous = FULL"); // as it is
        syncs = session.syncs();
        images = std::move(session.images);
    }
    for (std::size_t i = 0; i < images.size(); ++i) {
        const QString wrong = fault(images[i]);
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("cut %1: %2").arg(i).arg(wrong)));
    }
    qInfo("%zu cuts at %d syncs", images.size(), syncs);
    QVERIFY(syncs > 50 && images.size() > 100);
}

/// That the disk above can lose something at all.
void TestPowerCut::withoutSyncsItIsLost()
{
    std::vector<Image> images;
    {
        Session session(1);
        session.work("PRAGMA synchronous = NORMAL");
        images = std::move(session.images);
    }
    QVERIFY(std::ranges::any_of(images, [](const Image &image) { return fault(image).contains("lost"); }));
}

QTEST_GUILESS_MAIN(TestPowerCut)
#include "tst_powercut.moc"
