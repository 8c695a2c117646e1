// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/need.h"
#include "tests/widgets/fakeshell.h"
#include "tests/widgets/pagetest.h"
#include "tracking/runartifacts.h"
#include "widgets/controls/theme.h"
#include "widgets/pages/artifactpreview.h"
#include "widgets/pages/artifactstab.h"
#include "widgets/pages/artifacttree.h"
#include "widgets/pages/emptypane.h"
#include "widgets/pages/notesview.h"
#include "widgets/pages/purging.h"
#include "widgets/pages/storeedits.h"
#include "widgets/resources.h"

#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QTest>
#include <QTreeWidget>

using namespace assay;
using namespace assay::ui;

namespace {

void need(const Result<void> &result)
{
    if (!result)
        qFatal("%s", result.error().message.c_str());
}

/// A store of its own with a run, and the tab that shows it.
struct Fixture
{
    Fixture()
    {
        run = need(store().begin({.experiment = QStringLiteral("Prices"), .name = QStringLiteral("run")}));
        tab.resize(1280, 720);
        tab.show();
        (void)QTest::qWaitForWindowActive(&tab);
        show();
        QObject::connect(&tab, &ArtifactsTab::changed, &tab, [this] { show(); });
    }

    tracking::RunStore &store() { return shell.bench.store(); }
    tracking::RunDetails details() { return need(store().details(run)); }
    void show() { tab.setRun(details()); }
    void settle() { QTRY_VERIFY(shell.registry.running().empty()); }
    void add(const char *name, const QByteArray &bytes)
    {
        need(store().addArtifact(run, QLatin1String(name), tracking::Artifact().kind, bytes));
    }
    /// Shows the artifact as a person who clicks on it would.
    void open(const char *name)
    {
        show();
        auto *tree = tab.findChild<ArtifactTree *>();
        tree->setCurrentArtifact(QLatin1String(name));
        QVERIFY(tree->currentArtifact());
        QCOMPARE(tree->currentArtifact()->name, QLatin1String(name));
        settle();
    }
    template<class T>
    T *find(const char *name)
    {
        return tab.findChild<T *>(QLatin1String(name));
    }
    QString shownText() { return find<QPlainTextEdit>("artifactText")->toPlainText(); }
    QString about() { return find<QLabel>("artifactAbout")->text(); }
    QString path(const QString &name) { return folder.filePath(name); }

    QTemporaryDir folder;
    FakeShell shell;
    tracking::RunId run;
    ArtifactsTab tab{shell};
};

QByteArray picture(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setPen(QPen(Qt::darkBlue, 4));
    painter.drawEllipse(image.rect().adjusted(20, 20, -20, -20));
    painter.end();
    QBuffer buffer;
    image.save(&buffer, "PNG");
    return buffer.data();
}

void put(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

QByteArray got(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<none>");
}

void dropOn(QWidget *widget, const QStringList &paths)
{
    QMimeData mime;
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls << QUrl::fromLocalFile(path);
    mime.setUrls(urls);
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &mime, Qt::LeftButton, {});
    QCoreApplication::sendEvent(widget, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({5, 5}, Qt::CopyAction, &mime, Qt::LeftButton, {});
    QCoreApplication::sendEvent(widget, &drop);
}

} // namespace

class TestArtifactsTab : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void init() { freshSettings(); }

    void saysWhatToDoWithoutFiles()
    {
        Fixture f;
        QVERIFY(f.tab.findChild<EmptyPane *>()->isVisible());
        QCOMPARE(f.tab.findChild<EmptyPane *>()->title(), QStringLiteral("The run keeps no files"));
        QVERIFY(!f.find<QPushButton>("saveArtifact")->isEnabled());
        QVERIFY(!f.find<QPushButton>("saveAllArtifacts")->isEnabled());
        grabPage(f.tab, "artifacts-empty");
    }

