// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/random.h"
#include "tests/widgets/fakeshell.h"
#include "tests/widgets/pagetest.h"
#include "widgets/models/runrequest.h"
#include "widgets/pages/treetab.h"
#include "widgets/pages/treeview.h"

#include <QFile>
#include <QImage>
#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

using namespace assay;
using namespace assay::ui;

namespace {

/// A tree grown at random to @p depth levels; the fuller, the likelier a node splits.
std::vector<engine::TreeNode> grown(int depth, double fullness, std::uint64_t seed)
{
    Random random(seed);
    std::vector<engine::TreeNode> nodes{{.samples = 1000, .impurity = 0.5, .value = {0.5, 0.5}}};
    std::vector<int> level{0};
    for (int d = 0; d < depth; ++d) {
        std::vector<int> next;
        for (const int node : level) {
            // One way reaches the full depth.
            if (node != level.front() && random.uniform() > fullness)
                continue;
            const auto left = static_cast<int>(nodes.size());
            const double share = 0.2 + 0.6 * random.uniform(), samples = nodes[static_cast<std::size_t>(node)].samples;
            for (const double part : {share, 1 - share}) {
                const double p = random.uniform();
                nodes.push_back({.samples = samples * part, .impurity = 2 * p * (1 - p), .value = {p, 1 - p}});
            }
            auto &at = nodes[static_cast<std::size_t>(node)];
            at.left = left;
            at.right = left + 1;
            at.column = "column_" + std::to_string(random.below(12));
            at.threshold = std::round(1000 * random.uniform()) / 10;
            next.push_back(left);
            next.push_back(left + 1);
        }
        level = next;
    }
    return nodes;
}

} // namespace

class TestTreeTab : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void init() { freshSettings(); }

    void boxesNeverOverlap_data();
    void boxesNeverOverlap();
    void levelsEndInAnEllipsis();
    void walksByKeyboard();
    void clicksAndZooms();
    void savesPictures();
    void saysWhyThereIsNoTree();
    void readsCommandLines();
};

void TestTreeTab::boxesNeverOverlap_data()
{
    QTest::addColumn<int>("depth");
    QTest::addColumn<double>("fullness");
    QTest::newRow("a single leaf") << 0 << 1.0;
    QTest::newRow("one split") << 1 << 1.0;
    QTest::newRow("full, 6 levels") << 6 << 1.0;
    QTest::newRow("full, 10 levels") << 10 << 1.0;
    QTest::newRow("ragged, 10 levels") << 10 << 0.6;
    QTest::newRow("thin, 30 levels") << 30 << 0.05;
}

void TestTreeTab::boxesNeverOverlap()
{
    QFETCH(int, depth);
    QFETCH(double, fullness);
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const auto nodes = grown(depth, fullness, seed);
        QCOMPARE(treeDepth(nodes), depth);
        const TreeLayout layout = layoutTree(nodes);
        QCOMPARE(layout.boxes.size(), nodes.size());
        std::map<int, std::vector<QRectF>> levels;
        for (const TreeBox &box : layout.boxes) {
            levels[box.depth].push_back(box.rect);
            QVERIFY(QRectF(QPointF(), layout.size).adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(box.rect));
            if (box.parent >= 0)
                QVERIFY(layout.boxes[static_cast<std::size_t>(box.parent)].rect.bottom() < box.rect.top());
        }
        for (auto &[level, boxes] : levels) {
            std::ranges::sort(boxes, {}, [](const QRectF &rect) { return rect.left(); });
            for (std::size_t i = 1; i < boxes.size(); ++i)
                QVERIFY2(boxes[i].left() - boxes[i - 1].right() >= 13.999, "boxes of a level keep their distance");
        }
    }
}

void TestTreeTab::levelsEndInAnEllipsis()
{
    const auto nodes = grown(6, 1.0, 3);
    const TreeLayout layout = layoutTree(nodes, {.levels = 2});
    QCOMPARE(layout.boxes.size(), std::size_t(7));
    QCOMPARE(std::ranges::count_if(layout.boxes, &TreeBox::cut), 4);
    TreeView view;
    view.resize(800, 500);
    view.setLevels(2);
    view.setTree({.nodes = nodes, .classes = {QStringLiteral("no"), QStringLiteral("yes")}, .title = {}});
    view.show();
    QSignalSpy more(&view, &TreeView::moreWanted);
    QTest::keyClick(&view, Qt::Key_Home);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(more.count(), 0);
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Down, Qt::Key_Return})
        QTest::keyClick(&view, key);
    QCOMPARE(more.count(), 1);
}

void TestTreeTab::walksByKeyboard()
{
    FakeShell shell;
    TreeTab tab(shell);
    tab.setRun({QStringLiteral("1")}, QStringLiteral("tree-1"), {QStringLiteral("no"), QStringLiteral("yes")});
    tab.resize(900, 600);
    tab.show();
    tab.start();
    auto *view = tab.findChild<TreeView *>();
    QTRY_VERIFY(view->isVisible());
    auto *said = tab.findChild<QLabel *>(QStringLiteral("treeNode"));
    QVERIFY(view->accessibleDescription().contains(QLatin1String("2 leaves")));
    QVERIFY(view->accessibleDescription().contains(QStringLiteral("income ≤ 30")));
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Down);
    QCOMPARE(view->chosenNode(), 0);
    QTest::keyClick(view, Qt::Key_Down);
    QCOMPARE(view->chosenNode(), 1);
    QTest::keyClick(view, Qt::Key_Right);
    QCOMPARE(view->chosenNode(), 2);
    QVERIFY2(said->text().contains(QLatin1String("income > 30: 60 rows")), qPrintable(said->text()));
    QVERIFY(said->text().contains(QLatin1String("yes 75.0 %")));
    QCOMPARE(view->accessibleDescription(), said->text());
    QTest::keyClick(view, Qt::Key_Right);
    QCOMPARE(view->chosenNode(), 2);
    QTest::keyClick(view, Qt::Key_Up);
    QCOMPARE(view->chosenNode(), 0);
    grabPage(tab, "run-tree");
}

