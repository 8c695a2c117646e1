// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/fakeshell.h"
#include "tests/widgets/pagetest.h"
#include "widgets/controls/theme.h"
#include "widgets/pages/emptypane.h"
#include "widgets/pages/takeoverpage.h"
#include "widgets/pages/takeoverpagemodel.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace assay;
using namespace assay::ui;

namespace {

/// An `mlruns` folder of three runs, one of which cannot be read and one of which has a broken line.
class Tree
{
public:
    Tree()
    {
        write(QStringLiteral("7/meta.yaml"), "experiment_id: '7'\nname: resnet\ncreation_time: 5\n");
        for (const char digit : {'a', 'b'})
            run(digit);
        write(QStringLiteral("7/%1/meta.yaml").arg(QString(32, u'c')), "run_id: [\n");
        write(QStringLiteral("7/%1/metrics/loss").arg(QString(32, u'b')), "1700000000000 0.5 0\nnothing\n");
    }

    void run(char digit)
    {
        const QByteArray id(32, digit);
        const QString place = QStringLiteral("7/") + QString::fromLatin1(id);
        write(place + QStringLiteral("/meta.yaml"), "run_id: " + id + "\nrun_name: run " + digit +
                                                        "\nstatus: 3\nstart_time: 1700000000000\n"
                                                        "end_time: 1700000060000\nlifecycle_stage: active\n");
        write(place + QStringLiteral("/metrics/loss"), "1700000000000 0.5 0\n1700000001000 0.25 1\n");
        write(place + QStringLiteral("/params/lr"), "0.1");
        write(place + QStringLiteral("/artifacts/plots/p.png"), QByteArray(2000, 'x'));
    }

    void write(const QString &name, const QByteArray &bytes) const
    {
        QDir().mkpath(QFileInfo(folder.filePath(name)).absolutePath());
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
    }

    QTemporaryDir folder;
};

struct Fixture
{
    explicit Fixture(const QString &path)
        : page(std::make_unique<TakeOverPage>(shell, path))
    {
        page->resize(1280, 800);
        page->setVisible(true);
        (void)QTest::qWaitForWindowActive(page.get());
        settle();
    }

    void settle() { QTRY_VERIFY(shell.registry.running().empty()); }

    template<class T>
    T *find(const char *name) const
    {
        return page->findChild<T *>(QLatin1String(name));
    }

    QTableView *table() const { return find<QTableView>("takeOverRuns"); }
    QPushButton *next() const { return find<QPushButton>("takeOver"); }
    qint64 stored() { return shell.bench.store().count().value_or(-1); }

    void tick(const QString &run, bool on) const
    {
        QAbstractItemModel *model = table()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            if (model->index(row, 0).data().toString() == run)
                model->setData(model->index(row, 0), on ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
    }

    FakeShell shell;
    std::unique_ptr<TakeOverPage> page;
};

} // namespace

class TestTakeOverPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void init() { freshSettings(); }