    void showsFoldersWithSizes()
    {
        Fixture f;
        f.add("model.json", "{}");
        f.add("plots/a/roc.png", QByteArray(1000, 'x'));
        f.add("plots/b.txt", QByteArray(500, 'x'));
        f.show();
        auto *tree = f.tab.findChild<ArtifactTree *>();
        QCOMPARE(tree->topLevelItemCount(), 2);
        QTreeWidgetItem *plots = nullptr;
        for (int i = 0; i < tree->topLevelItemCount(); ++i)
            if (tree->topLevelItem(i)->text(ArtifactTree::Name) == QLatin1String("plots"))
                plots = tree->topLevelItem(i);
        QVERIFY(plots && plots->isExpanded());
        QCOMPARE(plots->text(ArtifactTree::Size), QStringLiteral("1.5 kB"));
        tree->clearSelection();
        plots->setSelected(true);
        QCOMPARE(tree->selectedArtifacts().size(), 2u);
        // A folder that was closed stays closed when another file comes.
        plots->setExpanded(false);
        f.add("plots/c.txt", "c");
        f.open("model.json");
        QVERIFY(!tree->topLevelItem(0)->isExpanded() && !tree->topLevelItem(1)->isExpanded());
        QCOMPARE(tree->currentArtifact()->name, QStringLiteral("model.json"));
    }

