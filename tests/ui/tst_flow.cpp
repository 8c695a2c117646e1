// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/localworkbench.h"
#include "widgets/controls/theme.h"
#include "widgets/mainwindow.h"
#include "widgets/pages/page.h"
#include "widgets/resources.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QDropEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QPushButton>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QtTest>

using namespace assay;
using namespace assay::ui;

namespace {

constexpr int patience = 120'000; // [ms] for a step on a busy machine

void drop(QWidget *target, const QString &path)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    const QPoint place = target->rect().center();
    QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &enter);
    QDropEvent event(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &event);
}

/// Types @p path into the file dialog that the next click opens, and confirms.
void answerFileDialog(const QString &path)
{
    auto *timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, path] {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        timer->deleteLater();
        dialog->selectFile(path);
        QMetaObject::invokeMethod(dialog, "accept", Qt::QueuedConnection);
    });
    timer->start(20);
}

} // namespace

/// The way of a new user from a file to a report, by mouse, through the real workbench.
class TestFlow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void fromDropToReport();

private:
    Page *page() { return m_window->documents().currentPage(); }
    QPushButton *button(const QString &text);
    void click(QWidget *widget);
    void keepPicture(const QString &name);

    std::unique_ptr<MainWindow> m_window;
};

QPushButton *TestFlow::button(const QString &text)
{
    for (QPushButton *button : page()->findChildren<QPushButton *>()) {
        if (button->text().remove(QLatin1Char('&')) == text && button->isVisible())
            return button;
    }
    return nullptr;
}

void TestFlow::click(QWidget *widget)
{
    QVERIFY(widget);
    QTRY_VERIFY_WITH_TIMEOUT(widget->isEnabled() && widget->isVisible(), patience);
    QTest::mouseClick(widget, Qt::LeftButton, {}, widget->rect().center());
}

/// For looking at: with ASSAY_SCREENSHOTS=FOLDER every step is kept as a picture, light and dark.
void TestFlow::keepPicture(const QString &name)
{
    const QString folder = qEnvironmentVariable("ASSAY_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    QTRY_VERIFY_WITH_TIMEOUT(m_window->jobs().running().empty(), patience);
    for (const auto &[choice, word] : {std::pair(Theme::Mode::Dark, "dark"), std::pair(Theme::Mode::Light, "light")}) {
        m_window->theme().setMode(choice);
        QCoreApplication::processEvents();
        QTest::qWait(300);
        QVERIFY(m_window->grab().save(QStringLiteral("%1/%2-%3.png").arg(folder, name, QLatin1String(word))));
    }
}

void TestFlow::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("assay-test"));
    installTranslations(QLocale(QLocale::English));
}

void TestFlow::fromDropToReport()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("loans.csv"));
    QVERIFY(QFile::copy(QStringLiteral(":/samples/loans.csv"), file));
    auto bench = app::LocalWorkbench::open(folder.filePath(QStringLiteral("store.db")));
    QVERIFY(bench.has_value());
    m_window = std::make_unique<MainWindow>(**bench);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));

    keepPicture(QStringLiteral("1-start"));
    drop(m_window.get(), file);
    QTRY_VERIFY_WITH_TIMEOUT(button(QStringLiteral("Import")) && button(QStringLiteral("Import"))->isEnabled(),
                             patience);
    keepPicture(QStringLiteral("2-import"));
    click(button(QStringLiteral("Import")));

    QTRY_VERIFY_WITH_TIMEOUT(button(QStringLiteral("Choose models")), patience);
    keepPicture(QStringLiteral("3-profile"));
    click(button(QStringLiteral("Choose models")));

    QTRY_VERIFY_WITH_TIMEOUT(page()->findChild<QWidget *>(QStringLiteral("train")), patience);
    for (auto *tick : page()->findChildren<QAbstractButton *>(QRegularExpression(QStringLiteral("^model-")))) {
        const bool wanted = tick->objectName() == QLatin1String("model-logistic") ||
                            tick->objectName() == QLatin1String("model-xgboost");
        if (tick->isChecked() != wanted)
            QTest::mouseClick(tick, Qt::LeftButton, {}, QPoint(8, tick->height() / 2));
        QCOMPARE(tick->isChecked(), wanted);
    }
    click(page()->findChild<QWidget *>(QStringLiteral("train")));
    auto *compare = page()->findChild<QWidget *>(QStringLiteral("compare"));
    QVERIFY(compare);
    QTRY_VERIFY_WITH_TIMEOUT(compare->isEnabled(), patience);
    QTRY_COMPARE_WITH_TIMEOUT((*bench)->runs({})->size(), std::size_t(2), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->jobs().running().empty(), patience);
    keepPicture(QStringLiteral("4-train"));
    std::vector<tracking::RunId> compared;
    const auto trained = (*bench)->runs({});
    for (const tracking::Run &run : *trained)
        compared.push_back(run.id);
    click(compare);

    auto *metrics = page()->findChild<QAbstractItemView *>(QStringLiteral("metricsTable"));
    QVERIFY(metrics);
    QTRY_VERIFY_WITH_TIMEOUT(metrics->model()->rowCount() > 5, patience);
    keepPicture(QStringLiteral("5-compare"));
    m_window->openRuns();
    auto *runs = page()->findChild<QAbstractItemView *>(QStringLiteral("runsTable"));
    QVERIFY(runs);
    QTRY_COMPARE_WITH_TIMEOUT(runs->model()->rowCount(), 2, patience);
    keepPicture(QStringLiteral("6-runs"));
    m_window->openRun((*bench)->runs({})->front().id);
    auto *tabs = page()->findChild<QTabWidget *>(QStringLiteral("runTabs"));
    QVERIFY(tabs);
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        QTest::qWait(100);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->jobs().running().empty(), patience);
        keepPicture(QStringLiteral("7-run-%1").arg(tab));
    }
    const QString later = folder.filePath(QStringLiteral("loans_later.csv"));
    QVERIFY(QFile::copy(QStringLiteral(":/samples/loans_later.csv"), later));
    m_window->openDrift(m_window->currentData(), nullptr);
    drop(m_window.get(), later);
    auto *columns = page()->findChild<QAbstractItemView *>(QStringLiteral("driftColumns"));
    QVERIFY(columns);
    QTRY_VERIFY_WITH_TIMEOUT(columns->model()->rowCount() > 5, patience);
    keepPicture(QStringLiteral("8-drift"));
    m_window->openCompare(compared);
    click(page()->findChild<QWidget *>(QStringLiteral("reportComparison")));

    auto *exportButton = page()->findChild<QWidget *>(QStringLiteral("exportReport"));
    QVERIFY(exportButton);
    QTRY_VERIFY_WITH_TIMEOUT(exportButton->isEnabled(), patience);
    const QString html = folder.filePath(QStringLiteral("report.html"));
    answerFileDialog(html);
    keepPicture(QStringLiteral("9-report"));
    click(exportButton);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(html), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->jobs().running().empty(), patience);
    QFile report(html);
    QVERIFY(report.open(QIODevice::ReadOnly));
    const QByteArray text = report.readAll();
    QVERIFY(text.contains("</html>"));
    QVERIFY(text.contains("xgboost") && text.contains("logistic"));
    QVERIFY(text.contains("<svg"));
    m_window->close();
    m_window.reset();
}

QTEST_MAIN(TestFlow)
#include "tst_flow.moc"