    void listsFirstAndWritesNothing()
    {
        const Tree tree;
        Fixture f(tree.folder.path());
        QAbstractItemModelTester tester(f.table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(f.table()->model()->rowCount(), 2);
        QCOMPARE(f.stored(), 0);
        QVERIFY(f.find<QLabel>("takeOverSummary")->text().startsWith(QLatin1String("2 run")));
        QVERIFY(f.find<QLabel>("takeOverSummary")->text().contains(QLatin1String("3 points")));
        auto *problems = f.find<QTableWidget>("takeOverProblems");
        QVERIFY(problems->isVisible());
        QCOMPARE(problems->rowCount(), 2);
        QVERIFY(problems->item(0, 1)->text().endsWith(QLatin1String("meta.yaml")));
        QCOMPARE(problems->item(1, 2)->text(), QStringLiteral("20"));
        QVERIFY(f.next()->isEnabled());
        QCOMPARE(f.page->command(), QStringLiteral("assay import ") + tree.folder.path());
    }

    void takesOverWhatIsTicked()
    {
        const Tree tree;
        Fixture f(tree.folder.path());
        f.tick(QStringLiteral("run b"), false);
        QCOMPARE(f.find<QCheckBox>("takeOverAll")->checkState(), Qt::PartiallyChecked);
        QVERIFY(f.page->command().endsWith(QLatin1String(" --run mlflow:") + QString(32, u'a')));
        f.find<QComboBox>("takeOverExperiment")->setEditText(QStringLiteral("mine"));
        QVERIFY(f.page->command().contains(QLatin1String("--experiment mine")));
        QTest::mouseClick(f.next(), Qt::LeftButton);
        f.settle();
        QCOMPARE(f.stored(), 1);
        QCOMPARE(f.shell.storeChanges, 1);
        QCOMPARE(f.shell.bench.store().runs()->front().experiment, QStringLiteral("mine"));
        QVERIFY(f.find<QLabel>("takeOverResult")->text().contains(QLatin1String("1 run(s) taken over")));
        QTest::mouseClick(f.next(), Qt::LeftButton);
        QCOMPARE(f.shell.went, QStringList{QStringLiteral("runs")});
    }

    void knownOnesAreFaintAndNotTicked()
    {
        const Tree tree;
        Fixture first(tree.folder.path());
        QTest::mouseClick(first.next(), Qt::LeftButton);
        first.settle();
        QCOMPARE(first.stored(), 2);
        first.page->dropFiles({tree.folder.path()});
        first.settle();
        QVERIFY(!first.next()->isEnabled());
        const QModelIndex cell = first.table()->model()->index(0, TakeOverPageModel::State);
        QCOMPARE(cell.data().toString(), QStringLiteral("in the store"));
        QVERIFY(cell.data(Qt::ForegroundRole).isValid());
        // What it has grown by since comes with a tick.
        tree.write(QStringLiteral("7/%1/metrics/loss").arg(QString(32, u'a')),
                   "1700000000000 0.5 0\n1700000001000 0.25 1\n1700000002000 0.125 2\n");
        QTest::mouseClick(first.find<QCheckBox>("takeOverAll"), Qt::LeftButton, {}, QPoint(8, 8));
        QVERIFY(first.next()->isEnabled());
        QTest::mouseClick(first.next(), Qt::LeftButton);
        first.settle();
        QCOMPARE(first.shell.bench.store().series({QString(32, u'a')}, QStringLiteral("loss"))->size(), 3u);
        QVERIFY(first.find<QLabel>("takeOverResult")->text().contains(QLatin1String("1 run(s) have grown")));
    }

    void nothingThere()
    {
        QTemporaryDir empty;
        Fixture f(empty.path());
        auto *pane = f.page->findChild<EmptyPane *>();
        QVERIFY(pane->isVisible());
        QCOMPARE(pane->title(), QStringLiteral("There is nothing to take over"));
        const Tree tree;
        QVERIFY(f.page->dropFiles({tree.folder.path()}));
        f.settle();
        QVERIFY(!pane->isVisible());
        QCOMPARE(f.table()->model()->rowCount(), 2);
    }

    void withoutAPath()
    {
        Fixture f({});
        QVERIFY(f.page->findChild<EmptyPane *>()->isVisible());
        QVERIFY(!f.next()->isEnabled());
        QVERIFY(f.page->command().isEmpty());
        grabPage(*f.page, "takeover-empty");
    }

    void pictures()
    {
        if (qEnvironmentVariable("ASSAY_SCREENSHOTS").isEmpty())
            QSKIP("pictures are not asked for");
        const Tree tree;
        Fixture f(QStringLiteral(ASSAY_SOURCE_DIR "/../shared/formats/samples/mlflow-2.22.1-file-mlruns"));
        Theme theme(nullptr);
        for (const auto &[scheme, name] : {std::pair{Theme::Mode::Light, "light"}, {Theme::Mode::Dark, "dark"}}) {
            theme.setMode(scheme);
            f.settle();
            grabPage(*f.page, qPrintable(QStringLiteral("takeover-") + QLatin1String(name)));
            Fixture broken(tree.folder.path());
            QTest::mouseClick(broken.next(), Qt::LeftButton);
            broken.settle();
            grabPage(*broken.page, qPrintable(QStringLiteral("takeover-done-") + QLatin1String(name)));
        }
    }
};

QTEST_MAIN(TestTakeOverPage)
#include "tst_takeoverpage.moc"