    void showsText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("encoding");
        const QString umlaut = QString::fromUtf8("\xc3\xa4rger\n");
        QTest::newRow("utf-8") << umlaut.toUtf8() << umlaut << "UTF-8";
        QTest::newRow("latin-1") << umlaut.toLatin1() << umlaut << "ISO-8859-1";
        QByteArray wide("\xff\xfe");
        for (const QChar c : umlaut)
            wide.append(char(c.unicode() & 0xff)).append(char(c.unicode() >> 8));
        QTest::newRow("utf-16") << wide << umlaut << "UTF-16";
        QTest::newRow("broken json") << QByteArray("{\"a\": ") << "{\"a\": "
                                     << "UTF-8";
        QTest::newRow("svg") << QByteArray("<svg><image href=\"/etc/passwd\"/></svg>")
                             << "<svg><image href=\"/etc/passwd\"/></svg>"
                             << "UTF-8";
    }

    void showsText()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        QFETCH(QString, encoding);
        Fixture f;
        f.add("log.txt", bytes);
        f.open("log.txt");
        QCOMPARE(f.shownText(), text);
        QVERIFY2(f.about().contains(encoding), qPrintable(f.about()));
    }

    void theEncodingIsChosen()
    {
        Fixture f;
        f.add("log.txt", "\xc3\xa4");
        f.open("log.txt");
        QCOMPARE(f.shownText(), QString::fromUtf8("\xc3\xa4"));
        auto *box = f.find<QComboBox>("artifactEncoding");
        QVERIFY(box->isVisible());
        box->setFocus();
        QTest::keyClick(box, Qt::Key_End);
        f.settle();
        QCOMPARE(f.shownText(), QString::fromUtf8("\xc3\x83\xc2\xa4"));
    }

    void showsTheBeginningOfWhatIsLarge()
    {
        Fixture f;
        QByteArray lines;
        for (int i = 0; lines.size() < 12'000'000; ++i)
            lines += QByteArray::number(i) + " \xc3\xa4\n";
        f.add("large.log", lines);
        f.add("large.csv", "number,letter\n" + QByteArray(lines).replace(" ", ","));
        f.open("large.log");
        QVERIFY(f.shownText().startsWith(QStringLiteral("0 ä\n1 ä\n")));
        QVERIFY(f.shownText().size() < 300'000);
        QVERIFY2(f.about().contains(QLatin1String("the first 262.1 kB are shown")), qPrintable(f.about()));
        f.open("large.csv");
        auto *table = f.find<QTableView>("artifactTable");
        QVERIFY(table->isVisible());
        QCOMPARE(table->model()->rowCount(), 200);
        QCOMPARE(table->model()->headerData(1, Qt::Horizontal).toString().section(u'\n', 0, 0),
                 QStringLiteral("letter"));
        QVERIFY2(f.about().contains(QLatin1String("are shown")), qPrintable(f.about()));
    }

    void showsJsonAsTreeAndText()
    {
        Fixture f;
        f.add("metrics.json", R"({"z": {"auc": 0.91, "n": 3}, "a": [1, null, "x"], "empty": {}})");
        f.open("metrics.json");
        auto *tree = f.find<QTreeWidget>("artifactJson");
        QVERIFY(tree->isVisible());
        QTreeWidgetItem *root = tree->topLevelItem(0);
        QCOMPARE(root->childCount(), 3);
        QCOMPARE(root->child(0)->text(0), QStringLiteral("z")); // in the order they were written
        root->child(0)->setExpanded(true);
        QCOMPARE(root->child(0)->child(0)->text(1), QStringLiteral("0.91"));
        root->child(1)->setExpanded(true);
        QCOMPARE(root->child(1)->child(2)->text(1), QStringLiteral("x"));
        grabPage(f.tab, "artifacts-json");
        auto *look = f.find<QComboBox>("artifactLook");
        look->setFocus();
        QTest::keyClick(look, Qt::Key_Down);
        QVERIFY(f.find<QPlainTextEdit>("artifactText")->isVisible());
        QVERIFY(f.shownText().contains(QLatin1String("    \"auc\": 0.91")));
    }

    void manyChildrenAreMadeAsTheyAreLookedAt()
    {
        Fixture f;
        QByteArray list("[");
        for (int i = 0; i < 20'000; ++i)
            list += "[1],";
        f.add("list.json", list + "[2]]");
        f.open("list.json");
        QTreeWidgetItem *root = f.find<QTreeWidget>("artifactJson")->topLevelItem(0);
        QCOMPARE(root->childCount(), 1001);
        QVERIFY(root->child(1000)->text(0).contains(QLatin1String("19001")));
        QCOMPARE(root->child(0)->childCount(), 0);
    }

    void showsPicturesAndBytes()
    {
        Fixture f;
        f.add("plots/roc.png", picture(640, 400));
        f.add("plots/huge.png", picture(5000, 1000));
        f.add("weights.bin", QByteArray("ab\0\xff", 4));
        f.open("plots/huge.png");
        QVERIFY2(f.about().contains(QString::fromUtf8("5000 \xc3\x97 1000")), qPrintable(f.about()));
        QCOMPARE(f.find<QLabel>("artifactImage")->pixmap().width(), 2400);
        f.open("weights.bin");
        QVERIFY(f.shownText().startsWith(QStringLiteral("00000000  61 62 00 ff")));
        f.open("plots/roc.png");
        QVERIFY(f.find<QLabel>("artifactImage")->isVisible());
        QCOMPARE(f.find<QLabel>("artifactImage")->pixmap().size(), QSize(640, 400));
        grabPage(f.tab, "artifacts-image");
    }

    void tellsDamage()
    {
        Fixture f;
        f.add("a.txt", "good");
        const QString place = f.store().artifacts().path(f.details().artifacts.front().sha256);
        put(place, "evil");
        f.open("a.txt");
        QCOMPARE(f.tab.findChild<EmptyPane *>()->title(), QStringLiteral("The artifact cannot be shown"));
        f.tab.saveTo(f.details().artifacts.front(), f.path(QStringLiteral("out")));
        f.settle();
        QCOMPARE(f.shell.errors.size(), 1u);
        QCOMPARE(f.shell.errors.front().code, std::string("artifact_damaged"));
        QVERIFY(!QFileInfo::exists(f.path(QStringLiteral("out"))));
    }

    void addsWhatIsDropped()
    {
        Fixture f;
        put(f.path(QStringLiteral("report.txt")), "r");
        put(f.path(QStringLiteral("figures/deep/roc.txt")), "f");
        dropOn(f.tab.findChild<ArtifactTree *>()->viewport(),
               {f.path(QStringLiteral("report.txt")), f.path(QStringLiteral("figures"))});
        f.settle();
        QTRY_COMPARE(f.details().artifacts.size(), 2u);
        QCOMPARE(f.details().artifacts[0].name, QStringLiteral("figures/deep/roc.txt"));
        QCOMPARE(f.tab.findChild<ArtifactTree *>()->topLevelItemCount(), 2);
        QVERIFY(f.shell.storeChanges > 0);
        f.tab.addPaths({f.path(QStringLiteral("gone"))});
        f.settle();
        QCOMPARE(f.shell.errors.front().code, std::string("unreadable_file"));
    }

    void savesOneAndAll()
    {
        Fixture f;
        f.add("a/b.txt", "b");
        f.add("c.txt", "c");
        f.show();
        const auto artifacts = f.details().artifacts;
        f.tab.saveTo(artifacts[0], f.path(QStringLiteral("mine.txt")));
        f.settle();
        QCOMPARE(got(f.path(QStringLiteral("mine.txt"))), QByteArray("b"));
        f.tab.saveAllTo(artifacts, f.path(QStringLiteral("out")));
        f.settle();
        QCOMPARE(got(f.path(QStringLiteral("out/a/b.txt"))), QByteArray("b"));
        QCOMPARE(got(f.path(QStringLiteral("out/c.txt"))), QByteArray("c"));
        QVERIFY(f.shell.errors.empty());
        f.tab.saveAllTo(artifacts, f.path(QStringLiteral("out")));
        f.settle();
        QCOMPARE(f.shell.errors.front().code, std::string("file_exists"));
    }

    void removesAndBringsBack()
    {
        Fixture f;
        f.add("notes.txt", "words");
        f.add("model.json", "{}");
        f.open("notes.txt");
        auto *remove = f.find<QPushButton>("removeArtifacts");
        QVERIFY(remove->isEnabled());
        remove->click();
        QTRY_VERIFY(StoreEdits::of(f.shell).isIdle());
        QCOMPARE(f.details().artifacts.size(), 1u);
        f.shell.undo.undo();
        QTRY_VERIFY(StoreEdits::of(f.shell).isIdle());
        QCOMPARE(need(f.store().artifact(f.run, QStringLiteral("notes.txt"))), QByteArray("words"));

        // What the run was trained to goes only after a question.
        f.open("model.json");
        for (const bool yes : {false, true}) {
            remove->click();
            auto *box = f.find<QMessageBox>("removeNeeded");
            QVERIFY(box && box->isVisible());
            QVERIFY(box->informativeText().contains(QLatin1String("model.json")));
            for (QAbstractButton *button : box->buttons())
                if ((box->buttonRole(button) == QMessageBox::DestructiveRole) == yes) {
                    button->click();
                    break;
                }
            QTRY_VERIFY(!f.find<QMessageBox>("removeNeeded"));
            QTRY_VERIFY(StoreEdits::of(f.shell).isIdle());
            QCOMPARE(f.details().artifacts.size(), yes ? 1u : 2u);
        }
        QVERIFY(f.shell.errors.empty());

        // Nothing that is there is replaced unasked.
        put(f.path(QStringLiteral("notes.txt")), "other words");
        f.tab.addPaths({f.path(QStringLiteral("notes.txt"))});
        f.settle();
        QCOMPARE(f.shell.errors.size(), 1u);
        QCOMPARE(f.shell.errors.front().code, std::string("artifact_exists"));
        QCOMPARE(need(f.store().artifact(f.run, QStringLiteral("notes.txt"))), QByteArray("words"));
    }

    void looksWell()
    {
        if (qEnvironmentVariable("ASSAY_SCREENSHOTS").isEmpty())
            QSKIP("for looking at");
        Fixture f;
        QByteArray csv("id,age,income,approved\n");
        for (int i = 0; i < 60; ++i)
            csv += QByteArray::number(i) + ',' + QByteArray::number(20 + i) + ',' + QByteArray::number(1000.5 * i) +
                   (i % 2 ? ",yes\n" : ",no\n");
        f.add("predictions.csv", csv);
        f.add("model.json", R"({"kind": "xgboost", "params": {"max_depth": 6, "eta": 0.3}, "trees": [1, 2, 3]})");
        f.add("plots/roc.png", picture(640, 400));
        f.add("plots/calibration.png", picture(640, 400));
        f.add("logs/train.log", "epoch 1 loss 0.69\nepoch 2 loss 0.52\n");
        initResources();
        Theme theme;
        for (const auto &[mode, word] :
             {std::pair(Theme::Mode::Dark, "dark"), std::pair(Theme::Mode::Light, "light")}) {
            theme.setMode(mode);
            f.open("predictions.csv");
            grabPage(f.tab, qPrintable(QStringLiteral("artifacts-table-%1").arg(QLatin1String(word))));
            f.open("plots/roc.png");
            grabPage(f.tab, qPrintable(QStringLiteral("artifacts-image-%1").arg(QLatin1String(word))));
            f.open("model.json");
            grabPage(f.tab, qPrintable(QStringLiteral("artifacts-json-%1").arg(QLatin1String(word))));
            NotesView notes;
            notes.resize(520, 320);
            notes.showNote(
                QStringLiteral("## Why\nPrices *changed* in **May**; see [the ticket](https://example.org/7).\n\n"
                               "| model | auc |\n|---|---|\n| xgboost | 0.91 |\n\n- [x] checked\n- [ ] agreed\n"));
            grabPage(notes, qPrintable(QStringLiteral("notes-%1").arg(QLatin1String(word))));
        }
    }

    void notesAreReadAndWritten()
    {
        NotesView notes;
        notes.resize(400, 300);
        notes.show();
        (void)QTest::qWaitForWindowActive(&notes);
        notes.showNote({});
        QVERIFY(notes.isWriting());
        notes.editor()->clearFocus();
        notes.showNote(QStringLiteral("# Title\n<b>html</b> ![x](file:///etc/passwd) ![y](https://example.org/y.png)"));
        QVERIFY(!notes.isWriting());
        QVERIFY(!notes.view()->toPlainText().contains(u'#'));
        QVERIFY(notes.view()->toPlainText().contains(QLatin1String("Title")));
        QTest::mouseDClick(notes.view()->viewport(), Qt::LeftButton);
        QVERIFY(notes.isWriting() && notes.editor()->hasFocus());
        notes.editor()->selectAll();
        QTest::keyClicks(notes.editor(), QStringLiteral("*new*"));
        notes.showNote(QStringLiteral("of somebody else"));
        QVERIFY(notes.isWriting()); // not under the cursor
        QTest::keyClick(notes.editor(), Qt::Key_Escape);
        QVERIFY(!notes.isWriting());
        QCOMPARE(notes.view()->toPlainText(), QStringLiteral("new"));
    }

    void notesShowNoFiles()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("secret.png"));
        QImage red(200, 120, QImage::Format_RGB32);
        red.fill(Qt::red);
        QVERIFY(red.save(path));
        const auto reds = [](const QImage &image) {
            int count = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    count += image.pixelColor(x, y) == QColor(Qt::red) ? 1 : 0;
            return count;
        };
        QCOMPARE(reds(QImage(path)), 200 * 120);
        MarkdownView view;
        view.resize(500, 400);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        for (const QString &name : {path, QStringLiteral("file://") + path, QStringLiteral("file:") + path}) {
            view.setNote(QStringLiteral("before ![x](%1) after").arg(name));
            QVERIFY(view.toPlainText().contains(QChar::ObjectReplacementCharacter)); // there is a picture to fetch
            QCOMPARE(reds(view.grab().toImage()), 0);
            QVERIFY2(view.document()->size().height() < 60, "the size of the file tells that it is there");
        }
        const QVariant style = view.document()->resource(QTextDocument::StyleSheetResource, QUrl::fromLocalFile(path));
        QCOMPARE(style.toByteArray(), QByteArray());
    }

    void whatRunsIsNotStopped()
    {
        Fixture f;
        f.add("a.txt", "a");
        f.open("a.txt");
        put(f.path(QStringLiteral("one.txt")), "1");
        put(f.path(QStringLiteral("two.txt")), "2");
        f.tab.addPaths({f.path(QStringLiteral("one.txt"))});
        for (const char *button : {"addArtifactFiles", "addArtifactFolder", "saveArtifact", "saveAllArtifacts"})
            QVERIFY2(!f.find<QPushButton>(button)->isEnabled(), button);
        f.tab.addPaths({f.path(QStringLiteral("two.txt"))});
        f.tab.saveAllTo(f.details().artifacts, f.path(QStringLiteral("out")));
        QCOMPARE(f.shell.told.size(), 2);
        f.settle();
        QTRY_COMPARE(f.details().artifacts.size(), 2u);
        QVERIFY(!QFileInfo::exists(f.path(QStringLiteral("out"))));
        for (const char *button : {"addArtifactFiles", "addArtifactFolder", "saveArtifact", "saveAllArtifacts"})
            QTRY_VERIFY2(f.find<QPushButton>(button)->isEnabled(), button);
    }

    void onlyWhatIsAskedForIsShown()
    {
        Fixture f;
        f.add("a.txt", "of a");
        f.add("b.txt", "of b");
        auto *pane = f.tab.findChild<ArtifactPane *>();
        const auto artifacts = f.details().artifacts;
        pane->show(artifacts[0]);
        pane->explain(QStringLiteral("Nothing"), {});
        f.settle();
        QCOMPARE(f.tab.findChild<EmptyPane *>()->title(), QStringLiteral("Nothing"));
        QVERIFY(f.tab.findChild<EmptyPane *>()->isVisible());
        QVERIFY(pane->about().isEmpty());
        pane->show(artifacts[0]);
        pane->show(artifacts[1]);
        f.settle();
        QTRY_COMPARE(f.shownText(), QStringLiteral("of b"));
        QVERIFY(pane->about().startsWith(QLatin1String("b.txt")));
    }

    void longLinesGoOnBelow()
    {
        Fixture f;
        QString line = QStringLiteral("start");
        for (int i = 0; i < 20'000; ++i)
            line += QString::fromUtf8("\xf0\x9f\x98\x80"); // two halves each
        f.add("one.txt", (line + QStringLiteral("\nlast\n")).toUtf8());
        f.open("one.txt");
        QStringList lines = f.shownText().split(u'\n');
        for (const QString &part : std::as_const(lines)) {
            QVERIFY(part.size() <= 4000);
            QVERIFY(part.isEmpty() || !part.back().isHighSurrogate());
        }
        QCOMPARE(lines.takeLast(), QString());
        QCOMPARE(lines.takeLast(), QStringLiteral("last"));
        QCOMPARE(lines.join(QString()), line);
    }

    void waitingEditsComeAfterTheOneThatRuns()
    {
        Fixture f;
        const tracking::Run run = f.details().run;
        StoreEdits &edits = StoreEdits::of(f.shell);
        edits.rename(run, QStringLiteral("first"));
        edits.rename(run, QStringLiteral("second"));
        QVERIFY(!edits.isIdle());
        delete &edits;
        QCOMPARE(f.details().run.name, QStringLiteral("second"));
    }

    void editsOfPlacesAreUndone()
    {
        Fixture f;
        StoreEdits &edits = StoreEdits::of(f.shell);
        const auto idle = [&] { QTRY_VERIFY(edits.isIdle()); };
        const auto run = [&] { return f.details().run; };
        const tracking::RunId top = need(f.store().begin({.name = QStringLiteral("top")}));
        edits.setFavourite({run()}, true);
        edits.archive({run()});
        edits.move({run()}, QStringLiteral("Elsewhere"));
        edits.nest({run()}, top);
        idle();
        QVERIFY(run().favourite && run().archived);
        QCOMPARE(run().parent, top);
        QCOMPARE(run().experiment, QStringLiteral("Default"));
        f.shell.undo.undo();
        idle();
        QVERIFY(run().parent.isNull());
        QCOMPARE(run().experiment, QStringLiteral("Elsewhere"));
        for (int i = 0; i < 3; ++i)
            f.shell.undo.undo();
        idle();
        QVERIFY(!run().favourite && !run().archived);
        QCOMPARE(run().experiment, QStringLiteral("Prices"));
        QVERIFY(!tracking::findExperiment(f.store(), QStringLiteral("Elsewhere")));
        for (int i = 0; i < 3; ++i)
            f.shell.undo.redo();
        idle();
        QCOMPARE(run().experiment, QStringLiteral("Elsewhere"));
        QVERIFY(f.shell.errors.empty());

        const tracking::Experiment experiment = need(tracking::findExperiment(f.store(), QStringLiteral("Elsewhere")));
        edits.rename(experiment, QStringLiteral("There"));
        edits.setNote(experiment, QStringLiteral("why"));
        edits.remove(experiment);
        idle();
        QVERIFY(run().deleted);
        for (int i = 0; i < 3; ++i)
            f.shell.undo.undo();
        idle();
        QVERIFY(!run().deleted);
        QCOMPARE(run().experiment, QStringLiteral("Elsewhere"));
        QVERIFY(f.shell.errors.empty());
    }

    void purgingAsksFirst()
    {
        Fixture f;
        f.add("model.bin", QByteArray(2'000'000, 'x'));
        need(f.store().end(f.run, tracking::RunStatus::Finished));
        need(f.store().remove({f.run}));
        Purging purging(f.shell, &f.tab);
        QSignalSpy finished(&purging, &Purging::finished);
        for (const bool sure : {false, true}) {
            purging.start({.runs = {f.run}});
            QTRY_VERIFY(f.tab.findChild<QMessageBox *>(QStringLiteral("purgeQuestion")));
            auto *box = f.tab.findChild<QMessageBox *>(QStringLiteral("purgeQuestion"));
            QVERIFY2(box->informativeText().contains(QLatin1String("2.0 MB")), qPrintable(box->informativeText()));
            QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
            grabPage(*box, "purge-question");
            for (QAbstractButton *button : box->buttons())
                if ((box->buttonRole(button) == QMessageBox::DestructiveRole) == sure)
                    QTest::mouseClick(button, Qt::LeftButton);
            QTRY_COMPARE(finished.size(), sure ? 2 : 1);
            QCOMPARE(finished.last().first().toBool(), sure);
            QCOMPARE(f.store().details(f.run).has_value(), !sure);
            QTRY_VERIFY(!f.tab.findChild<QMessageBox *>(QStringLiteral("purgeQuestion")));
        }
        QCOMPARE(f.shell.undo.count(), 0);
        QVERIFY2(f.shell.told.last().contains(QLatin1String("2.0 MB")), qPrintable(f.shell.told.last()));
        QVERIFY(f.shell.errors.empty());
    }
};

QTEST_MAIN(TestArtifactsTab)
#include "tst_artifactstab.moc"