void TestTreeTab::clicksAndZooms()
{
    TreeView view;
    view.resize(900, 600);
    view.setLevels(5);
    view.setTree({.nodes = grown(5, 0.8, 4), .classes = {QStringLiteral("no"), QStringLiteral("yes")}, .title = {}});
    view.show();
    const TreeBox box = view.layoutOfTree().boxes.back();
    const QRectF fitted = view.onScreen(box.rect);
    QVERIFY2(QRectF(view.rect()).contains(fitted), "all is seen at first");
    QTest::mouseClick(&view, Qt::LeftButton, {}, fitted.center().toPoint());
    QCOMPARE(view.chosenNode(), box.node);
    QTest::keyClick(&view, Qt::Key_Plus);
    QTest::keyClick(&view, Qt::Key_Plus);
    QVERIFY(view.onScreen(box.rect).width() > fitted.width() * 1.5);
    QVERIFY2(view.onScreen(box.rect).intersects(QRectF(view.rect())), "zooms about the chosen node");
    const QPointF before = view.onScreen(box.rect).topLeft();
    QTest::mousePress(&view, Qt::LeftButton, {}, QPoint(450, 300));
    QTest::mouseMove(&view, QPoint(480, 320));
    QTest::mouseMove(&view, QPoint(500, 330));
    QTest::mouseRelease(&view, Qt::LeftButton, {}, QPoint(500, 330));
    QCOMPARE((view.onScreen(box.rect).topLeft() - before).toPoint(), QPoint(50, 30));
    QTest::keyClick(&view, Qt::Key_F);
    QCOMPARE(view.onScreen(box.rect), fitted);
}

void TestTreeTab::savesPictures()
{
    FakeShell shell;
    TreeTab tab(shell);
    tab.setRun({QStringLiteral("1")}, QStringLiteral("tree-1"), {QStringLiteral("no"), QStringLiteral("yes")});
    tab.show();
    tab.start();
    QTRY_VERIFY(tab.findChild<TreeView *>()->isVisible());
    QTemporaryDir folder;
    QCOMPARE(tab.savePng(folder.filePath(QStringLiteral("tree.png"))), QString());
    QCOMPARE(tab.saveSvg(folder.filePath(QStringLiteral("tree.svg"))), QString());
    const QImage image(folder.filePath(QStringLiteral("tree.png")));
    QVERIFY(image.width() > 600 && image.height() > 300);
    QSvgRenderer renderer;
    QVERIFY(renderer.load(folder.filePath(QStringLiteral("tree.svg"))));
    QFile file(folder.filePath(QStringLiteral("tree.svg")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray svg = file.readAll();
    QVERIFY(svg.contains("income") && svg.contains("2 leaves"));
    QVERIFY(!tab.savePng(QStringLiteral("/nowhere/at/all/tree.png")).isEmpty());
}

void TestTreeTab::saysWhyThereIsNoTree()
{
    FakeShell shell;
    shell.bench.failWith = failure(ErrorKind::BadInput, "no_tree", "The model is not a single tree.").value();
    TreeTab tab(shell);
    tab.setRun({QStringLiteral("1")}, QStringLiteral("x"), {});
    tab.show();
    tab.start();
    const auto said = [&] {
        for (const QLabel *label : tab.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(QLatin1String("single tree")))
                return true;
        }
        return false;
    };
    QTRY_VERIFY(said());
}

void TestTreeTab::readsCommandLines()
{
    QCOMPARE(shellWords(QStringLiteral("a 'b c'  'd'\\''e'f\\ g ''")),
             QStringList({QStringLiteral("a"), QStringLiteral("b c"), QStringLiteral("d'ef g"), QString()}));
    tracking::RunDetails details;
    details.run = fake::run(4, QStringLiteral("xgboost"), 0.8);
    details.provenance.commandLine = QStringLiteral(
        "assay train 'my loans.csv' --target approved --model xgboost --param max_depth=4 --split kfold:5 "
        "--drop 'home town' --drop id --protected sex --exclude-protected --positive yes --weight w --balance weights "
        "--calibrate isotonic:0.3");
    const auto request = requestOf(details, nullptr);
    QVERIFY(request.has_value());
    QCOMPARE(request->task.target, std::string("approved"));
    QCOMPARE(request->task.drop, std::vector<std::string>({"home town", "id"}));
    QCOMPARE(request->task.protectedColumns, std::vector<std::string>{"sex"});
    QVERIFY(request->task.excludeProtected);
    QCOMPARE(request->task.positive, std::string("yes"));
    QCOMPARE(request->fit.weight, std::string("w"));
    QVERIFY(request->fit.balance == engine::Balance::Weights);
    QVERIFY(request->fit.calibration == engine::CalibrationMethod::Isotonic);
    QCOMPARE(request->fit.calibrationShare, 0.3);
    QVERIFY(request->split.rule == engine::SplitRule::KFold);
    QCOMPARE(request->model, QStringLiteral("xgboost"));
    details.provenance.commandLine.clear();
    QCOMPARE(requestOf(details, nullptr).error().code, std::string("no_command"));
}

QTEST_MAIN(TestTreeTab)
#include "tst_treetab.moc"
